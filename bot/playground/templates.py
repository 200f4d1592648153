"""Posts as other apps write them, with clients of our own invention, to try Alongside on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.playground.shown import Message
from bot.playground.state import Channel, Json
from bot.playground.town import Town


@dataclass(frozen=True, slots=True)
class Template:
    """One example: what the menu calls it, and how it is posted."""

    id: str
    label: str
    post: Callable[[Town, Channel], Message]


def app_templates() -> dict[str, Template]:
    """All examples by id, in the order of the menu."""
    listed = (
        Template("hubspot_deal", "HubSpot: a deal moved", _hubspot_deal),
        Template("salesforce_stage", "Salesforce: an opportunity changed", _salesforce_stage),
        Template("crm_won", "CRM card: a deal was won", _crm_won),
        Template("zoom_ended", "Zoom: a call has ended", _zoom_ended),
        Template("calendar_soon", "Google Calendar: a meeting is near", _calendar_soon),
        Template("recap", "Notetaker: a meeting's recap", _recap),
        Template("zapier_form", "Zapier: somebody asked for news (not a deal)", _zapier_form),
    )
    return {template.id: template for template in listed}


def _hubspot_deal(town: Town, place: Channel) -> Message:
    lines = (
        "*Deal name*: Delmar Foods - pilot in two branches\n"
        "*Deal stage*: Proposal sent\n*Amount*: €42,000\n*Deal owner*: Ada Brandt\n"
        "*Next step*: They want to stop recounting stock two mornings a week"
    )
    attachment: Json = {"fallback": lines, "text": lines, "color": "#ff7a59"}
    return town.app_posts(place, username="HubSpot", attachments=[attachment])


def _salesforce_stage(town: Town, place: Channel) -> Message:
    text = (
        "The following opportunity has changed:\nOsprey Rail - timetable desk\n"
        "New Stage: *Negotiation*"
    )
    return town.app_posts(place, text, username="Salesforce")


def _crm_won(town: Town, place: Channel) -> Message:
    fields = (
        "*Client:*\nHalden Ferries",
        "*Amount:*\n€61,500",
        "*Owner:*\nAda Brandt",
        "*Stage:*\nWon",
    )
    blocks: list[Json] = [
        {"type": "header", "text": {"type": "plain_text", "text": "Deal won: Halden Ferries"}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": field} for field in fields]},
    ]
    return town.app_posts(place, username="CRM", blocks=blocks, subtype="bot_message")


def _zoom_ended(town: Town, place: Channel) -> Message:
    """Zoom posts the call, and edits its own message when the call is over."""
    now = town.ground.now_s()
    call: Json = {
        "app_id": "A5GE9BMQC",
        "name": "Gira Hospitals: night shift review",
        "display_id": "871-4412-9036",
        "join_url": "https://zoom.example/j/87144129036",
        "date_start": now - 45 * 60,
        "date_end": 0,
        "has_ended": False,
    }
    said = town.app_posts(
        place, username="Zoom", app_id="A5GE9BMQC", subtype=None, blocks=[_call_block(call)]
    )
    over = {**call, "date_end": now, "has_ended": True}
    return town.app_edits(said, blocks=[{**said.blocks[0], **_call_block(over)}])


def _calendar_soon(town: Town, place: Channel) -> Message:
    starts_at = town.ground.clock.now().astimezone(UTC) + timedelta(minutes=10)
    ends_at = starts_at + timedelta(minutes=45)
    text = (
        ":calendar: _10 minutes until this event:_\n"
        f"{_time_token(starts_at)} - {_time_token(ends_at)} Gira Hospitals: pilot review "
        "*Guests:* <mailto:ada@meridian.example|Ada Brandt> _(organizer)_, "
        "<mailto:jo@gira.example|Jo Lindqvist>"
    )
    return town.app_posts(place, text, username="Google Calendar", app_id="ADZ494LHY")


def _recap(town: Town, place: Channel) -> Message:
    """The summary is the parent; the notes hang under it, as recap bots do it."""
    text = (
        "Your meeting recap - Delmar Foods weekly\n"
        "*Host:* Ada Brandt\n*Participants:* ada@meridian.example, lina@delmar.example\n"
        "*Overview:* Lina said they lose two mornings a week to recounting stock and want both "
        "branches free of it by autumn. She decides together with the head of logistics.\n"
        "*Action items:*\n*Ada Brandt*\n• Send the pilot report by Thursday\n"
        "*Lina*\n• Share the stock figures of Lyon"
    )
    parent = town.app_posts(place, text, username="Notetaker", app_id="A0NOTETAKER")
    town.app_posts(
        place,
        "Notes: the Lyon branch counts by hand; the scanner trial was stopped in March.",
        username="Notetaker",
        app_id="A0NOTETAKER",
        thread=parent,
    )
    return parent


def _zapier_form(town: Town, place: Channel) -> Message:
    text = "New sign-up for the newsletter: kim@orchard.example (via the website's footer)"
    return town.app_posts(place, text, username="Website form", app_id="A024R9PQM")


def _call_block(call: Json) -> Json:
    return {
        "type": "call",
        "call_id": "R0GIRAREVIEW",
        "api_decoration_available": False,
        "call": {"v1": call},
    }


def _time_token(at: datetime) -> str:
    return f"<!date^{int(at.timestamp())}^{{time}}|{at:%H:%M}>"
