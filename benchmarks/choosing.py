"""What choosing well is worth: twelve simulated weeks of a team, each question through `decide`.

A small world of our own, made after the findings that the design rests on, not after Alongside: a
prompt has its appeal, a seller a taste, the same prompt again soon is answered less, and so is
everything as messages grow many. Every rival is held to the same caps: it hands `decide` the one
prompt it would ask, ours hands over all that fit. Only "every event" asks without `decide`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp
from random import Random
from statistics import mean

from benchmarks.report import Figure
from bot.domain.deciding import decide
from bot.domain.decision import Asked, Outcome, PastNudge
from bot.domain.learning import Tally, pooled
from bot.domain.moments import Moment
from bot.domain.prompt import Prompt
from bot.domain.schedule import Schedule
from bot.domain.vocabulary import Habit, Kind, MomentKind, NudgeKind, NudgeState

SEEDS, SELLERS, WEEKS, PROMPTS = 8, 20, 12, 12
EVENT_A_DAY, CLIENTS = 0.85, 12
APPEAL, TASTE, LOST_BY_EACH = (0.55, 0.14), 0.12, 0.3
"""Appeal of prompts (mean and spread), spread of tastes, and what each further message costs.

The mean is set so that picking at random comes near what the evidence measured of it.
"""
_BEGINS_AT = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)
_DAY = timedelta(days=1)
_IN_EVIDENCE = {
    "random": (9.7, 0.42),
    "rotation": (10.4, 0.45),
    "per-seller sampling": (10.0, 0.43),
    "pooled with recovery (ours)": (11.1, 0.48),
    "oracle": (12.7, 0.55),
    "every event at random": (7.5, 0.15),
}
CATALOGUE = tuple(
    Prompt(f"p{n:02}", f"f{n}", Habit.GOAL, Kind.MEETINGS, frozenset({MomentKind.MEETING_HELD}))
    for n in range(PROMPTS)
)


@dataclass(slots=True)
class Seller:
    """How a seller answers, and what they got so far."""

    appeal: dict[str, float]
    """The chance that each prompt is answered, rested and alone."""
    history: list[PastNudge] = field(default_factory=list)
    asked: int = 0
    answered: int = 0

    def chance(self, prompt_id: str, now: datetime) -> float:
        """The true chance of an answer now."""
        used = [one.sent_at for one in self.history if one.prompt_id == prompt_id]
        recovered = 1 - 0.5 * exp(-((now - used[-1]) / _DAY) / 7) if used else 1.0
        lately = sum(now - one.sent_at < 7 * _DAY for one in self.history[-20:])
        return self.appeal[prompt_id] * recovered * (1 - LOST_BY_EACH) ** max(0, lately - 1)


@dataclass(slots=True)
class Team:
    """The sellers of a workspace, and the tallies that all of their answers make."""

    sellers: list[Seller]
    chance: Random
    tallies: dict[str, Tally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Logged:
    """One question as its decision told of it, whether it was answered, and the truth beside."""

    probability: float
    fitting: int
    was_answered: bool
    random_would: float
    """The chance of an answer had one of those that fitted been picked at random."""


Rival = Callable[[Team, Seller, Sequence[Prompt], datetime], Sequence[Prompt]]


def run() -> list[Figure]:
    """Each rival over the same teams; answers a seller and the share that was answered."""
    found = {name: [simulate(name, seed) for seed in range(SEEDS)] for name in _IN_EVIDENCE}
    answers = {name: mean(one[0] for one in runs) for name, runs in found.items()}
    rates = {name: mean(one[1] for one in runs) for name, runs in found.items()}
    figures = []
    for name, (told_answers, told_rate) in _IN_EVIDENCE.items():
        per_seller = Figure(
            f"{name}: answers a seller in {WEEKS} weeks", answers[name], "answers",
            f"in the evidence: {told_answers}",
        )  # fmt: skip
        share = Figure(
            f"{name}: share answered", rates[name], "share", f"in the evidence: {told_rate}"
        )
        figures += [per_seller, share]
    best, ours = answers["oracle"], answers["pooled with recovery (ours)"]
    for rival, aim in (("random", 0.40), ("rotation", 0.15)):
        saved = (ours - answers[rival]) / (best - answers[rival])
        figures.append(Figure(f"regret less than {rival}", saved, "share", f"aim: {aim}"))
    return figures


def simulate(name: str, seed: int, log: list[Logged] | None = None) -> tuple[float, float]:
    """Twelve weeks of one team under one rival: answers a seller, and the share answered."""
    team = _team(seed)
    for day in range(WEEKS * 7):
        at = _BEGINS_AT + day * _DAY
        if at.weekday() >= 5:
            continue
        for place, seller in enumerate(team.sellers):
            if team.chance.random() < EVENT_A_DAY:
                _event(name, team, seller, at + timedelta(seconds=place), log)
    asked = sum(seller.asked for seller in team.sellers)
    answered = sum(seller.answered for seller in team.sellers)
    return answered / len(team.sellers), answered / asked


def _team(seed: int) -> Team:
    chance = Random(f"team {seed}")
    appeal = {one.id: chance.gauss(*APPEAL) for one in CATALOGUE}

    def seller() -> Seller:
        tastes = {name: liked + chance.gauss(0, TASTE) for name, liked in appeal.items()}
        return Seller({name: min(max(liked, 0.05), 0.95) for name, liked in tastes.items()})

    return Team([seller() for _ in range(SELLERS)], chance)


def _event(name: str, team: Team, seller: Seller, now: datetime, log: list[Logged] | None) -> None:
    """A meeting has ended: ask, if the caps let it, and see whether it is answered."""
    fresh = [one for one in CATALOGUE if _is_rested(seller, one, now)]
    if name == "every event at random":
        _send(team, seller, team.chance.choice(CATALOGUE).id, now)
        return
    offered = RIVALS[name](team, seller, fresh, now)
    moment = Moment(
        "held", MomentKind.MEETING_HELD, now, now + 4 * _DAY / 24,
        client_id=f"client {team.chance.randrange(CLIENTS)}", happened_at=now - _DAY / 288,
    )  # fmt: skip
    asked = Asked("seller", 3, digest_day=None)
    seed = team.chance.getrandbits(32)
    decision = decide(asked, Schedule(), seller.history, [moment], offered, now, seed)
    if decision.asks_less:
        acted_at = now + _DAY / 24 if team.chance.random() < 0.5 else None
        state = NudgeState.ANSWERED if acted_at else NudgeState.EXPIRED
        past = PastNudge(NudgeKind.QUESTION, state, now, acted_at, is_less_question=True)
        seller.history.append(past)
    elif decision.outcome is Outcome.ASK and decision.prompt_id is not None:
        would = mean(seller.chance(one.id, now) for one in fresh)
        was_answered = _send(team, seller, decision.prompt_id, now, moment.client_id)
        if log is not None:
            fitting = int(decision.values["fitting"])
            log.append(Logged(decision.probability, fitting, was_answered, would))


def _is_rested(seller: Seller, prompt: Prompt, now: datetime) -> bool:
    lately = seller.history[-20:]
    return not any(one.prompt_id == prompt.id and now - one.sent_at < 14 * _DAY for one in lately)


def _send(
    team: Team, seller: Seller, prompt_id: str, now: datetime, client_id: str | None = None
) -> bool:
    was_answered = team.chance.random() < seller.chance(prompt_id, now)
    state, acted_at = NudgeState.EXPIRED, None
    if was_answered:
        state, acted_at = NudgeState.ANSWERED, now + _DAY / 24
    past = PastNudge(NudgeKind.QUESTION, state, now, acted_at, prompt_id, client_id)
    seller.history.append(past)
    seller.asked += 1
    seller.answered += was_answered
    before = team.tallies.get(prompt_id, Tally())
    team.tallies[prompt_id] = before.and_one(now, was_answered=was_answered)
    return was_answered


def _random(
    team: Team, _seller: Seller, fresh: Sequence[Prompt], _now: datetime
) -> Sequence[Prompt]:
    return [team.chance.choice(fresh)]


def _rotation(
    _team: Team, seller: Seller, fresh: Sequence[Prompt], _now: datetime
) -> Sequence[Prompt]:
    used = [one.prompt_id for one in seller.history]
    return [min(fresh, key=lambda one: used[::-1].index(one.id) * -1 if one.id in used else -999)]


def _per_seller(
    team: Team, seller: Seller, fresh: Sequence[Prompt], _now: datetime
) -> Sequence[Prompt]:
    """Thompson sampling on what this seller did alone, from a flat prior."""

    def sampled(prompt: Prompt) -> float:
        past = [one.acted_at is not None for one in seller.history if one.prompt_id == prompt.id]
        return team.chance.betavariate(1 + sum(past), 1 + len(past) - sum(past))

    return [max(fresh, key=sampled)]


def _oracle(
    _team: Team, seller: Seller, fresh: Sequence[Prompt], now: datetime
) -> Sequence[Prompt]:
    return [max(fresh, key=lambda one: seller.chance(one.id, now))]


def _ours(team: Team, _seller: Seller, _fresh: Sequence[Prompt], now: datetime) -> Sequence[Prompt]:
    return pooled(CATALOGUE, team.tallies, now)


RIVALS: dict[str, Rival] = {
    "random": _random,
    "rotation": _rotation,
    "per-seller sampling": _per_seller,
    "pooled with recovery (ours)": _ours,
    "oracle": _oracle,
}
