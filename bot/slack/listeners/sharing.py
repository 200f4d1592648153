"""A seller shares a brief: says with whom, sees what they will see, and presses Share."""

from __future__ import annotations

from bot.errors import TellUser
from bot.flows.change_plan import plan_of
from bot.flows.share_brief import (
    channels_to_share_in,
    copy_to_share,
    fingerprint,
    share_brief,
    where_to,
)
from bot.slack.doors import After, CloseAll, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views import share_form


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.BRIEF_SHARE] = open_form
    doors.forms[share_form.CALLBACK] = preview
    doors.forms[share_form.PREVIEW] = share


def open_form(visit: Visit, pressed: PressIn) -> After:
    """To which channel, or to whom."""
    row = plan_of(visit.store, visit.person, pressed.press.ref)
    channels = channels_to_share_in(visit.store, visit.person)
    choices = [(one.id, f"#{one.name or one.id}") for one in channels]
    return Open(share_form.share_form(row.id, choices))


def preview(visit: Visit, submitted: SubmissionIn) -> Errors | Open:
    """Nothing is sent yet: the copy is shown as it would be seen."""
    brief_id, channel_id, colleague_id = share_form.read_share_form(submitted.view)
    try:
        to = where_to(visit.store, visit.person, channel_id, colleague_id)
    except TellUser as error:
        return Errors({"colleague": error.code}, error.values)
    catalogue = visit.services.catalogue_of(visit.store)
    copy = copy_to_share(visit.store, catalogue, visit.person, brief_id, visit.now)
    note = {
        "ref": brief_id,
        "channel": to.channel_id or "",
        "colleague": to.colleague_id or "",
        "seen": fingerprint(copy),
    }
    return Open(share_form.share_preview(copy, to.name, note))


def share(visit: Visit, submitted: SubmissionIn) -> Errors | CloseAll:
    """Exactly what was previewed; where the record changed meanwhile it is previewed again."""
    note = share_form.read_share_preview(submitted.view)
    catalogue = visit.services.catalogue_of(visit.store)
    brief_id = note.get("ref", "")
    try:
        to = where_to(
            visit.store, visit.person, note.get("channel") or None, note.get("colleague") or None
        )
        copy = copy_to_share(visit.store, catalogue, visit.person, brief_id, visit.now)
        if fingerprint(copy) != note.get("seen"):
            return Errors({"": "share_changed"})
        share_brief(
            visit.store, visit.person, copy, to, visit.key, visit.now, visit.services.holidays_of
        )
    except TellUser as error:
        return Errors({"": error.code}, error.values)
    return CloseAll()
