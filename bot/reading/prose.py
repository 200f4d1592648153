"""Chooses between deal and meeting in a post of free words; unsure is nothing."""

from __future__ import annotations

from bot.reading.claim import Claim
from bot.reading.deal_prose import find_deal_cue, read_deal
from bot.reading.meeting_prose import find_meeting_cue, read_meeting
from bot.reading.post import Post
from bot.reading.statements import is_talk, stance_of


def read(post: Post) -> Claim | None:
    """The deal or the meeting that the first telling sentence states."""
    sentences = post.sentences
    stances = [stance_of(sentence) for sentence in sentences[:10]]
    if is_talk(stances):
        return None
    deal = find_deal_cue(sentences, stances)
    meeting = find_meeting_cue(post, sentences, stances)
    if meeting is not None and (
        deal is None
        or meeting.number < deal.words.number
        or (meeting.is_strong and meeting.number == deal.words.number)
    ):
        found = read_meeting(post, sentences, meeting)
        if found is not None or deal is None:
            return found
    return read_deal(post, sentences, deal) if deal is not None else None
