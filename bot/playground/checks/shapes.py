"""A small language to say which fields a thing may have, and how long each may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Check = Callable[["Spot", object], None]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d\Z", re.ASCII)
_URL = re.compile(r"(https?|mailto|slack|tel):\S+\Z", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place inside what is checked, and the list that collects what is wrong with the whole."""

    path: str
    problems: list[str]

    def at(self, key: str | int) -> Spot:
        return Spot(f"{self.path}/{key}", self.problems)

    def refuse(self, why: str) -> None:
        self.problems.append(f"[ERROR] {why} [json-pointer:{self.path or '/'}]")


def string(most: int, least: int = 1) -> Check:
    """A string of `least` to `most` characters."""

    def check(spot: Spot, value: object) -> None:
        if not isinstance(value, str):
            spot.refuse("must be a string")
        elif len(value) > most:
            spot.refuse(f"must be less than {most + 1} characters")
        elif len(value) < least:
            spot.refuse(f"must be more than {least - 1} characters")

    return check


def boolean(spot: Spot, value: object) -> None:
    if not isinstance(value, bool):
        spot.refuse("must be a boolean")


def integer(least: int, most: int) -> Check:
    def check(spot: Spot, value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            spot.refuse("must be an integer")
        elif not least <= value <= most:
            spot.refuse(f"must be between {least} and {most}")

    return check


def anything(_spot: Spot, _value: object) -> None:
    """For the few places where Slack takes any value."""


def one_of(*values: str) -> Check:
    def check(spot: Spot, value: object) -> None:
        if value not in values:
            spot.refuse(f"must be one of {', '.join(values)}")

    return check


def matching(pattern: re.Pattern[str], what: str, most: int = 3000) -> Check:
    def check(spot: Spot, value: object) -> None:
        if not isinstance(value, str) or len(value) > most or not pattern.match(value):
            spot.refuse(f"must be {what}")

    return check


day = matching(_DATE, "a date such as 2026-06-12")
time_of_day = matching(_TIME, "a time such as 09:30")
url = matching(_URL, "a valid URL of at most 3000 characters")


def list_of(item: Check, most: int, least: int = 1) -> Check:
    """A list of `least` to `most` items, each of which passes `item`."""

    def check(spot: Spot, value: object) -> None:
        if not isinstance(value, list):
            spot.refuse("must be an array")
            return
        if len(value) > most:
            spot.refuse(f"no more than {most} items allowed")
        if len(value) < least:
            spot.refuse(f"must have at least {least} items")
        for number, each in enumerate(value[:most]):
            item(spot.at(number), each)

    return check


def shape(
    required: Mapping[str, Check],
    optional: Mapping[str, Check] | None = None,
    also: Callable[[Spot, dict[str, object]], None] | None = None,
) -> Check:
    """An object with these fields and no others; `also` checks what spans several fields."""
    fields = {**required, **(optional or {})}

    def check(spot: Spot, value: object) -> None:
        if not isinstance(value, dict):
            spot.refuse("must be an object")
            return
        for name in required:
            if value.get(name) is None:
                spot.refuse(f"missing required field: {name}")
        for name, each in value.items():
            if name not in fields:
                spot.refuse(f"additional property: {name}")
            elif each is not None:
                fields[name](spot.at(name), each)
        if also is not None:
            also(spot, value)

    return check


def by_type(kinds: Mapping[str, Check], what: str) -> Check:
    """An object whose `type` chooses among several shapes."""

    def check(spot: Spot, value: object) -> None:
        if not isinstance(value, dict):
            spot.refuse("must be an object")
            return
        kind = value.get("type")
        if not isinstance(kind, str) or kind not in kinds:
            spot.at("type").refuse(f"unsupported type: {kind!r:.60} for {what}")
            return
        kinds[kind](spot, value)

    return check
