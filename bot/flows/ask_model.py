"""Asks the language model about one text that waits, and offers what it proposes like any find.

1. Lease one ask. Is it still wanted: not too late, switched on, its person told and willing?
2. Outside any transaction: fetch the text from where it stands; take out what must not leave.
3. In a transaction: is it still wanted, and is there a call left today? Count it.
4. Outside any transaction: ask.
5. In a transaction: unless the post was edited meanwhile, keep what stands literally in the text,
   to be offered for one press. Nothing is saved by itself.

Whatever fails, the rules alone have spoken; it is tried once more at most.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.letters import Button, Question
from bot.domain.model_help import (
    SECOND_TURN,
    AskedAbout,
    AskOutcome,
    FollowUpProposed,
    PostProposed,
)
from bot.domain.people import Person
from bot.domain.redaction import Redacted, redact
from bot.domain.second_turn import is_drawn_from
from bot.domain.vocabulary import CLIENT_FACETS, NudgeKind, NudgeState, PostKind
from bot.errors import RemoteError
from bot.flows.ask_about import TAKEN_IN, may_send
from bot.flows.note_found import note_found
from bot.flows.places import PostRef
from bot.ports import Address, LanguageModel
from bot.prompts.contract import LANGUAGES, breaches_of_question
from bot.reading import read_post
from bot.reading.post import Post, read_message
from bot.reading.proposals import found_by_model
from bot.services import Services
from bot.store.model_asks import Ask
from bot.store.store import Store

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=3)
AT_ONCE = 1
"""A worker that is told to stop finishes what it has in hand: one."""
MOST_TRIES = 2
_AGAIN_AFTER = timedelta(seconds=20)
_DEAL_MOMENTS = frozenset({PostKind.DEAL_UPDATE})


@dataclass(frozen=True, slots=True)
class _PostShown:
    """A post as it stands now, and what of it is sent."""

    post: Post
    message: dict[str, object]
    sent: Redacted


@dataclass(frozen=True, slots=True)
class _AnswerShown:
    """What a seller wrote on a client's record, and what of it is sent."""

    sent: Redacted
    language: str


def ask_model(services: Services) -> bool:
    """Ask about one text that waits. Says whether there was any."""
    if services.model is None:
        return False
    machine = services.clock.machine()
    with services.database.reading_across_teams() as across:
        if not across.asks_wait(machine):
            return False
    with services.database.across_teams() as across:
        leased = across.lease_asks(machine, LEASE, AT_ONCE)
    for ask in leased:
        _ask(services, services.model, ask)
    return bool(leased)


def _ask(services: Services, model: LanguageModel, ask: Ask) -> None:
    now = services.clock.now()
    try:
        outcome = _tried(services, model, ask, now)
    except RemoteError as error:
        ended = _failed(services, ask, error)
        if ended is None:
            return
        outcome = ended
    if outcome is not AskOutcome.ANSWERED:
        with services.transaction(ask.team_id) as store:
            store.model_asks.end(ask, outcome)
    log.info("model", extra={"action": "model_asked", "ask": ask.id, "outcome": outcome.value})


def _tried(services: Services, model: LanguageModel, ask: Ask, now: datetime) -> AskOutcome:
    if ask.tries > MOST_TRIES:
        return AskOutcome.FAILED  # a process died of it twice
    with services.reading(ask.team_id) as store:
        hindrance = _hindrance(store, model, ask, now)
        person = store.people.get_or_stranger(ask.person_id)
    if hindrance is not None:
        return hindrance
    shown = _shown(services, ask, person)
    if shown is None:
        return AskOutcome.NOT_WANTED
    with services.transaction(ask.team_id) as store:
        hindrance = _hindrance(store, model, ask, now)
        if hindrance is not None:
            return hindrance
        today = services.clock.machine().astimezone(UTC).date()
        if not store.model_asks.take_call(ask, today, model.calls_per_day):
            return AskOutcome.OVER_BUDGET
    answer = _answer_of(model, shown)
    with services.transaction(ask.team_id) as store:
        hindrance = _hindrance(store, model, ask, now)
        if hindrance is not None:
            return hindrance
        if isinstance(shown, _PostShown) and isinstance(answer, PostProposed):
            _offer(store, person, ask, shown, answer, now)
        elif isinstance(shown, _AnswerShown) and isinstance(answer, FollowUpProposed):
            _ask_further(store, person, ask, shown, answer, now)
        store.model_asks.end(ask, AskOutcome.ANSWERED)
    return AskOutcome.ANSWERED


def _answer_of(
    model: LanguageModel, shown: _PostShown | _AnswerShown
) -> PostProposed | FollowUpProposed | None:
    if isinstance(shown, _PostShown):
        return model.read_post(shown.sent)
    return model.follow_up(shown.sent, shown.language)


def _hindrance(store: Store, model: LanguageModel, ask: Ask, now: datetime) -> AskOutcome | None:
    """Why it is not to be asked after all."""
    if now > ask.drop_at:
        return AskOutcome.TOO_LATE
    person = store.people.get(ask.person_id)
    if person is None or not may_send(store, person, model.host):
        return AskOutcome.NOT_WANTED
    if not store.model_asks.is_held(ask):
        return AskOutcome.NOT_WANTED
    if ask.channel_id is not None:
        channel = store.channels.get(ask.channel_id)
        if channel is None or not channel.is_read:
            return AskOutcome.NOT_WANTED
    return None


def _shown(services: Services, ask: Ask, person: Person) -> _PostShown | _AnswerShown | None:
    """What is sent. A post is fetched from Slack: its text is kept nowhere here (rule 8)."""
    if ask.about is AskedAbout.POST and ask.channel_id and ask.ts:
        found = services.messenger.post(ask.team_id, ask.channel_id, ask.ts)
        if found is None or found.get("user") != person.id or found.get("bot_id"):
            return None
        message = dict(found)
        post = read_message(message, person.zone)
        return _PostShown(post, message, redact(post.text)) if post.text.strip() else None
    with services.reading(ask.team_id) as store:
        nudge = store.nudges.get(ask.nudge_id) if ask.nudge_id else None
    words = nudge.shown.values.get("words", "") if nudge is not None else ""
    language = person.locale.replace("_", "-").partition("-")[0].lower()
    if not words.strip() or language not in LANGUAGES:
        return None
    return _AnswerShown(redact(words), language)


def _offer(
    store: Store,
    person: Person,
    ask: Ask,
    shown: _PostShown,
    proposed: PostProposed,
    now: datetime,
) -> None:
    """What stands in the post goes the way of everything that is found in a post."""
    if ask.channel_id is None or ask.ts is None:
        return
    notice = store.noticed.get(ask.channel_id, ask.ts)
    if notice is None or notice.outcome not in TAKEN_IN or notice.asked_id != person.id:
        return
    if notice.client_id is None:
        return
    by_rules = read_post(shown.message, zone=person.zone).found
    found = found_by_model(shown.post, shown.sent, proposed, by_rules)
    store.noticed.also_shows(ask.channel_id, ask.ts, found.facets)
    post = PostRef(ask.channel_id, ask.ts, shown.post.posted_at, person.id)
    candidate_id = note_found(store, found, notice.client_id, person.id, post, now, by_model=True)
    if notice.moment_id is not None and notice.kind is not PostKind.MEETING_AHEAD:
        if candidate_id is not None:
            store.moments.also_offers(notice.moment_id, candidate_id)
        if notice.kind in _DEAL_MOMENTS and found.facets & CLIENT_FACETS:
            store.moments.also_knows(notice.moment_id, {"shows_client": "yes"})
    if candidate_id is not None:
        store.people.home_changed(person.id)
        store.people.look_by(person.id, now)


def _ask_further(
    store: Store,
    person: Person,
    ask: Ask,
    shown: _AnswerShown,
    proposed: FollowUpProposed,
    now: datetime,
) -> None:
    """The second and last turn of a talk, if the question keeps the contract of every prompt."""
    nudge = store.nudges.get(ask.nudge_id) if ask.nudge_id else None
    if nudge is None or nudge.state is not NudgeState.ANSWERED:
        return
    if not is_drawn_from(proposed, shown.sent):
        return
    if next(breaches_of_question(proposed.question, shown.language), None) is not None:
        return
    client = store.clients.get(nudge.client_id) if nudge.client_id else None
    letter = Question(
        prompt_id=SECOND_TURN.id,
        habit=SECOND_TURN.habit.value,
        kind=SECOND_TURN.kind.value,
        text=proposed.question,
        help="",
        buttons=tuple(Button(one.code, "", one.opens) for one in SECOND_TURN.choices),
        client_id=client.id if client else None,
        client=client.name if client else None,
        by_model=True,
    )
    store.nudges.plan(
        f"second:{nudge.id}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        letter,
        now,
        person_id=person.id,
        prompt_id=SECOND_TURN.id,
        client_id=nudge.client_id,
        is_asked_for=True,
    )


def _failed(services: Services, ask: Ask, error: RemoteError) -> AskOutcome | None:
    """Once more after a while where that may help; None then. Else how it ended."""
    is_ours = error.code in set(AskOutcome)  # any other code is Slack's: the model was not asked
    outcome = AskOutcome(error.code) if is_ours else AskOutcome.FAILED
    log.warning(
        "model not asked", extra={"action": "model_failed", "ask": ask.id, "code": error.code}
    )
    is_free = not is_ours and error.retry_after is not None
    if error.permanent or (ask.tries >= MOST_TRIES and not is_free):
        return outcome
    again_at = services.clock.machine() + (error.retry_after or _AGAIN_AFTER)
    with services.transaction(ask.team_id) as store:
        store.model_asks.again(ask, again_at, tries=ask.tries - is_free)
    return None
