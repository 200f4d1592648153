"""What the log of decisions is for: another way of choosing is judged from it, untried."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import mean

import pytest

from bot.domain.deciding import decide
from bot.domain.decision import Asked, Decision, Outcome, PastNudge
from bot.domain.learning import Tally, pooled
from bot.domain.moments import Moment
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import MomentKind, NudgeKind, NudgeState
from tests.domain.worlds import prompt

RATES = {"a": 0.15, "b": 0.3, "c": 0.4, "d": 0.5, "e": 0.7}
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
LOOKS, A_DAY = 4_000, 100
MOMENT = Moment(
    "won", MomentKind.DEAL_WON, NOW, NOW + timedelta(days=9999), facts={"client": "Gira"}
)
PROMPTS = [prompt(name, MomentKind.DEAL_WON, family=name) for name in RATES]


def logs() -> list[tuple[Decision, bool]]:
    """Many people, one question each, while the team's tallies teach the next day's priors."""
    chance, tallies = Random(11), dict.fromkeys(RATES, Tally())
    logged = []
    for n in range(LOOKS):
        if n % A_DAY == 0:
            taught = pooled(PROMPTS, tallies, NOW)
        seed = chance.getrandbits(32)
        decision = decide(Asked("ada"), Schedule(), (), [MOMENT], taught, NOW, seed)
        assert decision.outcome is Outcome.ASK
        name = decision.prompt_id or ""
        is_answered = chance.random() < RATES[name]
        tallies[name] = tallies[name].and_one(NOW, was_answered=is_answered)
        logged.append((decision, is_answered))
    return logged


def test_weighing_by_probability_recovers_the_answer_rates() -> None:
    logged = logs()
    as_they_came = mean(is_answered for _, is_answered in logged)
    of_random = mean(
        is_answered / (int(decision.values["fitting"]) * decision.probability)
        for decision, is_answered in logged
    )
    assert as_they_came > mean(RATES.values()) + 0.05, "it chooses better than at random"
    assert of_random == pytest.approx(mean(RATES.values()), abs=0.03)
    for name, rate in RATES.items():
        told = mean(
            (decision.prompt_id == name) * is_answered / decision.probability
            for decision, is_answered in logged
        )
        assert told == pytest.approx(rate, abs=0.08)


def test_what_a_person_answers_is_asked_more_often_of_them() -> None:
    """Ten weeks ago each came twice; this person answered one of them alone."""
    sent_at = NOW - timedelta(days=70)
    history = [
        PastNudge(
            NudgeKind.QUESTION,
            NudgeState.ANSWERED if name == "b" else NudgeState.EXPIRED,
            sent_at - timedelta(days=20 * turn),
            sent_at - timedelta(days=20 * turn) if name == "b" else None,
            name,
        )
        for turn in (1, 0)
        for name in RATES
    ]
    acted = [
        replace(one, acted_at=one.acted_at or one.sent_at + timedelta(days=1)) for one in history
    ]
    drawn = [
        decide(Asked("ada"), Schedule(), acted, [MOMENT], PROMPTS, NOW, seed) for seed in range(400)
    ]
    share = mean(one.prompt_id == "b" for one in drawn)
    of_b = next(one.probability for one in drawn if one.prompt_id == "b")
    assert of_b > 0.28
    assert share == pytest.approx(of_b, abs=0.07)
