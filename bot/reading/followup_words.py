"""Reads what stands after `/followups`: a cadence, a contact that was, a date that matters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.client_dates import DateSort
from bot.domain.tiers import Tier
from bot.domain.vocabulary import TouchKind
from bot.domain.ways import Way
from bot.reading.dates import find_bad_day, find_day
from bot.reading.folding import fold
from bot.reading.past_days import find_past_day
from bot.reading.spans import read_cadence

_NAME = r"(?P<name>.{1,200}?)[\s:,]+"
_CADENCE = re.compile(
    _NAME + r"(?P<cadence>(?:every|alle|tou(?:te)?s|cada|elke)\b.{1,200})", re.IGNORECASE
)
_OFF = re.compile(_NAME + r"(?:off|aus|stop)", re.IGNORECASE)
TIERS: Mapping[str, Tier] = {
    "close": Tier.CLOSE, "steady": Tier.STEADY, "light": Tier.LIGHT,
    "eng": Tier.CLOSE, "stetig": Tier.STEADY, "locker": Tier.LIGHT,
}  # fmt: skip
_TIER = re.compile(_NAME + rf"(?P<tier>{'|'.join(TIERS)})", re.IGNORECASE)
_VERBS: Mapping[str, tuple[TouchKind, Way]] = {
    "gave": (TouchKind.GAVE, Way.OTHER),
    "sent": (TouchKind.GAVE, Way.OTHER),
    "shared": (TouchKind.GAVE, Way.OTHER),
    "helped": (TouchKind.GAVE, Way.OTHER),
    "gegeben": (TouchKind.GAVE, Way.OTHER),
    "geschickt": (TouchKind.GAVE, Way.OTHER),
    "asked": (TouchKind.ASKED, Way.OTHER),
    "gefragt": (TouchKind.ASKED, Way.OTHER),
    "heard": (TouchKind.LISTENED, Way.OTHER),
    "listened": (TouchKind.LISTENED, Way.OTHER),
    "talked": (TouchKind.LISTENED, Way.OTHER),
    "spoke": (TouchKind.LISTENED, Way.OTHER),
    "gesprochen": (TouchKind.LISTENED, Way.OTHER),
    "called": (TouchKind.LISTENED, Way.CALL),
    "phoned": (TouchKind.LISTENED, Way.CALL),
    "angerufen": (TouchKind.LISTENED, Way.CALL),
    "telefoniert": (TouchKind.LISTENED, Way.CALL),
    "visited": (TouchKind.LISTENED, Way.VISIT),
    "met": (TouchKind.LISTENED, Way.VISIT),
    "besucht": (TouchKind.LISTENED, Way.VISIT),
    "getroffen": (TouchKind.LISTENED, Way.VISIT),
    "mailed": (TouchKind.LISTENED, Way.MAIL),
    "emailed": (TouchKind.LISTENED, Way.MAIL),
    "e-mailed": (TouchKind.LISTENED, Way.MAIL),
    "gemailt": (TouchKind.LISTENED, Way.MAIL),
    "messaged": (TouchKind.LISTENED, Way.MESSAGE),
    "texted": (TouchKind.LISTENED, Way.MESSAGE),
    "wrote": (TouchKind.LISTENED, Way.MESSAGE),
    "geschrieben": (TouchKind.LISTENED, Way.MESSAGE),
}
_TOUCH = re.compile(
    _NAME + rf"(?P<verb>{'|'.join(_VERBS)})\b(?P<rest>.{{0,300}})", re.IGNORECASE | re.DOTALL
)
_WAYS: Mapping[str, Way] = {
    "call": Way.CALL, "phone": Way.CALL, "telefon": Way.CALL, "anruf": Way.CALL,
    "visit": Way.VISIT, "besuch": Way.VISIT, "person": Way.VISIT,
    "mail": Way.MAIL, "email": Way.MAIL, "e-mail": Way.MAIL,
    "message": Way.MESSAGE, "text": Way.MESSAGE, "slack": Way.MESSAGE, "nachricht": Way.MESSAGE,
}  # fmt: skip
_BY_WAY = re.compile(rf"\b(?:by|in|on|per|via|am|with a)\s+(?:an?\s+)?({'|'.join(_WAYS)})\b")
_SORTS: Mapping[str, DateSort] = {
    "renewal": DateSort.RENEWAL, "renews": DateSort.RENEWAL, "contract end": DateSort.RENEWAL,
    "verlängerung": DateSort.RENEWAL, "vertragsende": DateSort.RENEWAL,
    "go-live": DateSort.GO_LIVE, "go live": DateSort.GO_LIVE, "golive": DateSort.GO_LIVE,
    "launch": DateSort.GO_LIVE,
    "anniversary": DateSort.ANNIVERSARY, "jubiläum": DateSort.ANNIVERSARY,
    "jahrestag": DateSort.ANNIVERSARY,
}  # fmt: skip
_DATE = re.compile(
    _NAME + rf"(?P<sort>{'|'.join(_SORTS)})\b(?P<rest>.{{0,200}})", re.IGNORECASE | re.DOTALL
)
_OTHER_DATE = re.compile(r"(?P<name>.{1,200}?)\s*:\s+(?P<rest>.{1,200})", re.DOTALL)
_YEARLY = re.compile(
    r"\b(?:yearly|every year|each year|annually|jährlich|jedes jahr)\b", re.IGNORECASE
)
_JOINTS = re.compile(r"(?:[\s,;:]|\b(?:on|am|is|ist|the|by)\b)+$", re.IGNORECASE)
_REST_OFF = re.compile(r"[\s:,]*(?:off|none|aus|weg)[\s.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OffSaid:
    """No longer kept."""

    name: str


@dataclass(frozen=True, slots=True)
class TierSaid:
    """A cadence by its name."""

    name: str
    tier: Tier


@dataclass(frozen=True, slots=True)
class CadenceSaid:
    """A cadence in days; the worst is None where it was not said."""

    name: str
    ideal_days: int
    worst_days: int | None


@dataclass(frozen=True, slots=True)
class TouchSaid:
    """A contact that was, on a day; `bad_day` names one that no calendar has."""

    name: str
    kind: TouchKind
    way: Way
    on: date
    bad_day: str | None = None


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A day that matters; `on` is None where no day was named, `is_off` where it is to go."""

    name: str
    sort: DateSort
    words: str
    on: date | None
    is_yearly: bool
    is_off: bool = False
    bad_day: str | None = None


@dataclass(frozen=True, slots=True)
class NameSaid:
    """Nothing but a name, or what cannot be read."""

    name: str


Said = OffSaid | TierSaid | CadenceSaid | TouchSaid | DateSaid | NameSaid


def read_followup(text: str, today: date) -> Said:
    """What is meant, the plainest reading first; never fails."""
    words = " ".join(text[:500].split())
    if date_off := _date_off(words):
        return date_off
    if found := _OFF.fullmatch(words):
        return OffSaid(found["name"])
    if found := _TIER.fullmatch(words):
        return TierSaid(found["name"], TIERS[found["tier"].lower()])
    if found := _CADENCE.fullmatch(words):
        cadence = read_cadence(found["cadence"])
        return CadenceSaid(found["name"], *cadence) if cadence else NameSaid(words)
    if found := _TOUCH.fullmatch(words):
        return _touch(found["name"], found["verb"].lower(), found["rest"], today)
    if found := _DATE.fullmatch(words):
        sort = _SORTS[found["sort"].lower()]
        return _date(found["name"], sort, found["sort"], found["rest"], today)
    other = _OTHER_DATE.fullmatch(words)
    day = find_day(other["rest"], today) if other else None
    if other and day:
        called = _called(other["rest"][: day.start])
        return _date(other["name"], DateSort.OTHER, called, other["rest"], today)
    return NameSaid(words)


def _date_off(words: str) -> DateSaid | None:
    found = _DATE.fullmatch(words)
    if found is None or not _REST_OFF.fullmatch(found["rest"]):
        return None
    sort = _SORTS[found["sort"].lower()]
    return DateSaid(found["name"], sort, found["sort"], None, is_yearly=False, is_off=True)


def _date(name: str, sort: DateSort, called: str, words: str, today: date) -> DateSaid:
    day = find_day(words, today)
    return DateSaid(
        name,
        sort,
        called,
        day.day if day else None,
        is_yearly=sort is DateSort.ANNIVERSARY or _YEARLY.search(words) is not None,
        bad_day=find_bad_day(words),
    )


def _touch(name: str, verb: str, rest: str, today: date) -> TouchSaid:
    kind, way = _VERBS[verb]
    by = _BY_WAY.search(fold(rest))
    if by is not None:
        way = _WAYS[by[1]]
    on = find_past_day(rest, today) or today
    return TouchSaid(name, kind, way, on, find_bad_day(rest))


def _called(words: str) -> str:
    """What stands before the day, without the joint between them."""
    return _JOINTS.sub("", _YEARLY.sub("", words)).strip()[:100]
