"""The one place that decides which question reaches a person unasked, when, and why not.

1. Eligibility: which moments are open, and which prompts fit each of them.
2. Pacing: what past questions, the client and the deal allow, and from when.
3. Order: what can wait gives way to the question after a meeting of the same day; what lapses
   first goes first; something already written is offered before anything is asked.
4. Choice: among prompts the draw is by how likely each is answered.
5. Explanation: what binds, as a code with values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.choosing import draw
from bot.domain.decision import Asked, Decision, Outcome, PastNudge, Reason
from bot.domain.learning import belief_in
from bot.domain.looking import Look, LookedAt, closes_at, facts_of, look_at, looked_at
from bot.domain.moments import Moment
from bot.domain.postponing import leaving_room
from bot.domain.prompt import Prompt
from bot.domain.quiet import local_day, midnight_after
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind, NudgeState
from bot.domain.yielding import better_today


def decide(
    asked: Asked,
    schedule: Schedule,
    history: Sequence[PastNudge],
    moments: Sequence[Moment],
    prompts: Sequence[Prompt],
    now: datetime,
    seed: int,
) -> Decision:
    """A question or an offer for this very moment, or silence with its reason and the next look.

    Each prompt brings its prior: what the catalogue guesses, or better what the team's answers
    have taught (`bot.domain.learning.pooled`). `history` adds what this person did.
    """
    closing = {moment.id: closes_at(moment, schedule) for moment in moments}
    lapsed = tuple(moment.id for moment in moments if closing[moment.id] <= now)
    still_open = [moment for moment in moments if closing[moment.id] > now]
    if not still_open:
        reason = Reason.LAPSED if lapsed else Reason.NOTHING_OPEN
        return Decision(Outcome.SILENCE, reason, seed, lapsed=lapsed)
    person = looked_at(asked, schedule, history, prompts, now)
    looks = [look_at(person, moment, closing[moment.id]) for moment in still_open]
    looks = leaving_room(person, looks)
    ready = [look for look in looks if look.at == now]
    if not ready:
        return _silence(looks, seed, lapsed)
    better = better_today(person, ready, looks, closing)
    if better is not None:
        return _wait_for(better, person, ready, looks, seed, lapsed)
    decision = _choose(person, ready, closing, seed)
    next_look_at = _next_after(decision, person, still_open, closing)
    return replace(decision, lapsed=lapsed, next_look_at=next_look_at)


def _silence(looks: Sequence[Look], seed: int, lapsed: tuple[str, ...]) -> Decision:
    """The reason that binds what comes next; else that of the moment opened last."""
    ahead = [look for look in looks if look.at is not None]
    if ahead:
        told = min(ahead, key=lambda look: (look.at, look.moment.id))
    else:
        told = max(looks, key=lambda look: (look.moment.opens_at, look.moment.id))
    return Decision(
        Outcome.SILENCE,
        told.reason,
        seed,
        values=told.values,
        moment_id=told.moment.id,
        next_look_at=told.at,
        lapsed=lapsed,
    )


def _wait_for(
    better: Look,
    person: LookedAt,
    ready: Sequence[Look],
    looks: Sequence[Look],
    seed: int,
    lapsed: tuple[str, ...],
) -> Decision:
    """Silence until the meeting is over for whose question all that is ready can wait."""
    told = min(ready, key=lambda look: (look.moment.opens_at, look.moment.id))
    ended_at = better.moment.happened_at
    began_at = min(
        (span.start for span in person.schedule.busy if span.end == ended_at), default=None
    )
    values = facts_of(told.moment)
    if better.at is not None:
        values["next_at"] = better.at.isoformat()
    if began_at is not None:
        values["meeting_at"] = began_at.isoformat()
    return Decision(
        Outcome.SILENCE,
        Reason.WAITS_FOR_MEETING,
        seed,
        values=values,
        moment_id=told.moment.id,
        next_look_at=min(look.at for look in looks if look.at is not None and look.at > person.now),
        lapsed=lapsed,
    )


def _choose(
    person: LookedAt, ready: Sequence[Look], closing: dict[str, datetime], seed: int
) -> Decision:
    """What was put off to now, then what lapses today; an offer before a question; the draw."""
    now = person.now
    if person.pace.asks_less:
        return Decision(Outcome.ASK, Reason.CHOSEN, seed, at=now, asks_less=True)
    put_off = [look for look in ready if look.moment.named_at is not None]
    by_end = sorted(put_off or ready, key=lambda look: (closing[look.moment.id], look.moment.id))
    for look in by_end:
        if look.moment.candidate_id is not None:
            return _offer(person, look, seed)
    day_ends = midnight_after(local_day(now, person.schedule.zone), person.schedule.zone)
    return _ask(
        person, [look for look in by_end if closing[look.moment.id] <= day_ends] or by_end, seed
    )


def _offer(person: LookedAt, look: Look, seed: int) -> Decision:
    return Decision(
        Outcome.OFFER,
        Reason.CHOSEN,
        seed,
        values=_chosen_values(person, look),
        moment_id=look.moment.id,
        at=person.now,
        says_less=person.pace.says_less,
    )


def _ask(person: LookedAt, pool: Sequence[Look], seed: int) -> Decision:
    """The draw; a prompt that fits several moments is about the one that closes first."""
    askable: dict[str, tuple[Look, Prompt]] = {}
    for look in pool:
        for prompt in look.prompts:
            askable.setdefault(prompt.id, (look, prompt))
    by_id = [askable[prompt_id] for prompt_id in sorted(askable)]
    used: dict[str, list[PastNudge]] = {prompt_id: [] for prompt_id in askable}
    for past in person.questions:
        if past.prompt_id in used:
            used[past.prompt_id].append(past)
    beliefs = [belief_in(prompt, used[prompt.id], person.now) for _, prompt in by_id]
    place, probability = draw(beliefs, seed)
    look, prompt = by_id[place]
    return Decision(
        Outcome.ASK,
        Reason.CHOSEN,
        seed,
        values={**_chosen_values(person, look, prompt), "fitting": str(len(by_id))},
        moment_id=look.moment.id,
        prompt_id=prompt.id,
        at=person.now,
        says_less=person.pace.says_less,
        probability=probability,
    )


def _next_after(
    decision: Decision,
    person: LookedAt,
    still_open: Sequence[Moment],
    closing: dict[str, datetime],
) -> datetime | None:
    """When to look again, as if the question had been sent and its moment were over."""
    moment = next((one for one in still_open if one.id == decision.moment_id), None)
    rest = [one for one in still_open if one is not moment]
    if not rest:
        return None
    sent = PastNudge(
        NudgeKind.QUESTION,
        NudgeState.SENT,
        person.now,
        prompt_id=decision.prompt_id,
        client_id=moment.client_id if moment else None,
        deal_id=moment.deal_id if moment else None,
        is_less_question=decision.asks_less,
    )
    after = looked_at(
        person.asked, person.schedule, [*person.history, sent], person.prompts, person.now
    )
    upcoming = (look_at(after, one, closing[one.id]).at for one in rest)
    return min((at for at in upcoming if at is not None), default=None)


def _chosen_values(person: LookedAt, look: Look, prompt: Prompt | None = None) -> dict[str, str]:
    values = facts_of(look.moment)
    values["asked_this_week"] = str(person.pace.asked_this_week)
    values["per_week"] = str(person.asked.questions_per_week)
    if prompt is not None:
        values |= {
            "family": prompt.family,
            "habit": prompt.habit.value,
            "kind": prompt.kind.value,
            "grade": prompt.grade,
            "evidence": prompt.evidence,
        }
    return values
