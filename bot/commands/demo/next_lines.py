"""The panel's lines about what comes next for the person who looks."""

from __future__ import annotations

from datetime import datetime

from bot.playground.state import Json
from bot.slack.escape import escape
from bot.slack.views.days import local_moment
from bot.slack.views.why import why_line
from bot.store.store import Store


def next_lines(store: Store, user_id: str, name: str, now: datetime) -> list[Json]:
    """The next look, morning note and digest, each with a press that moves the clock there."""
    person = store.people.get_or_stranger(user_id)
    if person.ignored_at is not None:
        return [{"text": f"{escape(name)} asked to be left alone: no posts read, no messages."}]
    if not person.is_reachable:
        return [{"text": f"{escape(name)} has not joined: no message comes unasked."}]
    if person.paused_until is not None and person.paused_until > now:
        until = local_moment(person.paused_until, now, person.zone)
        return [{"text": f"Paused until {until}."}]
    lines = []
    times = store.people.timetable(user_id)
    coming = (
        ("Alongside looks again", store.people.next_look_at(user_id)),
        ("A morning note, if something needs one", times.next_note_at),
        ("Digest", times.next_digest_at),
    )
    for what, at in coming:
        if at is not None and at > now:
            when = local_moment(at, now, person.zone)
            lines.append({"text": f"{what}: {when}.", "move_to": int(at.timestamp())})
    for decided in store.decisions.last_of(user_id):
        line = why_line(decided.decision.reason, decided.decision.values, now, person.zone)
        when = local_moment(decided.at, now, person.zone)
        lines.append({"text": f"Latest look, {when}: {line}."})
    return lines
