"""What is said about a question for which somebody asks for help, and what cannot be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.slack.presses import Act
from bot.texts import _

_Values = Mapping[str, str]
_Words = Callable[[_Values], str]


def _ended(values: _Values) -> str:
    """That it is over; how it ended and what the asker writes, where they wrote anything."""
    lines = [_("{name} closed the question about {client} that you help with: ‘{question}’.")]
    if values.get("found"):
        lines.append(_("What came out: ‘{found}’."))
    if values.get("thanks"):
        lines.append(_("{name} writes: ‘{thanks}’."))
    return "\n".join(lines)


def _why(values: _Values) -> str:
    lines = [
        _("*Why this?* {name} asks colleagues for help with {client}."),
        _("*Why you?* You listed {topics}.")
        if values.get("topics")
        else _("*Why you?* {name} chose you, or you helped with such a question before."),
        _("*From which data?* Your topics, and whom you helped before."),
        _(
            "*How to stop?* “Stop asking me” in the menu, or Home, where you also set how often. "
            "Nobody sees a no; it keeps further questions away for two weeks."
        ),
    ]
    return "\n".join(lines)


SWARM_REPLIES: Mapping[str, _Words] = {
    "swarm_asked": lambda _v: _(
        "Your question about {client} goes to {names}: ‘{question}’. "
        "You hear from me when somebody can help."
    ),
    "swarm_asked_too": lambda _v: _(
        "Your question about {client} goes to {names} as well: ‘{question}’."
    ),
    "swarm_nobody": lambda _v: _(
        "I find nobody to ask about {client} just now: ‘{question}’. "
        "You can post it in a channel; you see it first."
    ),
    "swarm_nobody_else": lambda _v: _(
        "I find nobody else to ask about {client}: ‘{question}’. "
        "You can post it in a channel; you see it first."
    ),
    "swarm_yes": lambda _v: _(
        "{name} can help with {client}: ‘{question}’. Write to them, or post the question in a "
        "channel; you see it first."
    ),
    "swarm_yes_posted": lambda _v: _(
        "{name} can help with {client} too: ‘{question}’. It stands in #{channel}; mention them "
        "there."
    ),
    "swarm_press": lambda _v: _(
        "What you write here reaches nobody. Press one of the two buttons above; nobody sees a no."
    ),
    "swarm_enough": lambda _v: _("Three people help already, so nothing is needed from you."),
    "swarm_ended": _ended,
    "swarm_why": _why,
}
"""Each code's words, by the values that come with it."""

_POST = (lambda: _("Post in a channel"), Act.HELP_POST)
_CLOSE = (lambda: _("Close it"), Act.HELP_CLOSE)
SWARM_BUTTONS: Mapping[str, tuple[tuple[Callable[[], str], Act], ...]] = {
    "swarm_nobody": (_POST, _CLOSE),
    "swarm_nobody_else": (_POST, _CLOSE),
    "swarm_yes": (_POST, _CLOSE),
    "swarm_yes_posted": (_CLOSE,),
}
SWARM_REFUSALS: Mapping[str, _Words] = {
    "swarm_needs_question": lambda _v: _(
        "What exactly do you want to know? One precise question is enough."
    ),
    "swarm_too_long": lambda _v: _("A precise question fits in 500 characters."),
    "swarm_too_many": lambda _v: _("Choose three people at most."),
    "swarm_enough_open": lambda _v: _("Five questions of yours are open. Close one in Home first."),
    "swarm_is_closed": lambda _v: _("This question is closed by now; nothing was changed."),
    "swarm_is_over": lambda _v: _("This one is over by now; nothing was changed."),
    "swarm_yes_already": lambda _v: _("You said yes to this one already."),
    "swarm_words_too_long": lambda _v: _("That is too long; 300 characters are enough."),
    "swarm_needs_channel": lambda _v: _("Which channel? Choose one."),
    "swarm_not_in_channel": lambda _v: _(
        "I am not in that channel. Invite me there first, or choose another one."
    ),
    "swarm_shared_channel": lambda _v: _(
        "People of another organisation are in that channel. Choose another one."
    ),
    "swarm_changed": lambda _v: _(
        "It would read differently by now. Close this, and open it again to see how."
    ),
    "swarm_posted_already": lambda _v: _("It is posted already; nothing was posted now."),
}
"""What cannot be done, and what to do instead."""
