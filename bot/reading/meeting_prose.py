"""What people write about a customer meeting: "just off the phone w/ Mirasol", "Morgen um 11 …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.vocabulary import PostKind
from bot.reading.claim import Claim
from bot.reading.clients import Cue, name_client
from bot.reading.dates import find_day
from bot.reading.links import source_of
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

_SOON = re.compile(
    r"\b(?:in|dans|en|em|over|dentro de|daqui a) \d{1,2}\b|\bnow\b|\b(?:meeting|call) starting\b|"
    r"\bup next\b|\bstraks\b|"
    r"\bnachher\b|"
    r"\bgleich\b|\btout a l'heure\b|\blater\b|\bshortly\b|\babout to\b|\bhalf an hour\b|\ban hour\b"
)
_PAST = re.compile(
    r"\b(?:yesterday|yday|this morning|earlier|last (?:week|night|friday|monday|tuesday|"
    r"wednesday|thursday)|"
    r"gestern|heute morgen|heute vormittag|vorhin|letzte|hier|ce matin|la semaine derniere|"
    r"ayer|esta manana|"
    r"la semana pasada|ontem|hoje de manha|semana passada|gisteren|vanochtend|vanmorgen|"
    r"vorige week|"
    r"this afternoon's|today's)\b"
)
_PAST_VERB = re.compile(
    r"\b(?:went|was|were|had|came|told|said|asked|liked|showed|explained|discussed|agreed|talked|met|"
    r"hatte|hatten|war|waren|lief|sagte|meinte|ging|gab|etait|a ete|ont dit|fue|dijo|dijeron|"
    r"estuvo|foi|"
    r"disse|disseram|estava|ging|zei|zeiden|hadden)\b"
)


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
        hits = MEETINGS.find(sentence.words)
        if any(hit.tag == "ourselves" for hit in hits):
            return None
        cue = _cue_of(post, sentence, stance, hits)
        if cue is not None:
            return cue
    return None


def _cue_of(post: Post, sentence: Sentence, stance: Stance, hits: list[Hit]) -> MeetingCue | None:
    has_meeting = any(hit.tag == "meeting" for hit in hits)
    early = [hit for hit in hits if hit.first < OPENING]
    strong = [hit for hit in early if hit.tag == "strong_held" and not stance.supposes(hit.first)]
    is_ahead = _is_ahead(post, sentence, hits)
    if strong and not (is_ahead and has_meeting and not _PAST.search(sentence.folded)):
        only_verb = not has_meeting and sentence.words[strong[0].first].plain in ("had", "took")
        if not only_verb and not stance.denies(strong[0].first):
            return _cue(sentence, hits, PostKind.MEETING_HELD, is_strong=True)
    if not has_meeting:
        opens_ahead = is_ahead and any(_opens(sentence, hit) for hit in hits)
        return _cue(sentence, hits, PostKind.MEETING_AHEAD) if opens_ahead else None
    if is_ahead and not stance.has("not") and not stance.supposes(len(sentence.words)):
        return _cue(sentence, hits, PostKind.MEETING_AHEAD)
    held = any(hit.tag == "held" for hit in early)
    if held or (_PAST.search(sentence.folded) and _PAST_VERB.search(sentence.folded)):
        return _cue(sentence, hits, PostKind.MEETING_HELD)
    if _reports(sentence, stance, hits):
        return _cue(sentence, hits, PostKind.MEETING_HELD)
    return None


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


def _reports(sentence: Sentence, stance: Stance, hits: list[Hit]) -> bool:
    """Whether it opens as a report does, without a verb: "First meeting with Acme, 50 minutes."."""
    opens = sentence.number == 0 and any(hit.tag == "meeting" and hit.first < 3 for hit in hits)
    return opens and not stance.hits and read_minutes(sentence.text) is not None


def _is_ahead(post: Post, sentence: Sentence, hits: list[Hit]) -> bool:
    if _PAST.search(sentence.folded):
        return False
    if not any(hit.tag == "ahead" for hit in hits) and find_time(sentence.folded) is None:
        day = find_day(sentence.text, post.today)
        return day is not None and not _PAST_VERB.search(sentence.folded)
    named = (
        find_day(sentence.text, post.today) is not None or find_time(sentence.folded) is not None
    )
    return named or _SOON.search(sentence.folded) is not None


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
        starts_at=_starts_at(post, said) if is_ahead else None,
        minutes=read_minutes(said),
        owner=owner_of(post),
        source=source_of(post.links),
    )


def _starts_at(post: Post, said: str) -> datetime | None:
    """The start by the telling sentence, by a date token, or by the lines around it."""
    token = post.instants[0] if post.instants else None
    return token or read_start(said, post) or read_start(". ".join(post.lines[:4]), post)
