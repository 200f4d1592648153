"""The one place that decides which question reaches a person unasked, when, and why not.

1. Eligibility: which moments are open, and which prompts fit each of them.
2. Pacing: what past questions, the client and the deal allow, and from when.
3. Choice: what lapses first goes first; something already written is offered before anything is
   asked; among prompts the draw is by how likely each is answered.
4. Explanation: what binds, as a code with values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.choosing import draw
from bot.domain.decision import Asked, Decision, Outcome, PastNudge, Reason
from bot.domain.looking import DigestDays, Look, LookedAt, closes_at, facts_of, look_at
from bot.domain.moments import Moment
from bot.domain.pacing import counted, earliest_question_at
from bot.domain.postponing import leaving_room
from bot.domain.prompt import Prompt
from bot.domain.quiet import local_day, midnight_after
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind, NudgeState


def decide(
    asked: Asked,
    schedule: Schedule,
    history: Sequence[PastNudge],
    moments: Sequence[Moment],
    prompts: Sequence[Prompt],
    now: datetime,
    seed: int,
) -> Decision:
    """A question or an offer for this very moment, or silence with its reason and the next look."""
    closing = {moment.id: closes_at(moment, schedule) for moment in moments}
    lapsed = tuple(moment.id for moment in moments if closing[moment.id] <= now)
    still_open = [moment for moment in moments if closing[moment.id] > now]
    if not still_open:
        reason = Reason.LAPSED if lapsed else Reason.NOTHING_OPEN
        return Decision(Outcome.SILENCE, reason, seed, lapsed=lapsed)
    person = LookedAt(
        asked,
        schedule,
        counted(history),
        prompts,
        {prompt.id: prompt.family for prompt in prompts},
        earliest_question_at(asked, schedule, history, now),
        now,
        DigestDays(asked.digest_day, schedule),
    )
    looks = [look_at(person, moment, closing[moment.id]) for moment in still_open]
    looks = leaving_room(person, looks, history)
    ready = [look for look in looks if look.at == now]
    if not ready:
        return replace(_silence(looks, seed), lapsed=lapsed)
    decision = replace(_choose(person, ready, closing, seed), lapsed=lapsed)
    return replace(decision, next_look_at=_next_after(decision, person, history, still_open))


def _silence(looks: Sequence[Look], seed: int) -> Decision:
    """The reason that binds what comes next; else that of the moment opened last."""
    ahead = [look for look in looks if look.at is not None]
    if ahead:
        told = min(ahead, key=lambda look: (look.values["next_at"], look.moment.id))
    else:
        told = max(looks, key=lambda look: (look.moment.opens_at, look.moment.id))
    return Decision(
        Outcome.SILENCE,
        told.reason,
        seed,
        values=told.values,
        moment_id=told.moment.id,
        next_look_at=told.at,
    )


def _choose(
    person: LookedAt, ready: Sequence[Look], closing: dict[str, datetime], seed: int
) -> Decision:
    """What lapses today before what can wait; an offer before a question; then the draw."""
    now, pace = person.now, person.pace
    if pace.asks_less:
        return Decision(Outcome.ASK, Reason.CHOSEN, seed, at=now, asks_less=True)

    def lapses(look: Look) -> tuple[datetime, str]:
        return closing[look.moment.id], look.moment.id

    put_off = [look for look in ready if look.moment.named_at is not None]
    ready = put_off or ready
    offers = [look for look in ready if look.moment.candidate_id is not None]
    if offers:
        look = min(offers, key=lapses)
        return Decision(
            Outcome.OFFER,
            Reason.CHOSEN,
            seed,
            values=_chosen_values(person, look),
            moment_id=look.moment.id,
            at=now,
            says_less=pace.says_less,
        )
    day_ends = midnight_after(local_day(now, person.schedule.zone), person.schedule.zone)
    pool = [look for look in ready if closing[look.moment.id] <= day_ends] or list(ready)
    askable: dict[str, tuple[Look, Prompt]] = {}
    for look in sorted(pool, key=lapses):
        for prompt in look.prompts:
            askable.setdefault(prompt.id, (look, prompt))
    by_id = [askable[prompt_id] for prompt_id in sorted(askable)]
    place, probability = draw(
        [(prompt.prior_answered, prompt.prior_ignored) for _, prompt in by_id], seed
    )
    look, prompt = by_id[place]
    return Decision(
        Outcome.ASK,
        Reason.CHOSEN,
        seed,
        values=_chosen_values(person, look, prompt),
        moment_id=look.moment.id,
        prompt_id=prompt.id,
        at=now,
        says_less=pace.says_less,
        probability=probability,
    )


def _next_after(
    decision: Decision,
    person: LookedAt,
    history: Sequence[PastNudge],
    still_open: Sequence[Moment],
) -> datetime | None:
    """When to look again, as if the question had been sent and its moment were over."""
    moment = next((one for one in still_open if one.id == decision.moment_id), None)
    sent = PastNudge(
        NudgeKind.QUESTION,
        NudgeState.SENT,
        person.now,
        prompt_id=decision.prompt_id,
        client_id=moment.client_id if moment else None,
        deal_id=moment.deal_id if moment else None,
        is_less_question=decision.asks_less,
    )
    rest = [one for one in still_open if one is not moment]
    after = decide(
        person.asked,
        person.schedule,
        [*history, sent],
        rest,
        person.prompts,
        person.now,
        decision.seed,
    )
    return after.next_look_at


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
