"""The language model: an admin looks at what it would do and switches it; a seller keeps out."""

from __future__ import annotations

from bot.errors import TellUser
from bot.flows.switch_model import (
    let_model_in,
    preview_model,
    switch_model_off,
    switch_model_on,
    tell_model,
)
from bot.slack.doors import After, Doors, Say, Visit
from bot.slack.payloads import PressIn
from bot.slack.presses import Act
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.MODEL_PREVIEW] = preview
    doors.presses[Act.MODEL_ON] = press_on
    doors.presses[Act.MODEL_OFF] = press_off
    doors.presses[Act.MODEL_MINE] = mine
    doors.presses[Act.MODEL_NOT_MINE] = not_mine


def model_words(visit: Visit, words: str) -> Say:
    """`/alongside model`: how things stand; `on` and `off` for an admin; `mine`, `not mine`."""
    said = " ".join(words.lower().split())
    store, person, now = visit.store, visit.person, visit.now
    match said:
        case "":
            reply = tell_model(visit.services, store, person, now)
        case "on":
            # Shown first, switched on by the press below it.
            reply = preview_model(store, visit.services.model, person)
        case "off":
            reply = switch_model_off(store, person, now)
        case "mine":
            reply = let_model_in(store, person, now, is_mine=True)
        case "not mine":
            reply = let_model_in(store, person, now, is_mine=False)
        case _:
            raise TellUser("bad_model_words")
    return Say(reply_message(reply, ""))


def preview(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """What it would do, with the switch below."""
    return Say(reply_message(preview_model(visit.store, visit.services.model, visit.person), ""))


def press_on(visit: Visit, pressed: PressIn) -> After:
    """For the host that stood in the preview."""
    said = switch_model_on(
        visit.store, visit.services.model, visit.person, pressed.press.ref, visit.now
    )
    return Say(reply_message(said, ""), replaces=pressed.is_ephemeral)


def press_off(visit: Visit, pressed: PressIn) -> After:
    """At once."""
    said = switch_model_off(visit.store, visit.person, visit.now)
    return None if pressed.in_home else Say(reply_message(said, ""))


def mine(visit: Visit, pressed: PressIn) -> After:
    """They were told, and let theirs in."""
    return _let_in(visit, pressed, is_mine=True)


def not_mine(visit: Visit, pressed: PressIn) -> After:
    """Nothing of theirs is sent."""
    return _let_in(visit, pressed, is_mine=False)


def _let_in(visit: Visit, pressed: PressIn, *, is_mine: bool) -> After:
    said = let_model_in(visit.store, visit.person, visit.now, is_mine=is_mine)
    return None if pressed.in_home else Say(reply_message(said, ""))
