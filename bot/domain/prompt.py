"""One entry of the catalogue of prompts, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.vocabulary import Habit, Kind, MomentKind


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question. `opens` tells whether a press opens the modal for writing."""

    code: str
    labels: Mapping[str, str]
    opens: bool = False
    records: str | None = None
    """What a press says by itself: `touch_gave`, `goal_confirmed`, ...; None says nothing."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that Alongside can ask. Texts are by language, with {client} and such in them."""

    id: str
    family: str
    habit: Habit
    kind: Kind
    moments: frozenset[MomentKind]
    # The choice needs none of these; the catalogue's contract asks for each.
    texts: Mapping[str, str] = field(default_factory=dict)
    helps: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    records: str = "reflection"
    """What a written answer is: `goal`, `measure`, `problem`, `people` go on the client's record;
    `learned`, `plan`, `reflection` stay the person's own."""
    evidence: str = "none"
    grade: str = "none"
    near_measure: str = ""
    needs: frozenset[str] = frozenset()
    """Facts without which the prompt makes no sense."""
    unless: frozenset[str] = frozenset()
    """Facts in whose presence the prompt would ask what is known."""
    client_every_days: int | None = None
    deal_every_days: int | None = None
    per_week: int | None = None
    every_days: int | None = None
    prior_answered: float = 2.0
    prior_ignored: float = 2.0
    is_of_team: bool = False
    """Whether a team wrote it, in Slack or in a folder of its own."""
