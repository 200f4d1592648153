"""The press on Later names a time: one that the caps allow, and that is kept free for the question.

A question that was put off counts like any other. So its time is looked for as a look would find
it, and until then nothing else is asked that would push it past that time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.decision import Asked, PastNudge, Reason
from bot.domain.looking import DigestDays, Look, LookedAt, look_at, looked_at
from bot.domain.moments import Moment
from bot.domain.prompt import Prompt
from bot.domain.quiet import at_local, local_day, next_good, step
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import NudgeKind, NudgeState

OPEN_FOR = timedelta(days=7)
"""How long a question that was put off stays open where its person is away at its time."""
_PUT_OFF_FOR = timedelta(hours=24)
_LOOKS = 40


def later_at(
    asked: Asked,
    schedule: Schedule,
    history: Sequence[PastNudge],
    moment: Moment,
    put_off: Sequence[Moment],
    prompts: Sequence[Prompt],
    now: datetime,
) -> datetime | None:
    """The first time from tomorrow on at which this question may come again; None for never.

    `history` has the question itself as put off. `put_off` are others that have their times: this
    one comes after them, as they were put off before.
    """
    taken = [*history, *(_as_sent(one, one.named_at) for one in put_off if one.named_at)]
    tomorrow = at_local(step(local_day(now, schedule.zone), 1), time(0), schedule.zone)
    earliest = max(tomorrow, now + _PUT_OFF_FOR, *(one.named_at for one in put_off if one.named_at))
    digest_days = DigestDays(asked.digest_day, schedule, asked.next_digest_at)
    at = next_good(earliest, schedule, is_barred=digest_days)
    for _ in range(_LOOKS):
        if at is None:
            return None
        found = _look_again(asked, schedule, taken, moment, prompts, at)
        if found.at == at:
            return at
        at = found.at
    return None


def leaving_room(person: LookedAt, looks: Sequence[Look]) -> list[Look]:
    """The looks without those that would push a question that was put off past its time."""
    put_off = [look for look in looks if _is_due_later(look, person.now)]
    if not put_off:
        return list(looks)
    return [look if look in put_off else _held(person, look, put_off) for look in looks]


def _held(person: LookedAt, look: Look, put_off: Sequence[Look]) -> Look:
    """What of this moment can be asked now without standing in the way of another."""
    if look.at != person.now:
        return look
    if look.moment.candidate_id is not None or person.pace.asks_less:
        return look if _has_room(person, look, None, put_off) else _waiting(look, put_off)
    free = tuple(prompt for prompt in look.prompts if _has_room(person, look, prompt, put_off))
    return replace(look, prompts=free) if free else _waiting(look, put_off)


def _has_room(person: LookedAt, look: Look, prompt: Prompt | None, put_off: Iterable[Look]) -> bool:
    """Whether all that was put off could come as it would without this question."""
    before = list(person.history)
    after = [*before, _as_sent(look.moment, person.now, prompt)]
    for other in sorted(put_off, key=lambda one: one.moment.named_at or person.now):
        at = _comes_at(person, other, before)
        if _comes_at(person, other, after) != at:
            return False
        if at is not None:  # those that come later are asked after this one
            before.append(_as_sent(other.moment, at))
            after.append(before[-1])
    return True


def _comes_at(person: LookedAt, look: Look, history: Sequence[PastNudge]) -> datetime | None:
    named_at = look.moment.named_at
    at = max(person.now, named_at) if named_at else person.now
    return _look_again(person.asked, person.schedule, history, look.moment, person.prompts, at).at


def _waiting(look: Look, put_off: Sequence[Look]) -> Look:
    """Nothing is asked now; the look at the named time looks at this moment too."""
    next_at = min(other.at for other in put_off if other.at is not None)
    return Look(look.moment, Reason.ROOM_FOR_LATER, next_at)


def _is_due_later(look: Look, now: datetime) -> bool:
    """Put off, and still to come: what can come this minute needs no room kept."""
    return look.moment.named_at is not None and look.at is not None and look.at >= now


def _look_again(
    asked: Asked,
    schedule: Schedule,
    history: Sequence[PastNudge],
    moment: Moment,
    prompts: Sequence[Prompt],
    at: datetime,
) -> Look:
    """How the moment would look at that time, were nothing else to happen until then."""
    then = looked_at(asked, schedule, history, prompts, at)
    opened = replace(moment, opens_at=min(moment.opens_at, at))
    return look_at(then, opened, max(moment.closes_at, at + OPEN_FOR))


def _as_sent(moment: Moment, at: datetime, prompt: Prompt | None = None) -> PastNudge:
    return PastNudge(
        NudgeKind.QUESTION,
        NudgeState.SENT,
        at,
        prompt_id=prompt.id if prompt else None,
        client_id=moment.client_id,
        deal_id=moment.deal_id,
    )
