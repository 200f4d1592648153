"""What people write about a customer meeting: "just off the phone w/ Mirasol", "Morgen um 11 …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.vocabulary import PostKind
from bot.reading.claim import Claim
from bot.reading.clients import Cue, name_client
from bot.reading.dates import find_day
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.meeting_tense import (
    PAST_VERB,
    client_with_hour,
    is_over,
    opens_a_report,
    tells_past,
)
from bot.reading.meeting_words import MEETINGS
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.recap import read_minutes
from bot.reading.starts import read_start
from bot.reading.statements import Stance
from bot.reading.times import find_time
from bot.reading.words import Hit, Sentence

OPENING = 7
"""Words at a sentence's start in which "had", "met" or "notes" tell of a meeting."""

_SOON = late(
    r"\b(?:in|dans|en|em|over|dentro de|daqui a) \d{1,2}\b|\bnow\b|\b(?:meeting|call) starting\b|"
    r"\b(?:up next|straks|nachher|gleich|tout a l'heure|later|shortly|soon|about to|half an hour|"
    r"an hour|in a (?:bit|minute)|in kurze|bald|sous peu|bientot|dans un (?:instant|moment)|tantot|"
    r"en un rato|en un momento|dentro de poco|en breve|luego|mas tarde|"
    r"daqui a pouco|em breve|ja ja|"
    r"logo|mais tarde|zo meteen|zometeen|zo dadelijk|dadelijk|zo direct)\b"
)
_PAST = late(
    r"\b(?:yesterday|yday|this morning|earlier|last (?:week|night|friday|monday|tuesday|"
    r"wednesday|thursday)|"
    r"gestern|heute morgen|heute vormittag|vorhin|letzte|hier|ce matin|la semaine derniere|"
    r"ayer|esta manana|"
    r"la semana pasada|ontem|hoje de manha|semana passada|gisteren|vanochtend|vanmorgen|"
    r"vorige week|"
    r"this afternoon's|today's)\b"
)
_DUTCH = frozenset("een het gaat ze ik bij van niet zijn heeft om de aan in voor straks".split())


@dataclass(frozen=True, slots=True)
class MeetingCue:
    """A sentence that tells of a meeting, held or ahead."""

    number: int
    kind: PostKind
    is_strong: bool
    words: Cue


def find_meeting_cue(
    post: Post, sentences: Sequence[Sentence], stances: Sequence[Stance]
) -> MeetingCue | None:
    """The first sentence that tells of a customer meeting."""
    for sentence, stance in zip(sentences[:4], stances, strict=False):
        if stance.is_question or stance.has("pretend", "past_case"):
            continue
        hits = _without_dutch_met(sentence, MEETINGS.of(sentence))
        if any(hit.tag == "ourselves" for hit in hits):
            return None
        cue = _cue_of(post, sentence, stance, hits)
        if cue is None and sentence.number == 0 and opens_a_report(sentences, stances, hits):
            cue = _cue(sentence, hits, PostKind.MEETING_HELD)
        if cue is not None:
            return cue
    return None


def _without_dutch_met(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """The hits without "met" where it is the Dutch "with"."""
    words = {word.plain for word in sentence.words}
    if "met" not in words or not words & _DUTCH:
        return hits
    return [h for h in hits if h.first != h.last or sentence.words[h.first].plain != "met"]


def _cue_of(post: Post, sentence: Sentence, stance: Stance, hits: list[Hit]) -> MeetingCue | None:
    has_meeting = any(hit.tag == "meeting" for hit in hits)
    early = [hit for hit in hits if hit.first < OPENING]
    strong = [hit for hit in early if hit.tag == "strong_held" and not stance.supposes(hit.first)]
    if tells_past(stance, hits) or (has_meeting and is_over(sentence, stance, hits)):
        return _cue(sentence, hits, PostKind.MEETING_HELD, is_strong=True)
    is_ahead = _is_ahead(post, sentence, hits)
    if strong and not (is_ahead and has_meeting and not _PAST.search(sentence.folded)):
        only_verb = not has_meeting and sentence.words[strong[0].first].plain in ("had", "took")
        if not only_verb and not stance.denies(strong[0].first):
            return _cue(sentence, hits, PostKind.MEETING_HELD, is_strong=True)
    if not has_meeting:
        return _announcement(sentence, stance, hits) if is_ahead else None
    if is_ahead and not stance.has("not") and not stance.supposes(len(sentence.words)):
        return _cue(sentence, hits, PostKind.MEETING_AHEAD)
    held = any(hit.tag == "held" for hit in early)
    if held or (_PAST.search(sentence.folded) and PAST_VERB.search(sentence.folded)):
        return _cue(sentence, hits, PostKind.MEETING_HELD)
    return None


def _announcement(sentence: Sentence, stance: Stance, hits: list[Hit]) -> MeetingCue | None:
    """A meeting ahead that is not called one: "Seeing Acme on Monday", "Fri 2pm Acme Foods"."""
    if any(_opens(sentence, hit) for hit in hits):
        return _cue(sentence, hits, PostKind.MEETING_AHEAD)
    span = client_with_hour(sentence, stance)
    if span is None:
        return None
    before = Cue(sentence.number, span.first - 1, span.first - 1)
    return MeetingCue(sentence.number, PostKind.MEETING_AHEAD, is_strong=False, words=before)


def _opens(sentence: Sentence, hit: Hit) -> bool:
    """Whether a sentence without a meeting's name still opens as an announcement does."""
    # "38 events in 5 minutes" announces nothing.
    counts = sentence.words[hit.first].plain in ("in", "dans", "en", "em", "over", "moved")
    return hit.tag == "ahead" and hit.first < 5 and not counts


def _cue(
    sentence: Sentence, hits: list[Hit], kind: PostKind, *, is_strong: bool = False
) -> MeetingCue:
    """The cue with the words that name the meeting, or else that tell of it."""
    named = [hit for hit in hits if hit.tag == "meeting"] or hits
    words = Cue(sentence.number, named[0].first, named[0].last) if named else Cue(sentence.number)
    return MeetingCue(sentence.number, kind, is_strong, words)


def _is_ahead(post: Post, sentence: Sentence, hits: list[Hit]) -> bool:
    if _PAST.search(sentence.folded):
        return False
    if find_time(sentence.folded) is not None:
        return True
    if any(hit.tag == "ahead" for hit in hits) and _SOON.search(sentence.folded):
        return True
    if find_day(sentence.text, post.today) is None:
        return False
    return any(hit.tag == "ahead" for hit in hits) or not PAST_VERB.search(sentence.folded)


def read_meeting(post: Post, sentences: Sequence[Sentence], cue: MeetingCue) -> Claim | None:
    """The meeting that the sentence with the cue tells of; None where no client is named."""
    client = name_client(sentences, cue.words)
    if client is None:
        return None
    said = sentences[cue.number].text
    is_ahead = cue.kind is PostKind.MEETING_AHEAD
    return Claim(
        cue.kind,
        client=client,
        starts_at=starts_at(post, said) if is_ahead else None,
        minutes=read_minutes(said),
        owner=owner_of(post),
        source=source_of(post.links),
    )


def starts_at(post: Post, said: str) -> datetime | None:
    """The start by the telling sentence, by a date token, or by the lines around it."""
    token = post.instants[0] if post.instants else None
    return token or read_start(said, post) or read_start(". ".join(post.lines[:4]), post)
