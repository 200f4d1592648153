"""All that one person can get to see, and all that stands in the database."""

from __future__ import annotations

from bot.playground.member import Member
from bot.store.tables import metadata
from tests.world import World

COMMANDS = (
    "/alongside help",
    "/alongside status",
    "/alongside why",
    "/alongside settings",
    "/alongside ada",
    "/client list",
    "/client show Gira",
    "/prep Gira",
    "/promise list",
    "/promise",
    "/followups",
    "/digest now",
    "/reflect Gira",
)


def everything_seen_by(world: World, member: Member) -> str:
    """Each command, tab, list, card, form, channel, direct message and ephemeral of this person."""
    seen: list[str] = []
    for typed in COMMANDS:
        seen.append(member.runs(typed).words)
        seen += _modal_of(member)
    world.works()
    member.opens_home()
    world.works()
    home = member.home
    assert home is not None
    seen.append(home.words)
    for button in home.buttons:
        if button.label not in ("Pause", "Leave"):
            member.presses(home, button.label, action_id=button.action_id)
            seen += _modal_of(member)
    world.passes(days=4)
    for name in ("#deals", "#customer-calls", "#random"):
        seen += [one.words for one in (*member.sees(name), *member.ephemerals(name))]
    seen += [one.words for one in (*member.dm_messages(), *member.ephemerals(member.dm()))]
    seen.append(member.home.words if member.home else "")
    return "\n".join(seen)


def _modal_of(member: Member) -> list[str]:
    """What a form shows, with what it is filled with; it is closed again."""
    modal = member.modal
    if modal is None:
        return []
    member.closes_modal(everything=True)
    return [modal.words, str(modal.raw)]


def everything_stored(world: World) -> str:
    """Every row of every table, as text."""
    with world.database.engine.connect() as connection:
        return "\n".join(
            f"{table.name} {tuple(row)}"
            for table in metadata.sorted_tables
            for row in connection.execute(table.select())
        )
