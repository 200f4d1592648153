"""Loads the prompts and fills their words with what is known about a client."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.domain.prompt import Prompt
from bot.errors import AlongsideError
from bot.prompts.contract import MOST_WORDS, QUOTED, breaches, words_in
from bot.prompts.entry import BadEntry, read_entry
from bot.prompts.months import day_words, month_words

OWN_FOLDER = Path(__file__).parent
QUOTE_WORDS, QUOTE_LETTERS = 12, 120
_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one entry: `code` names it, `values` hold what was found."""

    file: str
    prompt: str | None
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class PromptsError(AlongsideError):
    """The prompts in a folder cannot be used; names every problem at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(_told(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All prompts, and their words in a person's language."""

    prompts: tuple[Prompt, ...]
    _by_id: Mapping[str, Prompt]

    def get(self, prompt_id: str) -> Prompt | None:
        """The prompt of this id; None for one that the catalogue no longer has."""
        return self._by_id.get(prompt_id)

    def words(
        self,
        prompt_id: str,
        locale: str,
        facts: Mapping[str, str],
        today: date | None = None,
    ) -> tuple[str, str, tuple[tuple[str, str, bool], ...]]:
        """The question, its help, and (code, label, opens) for each button.

        Days in `facts` may be ISO dates: they are worded here, with the year where it is not
        today's. Raises KeyError for an unknown id.
        """
        prompt = self._by_id[prompt_id]
        language = locale.replace("_", "-").partition("-")[0].lower()
        return (
            _fill(_in(prompt.texts, language), facts, language, today),
            _fill(_in(prompt.helps, language), facts, language, today),
            tuple((one.code, _in(one.labels, language), one.opens) for one in prompt.choices),
        )


def load(folders: Sequence[Path] = ()) -> Catalogue:
    """Our own prompts and those of further folders, each held to the contract."""
    by_id: dict[str, Prompt] = {}
    problems: list[Problem] = []
    for folder in (OWN_FOLDER, *folders):
        if not folder.is_dir():
            problems.append(Problem(str(folder), None, "no_folder"))
            continue
        for path in sorted(folder.glob("*.toml")):
            for found in _read(path):
                if isinstance(found, Problem):
                    problems.append(found)
                elif found.id in by_id:
                    problems.append(Problem(str(path), found.id, "id_taken"))
                else:
                    by_id[found.id] = found
    if problems:
        raise PromptsError(tuple(problems))
    return Catalogue(tuple(by_id.values()), by_id)


def _read(path: Path) -> Iterator[Prompt | Problem]:
    """The entries of one file; its name is the moment of those that name none."""
    file = str(path)
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("prompt", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        yield Problem(file, None, "unreadable", {"why": str(error)})
        return
    if not isinstance(entries, list):
        yield Problem(file, None, "not_a_list")
        return
    for place, entry in enumerate(entries, start=1):
        try:
            prompt = read_entry(entry, path.stem)
        except BadEntry as error:
            name = error.prompt or f"#{place}"
            yield Problem(file, name, error.code, {"field": error.field, "found": error.found})
            continue
        broken = [Problem(file, prompt.id, code, {"found": why}) for code, why in breaches(prompt)]
        if broken:
            yield from broken
        else:
            yield prompt


def _fill(template: str, facts: Mapping[str, str], language: str, today: date | None) -> str:
    """Put the facts in their places, once: braces that a user typed stay letters."""
    known = {name: _worded(name, value, language, today) for name, value in facts.items()}
    if "goal_on" in facts:
        known.setdefault("goal_month", month_words(facts["goal_on"], language, today))

    def put(found: re.Match[str]) -> str:
        return known.get(found[1], "")

    def put_all_but_quotes(found: re.Match[str]) -> str:
        return "" if found[1] in QUOTED else put(found)

    room = MOST_WORDS - words_in(_PLACE.sub(put_all_but_quotes, template))
    for name in QUOTED & known.keys():
        known[name] = _cut(known[name], max(3, min(QUOTE_WORDS, room)))
    return _PLACE.sub(put, template)


def _worded(name: str, value: str, language: str, today: date | None) -> str:
    one_line = " ".join(value.split())
    return day_words(one_line, language, today) if name.endswith("_on") else one_line


def _cut(quote: str, most_words: int) -> str:
    """The client's words, as many as fit; a cut is shown."""
    words = quote.split()
    kept = " ".join(words[:most_words])[:QUOTE_LETTERS].strip()
    if len(kept) < len(" ".join(words)):
        return kept.rstrip(" ,;:.!?…") + "…"
    return kept.rstrip(" .!?")


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts["en"]


def _told(problem: Problem) -> str:
    values = " ".join(f"{name}={value}" for name, value in problem.values.items())
    return f"{problem.file}: {problem.prompt or '-'}: {problem.code} {values}".rstrip()
