"""Days and months as a question words them, in the languages of the catalogue."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "de": (
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
}


def day_words(value: str, language: str, today: date | None) -> str:
    """An ISO date as "3 May" or "3. Mai"; anything else as it is."""
    day = _day(value)
    if day is None:
        return value
    dot = "." if language == "de" else ""
    return f"{day.day}{dot} {_month(day, language, today)}"


def month_words(value: str, language: str, today: date | None) -> str:
    """The month of an ISO date, with its year where that is not today's; else as it is."""
    day = _day(value)
    return value if day is None else _month(day, language, today)


def _month(day: date, language: str, today: date | None) -> str:
    name = _MONTHS.get(language, _MONTHS["en"])[day.month - 1]
    return name if today is None or today.year == day.year else f"{name} {day.year}"


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
