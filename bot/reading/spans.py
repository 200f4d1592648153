"""Reads lengths of time: "2 weeks", "until Friday 12 June", "every 6 weeks, at worst 10"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.reading.calendar_words import UNIT, either, read_number
from bot.reading.dates import find_day
from bot.reading.day_sums import add_months
from bot.reading.folding import fold
from bot.reading.late import late

LONGEST_DAYS = 3_660
DAYS_IN = {"hour": 0, "day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_LENGTH = late(
    rf"(?<![\w.,-])(?:(\d{{1,4}}|[a-z]{{1,9}}) )(?:more |working )?({either({**UNIT})})\b"
    rf"|(?<![\w.,-])(\d{{1,4}})({either({**UNIT})}|d|w|m)\b"
)
_UNTIL = late(
    r"\b(?:until|till|til|through|bis|jusqu'a|jusqu'au|hasta|ate|tot|back on|back|wieder am|"
    r"zuruck am)\b"
)
_EVERY = late(
    r"\b(?:every|each|alle|jede[nrs]?|tous les|toutes les|cada|a cada|elke|om de|iedere) "
    rf"(?:(\d{{1,3}}|[a-z]{{2,9}}) )?({either({**UNIT})})\b"
)
_WORST = late(
    r"\b(?:at worst|at most|at the latest|worst|max|maximum|no later than|or|never more than|"
    r"spatestens(?: nach)?|hochstens|maximal|au pire|au plus|maximum|a lo sumo|como mucho|maximo|"
    r"no maximo|uiterlijk|hooguit|op zijn laatst)[: ]+(?:every |after |alle |nach )?"
    rf"(\d{{1,3}}|[a-z]{{3,9}})(?: ({either({**UNIT})}))?\b"
)
_PLAIN_CADENCE = {
    "daily": 1, "weekly": 7, "fortnightly": 14, "biweekly": 14, "monthly": 30, "quarterly": 91,
    "yearly": 365, "wochentlich": 7, "monatlich": 30, "quartalsweise": 91, "hebdomadaire": 7,
    "mensuel": 30, "semanal": 7, "quincenal": 14, "quinzenal": 14, "mensual": 30, "mensal": 30,
    "wekelijks": 7, "maandelijks": 30,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time where the text names it: in calendar months, or in days."""

    days: int
    months: int
    start: int
    end: int

    def after(self, day: date) -> date:
        """The day on which the span that begins on `day` is over."""
        return add_months(day, self.months) if self.months else day + timedelta(days=self.days)


def find_span(text: str) -> Span | None:
    """The first length that the text names, of a day or more: "2 weeks", "zehn Tage"."""
    for match in _LENGTH.finditer(fold(text[:400])):
        count = read_number(match[1] or match[3])
        word = match[2] or match[4]
        unit = {"d": "day", "w": "week", "m": "month"}.get(word) or UNIT[word]
        days = (count or 0) * DAYS_IN[unit]
        if count and 0 < days <= LONGEST_DAYS:
            months = count * {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)
            return Span(days, months, match.start(), match.end())
    return None


def find_end(text: str, today: date) -> date | None:
    """The day on which a pause ends: after "2 weeks", or on the day of "until Friday"."""
    if _UNTIL.search(fold(text[:400])):
        found = find_day(text, today)
        return found.day if found else None
    span = find_span(text)
    if span is not None:
        return span.after(today)
    found = find_day(text, today)
    return found.day if found else None


def read_cadence(text: str) -> tuple[int, int | None] | None:
    """Ideal and worst interval in days; worst None if unsaid. "every 6 weeks, at worst 10"."""
    folded = fold(text[:400])
    ideal = _ideal(folded)
    if ideal is None:
        return None
    count, unit, end = ideal
    days = count * DAYS_IN[unit] if unit else count
    worst = _WORST.search(folded, end)
    worst_days = None
    if worst:
        number = read_number(worst[1])
        worst_unit = UNIT.get(worst[2] or "", unit or "day")
        worst_days = number * DAYS_IN[worst_unit] if number else None
    if not 0 < days <= LONGEST_DAYS or (worst_days is not None and worst_days > LONGEST_DAYS):
        return None
    return days, worst_days


def _ideal(folded: str) -> tuple[int, str | None, int] | None:
    match = _EVERY.search(folded)
    if match:
        count = _count(match[1])
        return (count, UNIT[match[2]], match.end()) if count else None
    for word, days in _PLAIN_CADENCE.items():
        at = re.search(rf"\b{word}\b", folded)
        if at:
            return days, None, at.end()
    length = _LENGTH.search(folded)
    if length:
        count = read_number(length[1] or length[3])
        word = length[2] or length[4]
        unit = {"d": "day", "w": "week", "m": "month"}.get(word) or UNIT[word]
        return (count, unit, length.end()) if count else None
    return None


def _count(word: str | None) -> int | None:
    if word is None:
        return 1
    return 2 if word in ("other", "second", "zweite", "zweiten") else read_number(word)
