"""Somebody writes to Alongside: an answer is taken, anything else gets a helpful word."""

from __future__ import annotations

from bot.flows.receive_file import receive_files
from bot.flows.talk import receive_words
from bot.services import Services
from bot.slack.doors import Doors
from bot.slack.payloads import EventIn, MessageIn
from bot.slack.sent_files import read_files
from bot.texts import speaking


def register(doors: Doors) -> None:
    """Direct messages come in by the door of all messages; see posts.py."""


def hear_direct_message(services: Services, event: EventIn, message: MessageIn) -> None:
    """Words of a person; edits, deletions and other apps are left alone."""
    if message.is_edit or message.is_deletion or message.bot_id or message.person is None:
        return
    if message.subtype not in (None, "file_share", "thread_broadcast"):
        return
    with services.transaction(event.team) as store:
        if not store.deliveries.is_new(event.event_id, services.clock.machine()):
            return
        person = store.people.get_or_stranger(message.person)
        files = [] if message.is_in_thread else read_files(message.message)
        # Words beside a picture are an answer as ever.
        if files and (not message.text or any(file.is_table for file in files)):
            receive_files(store, person, files, event.event_id, services.clock.now())
            return
        with speaking(person.locale):
            receive_words(
                store,
                services.catalogue_of(store),
                person,
                message.text,
                event.event_id,
                message.thread_ts if message.is_in_thread else None,
                message.channel,
                services.clock.now(),
                services.holidays_of,
            )
