"""What every prompt keeps, ours and a team's: short, plain, a peer's tone, nothing claimed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.domain.prompt import Choice, Prompt
from bot.domain.vocabulary import MomentKind
from bot.prompts.families import family_breaches
from bot.prompts.known_facts import FACTS, MARKERS, QUOTED, known_at
from bot.prompts.reading_grade import grade_of

MOST_WORDS, MOST_WORDS_BESIDE_QUOTE, MOST_WORDS_OF_HELP = 25, 19, 30
MOST_GRADE = 8.0
MOST_LABEL_LETTERS = 30
ANSWERS = frozenset({"goal", "measure", "problem", "people", "learned", "plan", "reflection"})
SHARED = frozenset({"goal", "measure", "problem", "people"})
"""Answers that colleagues on the client see."""
PRESSES = frozenset(
    {
        "goal_confirmed",
        "problem_solved",
        "touch_gave",
        "touch_asked",
        "touch_listened",
        "met_goal",
        "missed_goal",
    }
)
LANGUAGES = ("en", "de")
NOT_QUESTIONS = frozenset({MomentKind.PROMISE_DUE, MomentKind.CANDIDATE_FOUND})
"""Moments at which something else comes: the morning note, an offer."""

_BANNED = re.compile(
    r"revenue|umsatz|quota|win rate|abschlussquote|\bclose (?:the|this|faster|it)\b|upsell|"
    r"cross-?sell|43:57|80 ?%|80 percent|80 prozent|five follow-ups|23 minutes|23 minuten|"
    r"\bsoco\b|\baels\b|proven|bewiesen|guarantee|garantiert|\bstudies show|studien zeigen|"
    r"\bmore sales\b|mehr verk[aä]uf",
    re.IGNORECASE,
)
_PRESSING = re.compile(
    r"urgen|dringend|\bpressur|unter druck|\bpush(?:ed|es|ing)?\b|dräng|nachfassen|follow[ -]?up|"
    r"hurry|beeil|last chance|letzte chance|convinc|überzeug|überred|persuad|overcome|"
    r"einwand|einwänd|objection|commit them|lock (?:\w+ ){0,2}in\b|deadline for them|"
    r"\bnudge them|\bchas(?:e|ed|ing)\b|scarc|\bforce\b|zwing",
    re.IGNORECASE,
)
_SCHOOLING = re.compile(
    r"\b(?:great|well done|good job|congrat\w*|awesome|super|toll|prima|glückwunsch|bravo|streak|"
    r"score|should have|hättest .{0,20}sollen|you forgot|vergessen hast|hast .{0,20}vergessen|"
    r"thank\w*|danke\w*)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:for|to) you alone|\byours alone|\bonly for you|nur für dich|bleibt bei dir",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{([^{}]*)\}")
_BRACES = re.compile(r"[{}]")
_END = " ’”“\"'»«"


@dataclass(frozen=True, slots=True)
class Breach:
    """One point of the contract that is broken: where, and what was found there.

    `where` names the field as a file does: `text.en`, `help.de`, `choices`, `kind`, `needs`.
    """

    code: str
    found: str
    where: str


def breaches(prompt: Prompt, languages: Collection[str] = LANGUAGES) -> Iterator[Breach]:
    """Each point of the contract that a prompt breaks; `languages` are those it must be in."""
    for code, found, where in (*family_breaches(prompt), *_frame(prompt)):
        yield Breach(code, found, where)
    yield from _answers(prompt)
    yield from _languages(prompt, languages)
    for language, text in prompt.texts.items():
        yield from _question(text, language)
        yield from _places(text, prompt, f"text.{language}")
    for language, words in prompt.helps.items():
        yield from _help(words, language)
        if prompt.records in SHARED and _PRIVATE.search(words):
            yield Breach("not_private", prompt.records, f"help.{language}")
        yield from _places(words, prompt, f"help.{language}")
    yield from _same_places(prompt)


def breaches_of_question(text: str, language: str) -> Iterator[Breach]:
    """The same for a question that stands in no catalogue, such as one drawn from an answer."""
    yield from _question(text, language)
    if _BRACES.search(text):
        yield Breach("stray_brace", text, f"text.{language}")


def words_in(text: str) -> int:
    """How many words a person reads; a place to be filled counts as one."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def places_in(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_PLACE.findall(text))


def need_of(place: str) -> str:
    """The fact without which a place stays empty."""
    return "goal_on" if place == "goal_month" else place


def _languages(prompt: Prompt, needed: Collection[str]) -> Iterator[Breach]:
    """Text, help and answers in the same languages."""
    labelled = {language for choice in prompt.choices for language in choice.labels}
    wanted = sorted({*needed, *prompt.texts, *prompt.helps, *labelled})
    for language in wanted:
        for where, texts in (("text", prompt.texts), ("help", prompt.helps)):
            if language not in texts:
                yield Breach("language_missing", language, f"{where}.{language}")
        if any(language not in choice.labels for choice in prompt.choices):
            yield Breach("language_missing", language, f"choices.{language}")


def _same_places(prompt: Prompt) -> Iterator[Breach]:
    """The question shows the same facts in every language."""
    used = {language: places_in(text) for language, text in prompt.texts.items()}
    if len(set(used.values())) > 1:
        named = sorted(frozenset[str]().union(*used.values()))
        yield Breach("places_differ", ", ".join(named), f"text.{list(used)[-1]}")


def _question(text: str, language: str) -> Iterator[Breach]:
    where = f"text.{language}"
    yield from _tone(text, where)
    if text.count("?") != 1 or not text.rstrip(_END).endswith("?"):
        yield Breach("not_one_question", str(text.count("?")), where)
    count = words_in(_PLACE.sub(_without_quote, text))
    quotes = [name for name in _PLACE.findall(text) if name in QUOTED]
    most = MOST_WORDS_BESIDE_QUOTE if quotes else MOST_WORDS
    if count > most:
        yield Breach("too_many_words", str(count), where)
    if len(quotes) > 1:
        yield Breach("two_quotes", ", ".join(quotes), where)
    grade = grade_of(text, language)
    if grade > MOST_GRADE:
        yield Breach("hard_to_read", f"{grade:.1f}", where)


def _help(words: str, language: str) -> Iterator[Breach]:
    where = f"help.{language}"
    yield from _tone(words, where)
    if words_in(words) > MOST_WORDS_OF_HELP:
        yield Breach("help_too_long", str(words_in(words)), where)
    if "?" in words:
        yield Breach("question_in_help", "", where)


def _without_quote(found: re.Match[str]) -> str:
    return "" if found[1] in QUOTED else "Gira"


def _tone(text: str, where: str) -> Iterator[Breach]:
    if not text.isprintable():
        yield Breach("not_one_line", "", where)
    if "!" in text or "！" in text:
        yield Breach("exclamation_mark", "", where)
    for code, pattern in (
        ("banned_claim", _BANNED),
        ("presses_client", _PRESSING),
        ("not_a_peer", _SCHOOLING),
    ):
        found = pattern.search(text)
        if found:
            yield Breach(code, found[0], where)


def _places(text: str, prompt: Prompt, where: str) -> Iterator[Breach]:
    if _BRACES.search(_PLACE.sub("", text)):
        yield Breach("stray_brace", "", where)
    for name in dict.fromkeys(_PLACE.findall(text)):
        if name not in FACTS:
            yield Breach("unknown_place", name, where)
        elif need_of(name) not in prompt.needs:
            yield Breach("place_not_needed", name, where)


def _frame(prompt: Prompt) -> Iterator[tuple[str, str, str]]:
    """Moments and the facts that open or close the prompt."""
    if not prompt.moments:
        yield "no_moment", "", "moments"
    for moment in sorted(prompt.moments & NOT_QUESTIONS):
        yield "no_question_then", moment.value, "moments"
    for name in sorted((prompt.needs | prompt.unless) - FACTS - MARKERS):
        yield "unknown_fact", name, "needs"
    if prompt.needs & prompt.unless:
        yield "needs_and_unless", ", ".join(sorted(prompt.needs & prompt.unless)), "unless"
    for moment in sorted(prompt.moments):
        for name in sorted((prompt.needs & (FACTS | MARKERS)) - known_at(moment)):
            yield "never_known_then", name, "needs"


def _answers(prompt: Prompt) -> Iterator[Breach]:
    if prompt.records not in ANSWERS:
        yield Breach("unknown_answer", prompt.records, "records")
    codes = [choice.code for choice in prompt.choices]
    if not 2 <= len(codes) <= 4:
        yield Breach("choices_count", str(len(codes)), "choices")
    if len(set(codes)) != len(codes):
        yield Breach("choice_twice", ", ".join(codes), "choices")
    for code in codes:
        if not re.fullmatch(r"[a-z_][a-z0-9_]{1,39}", code):
            yield Breach("bad_choice_code", code, "choices")
    if codes and all(choice.opens for choice in prompt.choices):
        yield Breach("no_press_is_enough", "", "choices")
    for choice in prompt.choices:
        yield from _choice(choice)
    for language in prompt.texts:
        labels = [choice.labels.get(language) for choice in prompt.choices]
        if len(set(labels)) != len(labels):
            yield Breach("labels_alike", language, f"choices.{language}")


def _choice(choice: Choice) -> Iterator[Breach]:
    if choice.records is not None and choice.records not in PRESSES:
        yield Breach("unknown_press", choice.records, "choices")
    for language, label in choice.labels.items():
        where = f"choices.{language}"
        yield from _tone(label, where)
        if len(label) > MOST_LABEL_LETTERS or _BRACES.search(label) or "?" in label:
            yield Breach("bad_label", label, where)
