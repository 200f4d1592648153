"""The form in which a person sets how much, when, and of what kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.leave import leave_ahead, tidy_leave
from bot.domain.people import Leave, Preferences
from bot.domain.vocabulary import Kind
from bot.reading.countries import read_country
from bot.slack.views.blocks import Block
from bot.slack.views.days import weekday
from bot.slack.views.fields import (
    choice,
    day_picker,
    field,
    form,
    read_choice,
    read_day,
    read_note,
    read_several,
    read_time,
    read_typed,
    several,
    time_picker,
    typed,
)
from bot.slack.views.kinds import kind_label
from bot.slack.views.leave_list import away_words, leave_ref
from bot.texts import _

CALLBACK = "settings"
_OFF = "off"
_YES = "yes"
_OF_SLACK = "slack"
_LANGUAGES = {"en": "English", "de": "Deutsch"}
_MOST_BOXES = 10


def settings_form(set_so_far: Preferences, today: date) -> dict[str, Any]:
    """Everything a person may set; days away are ticked, and one more can be added."""
    ahead = leave_ahead(tidy_leave(set_so_far.leave), today)
    shown = " ".join(leave_ref(one) for one in ahead)
    view = form(CALLBACK, _("Settings"), _("Save"), _("Cancel"), {"shown": shown})
    return view | {
        "blocks": [
            *_question_fields(set_so_far),
            *_hour_fields(set_so_far),
            *_letter_fields(set_so_far),
            *_leave_fields(ahead),
            _language_field(set_so_far),
        ]
    }


def read_settings_form(view: Mapping[str, object], before: Preferences) -> Preferences:
    """What was set; a field that the form did not bring stays as before."""
    kinds, days = read_several(view, "kinds"), read_several(view, "work_days")
    digest, list_day = read_choice(view, "digest_day"), _number(read_choice(view, "list_day"), 6)
    asked = _number(read_choice(view, "questions_per_week"), 5)
    quarter_end, spoken = read_several(view, "quarter_end"), read_choice(view, "language")
    return Preferences(
        questions_per_week=before.questions_per_week if asked is None else asked,
        kinds_off=before.kinds_off if kinds is None else frozenset(set(Kind) - set(kinds)),
        work_starts=read_time(view, "work_starts") or before.work_starts,
        work_ends=read_time(view, "work_ends") or before.work_ends,
        work_days=before.work_days if days is None else _days(days),
        country=read_country(country_typed(view)) or country_typed(view) or None,
        list_day=before.list_day if list_day is None else list_day,
        digest_day=before.digest_day if digest is None else _number(digest, 6),
        digest_at=read_time(view, "digest_at") or before.digest_at,
        leave=_read_leave(view, before),
        quarter_end=before.quarter_end if quarter_end is None else _YES in quarter_end,
        language=before.language if spoken is None else _LANGUAGES.get(spoken) and spoken,
        not_followed=before.not_followed,
        uses_model=before.uses_model,
    )


def country_typed(view: Mapping[str, object]) -> str:
    """What stands in the field for the country."""
    return (read_typed(view, "country") or "")[:80]


def settings_problems(given: Preferences) -> dict[str, str]:
    """Field to code, for what does not fit together; empty where all does."""
    problems: dict[str, str] = {}
    if given.work_starts >= given.work_ends:
        problems["work_ends"] = "hours_reversed"
    if not given.work_days:
        problems["work_days"] = "no_work_days"
    if given.country is not None and read_country(given.country) != given.country:
        problems["country"] = "bad_country"
    if any(one.first > one.last for one in given.leave):
        problems["leave_to"] = "leave_reversed"
    return problems


def _question_fields(so_far: Preferences) -> list[Block]:
    numbers = tuple((str(count), str(count)) for count in range(6))
    kinds = tuple((kind.value, kind_label(kind)) for kind in Kind)
    on = [kind.value for kind in Kind if kind not in so_far.kinds_off]
    return [
        field(
            "questions_per_week",
            _("Questions a week, at most"),
            choice(numbers, str(so_far.questions_per_week)),
            needed=True,
            hint=_("Promises come back whatever this says."),
        ),
        field("kinds", _("What they may be about"), several(kinds, on, boxes=True)),
        field(
            "quarter_end",
            _("At the end of a quarter"),
            several(
                ((_YES, _("Ask me whether I would offer this on its first day")),),
                [_YES] if so_far.quarter_end else [],
                boxes=True,
            ),
            hint=_("Twice at most, about deals with talk of a price or a date. For you alone."),
        ),
    ]


def _hour_fields(so_far: Preferences) -> list[Block]:
    days = tuple((str(number), weekday(number)) for number in range(7))
    chosen = [str(number) for number in sorted(so_far.work_days)]
    return [
        field("work_days", _("Working days"), several(days, chosen, boxes=True), needed=True),
        field("work_starts", _("Day starts"), time_picker(so_far.work_starts), needed=True),
        field("work_ends", _("Day ends"), time_picker(so_far.work_ends), needed=True),
        field(
            "country",
            _("Country, for its holidays"),
            typed(so_far.country, limit=80),
            hint=_("Such as Germany, or DE-BY for one of its regions."),
        ),
    ]


def _letter_fields(so_far: Preferences) -> list[Block]:
    days = tuple((str(number), weekday(number)) for number in range(7))
    digest = (*days, (_OFF, _("No digest")))
    so_far_digest = _OFF if so_far.digest_day is None else str(so_far.digest_day)
    return [
        field("digest_day", _("Weekly digest"), choice(digest, so_far_digest), needed=True),
        field("digest_at", _("Digest at"), time_picker(so_far.digest_at), needed=True),
        field(
            "list_day",
            _("List day"),
            choice(days, str(so_far.list_day)),
            needed=True,
            hint=_("The morning on which I name clients who deserve a word."),
        ),
    ]


def _leave_fields(ahead: tuple[Leave, ...]) -> list[Block]:
    choices = tuple((leave_ref(one), away_words(one)) for one in ahead)
    ticked = [value for value, _words in choices]
    known = field(
        "leaves",
        _("Days away"),
        several(choices, ticked, boxes=len(choices) <= _MOST_BOXES),
        hint=_("Untick what you take back."),
    )
    return [
        *([known] if choices else []),
        field("leave_from", _("More days away, from"), day_picker()),
        field("leave_to", _("More days away, to (that day too)"), day_picker()),
    ]


def _language_field(so_far: Preferences) -> Block:
    choices = ((_OF_SLACK, _("As my Slack")), *_LANGUAGES.items())
    return field("language", _("Language"), choice(choices, so_far.language or _OF_SLACK))


def _read_leave(view: Mapping[str, object], before: Preferences) -> tuple[Leave, ...]:
    """What stayed ticked, what the form did not show, and what was added.

    One day, if only one end of it is set.
    """
    ticked = read_several(view, "leaves") or ()
    unticked = set(read_note(view).get("shown", "").split()) - set(ticked)
    kept = before.leave
    if unticked:
        kept = tuple(one for one in tidy_leave(kept) if leave_ref(one) not in unticked)
    first, last = read_day(view, "leave_from"), read_day(view, "leave_to")
    shown = first or last
    if shown is None:
        return tuple(kept)
    fresh = Leave(first or shown, last or shown)
    # The wrong way round it is told, not mended.
    return tidy_leave([*kept, fresh]) if fresh.first <= fresh.last else (*kept, fresh)


def _days(values: tuple[str, ...]) -> frozenset[int]:
    numbers = (_number(value, 6) for value in values)
    return frozenset(number for number in numbers if number is not None)


def _number(value: str | None, most: int) -> int | None:
    return int(value) if value and value in {str(n) for n in range(most + 1)} else None
