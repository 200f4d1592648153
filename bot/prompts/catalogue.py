"""Loads the prompts and fills their words with what is known about a client."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.domain.prompt import Prompt
from bot.errors import AlongsideError
from bot.prompts.contract import MOST_WORDS, breaches, words_in
from bot.prompts.entry import BadEntry, read_entry
from bot.prompts.faults import fault_words
from bot.prompts.known_facts import QUOTED
from bot.prompts.likeness import twin_of
from bot.prompts.months import day_words, month_words

OWN_FOLDER = Path(__file__).parent
SLACK_ID_STARTS = "team-"
"""Begins the ids of prompts that are written in Slack; no file may use it."""
_MOST_BYTES = 500_000
QUOTE_WORDS, QUOTE_LETTERS = 12, 120
_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one entry: `code` names it, `found` is what stood in the field `where`."""

    file: str
    prompt: str | None
    code: str
    found: str = ""
    where: str = ""
    known: str = ""

    def __str__(self) -> str:
        """File, entry and what to write, on one line."""
        words = fault_words(self.code, self.found, self.where, self.known)
        place = " ".join(part for part in (self.prompt, self.where) if part)
        return f"{self.file}: {place}: {words}" if place else f"{self.file}: {words}"


class PromptsError(AlongsideError):
    """The prompts in a folder cannot be used; names every problem at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All prompts that may be asked, and the words of each in a person's language."""

    prompts: tuple[Prompt, ...]
    _by_id: Mapping[str, Prompt]

    def get(self, prompt_id: str) -> Prompt | None:
        """The prompt of this id, also one that is silenced; None for one that is gone."""
        return self._by_id.get(prompt_id)

    def with_team(
        self, written: Iterable[Prompt], removed: Iterable[Prompt], silenced: Collection[str]
    ) -> Catalogue:
        """This catalogue as one team has it.

        What it silenced or removed is asked no more; what was asked of it can still be answered.
        """
        theirs = tuple(written)
        spoken = tuple(one for one in (*self.prompts, *theirs) if one.id not in silenced)
        kept = {one.id: one for one in (*removed, *theirs)}
        return Catalogue(spoken, {**kept, **self._by_id})

    def words(
        self,
        prompt_id: str,
        locale: str,
        facts: Mapping[str, str],
        today: date | None = None,
    ) -> tuple[str, str, tuple[tuple[str, str, bool], ...]]:
        """The question, its help, and (code, label, opens) for each button.

        Raises KeyError for an unknown id.
        """
        return words_of(self._by_id[prompt_id], locale, facts, today)


def words_of(
    prompt: Prompt, locale: str, facts: Mapping[str, str], today: date | None = None
) -> tuple[str, str, tuple[tuple[str, str, bool], ...]]:
    """The question, its help, and (code, label, opens) for each button.

    Days in `facts` may be ISO dates: they are worded here, with the year where it is not today's.
    """
    language = locale.replace("_", "-").partition("-")[0].lower()
    return (
        _fill(_in(prompt.texts, language), facts, language, today),
        _fill(_in(prompt.helps, language), facts, language, today),
        tuple((one.code, _in(one.labels, language), one.opens) for one in prompt.choices),
    )


def load(folders: Sequence[Path] = ()) -> Catalogue:
    """Our own prompts and those of further folders, which are held to the contract.

    Ours are held to it by the tests, once and for all, so that no start has to wait for it.
    """
    ours = _ours()
    by_id = {one.id: one for one in ours}
    problems: list[Problem] = []
    for folder in folders:
        if not folder.is_dir():
            problems.append(Problem(str(folder), None, "no_folder"))
            continue
        for path in sorted(folder.glob("*.toml")):
            problems += _take_in(path, by_id, is_of_team=True)
    if problems:
        raise PromptsError(tuple(problems))
    return Catalogue(tuple(by_id.values()), by_id)


@cache
def _ours() -> tuple[Prompt, ...]:
    """Our own prompts, which do not change while the program runs."""
    by_id: dict[str, Prompt] = {}
    problems: list[Problem] = []
    for path in sorted(OWN_FOLDER.glob("*.toml")):
        problems += _take_in(path, by_id, is_of_team=False)
    if problems:
        raise PromptsError(tuple(problems))
    return tuple(by_id.values())


def _take_in(path: Path, by_id: dict[str, Prompt], *, is_of_team: bool) -> list[Problem]:
    """Add the prompts of one file to those there are; says what is wrong with the others."""
    problems = []
    for found in _read(path, is_of_team=is_of_team):
        if isinstance(found, Problem):
            problems.append(found)
        elif found.id in by_id:
            problems.append(Problem(str(path), found.id, "id_taken", where="id"))
        elif is_of_team and (twin := twin_of(found, by_id.values())):
            problems.append(Problem(str(path), found.id, "too_alike", twin.id, "text"))
        else:
            by_id[found.id] = found
    return problems


def _read(path: Path, *, is_of_team: bool) -> Iterator[Prompt | Problem]:
    """The entries of one file; its name is the moment of those that name none."""
    file = str(path)
    try:
        # One byte more than fits tells a file that is too large from one that just fits.
        with path.open("rb") as source:
            raw = source.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES:
            yield Problem(file, None, "too_large")
            return
        whole = tomllib.loads(raw.decode("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        # A number of thousands of digits is a ValueError, brackets without end a RecursionError.
        yield Problem(file, None, "unreadable", str(error)[:200])
        return
    entries = whole.get("prompt", [])
    if not isinstance(entries, list):
        yield Problem(file, None, "not_a_list", where="prompt")
        return
    for name in sorted(set(whole) - {"prompt"}):
        yield Problem(file, None, "unknown_field", where=name[:60])
    if not entries:
        yield Problem(file, None, "no_prompt")
    for place, entry in enumerate(entries, start=1):
        yield from _checked(entry, path, f"#{place}", is_of_team=is_of_team)


def _checked(
    entry: object, path: Path, place: str, *, is_of_team: bool
) -> Iterator[Prompt | Problem]:
    """One entry as a prompt, or everything that is wrong with it."""
    file = str(path)
    try:
        prompt = read_entry(entry, path.stem, is_of_team=is_of_team)
    except BadEntry as error:
        yield Problem(
            file, error.prompt or place, error.code, error.found, error.field, error.known
        )
        return
    broken = list(_broken(prompt, file)) if is_of_team else []
    if broken:
        yield from broken
    else:
        yield prompt


def _broken(prompt: Prompt, file: str) -> Iterator[Problem]:
    for one in breaches(prompt, ()):
        yield Problem(file, prompt.id, one.code, one.found, one.where)
    if prompt.id.startswith(SLACK_ID_STARTS):
        yield Problem(file, prompt.id, "id_reserved", where="id")


def _fill(template: str, facts: Mapping[str, str], language: str, today: date | None) -> str:
    """Put the facts in their places, once: braces that a user typed stay letters."""
    known = {name: _worded(name, value, language, today) for name, value in facts.items()}
    if "goal_on" in facts:
        month = month_words(_one_line(facts["goal_on"]), language, today)
        known.setdefault("goal_month", month)

    def put(found: re.Match[str]) -> str:
        return known.get(found[1], "")

    def put_all_but_quotes(found: re.Match[str]) -> str:
        return "" if found[1] in QUOTED else put(found)

    room = MOST_WORDS - words_in(_PLACE.sub(put_all_but_quotes, template))
    for name in QUOTED & known.keys():
        known[name] = _cut(known[name], max(3, min(QUOTE_WORDS, room)))
    return _PLACE.sub(put, template)


def _worded(name: str, value: str, language: str, today: date | None) -> str:
    one_line = _one_line(value)
    return day_words(one_line, language, today) if name.endswith("_on") else one_line


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _cut(quote: str, most_words: int) -> str:
    """The client's words, as many as fit; a cut is shown."""
    words = quote.split()
    kept = " ".join(words[:most_words])[:QUOTE_LETTERS].strip()
    if len(kept) < len(" ".join(words)):
        return kept.rstrip(" ,;:.!?…") + "…"
    return kept.rstrip(" .!?")


def _in(texts: Mapping[str, str], language: str) -> str:
    """In the person's language, else in English, else in the one that the team wrote it in."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))
