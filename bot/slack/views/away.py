"""What became of the question what to do with promises that fall due in an absence."""

from __future__ import annotations

from datetime import date

from bot.slack.views.days import long_day
from bot.texts import _


def away_done_words(code: str, back_on: date | None) -> str:
    """The line of the note, once it is answered."""
    if code == "kept":
        return _("While you are away: the dates stay as they are.")
    if code == "moved" and back_on is not None:
        return _("While you are away: moved to {day}. The clients hear that from you.").format(
            day=long_day(back_on)
        )
    if code == "asked":
        return _("While you are away: a colleague is asked. What nobody takes stays yours.")
    return _("While you are away: nothing is left to decide.")
