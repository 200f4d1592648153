"""An admin switches the language model on or off; a seller keeps theirs out, or lets it in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.letters import Reply
from bot.domain.model_help import ModelSeen
from bot.domain.people import Person
from bot.domain.vocabulary import AdminAct
from bot.errors import TellUser
from bot.flows.admins import is_admin, must_be_admin, note_act
from bot.flows.mark_line import with_line
from bot.flows.tell_of_model import is_told, saw
from bot.ports import LanguageModel
from bot.services import Services
from bot.store.store import Store

_OUTCOMES_OF = timedelta(days=7)


def preview_model(store: Store, model: LanguageModel | None, person: Person) -> Reply:
    """What an admin would agree to, before they do."""
    must_be_admin(store, person)
    model = _set_up(model)
    return Reply(
        "model_preview",
        {"host": model.host, "name": model.name, "calls": str(model.calls_per_day)},
    )


def switch_model_on(
    store: Store, model: LanguageModel | None, person: Person, host: str, now: datetime
) -> Reply:
    """For the host that the preview named and for no other; sellers are told before it is used."""
    must_be_admin(store, person)
    model = _set_up(model)
    if host != model.host:
        raise TellUser("model_moved")
    before = store.model_switches.latest()
    if before is None or not before.is_on or before.host != host:
        store.model_switches.turn(person.id, host, now, is_on=True)
        note_act(store, person, AdminAct.MODEL_ON, now, host)
        # Who switches it on has read what it does.
        saw(store, person, now)
        _homes_changed(store)
    return Reply("model_on", {"host": host})


def switch_model_off(store: Store, person: Person, now: datetime) -> Reply:
    """From this moment on nothing more is sent."""
    must_be_admin(store, person)
    before = store.model_switches.latest()
    if before is not None and before.is_on:
        store.model_switches.turn(person.id, before.host, now, is_on=False)
        note_act(store, person, AdminAct.MODEL_OFF, now, before.host)
        store.model_asks.drop_waiting()
        _homes_changed(store)
    return Reply("model_off")


def let_model_in(store: Store, person: Person, now: datetime, *, is_mine: bool) -> Reply:
    """A seller's own word on their own posts and answers."""
    if not person.is_reachable:
        raise TellUser("not_joined")
    store.people.set_preferences(person.id, replace(person.preferences, uses_model=is_mine))
    saw(store, person, now)
    code = "model_mine" if is_mine else "model_not_mine"
    switch = store.model_switches.latest()
    if switch is not None:
        for nudge in store.nudges.naming(person.id, switch.id):
            store.nudges.show(nudge.id, with_line(nudge, switch.id, code))
    return Reply(code)


def tell_model(services: Services, store: Store, person: Person, now: datetime) -> Reply:
    """How things stand, to whoever asks; being shown it counts as being told."""
    seen = model_seen(store, services.model, person, services.clock.machine(), now)
    if seen is None or not seen.is_on:
        return Reply("model_is_off")
    if person.is_reachable:
        saw(store, person, now)
    values = {"host": seen.host, "by": seen.by, "mine": "yes" if seen.is_mine else ""}
    if seen.on_at is not None:
        values["on_at"] = seen.on_at.isoformat()
    return Reply("model_is_on", values)


def model_seen(
    store: Store, model: LanguageModel | None, person: Person, machine: datetime, now: datetime
) -> ModelSeen | None:
    """What Home and commands show of it; None where the settings name none."""
    if model is None:
        return None
    switch = store.model_switches.latest()
    is_on = switch is not None and switch.is_on and switch.host == model.host
    seen = ModelSeen(model.host, model.name, is_on, is_mine=person.preferences.uses_model)
    if switch is not None and is_on:
        seen = replace(
            seen,
            by=store.people.get_or_stranger(switch.by_id).name,
            on_at=switch.at,
            is_told=is_told(store, person, switch),
        )
    if not is_admin(store, person):
        return seen
    return replace(
        seen,
        calls_today=store.model_asks.calls_on(machine.astimezone(UTC).date()),
        calls_per_day=model.calls_per_day,
        outcomes=store.model_asks.outcomes(now - _OUTCOMES_OF),
    )


def _set_up(model: LanguageModel | None) -> LanguageModel:
    if model is None:
        raise TellUser("model_not_set")
    return model


def _homes_changed(store: Store) -> None:
    for one in store.people.joined():
        store.people.home_changed(one.id)
