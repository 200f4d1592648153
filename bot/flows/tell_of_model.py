"""Tells each seller that a language model is switched on, before anything of theirs goes there.

Rule 2 allows three kinds of unasked message, and this is none of them: so it is a line in the next
morning note or digest, and stands in Home and in the answer to `/alongside status`. Nothing of a
person is sent before one of these reached them.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.letters import DigestLine, DigestLineKind, ModelLine
from bot.domain.people import Person
from bot.store.model_switches import ModelSwitch
from bot.store.store import Store


def is_told(store: Store, person: Person, switch: ModelSwitch) -> bool:
    """Whether they saw it: by a press or command of theirs, or in a letter that arrived."""
    if store.model_switches.has_seen(person.id, switch.id):
        return True
    return bool(store.nudges.naming(person.id, switch.id))


def model_line(store: Store, person: Person) -> ModelLine | None:
    """The line for a morning note; None where there is nothing to tell, or it was told."""
    switch = store.model_switches.latest()
    if switch is None or not switch.is_on or not person.preferences.uses_model:
        return None
    if is_told(store, person, switch):
        return None
    return ModelLine(switch.id, switch.host, store.people.get_or_stranger(switch.by_id).name)


def model_digest_line(store: Store, person: Person) -> DigestLine | None:
    """The same for a digest."""
    line = model_line(store, person)
    if line is None:
        return None
    values = {"host": line.host, "by": line.by}
    return DigestLine(DigestLineKind.MODEL_ON, values, line.switch_id)


def saw(store: Store, person: Person, now: datetime) -> None:
    """They were shown it by their own press or command."""
    switch = store.model_switches.latest()
    if switch is not None and switch.is_on:
        store.model_switches.tell(person.id, switch.id, now)
