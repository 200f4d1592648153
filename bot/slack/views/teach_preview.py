"""The second step of teaching: how the post is read now, and how the next ones will be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.shapes import Shape, Told, Way, Where
from bot.domain.vocabulary import DealEvent, PostKind
from bot.slack.escape import escape
from bot.slack.views.blocks import context, section
from bot.slack.views.fields import form, read_note
from bot.slack.views.reading_words import WHAT
from bot.slack.views.teach_form import Taught, place_words
from bot.texts import _

CALLBACK = "teach_preview"


def teach_preview(
    read: str, shape: Shape, taught: Taught, poster: str, channel: str
) -> dict[str, Any]:
    """What the post says when it is read so, and how the next ones will be."""
    chosen = {f"at_{told.value}": str(number) for told, number in taught.numbers.items()}
    note = {**taught.note, "what": taught.what, **chosen}
    if taught.client_words:
        note["client_words"] = taught.client_words
    view = form(CALLBACK, _("Teach Alongside"), _("Save"), _("Back"), note)
    return view | {
        "blocks": [
            section(_("Read this way, this post says:") + "\n" + read),
            section(next_ones(shape, poster, channel)),
            context(_("Save also reads this post again. `/alongside shapes` shows what I know.")),
        ]
    }


def read_teach_preview(view: Mapping[str, object]) -> Taught | None:
    """What was chosen in the first step; None for a form of another version."""
    note = read_note(view)
    what = note.get("what", "")
    if what not in WHAT or not note.get("post"):
        return None
    chosen = {told: note.get(f"at_{told.value}", "") for told in Told}
    numbers = {told: int(n) for told, n in chosen.items() if n.isascii() and n.isdecimal()}
    return Taught(what, numbers, note.get("client_words"), note)


def next_ones(shape: Shape, poster: str, channel: str) -> str:
    """How posts of this build are read: "Client is what follows ‘Kunde:’."."""
    who = escape(poster, 80) or _("people")
    where = escape(channel, 80)
    if shape.kind is PostKind.OTHER:
        return _("Posts by {who} in #{channel} that are built like this are left alone.").format(
            who=who, channel=where
        )
    what = WHAT[shape.event.value if shape.event else shape.kind.value]()
    lines = [
        _("Posts by {who} in #{channel} that are built like this: *{what}*.").format(
            who=who, channel=where, what=what
        )
    ]
    names = {
        Told.CLIENT: _("Client"),
        Told.STAGE: _("Stage"),
        Told.AMOUNT: _("Amount"),
        Told.DAY: _("Day"),
        Told.OWNER: _("Owner"),
    }
    lines += [
        f"• {_is_where(names[told], shape.wheres[told])}" for told in Told if told in shape.wheres
    ]
    if shape.event in (DealEvent.WON, DealEvent.LOST) and Told.STAGE in shape.wheres:
        lines.append(_("At another stage than this post’s, I go by what that stage is called."))
    return "\n".join(lines)


def _is_where(name: str, where: Where) -> str:
    place = escape(place_words(where), 100)
    if where.way is Way.LABEL and where.piece is None:
        return _("{name} is what follows ‘{place}:’").format(name=name, place=place)
    return _("{name}: {place}").format(name=name, place=place)
