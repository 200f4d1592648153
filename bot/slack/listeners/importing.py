"""Somebody presses a button under the preview of a file of clients."""

from __future__ import annotations

from bot.flows.settle_import import cancel_import, start_import, take_back_import
from bot.slack.doors import After, Doors, Visit
from bot.slack.payloads import PressIn
from bot.slack.presses import Act


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.IMPORT] = start
    doors.presses[Act.IMPORT_CANCEL] = cancel
    doors.presses[Act.IMPORT_TAKE_BACK] = take_back


def start(visit: Visit, pressed: PressIn) -> After:
    """Import; the message tells how far it is."""
    start_import(visit.store, visit.person, pressed.press.ref, visit.now)
    return None


def cancel(visit: Visit, pressed: PressIn) -> After:
    """Nothing of it is kept."""
    cancel_import(visit.store, visit.person, pressed.press.ref, visit.now)
    return None


def take_back(visit: Visit, pressed: PressIn) -> After:
    """What it added goes again."""
    take_back_import(visit.store, visit.person, pressed.press.ref, visit.now)
    return None
