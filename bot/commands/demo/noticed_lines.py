"""The panel's lines about posts: what each was read as, who is asked, what was decided and why."""

from __future__ import annotations

from datetime import datetime

from bot.domain.decision import Outcome
from bot.domain.vocabulary import ChannelHolds, DealEvent, NudgeState, PostKind
from bot.flows.tell_why import NoticeTold, what_was_noticed
from bot.playground.state import Json
from bot.slack.escape import escape
from bot.slack.views.days import local_moment
from bot.slack.views.why import why_line
from bot.store.channels import Channel
from bot.store.noticed import NoticedOutcome
from bot.store.store import Store

_POSTS = 6
_WHAT = {
    PostKind.DEAL_UPDATE: "A deal update",
    PostKind.MEETING_AHEAD: "A meeting ahead",
    PostKind.MEETING_HELD: "A meeting that was held",
}
_EVENTS = {
    DealEvent.CREATED: "A new deal",
    DealEvent.MOVED: "A deal that moved",
    DealEvent.CHANGED: "A deal that changed",
    DealEvent.WON: "A deal that was won",
    DealEvent.LOST: "A deal that was lost",
    DealEvent.QUIET: "A deal that went quiet",
    DealEvent.RENEWAL: "Talk of a renewal",
}
_OUTCOMES = {
    NoticedOutcome.FACTS_ONLY: "Its poster has not joined: client and deal are kept, nothing else.",
    NoticedOutcome.WAITS_IN_HOME: "It names nobody who joined: it waits in Home of the members.",
    NoticedOutcome.OTHER_SORT: "This channel is not marked for such posts: left alone.",
    NoticedOutcome.WHICH_CLIENT: "Two clients could be meant: it waits in Home of the members.",
    NoticedOutcome.KNOWN_ALREADY: "Known already from an earlier post.",
    NoticedOutcome.ARCHIVED: "The client is archived: its facts are kept, and nobody is asked.",
    NoticedOutcome.UNREAD: "It could not be read. Its link is kept for an admin.",
}
_WHOLE = {
    NoticedOutcome.NOT_OURS: "Neither a deal nor a meeting: left alone.",
    NoticedOutcome.IGNORED_PERSON: "By somebody who asked to be left alone: not read.",
    NoticedOutcome.WITHDRAWN: "A post that was deleted: what waited because of it is withdrawn.",
}
_ANSWERS = {
    NudgeState.ANSWERED: "answered",
    NudgeState.SNOOZED: "put off",
    NudgeState.DISMISSED: "set aside",
    NudgeState.EXPIRED: "gone by",
}
_HOLDS = {
    ChannelHolds.DEALS: "Read here: deal posts.",
    ChannelHolds.MEETINGS: "Read here: meeting posts.",
    ChannelHolds.BOTH: "Read here: deal and meeting posts.",
}


def noticed_lines(store: Store, channel_id: str | None, user_id: str, now: datetime) -> list[Json]:
    """The latest posts of a channel, or of all; the latest first, below whether it is read."""
    told = what_was_noticed(store, channel_id, _POSTS)
    lines = [_line(store, one, user_id, now, with_link=channel_id is not None) for one in told]
    if channel_id is not None:
        return [{"text": _reading(store.channels.get(channel_id))}, *lines]
    return lines or [{"text": "No post was read yet."}]


def _reading(channel: Channel | None) -> str:
    """Whether the channel is read, and if not, why."""
    if channel is None or channel.left_at is not None:
        return "Not read: Alongside is not in this channel."
    if channel.holds is None:
        return "Not read yet: whoever invited Alongside has not said what is posted here."
    if channel.holds is ChannelHolds.NEITHER:
        return "Not read: marked as neither deals nor meetings."
    if not channel.is_read:
        return "Not read: people from outside are here, and no admin allowed it."
    return _HOLDS[channel.holds]


def _line(store: Store, told: NoticeTold, user_id: str, now: datetime, *, with_link: bool) -> Json:
    notice = told.notice
    line: Json = {"text": _what(told), "at": int(notice.at.timestamp())}
    if with_link:
        line["ts"] = notice.ts
    said = [_OUTCOMES.get(notice.outcome, "")]
    if notice.facets:
        shown = ", ".join(sorted(facet.replace("_", " ") for facet in notice.facets))
        said.append(f"It shows: {shown}.")
    if notice.asked_id == user_id and notice.moment_id:
        words, next_at = _decision(store, told, user_id, now)
        said.append(words)
        if next_at is not None and next_at > now:
            line["move_to"] = int(next_at.timestamp())
    elif told.asked and notice.outcome is NoticedOutcome.NOTED:
        said.append(f"Asked: {escape(told.asked.split()[0])}. What was decided only they can see.")
    line["detail"] = " ".join(words for words in said if words)
    return line


def _what(told: NoticeTold) -> str:
    notice = told.notice
    whole = _WHOLE.get(notice.outcome)
    if whole is not None:
        return whole
    what = _EVENTS[notice.event] if notice.event else _WHAT.get(notice.kind, "A post")
    return f"{what}: *{escape(told.client)}*" if told.client else what


def _decision(
    store: Store, told: NoticeTold, user_id: str, now: datetime
) -> tuple[str, datetime | None]:
    """What was decided about this post for the person who looks, and when it goes on."""
    person = store.people.get_or_stranger(user_id)
    decided, nudge = told.decided, told.nudge
    if decided is None:
        next_at = store.people.next_look_at(user_id)
        if next_at is None:
            return "You are asked, if at all, at a good moment.", None
        when = local_moment(next_at, now, person.zone)
        return f"You are looked at next: {when}.", next_at
    if nudge is not None and nudge.sent_at is not None:
        verb = "Offered to you" if decided.decision.outcome is Outcome.OFFER else "You were asked"
        when = local_moment(nudge.sent_at, now, person.zone)
        became = _ANSWERS.get(nudge.state)
        return f"{verb}: {when}{f', {became}' if became else ''}.", None
    line = why_line(decided.decision.reason, decided.decision.values, now, person.zone)
    return f"{line[:1].upper()}{line[1:]}.", decided.decision.next_look_at
