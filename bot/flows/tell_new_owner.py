"""Who owns a client from now on gets a short letter of its facts and promises."""

from __future__ import annotations

from datetime import datetime

from bot.domain.client_letters import ClientLetter, PromisedThem
from bot.domain.client_people import person_line
from bot.domain.people import Person
from bot.domain.vocabulary import NudgeKind
from bot.flows.client_card import client_card
from bot.ports import Address
from bot.store.clients import Client
from bot.store.store import Store


def tell_new_owner(store: Store, person: Person, client: Client, key: str, now: datetime) -> None:
    """They asked for it by taking the client, so it comes at once and counts in no cap."""
    store.nudges.plan(
        f"new_owner:{key}",
        Address(store.team_id, person.id),
        NudgeKind.REPLY,
        client_letter(store, person, client, now),
        now,
        person_id=person.id,
        client_id=client.id,
        is_asked_for=True,
    )


def client_letter(store: Store, person: Person, client: Client, now: datetime) -> ClientLetter:
    """The facts as they stand; never what anybody answered for themselves."""
    card = client_card(store, person, client, now)
    word, gave = card.last_word, card.last_gave
    promises = store.promises.open_for(store.clients.family(client.id))
    return ClientLetter(
        client_id=client.id,
        client=client.name,
        goal=card.goal.words if card.goal else None,
        goal_by=card.goal.said_by if card.goal else None,
        goal_on=card.goal.said_on if card.goal else None,
        measure=card.goal.measure if card.goal else None,
        problems=tuple(one.words for one in card.problems),
        promises=tuple(
            PromisedThem(
                one.id,
                one.words,
                one.due_on,
                None
                if one.owner_id == person.id
                else store.people.get_or_stranger(one.owner_id).name,
            )
            for one in promises
        ),
        people=(*(person_line(one) for one in card.people), *card.said_of_people),
        word_on=word.on if word else None,
        word_by=word.by if word else None,
        word_way=word.way if word else None,
        gave_on=gave.on if gave else None,
        gave_what=gave.what if gave else None,
        asked_since=card.asked_since,
        dates=card.dates,
    )
