"""What Alongside reads, what it keeps and for how long: Home's page, and docs/privacy.md's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.retention import DAYS_KEPT, Kept
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, section
from bot.slack.views.fields import form
from bot.slack.views.privacy import privacy_words, reads_words
from bot.texts import _

CALLBACK = "kept"

_TERMS: Mapping[Kept, Callable[[], str]] = {
    Kept.UNCONFIRMED: lambda: _(
        "A promise or goal that a post shows and you have not confirmed: {days} days. Your press "
        "erases its words at once."
    ),
    Kept.FACETS: lambda: _(
        "What a post was about, as marks such as “goal” or “money”, without its words: {days} days."
    ),
    Kept.OCCASIONS: lambda: _(
        "That there was a reason to ask you something, once it is over: {days} days."
    ),
    Kept.DECISIONS: lambda: _(
        "Why I asked you something or stayed quiet, for “Why this?”: {days} days."
    ),
    Kept.MESSAGES: lambda: _(
        "What I wrote to you, so that I do not ask it again too soon: {days} days."
    ),
    Kept.DELIVERIES: lambda: _(
        "The list of what Slack delivered, as bare numbers, so that nothing counts twice: "
        "{days} days."
    ),
    Kept.MODEL_ASKS: lambda: _(
        "Where a text stands that a language model was asked about, where one is switched on: "
        "{days} days. Never the text."
    ),
    Kept.EXPORTS: lambda: _("That you asked for a file with everything of yours: {days} days."),
    Kept.ADMIN_ACTS: lambda: _("What admins changed for everybody: {days} days."),
    Kept.CLOSED_ACCOUNTS: lambda: _(
        "When your Slack account is closed, your answers and my messages to you go at once. Your "
        "name, your settings and the list of clients you kept stay for {days} days, so that "
        "somebody can take over; then they go too."
    ),
}
"""Each term in a sentence, with {days} from `bot/domain/retention.py`."""


def term_lines() -> list[str]:
    """How long what is kept, one sentence a term."""
    return [words().format(days=DAYS_KEPT[what]) for what, words in _TERMS.items()]


def standing_lines() -> list[str]:
    """What has no term, and what ends it."""
    return [
        _(
            "The client's record (what they want, problems, promises, contacts, deals, meetings): "
            "as long as your company keeps it. Who wrote it down stands there until they are "
            "forgotten."
        ),
        _("That a post was read: its place, and which client it was about. Never its words."),
        _(
            "Your answers, your settings and whom you keep: until you ask to be forgotten, or your "
            "account is closed. Leaving with `/alongside leave` keeps them for your return."
        ),
        _("Who is in a channel that I read: fetched afresh each day, gone when I am removed."),
        _("How often each question was asked and answered in the workspace: sums, naming nobody."),
        _(
            "In which group an admin put you, and who leads it: until that is changed. Figures of "
            "groups in percent, a quarter at a time: they name nobody."
        ),
    ]


def kept_view() -> dict[str, Any]:
    """The page, as a form that has nothing to submit."""
    view = form(CALLBACK, _("What I read and keep"), "", _("Close"), {})
    del view["submit"]
    blocks: list[Block | None] = [
        section(f"*{_('What I read')}*\n{reads_words()}"),
        section(f"*{_('Whose it is')}*\n{privacy_words()}"),
        section(f"*{_('For how long')}*\n" + _listed(term_lines())),
        section(f"*{_('Without a term')}*\n" + _listed(standing_lines())),
        actions(*privacy_buttons()),
    ]
    return view | {"blocks": [block for block in blocks if block is not None]}


def privacy_buttons() -> tuple[Block, ...]:
    """What one can do about one's own data, wherever it is spoken of."""
    return (
        button(_("Export mine"), Act.EXPORT),
        button(_("What admins changed"), Act.ADMIN_LOG),
        button(_("Forget me"), Act.FORGET),
    )


def _listed(lines: list[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)
