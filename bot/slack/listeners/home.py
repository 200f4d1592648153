"""Somebody opens their Home tab."""

from __future__ import annotations

from bot.services import Services
from bot.slack.doors import Doors
from bot.slack.payloads import EventIn, read_person


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.events["app_home_opened"] = opened


def opened(services: Services, event: EventIn) -> None:
    """Home is shown by the worker's next tick; opening it writes no more than that it is open."""
    person_id = read_person(event.event)
    if person_id is None or event.event.get("tab") == "messages":
        return
    with services.transaction(event.team) as store:
        store.people.set(person_id, is_home_open=True, is_home_stale=True)
