"""The part of Home that says what is set, what is stopped, and how the worker is."""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Person
from bot.domain.record import Health, Home
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, button, context, header, section
from bot.slack.views.days import moment, short_weekday, weekday
from bot.slack.views.home_stops import away_blocks, stops_blocks
from bot.slack.views.model import home_model_blocks
from bot.texts import _, ngettext


def settings_blocks(home: Home) -> list[Block]:
    """A summary with Edit; each stop with its switch; for an admin the worker's health."""
    person = home.person
    summary = section(_summary(person, home.next_digest_at), button(_("Edit"), Act.SETTINGS))
    blocks = [header(_("Settings")), summary]
    return [
        *blocks,
        *away_blocks(home),
        *stops_blocks(home),
        *home_model_blocks(home.model, person),
        *health_blocks(home),
    ]


def health_blocks(home: Home) -> list[Block]:
    """What an admin can set for all, and how the worker is."""
    if home.person.is_admin and home.health is not None:
        prompts = section(_("What is asked in this workspace"), button(_("Prompts"), Act.PROMPTS))
        groups = section(_("Groups, and who leads them"), button(_("Groups"), Act.GROUPS))
        return [prompts, groups, context(_health(home.health))]
    return []


def _summary(person: Person, next_digest_at: datetime | None) -> str:
    chosen = person.preferences
    asked = ngettext(
        "At most {count} question a week",
        "At most {count} questions a week",
        chosen.questions_per_week,
    ).format(count=chosen.questions_per_week)
    days = ", ".join(short_weekday(day) for day in sorted(chosen.work_days))
    hours = _("{days}, {start} to {end}, {zone}").format(
        days=days,
        start=f"{chosen.work_starts:%H:%M}",
        end=f"{chosen.work_ends:%H:%M}",
        zone=escape(person.zone, 60),
    )
    lines = [asked, hours, _("List day: {day}").format(day=weekday(chosen.list_day))]
    if chosen.country:
        lines.append(_("Holidays of {country}").format(country=escape(chosen.country, 10)))
    if chosen.digest_day is None:
        lines.append(_("No digest"))
    elif next_digest_at is not None:
        lines.append(_("Next digest: {at}").format(at=moment(next_digest_at)))
    return "\n".join(lines)


def _health(health: Health) -> str:
    """Silence must not look like a fault, nor a fault like silence."""
    tick = moment(health.last_tick_at) if health.last_tick_at else _("never")
    lines = [_("Worker: last tick {tick}.").format(tick=tick)]
    if health.last_tick_at is not None:
        # Machine time: where people's clock is moved, the moment alone would look long past.
        seconds = max(0, round((health.checked_at - health.last_tick_at).total_seconds()))
        words = ngettext(
            "Worker: last tick {tick}, {count} second before this was drawn.",
            "Worker: last tick {tick}, {count} seconds before this was drawn.",
            seconds,
        )
        lines = [words.format(tick=tick, count=seconds)]
    if health.overdue and health.oldest_overdue_at:
        lines.append(
            ngettext(
                "{count} row overdue, the oldest since {at}.",
                "{count} rows overdue, the oldest since {at}.",
                health.overdue,
            ).format(count=health.overdue, at=moment(health.oldest_overdue_at))
        )
    else:
        lines.append(_("Nothing is overdue."))
    if health.refused:
        lines.append(_("Refused by Slack for good: {count}.").format(count=health.refused))
    return " ".join(lines)
