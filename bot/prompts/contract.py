"""What every prompt keeps, ours and a team's: short, plain, a peer's tone, nothing claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.prompt import Choice, Prompt
from bot.domain.vocabulary import Habit, Kind
from bot.prompts.reading_grade import grade_of

MOST_WORDS, MOST_WORDS_BESIDE_QUOTE, MOST_WORDS_OF_HELP = 25, 19, 30
MOST_GRADE = 8.0
MOST_LABEL_LETTERS = 30
QUOTED = frozenset({"goal", "problem", "measure"})
"""Facts in the client's own words: they are quoted, and cut where they are long."""
FACTS = QUOTED | {"client", "deal", "stage", "amount", "goal_by", "goal_on", "goal_month", "days"}
"""What a prompt may ask for; `goal_month` follows from `goal_on`."""
MARKERS = frozenset({"shows_client", "was_won", "was_lost", "chose_quarter_end"})
"""Facts that open or close a prompt and are never shown."""
ANSWERS = frozenset({"goal", "measure", "problem", "people", "learned", "plan", "reflection"})
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
GRADES = frozenset({"A", "A-", "A/B", "B", "C", "none"})
LANGUAGES = ("en", "de")

_FAMILIES: dict[str, tuple[Habit, frozenset[Kind]]] = {
    "P1": (Habit.GOAL, frozenset({Kind.MEETINGS, Kind.RELATIONSHIPS})),
    "P2": (Habit.LISTEN, frozenset({Kind.MEETINGS})),
    "P4": (Habit.GOAL, frozenset({Kind.DEALS})),
    "P6": (Habit.LONG_GAME, frozenset({Kind.RELATIONSHIPS})),
    "P7": (Habit.LONG_GAME, frozenset({Kind.RELATIONSHIPS})),
    "P8": (Habit.SUCCESS, frozenset({Kind.REFLECTIONS})),
    "P9": (Habit.SIXTY, frozenset({Kind.REFLECTIONS})),
    "P11": (Habit.SUCCESS, frozenset({Kind.CHECK_INS})),
    "P12": (Habit.LONG_GAME, frozenset({Kind.CHECK_INS, Kind.DEALS})),
    "P13": (Habit.MINDS, frozenset({Kind.RELATIONSHIPS})),
}
"""The family's habit and the kinds it may belong to; a team's own families are free in both."""

_BANNED = re.compile(
    r"revenue|umsatz|quota|win rate|abschlussquote|\bclose (?:the|this|faster|it)\b|upsell|"
    r"cross-?sell|43:57|80 ?%|five follow-ups|23 minutes|\bsoco\b|\baels\b|proven|bewiesen|"
    r"guarantee|garantiert|\bstudies show|studien zeigen",
    re.IGNORECASE,
)
_PRESSING = re.compile(
    r"urgen|dringend|pressure them|\bpush\b|drängen|nachfassen|follow up|hurry|beeil|last chance|"
    r"letzte chance|convince|überzeug|persuade|overcome|einwand|objection|commit them|lock in|"
    r"deadline for them|\bnudge them|chase|scarc",
    re.IGNORECASE,
)
_SCHOOLING = re.compile(
    r"\b(?:great|well done|good job|congrat\w*|awesome|super|toll|prima|glückwunsch|bravo|streak|"
    r"score|should have|hättest .{0,20}sollen|you forgot|vergessen hast|thank\w*|danke\w*)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{([^{}]*)\}")
_BRACES = re.compile(r"[{}]")


def breaches(prompt: Prompt) -> Iterator[tuple[str, str]]:
    """Each point of the contract that a prompt breaks: its code and what was found."""
    yield from _family(prompt)
    yield from _answers(prompt)
    for language in LANGUAGES:
        if language not in prompt.texts or language not in prompt.helps:
            yield "language_missing", language
    for language, text in prompt.texts.items():
        yield from _question(text, language)
    for language, words in prompt.helps.items():
        yield from _help(words, language)
    for text in (*prompt.texts.values(), *prompt.helps.values()):
        yield from _tone(text)
        yield from _places(text, prompt)


def breaches_of_question(text: str, language: str) -> Iterator[tuple[str, str]]:
    """The same for a question that stands in no catalogue, such as one drawn from an answer."""
    yield from _question(text, language)
    yield from _tone(text)
    if _BRACES.search(text):
        yield "stray_brace", text


def words_in(text: str) -> int:
    """How many words a person reads; a place to be filled counts as one."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def _question(text: str, language: str) -> Iterator[tuple[str, str]]:
    if text.count("?") != 1 or not text.rstrip(" ’”\"'").endswith("?"):
        yield "not_one_question", text
    count = words_in(_PLACE.sub(_without_quote, text))
    quotes = [name for name in _PLACE.findall(text) if name in QUOTED]
    most = MOST_WORDS_BESIDE_QUOTE if quotes else MOST_WORDS
    if count > most:
        yield "too_many_words", str(count)
    if len(quotes) > 1:
        yield "two_quotes", text
    grade = grade_of(text, language)
    if grade > MOST_GRADE:
        yield "hard_to_read", f"{grade:.1f}: {text}"


def _help(words: str, language: str) -> Iterator[tuple[str, str]]:
    if words_in(words) > MOST_WORDS_OF_HELP:
        yield "help_too_long", language
    if "?" in words:
        yield "question_in_help", language


def _without_quote(found: re.Match[str]) -> str:
    return "" if found[1] in QUOTED else "Gira"


def _tone(text: str) -> Iterator[tuple[str, str]]:
    if "!" in text:
        yield "exclamation_mark", text
    for code, pattern in (
        ("banned_claim", _BANNED),
        ("presses_client", _PRESSING),
        ("not_a_peer", _SCHOOLING),
    ):
        found = pattern.search(text)
        if found:
            yield code, found[0]


def _places(text: str, prompt: Prompt) -> Iterator[tuple[str, str]]:
    if _BRACES.search(_PLACE.sub("", text)):
        yield "stray_brace", text
    for name in _PLACE.findall(text):
        if name not in FACTS:
            yield "unknown_place", name
        elif ("goal_on" if name == "goal_month" else name) not in prompt.needs:
            yield "place_not_needed", name


def _family(prompt: Prompt) -> Iterator[tuple[str, str]]:
    habit, kinds = _FAMILIES.get(prompt.family, (prompt.habit, frozenset({prompt.kind})))
    if prompt.habit is not habit:
        yield "habit_not_of_family", prompt.habit.value
    if prompt.kind not in kinds:
        yield "kind_not_of_family", prompt.kind.value
    if prompt.grade not in GRADES:
        yield "unknown_grade", prompt.grade
    if not prompt.moments:
        yield "no_moment", prompt.id
    for name in sorted((prompt.needs | prompt.unless) - FACTS - MARKERS):
        yield "unknown_fact", name
    if prompt.needs & prompt.unless:
        yield "needs_and_unless", ", ".join(sorted(prompt.needs & prompt.unless))


def _answers(prompt: Prompt) -> Iterator[tuple[str, str]]:
    if prompt.records not in ANSWERS:
        yield "unknown_answer", prompt.records
    codes = [choice.code for choice in prompt.choices]
    if not 2 <= len(codes) <= 4:
        yield "choices_count", str(len(codes))
    if len(set(codes)) != len(codes):
        yield "choice_twice", ", ".join(codes)
    for code in codes:
        if not re.fullmatch(r"[a-z_]{2,40}", code):
            yield "bad_choice_code", code
    if all(choice.opens for choice in prompt.choices):
        yield "no_press_is_enough", prompt.id
    for choice in prompt.choices:
        yield from _choice(choice)


def _choice(choice: Choice) -> Iterator[tuple[str, str]]:
    if choice.records is not None and choice.records not in PRESSES:
        yield "unknown_press", choice.records
    if set(LANGUAGES) - set(choice.labels):
        yield "language_missing", choice.code
    for label in choice.labels.values():
        yield from _tone(label)
        if len(label) > MOST_LABEL_LETTERS or _BRACES.search(label):
            yield "bad_label", label
