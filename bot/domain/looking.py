"""What speaks for and against one moment: which prompts fit it, and when it can be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.decision import Asked, PastNudge, Reason
from bot.domain.digest_lines import is_digest_day
from bot.domain.moments import Moment
from bot.domain.pacing import (
    Pace,
    Wait,
    client_and_deal_waits,
    counted,
    earliest_question_at,
    longest,
    not_postponed,
    prompt_waits,
)
from bot.domain.prompt import Prompt
from bot.domain.quiet import local_day, midnight_after, next_good, quiet_reason
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import Kind, MomentKind

AFTER_MEETING, GAP_LASTS = timedelta(minutes=5), timedelta(minutes=15)
"""A meeting question comes 5 to 20 minutes after the end, else in as much of the first gap."""
_OFFERED_GOAL = "goal"
_LATELY = timedelta(days=16)
"""Longer than a client or a deal rests, by any clock."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What holds for every moment of this look."""

    asked: Asked
    schedule: Schedule
    history: Sequence[PastNudge]
    prompts: Sequence[Prompt]
    now: datetime
    pace: Pace
    questions: Sequence[PastNudge]
    """Those that count in caps."""
    in_family: Mapping[str, Sequence[PastNudge]]
    """Of these, those from the prompts of each family, but for those put off by "Later"."""
    lately: Sequence[PastNudge]
    """Of these, those that may still hold up a client's or a deal's next."""
    is_digest: Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Look:
    """What became of one moment: askable at `at` (perhaps now), or never; `reason` binds now."""

    moment: Moment
    reason: Reason
    at: datetime | None = None
    prompts: tuple[Prompt, ...] = ()
    wait: Wait | None = None

    @property
    def values(self) -> dict[str, str]:
        """What a text needs to tell of it; written out only for the one that is told."""
        values = facts_of(self.moment)
        if self.wait is not None:
            values |= self.wait.values
        if self.at is not None:
            values["next_at"] = self.at.isoformat()
        return values


@dataclass(slots=True)
class DigestDays:
    """Remembers which days are digest days: every moment of a look asks about the same few."""

    digest_day: int | None
    schedule: Schedule
    next_digest_at: datetime | None = None
    known: dict[date, bool] = field(default_factory=dict)

    def __call__(self, day: date) -> bool:
        if day not in self.known:
            waits = self.next_digest_at
            comes_then = waits is not None and local_day(waits, self.schedule.zone) == day
            self.known[day] = comes_then or is_digest_day(day, self.digest_day, self.schedule)
        return self.known[day]


def looked_at(
    asked: Asked,
    schedule: Schedule,
    history: Sequence[PastNudge],
    prompts: Sequence[Prompt],
    now: datetime,
) -> LookedAt:
    """What past questions mean for every moment of a look at this time."""
    questions = counted(history)
    families = {prompt.id: prompt.family for prompt in prompts} if questions else {}
    in_family: dict[str, list[PastNudge]] = {}
    waiting = not_postponed(questions)
    for past in waiting:
        if past.prompt_id in families:
            in_family.setdefault(families[past.prompt_id], []).append(past)
    return LookedAt(
        asked,
        schedule,
        history,
        prompts,
        now,
        earliest_question_at(asked, schedule, history, now, questions),
        questions,
        in_family,
        [past for past in waiting if now - past.sent_at < _LATELY],
        DigestDays(asked.digest_day, schedule, asked.next_digest_at),
    )


def closes_at(moment: Moment, schedule: Schedule) -> datetime:
    """When a moment is over. A meeting question belongs into the first gap after its meeting.

    It comes 5 to 20 minutes after the end, or within as much of the day's first gap; who may not
    be asked then is not asked later about it. Without a gap it lapses with the day of the meeting.
    What was found in a recap is still there the day after, so an offer keeps its whole window.
    What was put off has another day.
    """
    if not is_about_meeting(moment) or moment.candidate_id is not None:
        return moment.closes_at
    day = local_day(moment.happened_at or moment.opens_at, schedule.zone)
    until = min(moment.closes_at, midnight_after(day, schedule.zone))
    gap_at = next_good(_opens_at(moment), schedule, until, moment.happened_at)
    return until if gap_at is None else min(until, gap_at + GAP_LASTS)


def is_about_meeting(moment: Moment) -> bool:
    """Whether its time is told by a meeting's end; what was put off by "Later" has its own."""
    is_held = moment.kind is MomentKind.MEETING_HELD and moment.happened_at is not None
    return is_held and moment.named_at is None


def look_at(person: LookedAt, moment: Moment, closes: datetime) -> Look:
    """When this moment's question can be asked, and what stands against it now."""
    fitting, refusal = _fitting(person, moment)
    if refusal is not None:
        return Look(moment, refusal)
    pace_wait = person.pace.wait
    if pace_wait is not None and (pace_wait.until is None or pace_wait.until >= closes):
        return Look(moment, pace_wait.reason, wait=pace_wait)
    waits = [*client_and_deal_waits(moment, person.lately, person.schedule.zone)]
    opens_at = _opens_at(moment)
    waits.append(Wait(opens_at, Reason.NOT_YET, more={"opens_at": opens_at.isoformat()}))
    if pace_wait is not None:
        waits.append(pace_wait)
    resting = {prompt.id: _prompt_wait(person, moment, prompt) for prompt in fitting}
    if fitting and all(resting.values()):
        soonest = (wait for wait in resting.values() if wait is not None)
        waits.append(min(soonest, key=lambda wait: wait.until or person.now))
    binding = longest(waits, person.now)
    if binding is None:
        reason, from_at = _quiet_now(person, moment), person.now
    else:
        reason, from_at = binding.reason, binding.until or closes
    at = next_good(
        from_at, person.schedule, closes, _own_end(person, moment), is_barred=person.is_digest
    )
    fresh = [prompt for prompt in fitting if resting[prompt.id] is None]
    return Look(moment, reason, at, tuple(_quoting(_giving_first(moment, fresh))), binding)


def _fitting(person: LookedAt, moment: Moment) -> tuple[list[Prompt], Reason | None]:
    """The prompts that make sense at this moment, or why there is none; an offer needs none."""
    if person.pace.needs_client and moment.client_id is None:
        return [], Reason.RESTING
    asked = person.asked
    if moment.candidate_id is not None:
        return [], Reason.KIND_OFF if _offer_kind(moment) in asked.kinds_off else None
    known = {name for name, value in moment.facts.items() if value}
    apt = [
        prompt
        for prompt in person.prompts
        if moment.kind in prompt.moments
        and prompt.needs <= known
        and not prompt.unless & known
        and prompt.id not in asked.prompts_off
        and (not person.pace.needs_client or "client" in prompt.needs)
    ]
    if not apt:
        return [], Reason.NO_FRESH_PROMPT
    fitting = [prompt for prompt in apt if prompt.kind not in asked.kinds_off]
    return fitting, None if fitting else Reason.KIND_OFF


def _giving_first(moment: Moment, fresh: Sequence[Prompt]) -> Sequence[Prompt]:
    """Before we ask for something with nothing given lately, what could be given comes first."""
    if not moment.facts.get("price_talk") and moment.kind is not MomentKind.RENEWAL_TALK:
        return fresh
    return [prompt for prompt in fresh if "gave_lately" in prompt.unless] or fresh


def _quoting(fresh: Sequence[Prompt]) -> Sequence[Prompt]:
    """A goal that is known is quoted (rule 5): those that do so come before those that do not."""
    return [prompt for prompt in fresh if "goal" in prompt.needs] or fresh


def _offer_kind(moment: Moment) -> Kind:
    """A promise found belongs to promises, a goal to what the post was about."""
    if moment.facts.get("what") != _OFFERED_GOAL:
        return Kind.PROMISES
    return Kind.MEETINGS if moment.meeting_id is not None else Kind.DEALS


def _prompt_wait(person: LookedAt, moment: Moment, prompt: Prompt) -> Wait | None:
    in_family = person.in_family.get(prompt.family)
    if not in_family:
        return None
    return longest(prompt_waits(prompt, moment, in_family, person.schedule.zone), person.now)


def _opens_at(moment: Moment) -> datetime:
    if is_about_meeting(moment) and moment.happened_at is not None:
        return max(moment.opens_at, moment.happened_at + AFTER_MEETING)
    return moment.opens_at


def _own_end(person: LookedAt, moment: Moment) -> datetime | None:
    """The end of the meeting asked about; "less, other, stop?" is about none."""
    is_about = moment.kind is MomentKind.MEETING_HELD and not person.pace.asks_less
    return moment.happened_at if is_about else None


def _quiet_now(person: LookedAt, moment: Moment) -> Reason:
    quiet = quiet_reason(person.now, person.schedule, _own_end(person, moment))
    if quiet is None and person.is_digest(local_day(person.now, person.schedule.zone)):
        return Reason.DIGEST_DAY
    return quiet or Reason.CHOSEN


def facts_of(moment: Moment) -> dict[str, str]:
    """What a text needs to name the moment."""
    values = {"moment": moment.kind.value, "opened_at": moment.opens_at.isoformat()}
    if moment.happened_at is not None:
        values["happened_at"] = moment.happened_at.isoformat()
    for name in ("client", "deal"):
        if moment.facts.get(name):
            values[name] = moment.facts[name]
    return values
