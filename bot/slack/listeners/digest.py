"""`/digest`: now, at another day and hour, or off."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.join import join
from bot.flows.send_digest import digest_now, set_digest
from bot.reading.slots import read_slot
from bot.slack.doors import Doors, Open, Say, Visit
from bot.slack.payloads import CommandIn
from bot.slack.views.reply import reply_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["digest"] = command


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/digest now`, `/digest Thursday 16:00`, `/digest off`."""
    said = words.lower()
    if said == "help":
        return Say(reply_message(Reply("help_digest"), ""))
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    if said in ("", "now"):
        return Say(reply_message(Reply(_now(visit)), ""))
    if said == "off":
        return Say(reply_message(set_digest(visit.store, visit.person, None, None, visit.now), ""))
    slot = read_slot(words)
    if slot is None:
        raise TellUser("bad_slot")
    return Say(reply_message(set_digest(visit.store, visit.person, *slot, visit.now), ""))


def _now(visit: Visit) -> str:
    was_written = digest_now(
        visit.store,
        visit.services.catalogue_of(visit.store),
        visit.person,
        visit.key,
        visit.now,
        visit.services.holidays_of,
    )
    return "digest_sent" if was_written else "digest_empty"
