"""What is believed of a prompt: the team's answers as a prior, then one's own, fading."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decision import PastNudge
from bot.domain.learning import PRIOR_WORTH, Tally, belief_in, pooled, weight_of
from bot.domain.vocabulary import MomentKind, NudgeKind, NudgeState
from tests.domain.worlds import prompt

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
PROMPT = prompt("one", MomentKind.MEETING_HELD)


def answered(days_ago: float, after: timedelta = HOUR, **others: object) -> PastNudge:
    sent_at = NOW - days_ago * DAY
    made = PastNudge(NudgeKind.QUESTION, NudgeState.ANSWERED, sent_at, sent_at + after, "one")
    return replace(made, **others)  # type: ignore[arg-type]


def test_who_never_had_it_is_believed_to_be_like_the_others() -> None:
    assert belief_in(PROMPT, [], NOW) == (2.0, 2.0, 1.0)


def test_an_answer_within_four_hours_speaks_for_it_and_fades() -> None:
    fresh, old = belief_in(PROMPT, [answered(0.5)], NOW), belief_in(PROMPT, [answered(100)], NOW)
    assert fresh.answered == pytest.approx(2 + 0.985**0.5)
    assert old.answered == pytest.approx(2 + 0.985**100)
    assert fresh.ignored == old.ignored == 2.0


@pytest.mark.parametrize(
    "past",
    [
        answered(5, after=5 * HOUR),
        answered(5, was_unhelpful=True),
        answered(5, state=NudgeState.DISMISSED, was_unhelpful=True),
        answered(5, state=NudgeState.SNOOZED),
        answered(5, state=NudgeState.SENT, acted_at=None),
        answered(5, state=NudgeState.EXPIRED, acted_at=None),
    ],
)
def test_late_unhelpful_or_no_answer_speaks_against_it(past: PastNudge) -> None:
    belief = belief_in(PROMPT, [past], NOW)
    assert (belief.answered, belief.ignored) == (2.0, pytest.approx(2 + 0.985**5))


@pytest.mark.parametrize("state", [NudgeState.SENT, NudgeState.PLANNED])
def test_what_was_sent_an_hour_ago_says_nothing_yet(state: NudgeState) -> None:
    past = answered(1 / 24, state=state, acted_at=None)
    assert belief_in(PROMPT, [past], NOW)[:2] == (2.0, 2.0)
    withdrawn = answered(5, state=NudgeState.WITHDRAWN, acted_at=None)
    assert belief_in(PROMPT, [withdrawn], NOW) == (2.0, 2.0, 1.0)


def test_it_recovers_from_use_by_half_at_once_and_nearly_all_in_three_weeks() -> None:
    recovery = {days: belief_in(PROMPT, [answered(days)], NOW).recovery for days in (0, 7, 21)}
    assert recovery == {
        0: 0.5,
        7: pytest.approx(0.816, abs=1e-3),
        21: pytest.approx(0.975, abs=1e-3),
    }


def test_what_all_sellers_did_is_a_prior_worth_four_observations() -> None:
    weight = weight_of(NOW)
    (taught,) = pooled([PROMPT], {"one": Tally(30 * weight, 24 * weight)}, NOW)
    assert taught.prior_answered == pytest.approx(4 * (2 + 24) / (4 + 30))
    assert taught.prior_answered + taught.prior_ignored == pytest.approx(PRIOR_WORTH)
    (faded,) = pooled([PROMPT], {"one": Tally(30 * weight, 24 * weight)}, NOW + 2000 * DAY)
    assert faded.prior_answered == pytest.approx(2.0, abs=1e-6)
    assert pooled([PROMPT], {"other": Tally(1.0, 1.0)}, NOW) == (PROMPT,)


@given(st.floats(-1e300, 1e300), st.floats(-1e300, 1e300), st.datetimes(timezones=st.just(UTC)))
def test_no_tally_and_no_date_breaks_the_priors(asked: float, said: float, now: datetime) -> None:
    (taught,) = pooled([PROMPT], {"one": Tally(asked, said)}, now)
    assert 0 <= taught.prior_answered <= PRIOR_WORTH
    assert taught.prior_answered + taught.prior_ignored == pytest.approx(PRIOR_WORTH)
