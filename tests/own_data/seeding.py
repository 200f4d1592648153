"""A seller with something in every corner, and what of it stands where."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.privacy.test_the_sellers_own import fill_in_everything
from tests.world import World

LEARNED = "siennamarker"
PLAN = "madderlake"
OWN = ("ochremarker", LEARNED, "umbermarker", PLAN)


def has_sold(world: World) -> World:
    """Ada kept clients, promised, answered, was offered something, and is asked by a colleague."""
    ada = world.ada
    world.has_joined(world.ben)
    ada.runs("/client add Gira: fewer callouts at night")
    ada.runs("/followups Gira every 6 weeks, at worst 10")
    ada.runs("/promise Gira: pilot report by Friday")
    ada.runs("/alongside away 3 June to 14 June")
    ada.runs("/reflect Gira")
    world.works()
    question = next(one for one in reversed(ada.dm_messages()) if "Why this?" in one.labels)
    for label in question.labels:
        ada.presses(question, label)
        if ada.modal is not None:
            break
    fill_in_everything(ada)
    ada.posts("#deals", "Met with Delmar Foods today. I will send the cobalt offer by Thursday.")
    world.passes(hours=2)
    world.ben.runs("/promise Gira: price list by Friday")
    world.ben.presses(world.ben.runs("/promise list").message, "Hand over")
    assert world.ben.submits(colleague=ada.id) is None
    world.works()
    return world


def files_in(member: Member) -> list[dict[str, Any]]:
    """The files that were sent to this person."""
    return [file for one in member.dm_messages() for file in one.raw.get("files") or []]


def unpacked(world: World, file: dict[str, Any]) -> dict[str, Any]:
    """Each entry of a file: rows of JSON, and lines of CSV."""
    content = world.town.team.files[file["id"]].content
    entries: dict[str, Any] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            text = packed.read(name).decode("utf-8-sig")
            is_json = name.endswith(".json")
            entries[name] = json.loads(text) if is_json else list(csv.DictReader(io.StringIO(text)))
    return entries


def from_app(member: Member) -> list[Message]:
    return [one for one in member.dm_messages() if one.is_from_app]
