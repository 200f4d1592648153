"""What admins changed for everybody, the latest first, for every seller to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.domain.vocabulary import AdminAct
from bot.flows.admins import Told
from bot.slack.escape import escape, mention
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, section
from bot.slack.views.days import moment
from bot.slack.views.fields import form
from bot.texts import _

CALLBACK = "admin_log"
PAGE = 20

ACTS: Mapping[AdminAct, Callable[[], str]] = {
    AdminAct.SHARED_ALLOWED: lambda: _(
        "{at}: {who} allowed {about} to be read, although outsiders are in it."
    ),
    AdminAct.OWNER_SET: lambda: _("{at}: {who} made {whom} the one I ask about {about}."),
    AdminAct.PROMPT_ADDED: lambda: _("{at}: {who} added a question: ‘{about}’"),
    AdminAct.PROMPT_CHANGED: lambda: _("{at}: {who} changed a question: ‘{about}’"),
    AdminAct.PROMPT_REMOVED: lambda: _("{at}: {who} removed a question: ‘{about}’"),
    AdminAct.PROMPT_SILENCED: lambda: _("{at}: {who} silenced a question: ‘{about}’"),
    AdminAct.PROMPT_SPOKEN: lambda: _("{at}: {who} let a question be asked again: ‘{about}’"),
    AdminAct.MODEL_ON: lambda: _("{at}: {who} switched on a language model at {about}."),
    AdminAct.MODEL_OFF: lambda: _("{at}: {who} switched off the language model at {about}."),
    AdminAct.ADMIN_NAMED: lambda: _("{at}: {who} made {whom} an admin here."),
    AdminAct.ADMIN_REMOVED: lambda: _("{at}: {who} took back that {whom} is an admin here."),
    AdminAct.GROUP_SET: lambda: _("{at}: {who} set the group {about}, led by {whom}."),
    AdminAct.GROUP_REMOVED: lambda: _("{at}: {who} removed the group {about}."),
    AdminAct.SHAPE_FORGOTTEN: lambda: _(
        "{at}: {who} made me forget how posts in {about} are built."
    ),
}
"""Each act in a sentence. To add one: a word in `AdminAct`, a line here."""


def admin_log(rows: Sequence[Told], page: int, total: int) -> dict[str, Any]:
    """One page of it."""
    view = form(CALLBACK, _("What admins changed"), "", _("Close"), {"page": str(page)})
    del view["submit"]
    blocks: list[Block | None] = [section(log_words(row)) for row in rows[:PAGE]]
    if not rows:
        blocks.append(section(_("No admin has changed anything yet.")))
    pages = max(1, -(-total // PAGE))
    if pages > 1:
        words = _("Page {page} of {pages}").format(page=page + 1, pages=pages)
        blocks += [context(words), _turn(page, pages)]
    return view | {"blocks": [block for block in blocks if block is not None]}


def log_words(row: Told) -> str:
    """One act as a sentence."""
    return ACTS[row.act]().format(
        at=moment(row.at),
        who=escape(row.who, 80) or _("an admin"),
        about=escape(row.about, 200) or "–",
        whom=escape(row.whom, 80) or mention(row.whom_id) or _("somebody"),
    )


def _turn(page: int, pages: int) -> Block | None:
    newer = button(_("Newer"), Act.ADMIN_LOG, ref=str(page - 1)) if page > 0 else None
    older = button(_("Older"), Act.ADMIN_LOG, ref=str(page + 1)) if page + 1 < pages else None
    return actions(newer, older)
