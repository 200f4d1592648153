"""A post in a channel: only channels that somebody marked are read."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.flows.ask_about import ask_about_post
from bot.flows.notice_post import notice_post, reread_post, withdraw_post
from bot.flows.places import PostRef
from bot.services import Services
from bot.slack.doors import Doors
from bot.slack.listeners.direct_messages import hear_direct_message
from bot.slack.payloads import EventIn, MessageIn, read_message
from bot.store.store import Store

# Joins, topics and the like are no posts, and threads under a recap repeat it.
_POSTS = frozenset({None, "bot_message", "me_message", "file_share", "thread_broadcast"})


def register(doors: Doors) -> None:
    """One event for all messages; here it is told apart what each is."""
    doors.events["message"] = hear_message


def hear_message(services: Services, event: EventIn) -> None:
    """A message in a channel is a post, one in the direct message is a word to Alongside."""
    message = read_message(event.event)
    if message is None:
        return
    if message.is_direct:
        hear_direct_message(services, event, message)
        return
    # Most posts are in channels that are not read: a look is enough, and takes no write lock.
    with services.reading(event.team) as store:
        channel = store.channels.get(message.channel)
    if channel is None or not channel.is_read or not _is_post(message):
        return
    with services.transaction(event.team) as store:
        if not _is_new(store, event, message, services.clock.machine()):
            return
        channel = store.channels.get(message.channel)
        if channel is None or not channel.is_read:
            return
        now = services.clock.now()
        if message.is_deletion:
            withdraw_post(store, message.channel, message.ts, now)
            return
        post = PostRef(message.channel, message.ts, posted_at(message.ts, now), _author(message))
        note = reread_post if message.is_edit else notice_post
        # An edited post is read as it stands now, like any other.
        noted = note(store, channel, post, message.message, now)
        if services.model is not None:
            ask_about_post(store, services.model.host, noted, post, now)


def _is_new(store: Store, event: EventIn, message: MessageIn, at: datetime) -> bool:
    """A post counts once, under whatever event; an edit waits for a post that is being read."""
    post_is_new = store.deliveries.is_new(f"post:{message.channel}:{message.ts}", at)
    if message.is_edit or message.is_deletion:
        return store.deliveries.is_new(event.event_id, at)
    return post_is_new


def posted_at(ts: str, now: datetime) -> datetime:
    """When Slack says it was posted; never later than now, whatever the ts claims."""
    try:
        at = datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return min(at, now)


def _author(message: MessageIn) -> str | None:
    """The person who wrote it; None for an app, also one that posts in somebody's name."""
    return None if message.bot_id else message.person


def _is_post(message: MessageIn) -> bool:
    if message.is_deletion:
        return True
    if message.is_unchanged:
        return False
    if message.is_in_thread and message.subtype != "thread_broadcast":
        return False
    return message.subtype in _POSTS
