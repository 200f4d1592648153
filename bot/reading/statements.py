"""Whether a sentence states a fact, or asks, supposes, hopes, denies, jokes or adds up."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.doubt_words import DOUBTS
from bot.reading.late import late
from bot.reading.words import Hit, Sentence

NEAR = 3
"""Words before a phrase in which a "not" belongs to it."""

LATE = 3
"""Words that must stand before a closing question for them to be a statement."""

_ASIDE = late(r"(?:,| [-–—]|[)])\s+(?:und |and |et |y |e |en |so )?([a-z']+)[^,]*$")
_ASKING = frozenset(
    "who what when where why how which is are do does did has have had can could will would should "
    "shall may any anyone anything anybody wer was wann wo warum wie hat habt kann konnt konnte "
    "ist sind gibt soll weiss kennt jemand mag qui que quoi quand ou comment est avez peut "
    "quelqu quelqu'un faut vous quien que alguien hay puede teneis algun alguna alguno viene quem "
    "alguem tem pode vem wat iemand kan gaat heeft weet moet zin wie ideas thoughts tips".split()
)
"""Words that open a question."""

_IF_OPENERS = frozenset("if si als wenn when quand cuando quando wanneer falls should once".split())


@dataclass(frozen=True, slots=True)
class Stance:
    """What makes a sentence no plain statement, each with where it stands."""

    sentence: Sentence
    hits: tuple[Hit, ...]

    def has(self, *tags: str) -> bool:
        """Whether any of these doubts stands anywhere in the sentence."""
        return bool(self.hits) and any(hit.tag in tags for hit in self.hits)

    def supposes(self, at: int) -> bool:
        """Whether an "if" stands before this word."""
        return self.opens_with_if or any(hit.tag == "if" and hit.first < at for hit in self.hits)

    def denies(self, at: int) -> bool:
        """Whether a "not" stands just before this word."""
        return any(hit.tag == "not" and at - NEAR <= hit.last < at for hit in self.hits)

    @property
    def opens_with_if(self) -> bool:
        """Whether the sentence begins with an "if"; "sí" is no "si"."""
        words, text = self.sentence.words, self.sentence.text
        if not words or "í" in text[: words[0].end]:
            return False
        article = words[1].plain if len(words) > 1 else ""
        return words[0].plain in _IF_OPENERS or (
            words[0].plain == "se" and article in ("o", "a", "os", "as", "eles", "ela", "ele")
        )

    @property
    def is_question(self) -> bool:
        """Whether the sentence asks, and not only in a clause at its end."""
        return self.sentence.asks and not self._asks_late

    @property
    def _asks_late(self) -> bool:
        """Whether it states something first: "10:00 call with Acme, can anyone join?"."""
        words, text = self.sentence.words, self.sentence.text
        aside = _ASIDE.search(self.sentence.folded)
        if aside is not None and aside[1] in _ASKING and words[0].plain not in _ASKING:
            return aside.start() > (words[LATE].start if len(words) > LATE else len(text))
        return any(
            hit.tag == "asks"
            and hit.first > LATE
            and "," in text[words[hit.first - 1].end : words[hit.first].start]
            for hit in self.hits
        )


def stance_of(sentence: Sentence) -> Stance:
    """The doubts in a sentence."""
    return Stance(sentence, tuple(DOUBTS.of(sentence)))


def is_talk(stances: list[Stance]) -> bool:
    """Whether the whole post asks colleagues, jokes, rehearses or sums up many deals."""
    opening = stances[:2]
    if any(stance.has("pretend") for stance in opening):
        return True
    first = next((stance for stance in stances if stance.sentence.words), None)
    if first is None:
        return True
    if first.has("totals") or (
        len(stances) > 1 and first.sentence.folded.endswith(":") and stances[1].has("totals")
    ):
        return True
    return first.is_question and (first.has("asks") or len(stances) <= 2)
