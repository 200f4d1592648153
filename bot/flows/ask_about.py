"""Notes what the language model may be asked about: where a text stands, never the text.

The worker asks later. Whose words may go at all is decided here once more for each of them: an
admin switched it on for this very host, the person joined, was told, and did not keep theirs out.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.people import Person
from bot.domain.prompt import Prompt
from bot.flows.noted import Noted
from bot.flows.places import PostRef
from bot.flows.tell_of_model import is_told
from bot.store.model_switches import ModelSwitch
from bot.store.noticed import NoticedOutcome
from bot.store.nudge import Nudge
from bot.store.store import Store

POST_MATTERS_FOR = timedelta(hours=12)
ANSWER_MATTERS_FOR = timedelta(minutes=5)
"""A further question belongs to the talk that is going on."""
TAKEN_IN = frozenset({NoticedOutcome.NOTED, NoticedOutcome.KNOWN_ALREADY})
"""A second post about the same meeting is no news, yet may hold a promise."""
ABOUT_CLIENT = frozenset({"goal", "measure", "problem", "people"})
"""Answers that go on the client's record. What is the person's own never leaves."""


def ask_about_post(store: Store, host: str, noted: Noted, post: PostRef, now: datetime) -> None:
    """A post that a person wrote, that is about a client, and that is asked about with its author.

    What an app posts is read by the rules alone.
    """
    if noted.outcome not in TAKEN_IN or post.author_id is None:
        return
    if noted.asked_id != post.author_id:
        return
    person = store.people.get(post.author_id)
    if person is not None and may_send(store, person, host):
        store.model_asks.about_post(
            person.id, post.channel_id, post.ts, now, now + POST_MATTERS_FOR
        )


def ask_about_answer(
    store: Store, person: Person, nudge: Nudge, prompt: Prompt, now: datetime
) -> None:
    """An answer that went on a client's record; at most two turns, so none about a second one."""
    if nudge.client_id is None or prompt.records not in ABOUT_CLIENT:
        return
    switch = store.model_switches.latest()
    if switch is not None and may_send(store, person, switch.host, switch):
        store.model_asks.about_answer(person.id, nudge.id, now, now + ANSWER_MATTERS_FOR)


def may_send(store: Store, person: Person, host: str, switch: ModelSwitch | None = None) -> bool:
    """Whether words of this person may go to this host."""
    if not person.is_reachable or not person.preferences.uses_model:
        return False
    switch = switch or store.model_switches.latest()
    if switch is None or not switch.is_on or switch.host != host:
        return False
    return is_told(store, person, switch)
