"""A prompt as somebody writes it in Slack: a few fields, made into what would stand in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.prompt import Prompt
from bot.domain.vocabulary import Habit, Kind, MomentKind
from bot.prompts.contract import Breach, breaches, need_of, places_in
from bot.prompts.entry import BadEntry, read_entry
from bot.prompts.known_facts import FACTS
from bot.prompts.likeness import twin_of

MOST_ANSWERS = 3
FAMILY = "team"
_OPENS = ("…", "...")
_USUAL_ANSWERS = {"en": ("Something …", "Nothing new"), "de": ("Etwas …", "Nichts Neues")}
_USUAL_HELP = {"en": "A line is enough.", "de": "Ein Satz reicht."}


@dataclass(frozen=True, slots=True)
class Words:
    """Question, help and answers in one language; an answer that ends in … opens the form."""

    language: str
    text: str = ""
    help: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form: when it is asked, of what kind, and its words."""

    moment: str = MomentKind.MEETING_HELD.value
    kind: str = Kind.MEETINGS.value
    habit: str = Habit.GOAL.value
    records: str = "reflection"
    words: Words = Words("en")
    other: Words = Words("de")

    @property
    def said(self) -> tuple[Words, ...]:
        """In the languages in which something was written; the first one always."""
        is_other = self.other.text or self.other.help or self.other.answers
        return (self.words, self.other) if is_other else (self.words,)


def entry_of(draft: Draft, prompt_id: str) -> dict[str, Any]:
    """The same as an entry of a file; what was left empty gets its usual words."""
    said = draft.said
    places = {place for one in said for place in places_in(f"{one.text} {one.help}")}
    return {
        "id": prompt_id,
        "family": FAMILY,
        "habit": draft.habit,
        "kind": draft.kind,
        "moments": [draft.moment],
        "text": {one.language: one.text for one in said},
        "help": {one.language: one.help or _USUAL_HELP[one.language] for one in said},
        "choices": _choices(said),
        "records": draft.records,
        "evidence": "The team's own experience.",
        "grade": "none",
        "near_measure": "answered",
        "needs": sorted({need_of(place) for place in places & FACTS}),
    }


def draft_of(entry: Mapping[str, Any]) -> Draft:
    """What the form shows of an entry; empty where another version wrote it in another shape."""
    try:
        return _draft_of(entry)
    except (KeyError, TypeError, AttributeError, IndexError):
        return Draft()


def _draft_of(entry: Mapping[str, Any]) -> Draft:
    languages = list(entry["text"])
    words = [
        Words(
            language,
            entry["text"][language],
            entry["help"].get(language, ""),
            tuple(
                one["label"].get(language, "") + (" …" if one.get("opens") else "")
                for one in entry["choices"]
            ),
        )
        for language in languages
    ]
    other = words[1] if len(words) > 1 else Words("de" if languages[0] == "en" else "en")
    return Draft(
        entry["moments"][0], entry["kind"], entry["habit"], entry["records"], words[0], other
    )


def read_written(prompt_id: str, entry: Mapping[str, Any]) -> Prompt | None:
    """A stored entry as a prompt; None for one that no longer keeps the contract."""
    try:
        prompt = read_entry({**entry, "id": prompt_id}, "", is_of_team=True)
    except (BadEntry, TypeError):
        return None
    return None if any(breaches(prompt, ())) else prompt


def check_draft(
    draft: Draft, prompt_id: str, others: Iterable[Prompt]
) -> tuple[Prompt | None, tuple[Breach, ...]]:
    """The prompt that it makes, if any, and what is wrong with it by field of the form."""
    found = [*_answers_at_fault(draft)]
    try:
        prompt = read_entry(entry_of(draft, prompt_id), "", is_of_team=True)
    except BadEntry as error:
        fault = Breach(error.code, error.known or error.found, error.field)
        return None, tuple(_placed((*found, fault), draft))
    found += breaches(prompt, ())
    if twin := twin_of(prompt, others):
        found.append(Breach("too_alike", twin.texts.get(draft.words.language) or twin.id, "text"))
    return prompt, tuple(_placed(found, draft))


def _answers_at_fault(draft: Draft) -> Iterable[Breach]:
    for one in draft.said:
        if len(_answers(one)) > MOST_ANSWERS:
            yield Breach("answers_count", str(MOST_ANSWERS), f"choices.{one.language}")
    if len({len(_answers(one)) for one in draft.said}) > 1:
        yield Breach("answers_differ", "", f"choices.{draft.other.language}")


def _answers(words: Words) -> Collection[str]:
    return words.answers or _USUAL_ANSWERS[words.language]


def _choices(said: tuple[Words, ...]) -> list[dict[str, Any]]:
    answers = [tuple(_answers(one)) for one in said]
    choices = []
    for place in range(min(map(len, answers))):
        labels = {one.language: answers[n][place].strip() for n, one in enumerate(said)}
        opens = any(label.endswith(_OPENS) for label in labels.values())
        shown = {language: label.rstrip("….").rstrip() for language, label in labels.items()}
        choices.append({"code": f"answer_{place + 1}", "label": shown, "opens": opens})
    return choices


def _placed(found: Iterable[Breach], draft: Draft) -> Iterable[Breach]:
    """Each fault under the field of the form in which it can be mended; each sort once a field."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        part, _, language = one.where.partition(".")
        is_other = language == draft.other.language and language != draft.words.language
        name = _FIELDS.get(part, "text")
        field = f"other_{name}" if is_other and name in _BY_LANGUAGE else name
        if (field, one.code) not in seen:
            seen.add((field, one.code))
            yield Breach(one.code, one.found, field)


_BY_LANGUAGE = frozenset({"text", "help", "answers"})
_FIELDS = {
    "text": "text",
    "help": "help",
    "choices": "answers",
    "moments": "moment",
    "kind": "kind",
    "habit": "habit",
    "records": "records",
}
