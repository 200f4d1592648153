"""Tells what was noticed and decided, from the rows that were written at the time."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.letters import MorningNote, Offer, Question, Reply
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind, TouchKind
from bot.prompts.catalogue import Catalogue
from bot.store.decisions import Decided
from bot.store.noticed import Notice
from bot.store.nudge import Nudge
from bot.store.store import Store

_GIVE_FIRST = "P7"


@dataclass(frozen=True, slots=True)
class NoticeTold:
    """One post and what came of it: the notice, its client, who is asked, what was decided."""

    notice: Notice
    client: str | None
    asked: str | None
    decided: Decided | None
    nudge: Nudge | None


def why_this(store: Store, nudge: Nudge, catalogue: Catalogue) -> Reply:
    """Why this? Why now? From which data? For one message."""
    prompt = catalogue.get(nudge.prompt_id) if nudge.prompt_id else None
    decided = store.decisions.behind(nudge.id)
    values: dict[str, str] = dict(decided.decision.values) if decided else {}
    values |= {"message": nudge.kind.value, "letter": type(nudge.letter).__name__}
    if decided is not None:
        values |= {
            "reason": decided.decision.reason.value,
            "at": decided.at.isoformat(),
            "probability": f"{decided.decision.probability:.2f}",
        }
    if isinstance(nudge.letter, MorningNote) and nudge.letter.is_of_eve:
        values["letter"] = "EarlyMeeting"
    if isinstance(nudge.letter, Question):
        values |= {"habit": nudge.letter.habit, "kind": nudge.letter.kind}
    if prompt is not None and prompt.is_of_team:
        values["is_of_team"] = "yes"
    if isinstance(nudge.letter, Question | Offer) and nudge.letter.by_model:
        values["by_model"] = "yes"
    if prompt is not None and prompt.family == _GIVE_FIRST and nudge.client_id:
        values |= _gave(store, nudge.client_id)
    if nudge.sent_at is not None:
        values["sent_at"] = nudge.sent_at.isoformat()
    if nudge.is_asked_for:
        values["asked_for"] = "yes"
    return Reply("why", values)


def _gave(store: Store, client_id: str) -> dict[str, str]:
    """Last gave, and asked since: facts, not a ledger."""
    client = store.clients.get(client_id)
    if client is None:
        return {}
    family = store.clients.family(client.id)
    last = store.touches.last(family, TouchKind.GAVE)
    asked = store.touches.count_since(family, TouchKind.ASKED, last.on_day if last else None)
    values = {"asked_since": str(asked)}
    if last is not None:
        values |= {"gave_on": last.on_day.isoformat(), "gave_way": last.way}
        values |= {"gave_what": last.what} if last.what else {}
    return values


def why_lately(store: Store, person: Person) -> list[Decided]:
    """The latest decisions about a person, for `/alongside why`."""
    return store.decisions.last_of(person.id, limit=3)


def last_unasked(store: Store, person: Person) -> Nudge | None:
    """The latest message that came without being asked for."""
    kinds = (NudgeKind.QUESTION, NudgeKind.MORNING_NOTE, NudgeKind.DIGEST)
    return next(iter(store.nudges.latest(person.id, kinds)), None)


def what_was_noticed(
    store: Store, channel_id: str | None = None, limit: int = 20
) -> list[NoticeTold]:
    """The latest posts, each with what came of it; the latest first."""
    told = []
    for notice in store.noticed.latest(channel_id, limit):
        decided = store.decisions.about_moment(notice.moment_id) if notice.moment_id else None
        client = store.clients.get(notice.client_id) if notice.client_id else None
        asked = store.people.get(notice.asked_id) if notice.asked_id else None
        nudge = store.nudges.get(decided.nudge_id) if decided and decided.nudge_id else None
        told.append(
            NoticeTold(
                notice,
                client.name if client else None,
                asked.name if asked else None,
                decided,
                nudge,
            )
        )
    return told
