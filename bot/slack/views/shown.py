"""The one line that a message shrinks to once something became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.letters import Shown
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, message
from bot.slack.views.days import long_day, weekday
from bot.slack.views.kinds import kind_words
from bot.slack.views.touches import TOUCHED, touch_done_words
from bot.slack.views.wording import fill
from bot.texts import _

SHOWN: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "noted": lambda _v: _("Noted."),
    "goal_saved": lambda _v: _("On the record of {client}: ‘{words}’."),
    "problem_saved": lambda _v: _("On the record of {client}, as a problem: ‘{words}’."),
    "problem_solved": lambda _v: _("{client}: their problem is marked as solved."),
    "measure_saved": lambda _v: _("On the record of {client}, as their measure: ‘{words}’."),
    "people_saved": lambda _v: _("On the record of {client}, people: ‘{words}’."),
    "confirmed": lambda _v: _("{client}: the goal stands, confirmed today."),
    "nothing_new": lambda _v: _("Nothing new."),
    "did_not_come_up": lambda _v: _("It did not come up."),
    "promise_kept_list": lambda v: (
        _("{client}: ‘{text}’ by {due_on}. It comes back on {remind_on}.")
        if v.get("remind_on")
        else _("{client}: ‘{text}’ is on your list.")
    ),
    "not_a_promise": lambda _v: _("Not a promise. Nothing was saved."),
    "goal_rejected": lambda _v: _("Not their goal. Nothing was saved."),
    "later": lambda v: _("Later: {at}.") if v.get("at") else _("Later."),
    "later_in_home": lambda _v: _("Put off. It waits in Home for your yes or no."),
    "later_never": lambda _v: _("Put off. `/reflect` asks one whenever you like."),
    "not_relevant": lambda _v: _("Not relevant. I will not ask this again for a while."),
    "stopped": lambda v: (
        _("Stopped: {kind_words}. You can switch it on again in Home.")
        if v.get("kind")
        else _("Stopped. You can switch it on again in Home.")
    ),
    "answered_elsewhere": lambda _v: _("Answered elsewhere."),
    "expired": lambda _v: _("This one is over. Nothing is needed."),
    "withdrawn": lambda _v: _("Withdrawn: the post it came from changed or is gone."),
    "kept": lambda v: _("Sent: {what}.") if v.get("what") else _("Sent."),
    "moved": lambda v: (
        _("New date for {what}: {due_on}.") if v.get("what") else _("New date: {due_on}.")
    ),
    "dropped": lambda v: _("Dropped: {what}.") if v.get("what") else _("Dropped."),
    "client_taken": lambda _v: _("Yours now: {client}."),
    "client_not_me": lambda _v: _("It stays where it is: {client}."),
    "client_over": lambda _v: _("No longer asked: {client}."),
    "joined": lambda _v: _("You joined."),
    "chosen": lambda v: (
        _("You keep: {clients}.") if v.get("clients") else _("You keep no client for now.")
    ),
    "choose_later": lambda _v: _("Later. You can choose in Home whenever you like."),
    "holds": lambda _v: "{holds_words}",
    "announced": lambda _v: _("Posted."),
    "not_announced": lambda _v: _("Not posted."),
    "less": lambda _v: _("Less: one question a week at most."),
    "other": lambda _v: _("Other ones: I will not ask these again."),
    "stop": lambda _v: _("Stopped: no questions. Promises still come back on their dates."),
    "away_kept": lambda _v: _("The dates stay as they are."),
    "swarm_over": lambda _v: _("This one is over. Nobody sees whether or how you answered."),
    "swarm_helping": lambda v: (
        _(
            "You help {name} with {client}: ‘{question}’. {name} hears it from me. "
            "The question stands in #{channel}."
        )
        if v.get("channel")
        else _(
            "You help {name} with {client}: ‘{question}’. {name} hears it from me, and writes "
            "to you."
        )
    ),
    "swarm_stopped": lambda _v: _(
        "Stopped: I bring you no more questions. You can switch it on again in Home."
    ),
    "away_moved": lambda _v: _("Moved to {due_on}. The clients hear that from you."),
}
"""Each code's words, by the values that come with it. To add one: a line here."""

DONE: Mapping[str, Callable[[], str]] = {
    "kept": lambda: _("Sent: {name}."),
    "moved": lambda: _("New date: {name}."),
    "dropped": lambda: _("Dropped: {name}."),
    "gave": lambda: _("{name}: gave something."),
    "heard": lambda: _("{name}: heard from them."),
    "asked": lambda: _("{name}: asked them for something."),
    "told": lambda: _("They know the new date: {name}."),
    "later": lambda: _("{name}: later."),
    "accepted": lambda: _("On your list: {name}."),
    "rejected": lambda: _("Not kept: {name}."),
    "over": lambda: _("No longer open: {name}."),
    "handed": lambda: _("Handed over: {name}."),
    "taken": lambda: _("Yours now: {name}."),
    "noted": lambda: _("{name}: noted."),
    "model_mine": lambda: _("{name}: it may read yours."),
    "model_not_mine": lambda: _("{name}: yours are kept out."),
}
"""The same for a single line of a note or digest; {name} says which.

What follows an @ in the code belongs to it: a date, or a contact and by which way it was.
"""


def shrunk(shown: Shown, key: str, further: Block | None = None) -> Message:
    """The whole message as one line, with Change where something can be changed.

    `further` is a button for what the answer leads to.
    """
    code = shown.code or ""
    choose = SHOWN.get(code)
    template = choose(shown.values) if choose else _("Done.")
    words = fill(template, named_codes(shown.values))
    change = button(_("Change"), Act.CHANGE, key) if shown.can_change else None
    return message(words, context(words), actions(change, further))


def done_words(code: str, name: str) -> str:
    """The line of a note once it is done; `name` is mrkdwn already."""
    kind, _at, rest = code.partition("@")
    if kind in TOUCHED and rest:
        return touch_done_words(kind, rest.partition("@")[2], name)
    day = _day(rest) if kind == "moved" else None
    if day is not None:
        return _("New date, {day}: {name}.").format(name=name, day=long_day(day))
    template = DONE[kind]() if kind in DONE else _("Done: {name}.")
    return template.format(name=name)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def named_codes(values: Mapping[str, str]) -> dict[str, str]:
    """The values, and in words those that are codes: kinds, weekdays, what a channel holds."""
    named = dict(values)
    if "kind" in values:
        named["kind_words"] = kind_words(values["kind"])
    if values.get("day", "").isdecimal():
        named["day"] = weekday(int(values["day"]))
    if "holds" in values:
        named["holds_words"] = holds_words(values["holds"])
    return named


def holds_words(holds: str) -> str:
    """What Alongside does from now on in a channel."""
    said = {
        "deals": lambda: _("From now on I read deal posts here."),
        "meetings": lambda: _("From now on I read meeting posts here."),
        "both": lambda: _("From now on I read deal and meeting posts here."),
        "neither": lambda: _("I read nothing here."),
    }
    return said[holds]() if holds in said else holds
