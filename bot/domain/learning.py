"""What is known of how likely a prompt is answered: by the team's sellers, then by this one.

1. The catalogue's guess, and what all sellers of the workspace did with the prompt, become a
   prior that is worth four observations.
2. What this person did with it comes on top, the older the lighter.
3. A prompt used a short while ago is less likely answered, and recovers within weeks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import exp, isfinite
from typing import NamedTuple

from bot.domain.decision import PastNudge
from bot.domain.prompt import Prompt
from bot.domain.vocabulary import NudgeState

ANSWER_WITHIN = timedelta(hours=4)
PRIOR_WORTH = 4.0
KEPT_PER_DAY = 0.985
"""How much of an observation still counts a day later."""
_LOST_BY_USE, _RECOVERY_DAYS = 0.5, 7.0
_DAY = timedelta(days=1)
_WEIGHED_FROM, _MOST_DAYS = datetime(2026, 1, 1, tzinfo=UTC), 40_000.0
"""A century either way is as far as a weight is still a number."""


class Belief(NamedTuple):
    """How likely a prompt is answered: a Beta distribution, times how far it has recovered."""

    answered: float
    ignored: float
    recovery: float = 1.0


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a prompt was asked and answered in a team; weights as `weight_of` gives them."""

    asked: float = 0.0
    answered: float = 0.0

    def and_one(self, sent_at: datetime, *, was_answered: bool) -> Tally:
        """With one more observation."""
        weight = weight_of(sent_at)
        return Tally(self.asked + weight, self.answered + weight * was_answered)


def is_success(sent_at: datetime, answered_at: datetime | None) -> bool:
    """Whether an answer came within four hours."""
    return answered_at is not None and answered_at - sent_at <= ANSWER_WITHIN


def weight_of(sent_at: datetime) -> float:
    """What an observation adds to a tally: the later the more, so that old ones fade by themselves.

    A tally is then changed by adding alone; `pooled` brings it down to today's scale.
    """
    days = (sent_at - _WEIGHED_FROM) / _DAY
    return float(KEPT_PER_DAY ** -max(-_MOST_DAYS, min(days, _MOST_DAYS)))


def pooled(
    prompts: Sequence[Prompt], tallies: Mapping[str, Tally], now: datetime
) -> tuple[Prompt, ...]:
    """The prompts with the priors that the team's answers have taught."""
    scale = weight_of(now)
    return tuple(
        _pooled(prompt, tallies[prompt.id], scale) if prompt.id in tallies else prompt
        for prompt in prompts
    )


def _pooled(prompt: Prompt, tally: Tally, scale: float) -> Prompt:
    """The catalogue's prior counts as so many observations more, then all are worth four."""
    asked = max(tally.asked, 0.0) / scale
    answered = min(max(tally.answered, 0.0) / scale, asked)
    guessed = prompt.prior_answered + prompt.prior_ignored
    share = (prompt.prior_answered + answered) / (guessed + asked)
    if not isfinite(share):
        return prompt
    return replace(
        prompt,
        prior_answered=PRIOR_WORTH * share,
        prior_ignored=PRIOR_WORTH * (1 - share),
    )


def belief_in(prompt: Prompt, past: Iterable[PastNudge], now: datetime) -> Belief:
    """What is believed of a prompt after what this person did with it; `past` is about it alone."""
    answered, ignored = prompt.prior_answered, prompt.prior_ignored
    last_at: datetime | None = None
    for one in past:
        if one.state is NudgeState.WITHDRAWN:
            continue
        last_at = one.sent_at if last_at is None else max(last_at, one.sent_at)
        kept = KEPT_PER_DAY ** max(0.0, (now - one.sent_at) / _DAY)
        answered_at = one.acted_at if one.state is NudgeState.ANSWERED else None
        if is_success(one.sent_at, answered_at) and not one.was_unhelpful:
            answered += kept
        elif one.acted_at is not None or now - one.sent_at > ANSWER_WITHIN:
            ignored += kept
    return Belief(answered, ignored, _recovery(last_at, now))


def _recovery(last_at: datetime | None, now: datetime) -> float:
    if last_at is None:
        return 1.0
    days = max(0.0, (now - last_at) / _DAY)
    return 1.0 - _LOST_BY_USE * exp(-days / _RECOVERY_DAYS)
