"""Chooses between deal and meeting in a post of free words; unsure is nothing."""

from __future__ import annotations

from bot.reading.claim import Claim
from bot.reading.deal_prose import DealCue, find_deal_cue, read_deal
from bot.reading.headline import News, find_news, read_news
from bot.reading.meeting_prose import MeetingCue, find_meeting_cue, read_meeting
from bot.reading.meeting_words import MEETINGS
from bot.reading.post import Post
from bot.reading.statements import is_talk, stance_of
from bot.reading.weighed import second_look


def read(post: Post) -> Claim | None:
    """The deal or the meeting that the first telling sentence states, looked at twice."""
    claim = _read(post)
    return second_look(post, claim) if claim is not None else None


def _read(post: Post) -> Claim | None:
    sentences = post.sentences
    stances = [stance_of(sentence) for sentence in sentences[:10]]
    if is_talk(stances):
        return None
    deal = find_deal_cue(sentences, stances)
    meeting = find_meeting_cue(post, sentences, stances)
    opens_with_meeting = meeting is not None and meeting.is_strong and meeting.number == 0
    news = None if opens_with_meeting else find_news(sentences, stances)
    if news is not None and _leads(news, deal, meeting):
        return read_news(post, sentences, news)
    if meeting is not None and (
        deal is None
        or meeting.number < deal.words.number
        or (meeting.is_strong and meeting.number == deal.words.number)
    ):
        found = read_meeting(post, sentences, meeting)
        if found is not None or deal is None:
            return found
    found = read_deal(post, sentences, deal) if deal is not None else None
    if found is None and news is not None and news.event is None and not _is_ours(news):
        return read_news(post, sentences, news)
    return found


def _leads(news: News, deal: DealCue | None, meeting: MeetingCue | None) -> bool:
    """Whether what stands beside the name counts for more than what stands elsewhere."""
    number = news.span.sentence.number
    if news.event is None:
        return deal is None and not _is_ours(news)
    return not (meeting is not None and meeting.is_strong and meeting.number <= number)


def _is_ours(news: News) -> bool:
    """Whether it tells of a meeting among ourselves: "Planning meeting went well"."""
    return any(hit.tag == "ourselves" for hit in MEETINGS.of(news.span.sentence))
