"""Finds the day that a text speaks of: by Friday, in zwei Wochen, fin de mois, 12.6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from bot.reading.calendar_words import MONTH, SHORT_WEEKDAY, UNIT, WEEKDAY
from bot.reading.date_rules import EXACT, RULES
from bot.reading.day_sums import real_day
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.times import find_time_near

LONGEST_TEXT = 2_000
"""Characters that are searched; a date that matters stands in its own sentence."""


_WORDS = late(r"[a-z]+")
_FIGURE = late(r"\d")
_HINTS = frozenset(
    word
    for words in (
        *(name.split("-") for name in WEEKDAY),
        SHORT_WEEKDAY,
        MONTH,
        UNIT,
        "tomorrow tmrw tmr tomorow today tonight morning afternoon evening eod cob eow eom eoq eoy "
        "apres morgenochtend morgenmiddag morgenavond morgenvroeg business noon "
        "heute morgen ubermorgen uebermorgen demain hui soir manana hoy tarde amanha "
        "hoje vandaag vanmiddag vanavond overmorgen feierabend fortnight weekend wochenende "
        "wochenschluss monatsende quartalsende jahresende monats quartals jahres annee end".split(),
    )
    for word in words
)
"""One of these, or a digit, stands in every text that names a day."""


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day, where the text names it, and the hour if one stands beside it."""

    day: date
    start: int
    end: int
    time: time | None = None


def find_day(text: str, today: date) -> DayFound | None:
    """The first day that the text names, seen from `today`; a day that does not exist is none."""
    return next(iter(find_days(text, today)), None)


def find_days(text: str, today: date) -> list[DayFound]:
    """Every day that the text names, in its order; where two readings overlap, the longer."""
    folded = fold(text[:LONGEST_TEXT])
    words = frozenset(_WORDS.findall(folded))
    if words.isdisjoint(_HINTS) and not _FIGURE.search(folded):
        return []
    seen = sorted(_readings(folded, words, today), key=lambda found: (found.start, -found.end))
    kept: list[DayFound] = []
    for found in seen:
        if kept and _names_the_same(folded, kept[-1], found):
            kept[-1] = DayFound(found.day, kept[-1].start, found.end)
        elif not kept or found.start >= kept[-1].end:
            kept.append(found)
    return [_with_hour(folded, found) for found in kept]


def _names_the_same(folded: str, first: DayFound, second: DayFound) -> bool:
    """Whether a weekday and a date beside it are one day: "Friday, 12 June"."""
    weekday = folded[first.start : first.end].rsplit(maxsplit=1)[-1]
    if weekday not in WEEKDAY and weekday not in SHORT_WEEKDAY:
        return False
    between = folded[first.end : second.start] if second.start >= first.end else "-"
    return (
        re.fullmatch(r"\.?[ ,(]{1,3}(?:the |den |dem |der |le |el |de |o |on )?", between)
        is not None
    )


def _with_hour(folded: str, found: DayFound) -> DayFound:
    return replace(found, time=find_time_near(folded, found.start, found.end))


def find_bad_day(text: str) -> str | None:
    """The words of a date that no calendar has, such as 31 February; None if there is none."""
    folded = fold(text[:LONGEST_TEXT])
    for pattern, parts in EXACT:
        for match in pattern.finditer(folded):
            year, month, day = parts(match)
            years = [year] if year else [2027, 2028]
            if all(real_day(each, month, day) is None for each in years):
                return text[match.start() : match.end()].strip()
    return None


def _readings(folded: str, words: frozenset[str], today: date) -> Iterator[DayFound]:
    has_figures = _FIGURE.search(folded) is not None
    for pattern, resolve, needs, in_figures in RULES:
        if (in_figures and not has_figures) or (needs and needs.isdisjoint(words)):
            continue
        for match in pattern.finditer(folded):
            try:
                day = resolve(match, today)
            except (OverflowError, ValueError):
                day = None
            if day is not None and match.end() > match.start():
                yield DayFound(day, match.start(), match.end())
