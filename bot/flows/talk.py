"""Somebody writes to Alongside: it is an answer, a promise, or a question that gets help."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.answers import Given
from bot.domain.asking_for_help import AskForHelp
from bot.domain.letters import FoundKind, Letter, Offer, Question, Reply
from bot.domain.people import Person
from bot.domain.promises import remind_on
from bot.domain.quiet import local_day
from bot.domain.retention import Kept, kept_for
from bot.domain.vocabulary import NudgeKind
from bot.errors import TellUser
from bot.flows.answer import write_answer
from bot.flows.answer_offer import answer_offer
from bot.flows.find_client import client_said
from bot.flows.schedules import schedule_of
from bot.flows.search_record import Sought, search_record
from bot.ports import Address
from bot.prompts.catalogue import Catalogue
from bot.reading.commands import read_promise
from bot.reading.record_question import read_record_question
from bot.services import HolidaysOf
from bot.store.nudge import Nudge
from bot.store.store import Store

_ANSWER_LIMIT = 3_000
_ANSWERABLE_FOR = timedelta(days=14)
_ANSWERED_BY_WORDS = (Question, Offer, AskForHelp)


def receive_words(
    store: Store,
    catalogue: Catalogue,
    person: Person,
    text: str,
    key: str,
    thread_ts: str | None,
    channel_id: str,
    now: datetime,
    holidays_of: HolidaysOf,
) -> None:
    """What a person types under the latest question or in its thread is their answer.

    Anything else gets a helpful word back, never silence.
    """
    asked = _message_meant(store, person, channel_id, thread_ts, now)
    is_asked_for_help = asked is not None and isinstance(asked.letter, AskForHelp)
    if not person.is_reachable:
        code = "swarm_press" if is_asked_for_help else "not_joined"
        _reply(store, person, Reply(code), key, thread_ts, now)
        return
    found = _record_asked(store, person, text) if thread_ts is None else None
    if found is not None:
        _reply(store, person, found, key, thread_ts, now)
        return
    words = text.strip()[:_ANSWER_LIMIT]
    unclear = Reply("swarm_press" if is_asked_for_help else "dm_unknown")
    try:
        if asked is not None and words and isinstance(asked.letter, Question):
            write_answer(store, catalogue, person, asked, Given(words=words), now, holidays_of)
            return
        if asked is not None and isinstance(asked.letter, Offer):
            if answer_offer(store, person, asked, asked.letter, words, now, holidays_of):
                return
            unclear = Reply("offer_unclear", {"text": asked.letter.text or asked.letter.excerpt})
    except TellUser as error:
        _reply(store, person, Reply(error.code, error.values), key, thread_ts, now)
        return
    letter = _promise_offered(store, person, words, now, holidays_of) or unclear
    _reply(store, person, letter, key, thread_ts, now)


def _record_asked(store: Store, person: Person, text: str) -> Letter | None:
    """A question such as: what did Gira say about downtime? Also under one of ours."""
    asked = read_record_question(text)
    clients = store.clients.named(asked.client_words) if asked is not None else []
    if asked is None or not clients:
        return None
    try:
        if len(clients) > 1:
            client_said(store, asked.client_words)
        return search_record(store, person, Sought(clients[0], asked.about), with_answers=False)
    except TellUser as error:
        return Reply(error.code, error.values)


def _message_meant(
    store: Store, person: Person, channel_id: str, thread_ts: str | None, now: datetime
) -> Nudge | None:
    """The message in whose thread the words stand, else the latest that waits for an answer."""
    if thread_ts is not None:
        nudge = store.nudges.at(channel_id, thread_ts)
        if nudge is None or nudge.person_id != person.id:
            return None
        return nudge if isinstance(nudge.letter, _ANSWERED_BY_WORDS) else None
    types = tuple(one.__name__ for one in _ANSWERED_BY_WORDS)
    nudge = store.nudges.latest_open(person.id, types)
    if nudge is None or nudge.sent_at is None or now - nudge.sent_at > _ANSWERABLE_FOR:
        return None
    return nudge


def _promise_offered(
    store: Store, person: Person, words: str, now: datetime, holidays_of: HolidaysOf
) -> Letter | None:
    """A promise to a known client that was simply written down is offered for one press."""
    today = local_day(now, person.zone)
    said = read_promise(words, today, known_names=store.clients.all_names())
    if said.due_on is None or said.due_on < today or said.client_words is None:
        return None
    found = store.clients.named(said.client_words)
    if len(found) != 1:
        return None
    candidate_id = store.candidates.add(
        person.id,
        found[0].id,
        FoundKind.PROMISE,
        excerpt=words,
        words=said.text,
        due_on=said.due_on,
        at=now,
        expires_at=now + kept_for(Kept.UNCONFIRMED),
    )
    schedule = schedule_of(store, person, now, holidays_of)
    return Offer(
        candidate_id,
        FoundKind.PROMISE,
        found[0].id,
        found[0].name,
        words[:200],
        said.text,
        said.due_on,
        remind_on(said.due_on, today, schedule),
    )


def _reply(
    store: Store,
    person: Person,
    letter: Letter,
    key: str,
    thread_ts: str | None,
    now: datetime,
) -> None:
    store.nudges.plan(
        f"reply:{key}",
        Address(store.team_id, person.id, thread_ts=thread_ts),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=person.id,
        is_asked_for=True,
    )
