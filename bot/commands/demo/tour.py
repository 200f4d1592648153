"""A short tour for somebody who is here for the first time; each step knows when it is done."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind, NudgeState, PostKind
from bot.playground.state import Json, Team
from bot.store.store import Store

_LONG_DAYS = 150
_KEEPS = 3
_STEPS = (
    ("invited", "As *Ben*, open #deals and press *Invite Alongside*."),
    ("marked", "It asks Ben alone what is posted there. Press *Both*."),
    ("announced", "Read what it would post, then press *Post it*."),
    ("joined", "Switch to *Ada*. In #deals, press *Join*."),
    ("kept", "In her messages with Alongside, press *Choose* and keep three clients."),
    ("met", "In #deals: *Post as an app*, then the notetaker's recap."),
    ("asked", "At the top, press *End of the meeting*. The recap's promise is offered to Ada."),
    ("answered", "Answer it with one press."),
    ("noted", "Press *Tomorrow*. The morning note brings the promise back."),
    ("digested", "Press *Friday 14:05* for the digest."),
    ("later", "Press the clock, then *Six months on*: it takes well under a minute."),
)


def tour(store: Store, team: Team) -> list[Json]:
    """All steps; done is what somebody did, whoever it was."""
    done = _done(store, team)
    return [{"text": words, "done": step in done} for step, words in _STEPS]


def _done(store: Store, team: Team) -> set[str]:
    people = store.people.joined()
    states = {kind: _states(store, people, kind) for kind in NudgeKind}
    questions = states[NudgeKind.QUESTION]
    channels = [store.channels.get(channel_id) for channel_id in team.channels]
    known = [one for one in channels if one is not None and one.left_at is None]
    held = (PostKind.MEETING_HELD, PostKind.MEETING_AHEAD)
    checks = {
        "invited": bool(known),
        "marked": any(one.is_read for one in known),
        "announced": _is_announced(store, team),
        "joined": bool(people),
        "kept": any(len(store.clients.kept_by(person.id)) >= _KEEPS for person in people),
        "met": any(one.kind in held and one.asked_id for one in store.noticed.latest(limit=50)),
        "asked": bool(questions),
        "answered": NudgeState.ANSWERED in questions,
        "noted": bool(states[NudgeKind.MORNING_NOTE]),
        "digested": bool(states[NudgeKind.DIGEST]),
        "later": _is_much_later(people, team),
    }
    return {step for step, is_done in checks.items() if is_done}


def _states(store: Store, people: list[Person], kind: NudgeKind) -> set[NudgeState]:
    return {
        nudge.state
        for person in people
        for nudge in store.nudges.latest(person.id, (kind,), limit=10)
    }


def _is_announced(store: Store, team: Team) -> bool:
    """Whether Alongside itself said something in a channel."""
    installation = store.teams.installation()
    bot = installation.bot_user_id if installation else ""
    return any(
        message.get("user") == bot and "subtype" not in message
        for channel in team.channels.values()
        if channel.kind != "im"
        for message in channel.messages
    )


def _is_much_later(people: list[Person], team: Team) -> bool:
    """Whether the last thing said is months after the first joining."""
    joined = min((one.joined_at.timestamp() for one in people if one.joined_at), default=None)
    said_at = team.last_ts_us / 1_000_000
    return joined is not None and said_at - joined > _LONG_DAYS * 86_400
