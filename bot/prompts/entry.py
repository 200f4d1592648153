"""One entry of a prompts file, from loose data to a value, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from bot.domain.prompt import Choice, Prompt
from bot.domain.vocabulary import Habit, Kind, MomentKind

_ID = re.compile(r"[a-z][a-z0-9-]{2,60}")
_FIELDS = frozenset(
    {
        "id",
        "family",
        "habit",
        "kind",
        "moments",
        "text",
        "help",
        "choices",
        "records",
        "evidence",
        "grade",
        "near_measure",
        "needs",
        "unless",
        "client_every_days",
        "deal_every_days",
        "per_week",
        "every_days",
        "prior",
    }
)
_CHOICE_FIELDS = frozenset({"code", "label", "opens", "records"})
_LANGUAGES = ("en", "de")
_LONGEST = 600
E = TypeVar("E", bound=StrEnum)


class BadEntry(Exception):  # noqa: N818 - not an error of the program: a fault in a file
    """A field of an entry is missing or not what it should be."""

    def __init__(
        self, code: str, field: str, found: object, prompt: str | None = None, known: str = ""
    ) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.found = str(found)[:80]
        self.prompt = prompt
        self.known = known
        """The words that would have been taken."""


def read_entry(entry: object, moment: str, *, is_of_team: bool = False) -> Prompt:
    """Build the prompt; `moment` is what the file is named after. Raises BadEntry."""
    if not isinstance(entry, dict):
        raise BadEntry("not_a_table", "prompt", entry)
    try:
        return _read(entry, moment, is_of_team=is_of_team)
    except BadEntry as error:
        error.prompt = str(entry["id"])[:60] if "id" in entry else None
        raise


def _read(entry: Mapping[str, object], moment: str, *, is_of_team: bool) -> Prompt:
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise BadEntry("unknown_field", unknown[0][:60], "")
    prompt_id = _text(entry, "id")
    if not _ID.fullmatch(prompt_id):
        raise BadEntry("bad_id", "id", prompt_id)
    answered, ignored = _prior(entry)
    return Prompt(
        id=prompt_id,
        family=_text(entry, "family"),
        habit=_one_of(Habit, entry.get("habit"), "habit"),
        kind=_one_of(Kind, entry.get("kind"), "kind"),
        moments=frozenset(
            _one_of(MomentKind, one, "moments") for one in _list(entry, "moments") or [moment]
        ),
        texts=_by_language(entry, "text"),
        helps=_by_language(entry, "help"),
        choices=tuple(_choice(one) for one in _list(entry, "choices")),
        records=_text(entry, "records"),
        evidence=_text(entry, "evidence"),
        grade=_text(entry, "grade"),
        near_measure=_text(entry, "near_measure"),
        needs=frozenset(str(one) for one in _list(entry, "needs")),
        unless=frozenset(str(one) for one in _list(entry, "unless")),
        client_every_days=_count(entry, "client_every_days"),
        deal_every_days=_count(entry, "deal_every_days"),
        per_week=_count(entry, "per_week"),
        every_days=_count(entry, "every_days"),
        prior_answered=answered,
        prior_ignored=ignored,
        is_of_team=is_of_team,
    )


def _choice(found: object) -> Choice:
    if not isinstance(found, dict):
        raise BadEntry("not_a_table", "choices", found)
    unknown = sorted(set(found) - _CHOICE_FIELDS)
    if unknown:
        raise BadEntry("unknown_field", f"choices.{unknown[0][:60]}", "")
    opens = found.get("opens", False)
    if not isinstance(opens, bool):
        raise BadEntry("not_a_yes_or_no", "choices.opens", opens)
    records = _text(found, "records") if "records" in found else None
    return Choice(_text(found, "code"), _by_language(found, "label"), opens, records)


def _text(entry: Mapping[str, object], field: str, within: str = "") -> str:
    found = entry.get(field)
    where = f"{within}.{field}" if within else field
    if not isinstance(found, str) or not found.strip():
        raise BadEntry("missing" if found is None else "not_a_text", where, found)
    if len(found) > _LONGEST:
        raise BadEntry("too_long", where, found)
    return found.strip()


def _by_language(entry: Mapping[str, object], field: str) -> dict[str, str]:
    found = entry.get(field)
    if not isinstance(found, dict) or not found:
        raise BadEntry("missing" if found is None else "no_words", field, found)
    if not set(found) <= set(_LANGUAGES):
        raise BadEntry("unknown_word", field, max(found), known=", ".join(_LANGUAGES))
    return {language: _text(found, language, field) for language in found}


def _list(entry: Mapping[str, object], field: str) -> list[object]:
    found = entry.get(field, [])
    if not isinstance(found, list):
        raise BadEntry("not_a_list", field, found)
    return found


def _count(entry: Mapping[str, object], field: str) -> int | None:
    found = entry.get(field)
    if found is None:
        return None
    if not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= 400:
        raise BadEntry("not_a_count", field, found)
    return found


def _prior(entry: Mapping[str, object]) -> tuple[float, float]:
    found = entry.get("prior", [2.0, 2.0])
    if isinstance(found, list) and len(found) == 2:
        answered, ignored = (_weight(one) for one in found)
        if answered is not None and ignored is not None:
            return answered, ignored
    raise BadEntry("bad_prior", "prior", found)


def _weight(found: object) -> float | None:
    if not isinstance(found, int | float) or isinstance(found, bool):
        return None
    return float(found) if 0.5 <= found <= 1000 else None


def _one_of(words: type[E], found: object, field: str) -> E:
    try:
        return words(str(found))
    except ValueError:
        raise BadEntry("unknown_word", field, found, known=", ".join(words)) from None
