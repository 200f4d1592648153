"""`/followups`: whom one keeps, and how often each deserves to hear from us."""

from __future__ import annotations

import re

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.compose_home import client_rows
from bot.flows.find_client import client_said
from bot.flows.join import join
from bot.flows.set_cadence import set_cadence, stop_cadence
from bot.reading.spans import read_cadence
from bot.slack.doors import Doors, Open, Say, Visit
from bot.slack.payloads import CommandIn
from bot.slack.views.followups import followups
from bot.slack.views.reply import reply_message

_CADENCE = re.compile(
    r"(?P<name>.{1,200}?)[\s:,]+(?P<cadence>(?:every|alle|tou(?:te)?s|cada|elke)\b.{1,200})",
    re.IGNORECASE,
)
_OFF = re.compile(r"(?P<name>.{1,200}?)\s+(?:off|aus|stop)", re.IGNORECASE)


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.commands["followups"] = command


def command(visit: Visit, ran: CommandIn, words: str) -> Say | Open:  # noqa: ARG001
    """`/followups`, `/followups Acme every 6 weeks, at worst 10`, `/followups Acme off`."""
    if words.lower() == "help":
        return Say(reply_message(Reply("help_followups"), ""))
    if not words or words.lower() == "list":
        return Say(followups(client_rows(visit.store, visit.person)))
    off = _OFF.fullmatch(words)
    if off is not None:
        client = client_said(visit.store, off["name"])
        return Say(reply_message(stop_cadence(visit.store, visit.person, client), ""))
    found = _CADENCE.fullmatch(words)
    cadence = read_cadence(found["cadence"]) if found else None
    if found is None or cadence is None:
        raise TellUser("bad_cadence")
    client = client_said(visit.store, found["name"])
    if not visit.person.is_reachable:
        join(visit.store, visit.person, visit.now)
    ideal, worst = cadence
    said = set_cadence(visit.store, visit.person, client, ideal, worst, visit.now)
    return Say(reply_message(said, ""))
