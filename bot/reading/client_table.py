"""Reads a seller's file of clients: each row is understood, or left out with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot.domain.importing import MOST_ROWS, Fault, ImportRow, RowFault, Table
from bot.domain.mail_domains import domain_of, is_public
from bot.domain.tiers import INTERVALS
from bot.errors import TellUser
from bot.reading.followup_words import TIERS
from bot.reading.table_headers import fields_of
from bot.reading.table_text import records_of, text_of

_LONGEST = {"name": 120, "also": 600, "said_by": 200, "contact": 120, "role": 120, "link": 600}
_LONGEST_TEXT = {"goal": 500, "measure": 500, "stake": 300}
_YES = frozenset("yes y true 1 x ja j wahr oui prospect prospects interessent lead leads".split())
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_POINTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_SPAN = re.compile(r"(?:(?:every|each|alle|jede)\s+)?(\d{1,4})\s*(\D*)", re.IGNORECASE)
_UNITS = {"d": 1, "t": 1, "w": 7, "m": 30}
_LONGEST_DAYS = 730
_DATES = ("goal_on", "last_word")


class _RowFaultError(Exception):
    def __init__(self, code: RowFault, said: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.said = said[:60]


def read_client_table(content: bytes, today: date) -> Table:
    """Rows and faults, with line numbers; TellUser where the file as a whole cannot be read."""
    records = list(_bounded(records_of(text_of(content))))
    if not records:
        raise TellUser("import_empty")
    headers = records[0][1]
    fields = fields_of(headers)
    if "name" not in fields:
        raise TellUser("import_no_name_column", names="\n".join(h[:40] for h in headers[:10]))
    known = set(fields.values())
    ignored = tuple(
        header.strip()[:40]
        for place, header in enumerate(headers)
        if place not in known and header.strip()
    )
    body = [(line, _cells(fields, cells)) for line, cells in records[1:]]
    if not body:
        raise TellUser("import_empty")
    is_day_first = _is_day_first(cells for _, cells in body)
    rows: list[ImportRow] = []
    faults: list[Fault] = []
    for line, cells in body:
        try:
            rows.append(_row(line, cells, today, is_day_first=is_day_first))
        except _RowFaultError as fault:
            faults.append(Fault(line, fault.code, fault.said))
    return Table(tuple(rows), tuple(faults), ignored)


def _bounded(records: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    for count, record in enumerate(records):
        if count > MOST_ROWS:
            raise TellUser("import_too_long")
        yield record


def _cells(fields: Mapping[str, int], cells: Sequence[str]) -> dict[str, str]:
    return {
        field: " ".join(cells[place].split())
        for field, place in fields.items()
        if place < len(cells)
    }


def _row(
    line: int, cells: Mapping[str, str], today: date, *, is_day_first: bool | None
) -> ImportRow:
    name = cells.get("name", "")
    if not name or not any(letter.isalnum() for letter in name):
        raise _RowFaultError(RowFault.NO_NAME)
    if len(name) > _LONGEST["name"]:
        raise _RowFaultError(RowFault.LONG_NAME, name)
    if name.startswith(("=", "@", "+", "-")):
        raise _RowFaultError(RowFault.FORMULA, name)
    for field, most in (_LONGEST | _LONGEST_TEXT).items():
        if len(cells.get(field, "")) > most:
            raise _RowFaultError(RowFault.LONG_TEXT, cells[field])
    goal_on, last_word_on = (
        _day(cells.get(field, ""), today, is_day_first=is_day_first) for field in _DATES
    )
    tier = TIERS.get(cells.get("ideal", "").casefold())
    ideal, worst = INTERVALS[tier] if tier else (None, None)
    if tier is None:
        ideal, worst = (_days(cells.get(field, "")) for field in ("ideal", "worst"))
    if ideal is not None:
        worst = worst if worst is not None else ideal * 5 // 3
        if worst < ideal:
            raise _RowFaultError(RowFault.BAD_DAYS, cells.get("worst", ""))
    return ImportRow(
        line=line,
        name=name,
        also=tuple(one.strip() for one in re.split(r"[;|]", cells.get("also", "")) if one.strip()),
        domain=_domain(cells),
        link=cells.get("link") or None,
        goal=cells.get("goal") or None,
        said_by=cells.get("said_by") or None,
        goal_on=goal_on,
        measure=cells.get("measure") or None,
        owner=cells.get("owner", "")[:200] or None,
        ideal_days=ideal,
        worst_days=worst if ideal is not None else None,
        last_word_on=last_word_on,
        contact=cells.get("contact") or None,
        role=cells.get("role") or None,
        stake=cells.get("stake") or None,
        is_prospect=cells.get("prospect", "").casefold() in _YES,
    )


def _domain(cells: Mapping[str, str]) -> str | None:
    """The one that is named, else that of the contact's address; public ones name nobody."""
    said = cells.get("domain", "")
    if said:
        bare = re.sub(r"^\w+://", "", said.lower()).partition("/")[0].removeprefix("www.")
        domain = domain_of(bare.removeprefix("@"))
        if domain is None:
            raise _RowFaultError(RowFault.BAD_DOMAIN, said)
        return None if is_public(domain) else domain
    mail = cells.get("mail", "")
    domain = domain_of(mail) if "@" in mail else None
    return None if domain is None or is_public(domain) else domain


def _days(said: str) -> int | None:
    """42, "6 weeks", "every 6 weeks", "2 Monate"."""
    if not said:
        return None
    match = _SPAN.fullmatch(said)
    unit = match[2].strip().lower()[:1] if match else ""
    days = int(match[1]) * _UNITS.get(unit or "d", 0) if match else 0
    if not 1 <= days <= _LONGEST_DAYS:
        raise _RowFaultError(RowFault.BAD_DAYS, said)
    return days


def _day(said: str, today: date, *, is_day_first: bool | None) -> date | None:
    if not said:
        return None
    if match := _ISO.fullmatch(said):
        year, month, day = (int(part) for part in match.groups())
    elif match := _POINTS.fullmatch(said):
        day, month, year = (int(part) for part in match.groups())
    elif match := _SLASHES.fullmatch(said):
        first, second, year = (int(part) for part in match.groups())
        if is_day_first is None and first != second:
            raise _RowFaultError(RowFault.UNCLEAR_DATE, said)
        day, month = (first, second) if is_day_first else (second, first)
    else:
        raise _RowFaultError(RowFault.BAD_DATE, said)
    try:
        on = date(year, month, day)
    except ValueError as error:
        raise _RowFaultError(RowFault.BAD_DATE, said) from error
    if on > today:
        raise _RowFaultError(RowFault.FUTURE_DATE, said)
    return on


def _is_day_first(body: Iterable[Mapping[str, str]]) -> bool | None:
    """How the file writes 3/4/2026, by its days after the twelfth; None where none says."""
    firsts: set[bool] = set()
    for cells in body:
        for field in _DATES:
            match = _SLASHES.fullmatch(cells.get(field, ""))
            if match and int(match[1]) > 12:
                firsts.add(True)
            elif match and int(match[2]) > 12:
                firsts.add(False)
    return firsts.pop() if len(firsts) == 1 else None
