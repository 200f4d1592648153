"""The one question before somebody is forgotten: what goes, what stays, and what is still open."""

from __future__ import annotations

from typing import Any

from bot.flows.forget_person import ToForget
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, section
from bot.slack.views.fields import form
from bot.texts import _, ngettext

CALLBACK = "forget_me"


def forget_form(left: ToForget) -> dict[str, Any]:
    """Submitting it is the press that counts; closing it changes nothing."""
    view = form(CALLBACK, _("Forget me"), _("Forget me"), _("Keep everything"), {})
    first: list[Block] = []
    blocks: list[Block | None] = [section(_goes()), section(_stays())]
    if left.open_promises:
        blocks.append(section(_open(left.open_promises)))
        first.append(button(_("Hand over first"), Act.FORGET_HAND_OVER))
    first.append(button(_("Export first"), Act.EXPORT))
    return view | {"blocks": [block for block in (*blocks, actions(*first)) if block is not None]}


def _goes() -> str:
    return _(
        "*What goes, at once and for good:* your answers and what you learned, your settings and "
        "days away, whom you keep, what I decided about you and wrote to you, what waits for your "
        "yes or no, your name and mail address. I delete my messages to you; what Slack itself has "
        "kept of them I cannot reach."
    )


def _stays() -> str:
    return _(
        "*What stays:* what is on clients' records, such as goals, promises and contacts. Your "
        "name is taken off. While you are in a channel that I read, I know that, as of anybody "
        "there."
    )


def _open(count: int) -> str:
    return ngettext(
        "*{count} promise of yours is open.* Without you it waits in Home, without a name, for a "
        "colleague on that client to take it.",
        "*{count} promises of yours are open.* Without you they wait in Home, without a name, for "
        "colleagues on those clients to take them.",
        count,
    ).format(count=count)
