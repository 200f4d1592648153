"""Groups and who leads them, set by an admin."""

from __future__ import annotations

from bot.domain.groups import Group
from bot.errors import TellUser
from bot.flows.set_groups import groups_to_set, remove_group, save_group
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn, modal_of
from bot.slack.presses import Act
from bot.slack.views import group_form

_FIELDS = {"group_in_itself": "part"}


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.GROUPS] = open_list
    doors.presses[Act.GROUP_EDIT] = edit
    doors.presses[Act.GROUP_REMOVE] = remove
    doors.forms[group_form.CALLBACK] = save


def groups_words(visit: Visit, words: str) -> Open:  # noqa: ARG001 - one shape for all verbs
    """`/alongside groups`."""
    return Open(_list(visit))


def open_list(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """From Home's settings."""
    return Open(_list(visit))


def edit(visit: Visit, pressed: PressIn) -> After:
    """One group in a form; without a name of one it is a new one."""
    groups = groups_to_set(visit.store, visit.person)
    known = {group.id: (group, members) for group, members in groups}
    blank: tuple[Group, tuple[str, ...]] = (Group("", "", None), ())
    group, members = known.get(pressed.press.ref, blank)
    others = [one for one, _members in groups]
    return Open(group_form.group_form(group, members, others), modal_of(pressed))


def remove(visit: Visit, pressed: PressIn) -> After:
    """It is gone, and the list shows it."""
    remove_group(visit.store, visit.person, pressed.press.ref, visit.now)
    return Open(_list(visit), modal_of(pressed))


def save(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """The group, or a word under the field that is wrong."""
    group, members = group_form.read_group_form(submitted.view)
    try:
        save_group(visit.store, visit.person, group, members, visit.now)
    except TellUser as error:
        return Errors({_FIELDS.get(error.code, "name"): error.code}, error.values)
    return None


def _list(visit: Visit) -> dict[str, object]:
    return group_form.group_list(groups_to_set(visit.store, visit.person))
