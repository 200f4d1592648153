"""Which of ten things a post shows: six of the client's side, four of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.vocabulary import CLIENT_FACETS, DealEvent, Facet
from bot.reading.claim import Claim
from bot.reading.facet_words import FACETS
from bot.reading.folding import fold
from bot.reading.goals import is_goal
from bot.reading.labelled_deal import CLOSE, RENEWAL, STAGE
from bot.reading.late import late
from bot.reading.money import find_amount
from bot.reading.post import Post
from bot.reading.sides import is_ours, names_a_person, speaks_of_one
from bot.reading.tells import told
from bot.reading.words import Hit, Sentence

_ALWAYS_STAGE = frozenset({DealEvent.WON, DealEvent.LOST, DealEvent.MOVED, DealEvent.RENEWAL})
_QUOTE = late(r"[\"“„«‘]\s?([^\"“”„«»’]{12,400}?)\s?[\"”“»’]|(?<!\w)'([^'\n]{16,300})'(?!\w)")
_PERCENT_OFF = late(r"\b\d{1,2} ?%\s*(?:off|discount|rabatt|remise|descuento|desconto|korting)")
_OWN_COSTS = late(
    r"(?:bill|bills|wages?|fuel|stromkosten|energiekosten|costs them|verliert|facture d)"
)
_STAGE_LABEL = late(r"\b(?:stage|phase|fase|etap[ea]|expected close|close date|stufe)\b")
_ROUND = late(
    r"(?<![\w.,])\d{1,3}[.,]\d00(?![\d.,]?\d)(?= ?(?:[.,;:!?)]|$|a |to |auf |naar |à ))",
    re.MULTILINE,
)
"""A round number where a deal's amount stands: "nos vamos de 39.200 a 57.900"."""

_CAMEL = late(r"\b[A-Z][a-z]{2,}[A-Z][a-z]{2,}\w*\b")
_NUMBERED = late(
    r"\d|\b(?:zero|one|two|three|four|five|ten|twelve|half|null|keine|aucun|kein|"
    r"fewer|less|months|nacht\w*)\b"
)
_MEASURE = late(
    r"\b(?:below|under|less than|fewer than|at least|no more than|within|in under|unter|"
    r"weniger als|"
    r"hochstens|innerhalb von|moins de|en moins de|menos de|abaixo de|minder dan|langer dan|"
    r"onder de|"
    r"binnen|in|en|em)"
    r" (?:a |an |una |une |uma |een )?(?:\d+|five|ten|funf|zehn|cinq|dix|cinco|diez|dez|vijf|"
    r"tien|hour|hora|heure|uur)"
    r" ?(?:%|min\w*|hours?|stunden?|heures?|horas?|uur|days?|tagen?|jours?|dias?|dagen|$)"
)
_YARDSTICK = late(
    r"\b(?:kpi (?:is|would be|ist|est|es|e)|(?:measure|judge|track)d? (?:it |this |"
    r"us |that |success )?by|"
    r"success (?:is|would be|means|for (?:her|him|them))|(?:misst|messen) (?:uns|es|"
    r"das|den erfolg) an|"
    r"erfolg (?:ist|ware|heisst|bedeutet)|(?:mesure|mesurent|mesurera) (?:ca |cela |"
    r"le succes )?(?:a|par)|"
    r"reussi si|(?:mide|miden|medira|mediran|mede|medem) (?:lo |el exito |"
    r"o sucesso )?(?:por|con|pelo|pela)|"
    r"exito seria|sucesso seria|succes (?:is|zou|serait)|(?:meet|meten) .{0,30}\b(?:aan|af aan))\b"
)
MOST = 60
"""Sentences that are looked through."""

_OF_A_CLIENT = CLIENT_FACETS - {Facet.THEIR_WORDS}
"""What shows only where a client is."""


def find_facets(post: Post, sentences: Sequence[Sentence], claim: Claim) -> frozenset[Facet]:
    """The facets that the post's sentences show; the client's side only where a client is."""
    found: set[Facet] = set(_by_labels(post, claim))
    person_before = False
    for sentence in sentences[:MOST]:
        ruled = ruled_facets(sentence, person_before)
        if claim.client is None:
            found |= ruled - _OF_A_CLIENT
        else:
            found |= ruled | told(sentence, ruled)
        person_before = names_a_person(sentence) or (person_before and speaks_of_one(sentence))
    if claim.title and claim.client and _names_product(claim.title, claim.client):
        found.add(Facet.PRODUCT)
    return frozenset(found)


def ruled_facets(sentence: Sentence, person_before: bool) -> frozenset[Facet]:
    """What the rules find in a sentence, as if a client were named."""
    hits = FACETS.of(sentence)
    found = _ours(sentence, hits) | _theirs(sentence, hits, person_before)
    if _is_their_words(sentence, hits):
        found.add(Facet.THEIR_WORDS)
    return frozenset(found)


def _by_labels(post: Post, claim: Claim) -> list[Facet]:
    found = []
    if claim.event in _ALWAYS_STAGE or (
        post.is_app and claim.event and post.label(*STAGE, *CLOSE, *RENEWAL)
    ):
        found.append(Facet.STAGE)
    if claim.event and post.is_app and any(map(_STAGE_LABEL.search, post.labels)):
        found.append(Facet.STAGE)
    if claim.amount or (claim.event and _ROUND.search(post.text[:600])):
        found.append(Facet.MONEY)
    return found


def _ours(sentence: Sentence, hits: list[Hit]) -> set[Facet]:
    tags = {hit.tag for hit in hits}
    found: set[Facet] = set()
    amount = find_amount(sentence.text)
    if (amount and not _OWN_COSTS.search(sentence.folded)) or "money" in tags:
        found.add(Facet.MONEY)
    if "%" in sentence.folded and _PERCENT_OFF.search(sentence.folded):
        found.add(Facet.MONEY)
    if "stage" in tags:
        found.add(Facet.STAGE)
    if "product" in tags:
        found.add(Facet.PRODUCT)
    if "internal" in tags:
        found.add(Facet.INTERNAL)
    return found


def _is_their_words(sentence: Sentence, hits: list[Hit]) -> bool:
    if sentence.asks:
        return False
    if any(hit.tag == "says" and not is_ours(sentence, hit.first) for hit in hits):
        return True
    quote = _QUOTE.search(sentence.text)
    if quote is None:
        return sentence.is_quote
    return len((quote[1] or quote[2]).split()) >= 4


def _theirs(sentence: Sentence, hits: list[Hit], person_before: bool) -> set[Facet]:
    tags = {hit.tag for hit in hits}
    found: set[Facet] = set()
    if is_goal(sentence, hits):
        found.add(Facet.GOAL)
    if any(hit.tag == "problem" and not is_ours(sentence, hit.first) for hit in hits):
        found.add(Facet.PROBLEM)
    if (
        ("criterion" in tags and _NUMBERED.search(sentence.folded))
        or ("wants" in tags and _MEASURE.search(sentence.folded))
        or _YARDSTICK.search(sentence.folded)
    ):
        found.add(Facet.SUCCESS_CRITERION)
    has_person = names_a_person(sentence) or (person_before and speaks_of_one(sentence))
    if "stake" in tags and has_person:
        found.add(Facet.STAKEHOLDER)
    return found


def _names_product(title: str, client: str) -> bool:
    """Whether a title holds a name written like a product's, "ShiftPay", beside the client's."""
    rest = fold(title).replace(fold(client), " ")
    return any(fold(match.group()) in rest for match in _CAMEL.finditer(title[:200]))
