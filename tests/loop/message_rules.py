"""The rules of every message, told of a conversation as a seller saw it over weeks or a year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from bot.playground.member import Member
from bot.playground.shown import Message
from bot.store.nudge import Nudge
from tests.loop.reading_along import came_at
from tests.world import World

UNASKED = ("question", "note", "digest")
PRAISE_OR_GUILT = re.compile(
    r"\b(great job|well done|congrat\w*|awesome|streak|badge|score|rank\w*|thank you|you failed|"
    r"don't forget|hurry|urgent)\b",
    re.IGNORECASE,
)
Letters = list[tuple[Message, Nudge]]


@dataclass(frozen=True, slots=True)
class Life:
    """A seller, and what they asked for: their days off and how many questions a week."""

    member: Member
    holidays: Collection[date] = frozenset()
    away: tuple[tuple[date, date], ...] = ()
    questions_per_week: int = 3


def keeps_the_rules(world: World, life: Life, first_seen: Collection[Message]) -> None:
    """`first_seen` are the messages as they were when they came; later they shrink to a line."""
    seller = life.member
    by_kind = {kind: list(_of_kind(world, first_seen, kind)) for kind in UNASKED}
    unasked = [message for pairs in by_kind.values() for message, _ in pairs]
    for message in unasked:
        _comes_at_a_good_moment(life, message)
        _says_why(message)
        _is_a_peers(message)
    a_day = Counter(came_at(seller, one).date() for one in unasked)
    assert max(a_day.values(), default=0) <= 2
    digest_days = {came_at(seller, one).date() for one, _ in by_kind["digest"]}
    _keeps_to_questions(life, by_kind["question"], digest_days)
    _keeps_to_letters(seller, by_kind)
    _nothing_twice(first_seen)


def _comes_at_a_good_moment(life: Life, message: Message) -> None:
    at = came_at(life.member, message)
    assert at.weekday() < 5, message.text
    assert (8, 30) <= (at.hour, at.minute) < (17, 30), message.text
    assert at.date() not in life.holidays, message.text
    for first, last in life.away:
        assert not first <= at.date() <= last, message.text


def _says_why(message: Message) -> None:
    assert "Why this?" in message.labels, message.words


def _is_a_peers(message: Message) -> None:
    assert message.text
    assert "!" not in message.text.replace("<!date", ""), message.text
    assert not PRAISE_OR_GUILT.search(message.text), message.text


def _keeps_to_questions(life: Life, questions: Letters, no_questions: set[date]) -> None:
    """One a day, no more a week than asked for, a day apart, the same client once a week, short."""
    # In UTC: two moments of one zone are subtracted by their walls' clocks, which are put back.
    # To the second: Slack tells messages of one moment apart by counting on in microseconds.
    at = [
        came_at(life.member, message).astimezone(UTC).replace(microsecond=0)
        for message, _ in questions
    ]
    cap = life.questions_per_week
    too_soon = [pair for pair in pairwise(at) if pair[1] - pair[0] < timedelta(hours=24)]
    assert too_soon == []
    if cap == 0:
        assert at == []
    assert all(
        later - first >= timedelta(days=7) for first, later in zip(at, at[cap:], strict=False)
    )
    assert not no_questions & {came_at(life.member, one).date() for one, _ in questions}
    last: dict[tuple[str, str | None], datetime] = {}
    for (message, nudge), when in zip(questions, at, strict=True):
        asked = message.text.split("\n")[0]
        assert asked.count("?") == 1, asked
        assert len(asked.split()) <= 40, asked
        for rule, name, rest in (("client", nudge.client_id, 7), ("prompt", nudge.prompt_id, 14)):
            before = last.get((rule, name))
            assert name is None or before is None or when - before >= timedelta(days=rest), asked
            if nudge.state != "snoozed":
                last[rule, name] = when


def _keeps_to_letters(seller: Member, by_kind: Mapping[str, Letters]) -> None:
    """A note a day and a digest a week at most, each no longer than it may be."""
    notes = Counter(came_at(seller, one).date() for one, _ in by_kind["note"])
    assert max(notes.values(), default=0) <= 1
    weeks = Counter(came_at(seller, one).isocalendar()[:2] for one, _ in by_kind["digest"])
    assert max(weeks.values(), default=0) <= 1
    for message, _ in by_kind["note"]:
        lines = [line for line in message.text.split("\n") if "in Home." not in line]
        assert 1 <= len(lines) <= 6
    for message, _ in by_kind["digest"]:
        assert len(message.text.split("\n")) <= 13  # its title and twelve lines


def _nothing_twice(messages: Collection[Message]) -> None:
    keys = Counter(key_of(one) for one in messages if key_of(one))
    assert [key for key, times in keys.items() if times > 1] == []


def _of_kind(
    world: World, written: Collection[Message], kind: str
) -> Iterator[tuple[Message, Nudge]]:
    """The messages of one kind, each with what Alongside knows of it."""
    with world.services.reading(world.town.id) as store:
        for message in written:
            if key_of(message).partition(":")[0] == kind:
                nudge = store.nudges.with_key(key_of(message))
                assert nudge is not None
                yield message, nudge


def key_of(message: Message) -> str:
    """By which name Alongside finds its own message again: "note:U1:2026-05-14"."""
    return str(((message.metadata or {}).get("event_payload") or {}).get("key", ""))
