"""The pulse: a form of four statements, and what one's own Home says of the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.pulse import Change, Month, PulseBand, PulseItem, PulseSeen
from bot.prompts.pulse_bank import item_words
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, section
from bot.slack.views.days import month_name
from bot.slack.views.fields import choice, field, form, read_choice, read_note
from bot.texts import _, written_language

CALLBACK = "pulse"
DELETE_CALLBACK = "pulse_delete"


def step_words() -> tuple[str, ...]:
    """The scale's seven steps, from the first."""
    return (
        _("Never"),
        _("Seldom"),
        _("Now and then"),
        _("About half the time"),
        _("Often"),
        _("Nearly always"),
        _("Always"),
    )


def pulse_form(month: Month, items: Sequence[PulseItem]) -> dict[str, Any]:
    """Four statements, each with the seven steps; any one may be skipped."""
    view = form(CALLBACK, _("Your own habits"), _("Save"), _("Cancel"), {"month": str(month)})
    steps = [(str(number), words) for number, words in enumerate(step_words(), start=1)]
    language = written_language()
    about = _(
        "How often was this so in the last two weeks? One may be skipped. "
        "The answers are yours alone and appear only in your Home."
    )
    fields = [field(item.id, item_words(item, language), choice(steps)) for item in items]
    return view | {"blocks": [section(about), *fields]}


def read_pulse_form(
    view: Mapping[str, object], bank: Sequence[PulseItem]
) -> tuple[Month | None, dict[str, int]]:
    """The month, and the step of each statement that was answered."""
    given: dict[str, int] = {}
    for item in bank:
        chosen = read_choice(view, item.id)
        if chosen is not None and len(chosen) == 1 and chosen in "1234567":
            given[item.id] = int(chosen)
    try:
        return Month.read(read_note(view).get("month", "")), given
    except ValueError:
        return None, given


def delete_form() -> dict[str, Any]:
    """Asks once before the answers go."""
    view = form(DELETE_CALLBACK, _("Your own habits"), _("Delete"), _("Keep"), {})
    words = _("All your answers about your own habits go, of every month. Nobody else had them.")
    return view | {"blocks": [section(words)]}


def pulse_words() -> str:
    """The digest's line."""
    return _("Four questions about your own last two weeks. Only you see the answers, in Home.")


def pulse_button(key: str, month: str) -> Block:
    """Opens the form from the digest."""
    return button(_("Answer"), Act.PULSE, key, month)


def home_pulse_blocks(seen: PulseSeen | None) -> list[Block]:
    """This month's four, if they wait; the band, where there is enough for one."""
    if seen is None:
        return []
    words = [pulse_words()] if not seen.is_answered else []
    if seen.band is not None:
        words.append(band_words(seen.band))
    if not words and seen.has_any:
        words.append(_("Your own habits: noted. It takes three months to say more."))
    row = actions(
        None if seen.is_answered else button(_("Answer"), Act.PULSE, ref=str(seen.month)),
        button(_("Delete my answers"), Act.PULSE_DELETE) if seen.has_any else None,
    )
    return [*(context(one) for one in words), *([row] if row else [])]


def band_words(band: PulseBand) -> str:
    """Between which steps; how it stands to the quarter before, where that is no chance."""
    steps = step_words()
    words = (
        _("{first} to {last}: your own answers come to about ‘{low}’.")
        if band.low == band.high
        else _("{first} to {last}: your own answers lie between ‘{low}’ and ‘{high}’.")
    ).format(
        first=_month_words(band.first),
        last=_month_words(band.last),
        low=steps[band.low - 1],
        high=steps[band.high - 1],
    )
    told = {
        Change.HIGHER: lambda: _("More often than in the three months before."),
        Change.LOWER: lambda: _("Less often than in the three months before."),
    }
    parts = [words, *([told[band.change]()] if band.change else []), _("Only you see this.")]
    return " ".join(parts)


def _month_words(month: Month) -> str:
    return month_name(date(month.year, month.number, 1))
