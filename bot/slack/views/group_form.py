"""Groups in an admin's hands: the list of them, and one in a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.groups import WORKSPACE, Group
from bot.slack.escape import escape, plain
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context, menu, section
from bot.slack.views.fields import (
    choice,
    field,
    form,
    people_picker,
    person_picker,
    read_choice,
    read_note,
    read_people,
    read_person,
    read_typed,
    typed,
)
from bot.texts import _, ngettext

LIST, CALLBACK = "groups", "group"
MOST_NAME = 80
_MOST_SHOWN = 45
_WHOLE = "workspace"


def group_list(groups: Sequence[tuple[Group, tuple[str, ...]]]) -> dict[str, Any]:
    """Each group with Edit and Remove."""
    view = form(LIST, _("Groups"), "", _("Close"), {})
    del view["submit"]
    about = _(
        "A lead sees what everybody sees: figures of groups that are large enough. Each change "
        "here stands in `/alongside log`, and people read in Home who leads their group."
    )
    blocks: list[Block | None] = [context(about)]
    blocks += [_row(group, len(members)) for group, members in groups[:_MOST_SHOWN]]
    blocks.append(actions(button(_("Add a group"), Act.GROUP_EDIT, main=True)))
    return view | {"blocks": [block for block in blocks if block is not None]}


def _row(group: Group, count: int) -> Block:
    words = ngettext("*{name}*: {count} person", "*{name}*: {count} people", count)
    lines = ((_("Edit"), Act.GROUP_EDIT), (_("Remove"), Act.GROUP_REMOVE))
    said = words.format(name=escape(group.name, MOST_NAME), count=count)
    return section(said, menu(lines, ref=group.id))


def group_form(group: Group, members: Sequence[str], others: Sequence[Group]) -> dict[str, Any]:
    """Name, lead, people, and what it is part of."""
    view = form(CALLBACK, _("A group"), _("Save"), _("Cancel"), {"ref": group.id})
    parts = [(_WHOLE, _("The whole workspace"))]
    parts += [(one.id, plain(one.name) or "–") for one in others if one.id != group.id]
    return view | {
        "blocks": [
            field("name", _("Name"), typed(group.name, limit=MOST_NAME), needed=True),
            field("lead", _("Led by"), person_picker(group.lead_id)),
            field(
                "people",
                _("People"),
                people_picker(members),
                hint=_("Whoever is in another group leaves it: everybody is in one at most."),
            ),
            field("part", _("Part of"), choice(parts, group.parent_id or _WHOLE)),
        ]
    }


def read_group_form(view: Mapping[str, object]) -> tuple[Group, tuple[str, ...]]:
    """The group as it was filled in, and its people."""
    parent_id = read_choice(view, "part") or _WHOLE
    group = Group(
        read_note(view).get("ref", ""),
        plain(read_typed(view, "name") or "", MOST_NAME),
        read_person(view, "lead"),
        WORKSPACE if parent_id == _WHOLE else parent_id,
    )
    return group, read_people(view, "people")
