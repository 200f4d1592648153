"""What everybody may see of the team: figures of groups, who leads which, and the team hour."""

from __future__ import annotations

from datetime import datetime

from bot.domain.groups import WORKSPACE
from bot.domain.people import Person
from bot.domain.team_view import BroughtClient, GroupSeen, TeamView
from bot.errors import TellUser
from bot.flows.gather import current_goal
from bot.store.store import Store

MOST_GROUPS = 12
MOST_BROUGHT = 10


def team_view(store: Store, minimum: int) -> TeamView:
    """Takes no person: whoever asks sees the same."""
    quarter = store.group_quarters.latest()
    written = {one.group_id: one for one in store.group_quarters.of(quarter)} if quarter else {}
    groups = store.groups.all()
    seen = [
        GroupSeen(group.name, group.lead_id, written.get(group.id))
        for group in groups[:MOST_GROUPS]
    ]
    more = max(0, len(groups) - MOST_GROUPS)
    return TeamView(minimum, quarter, written.get(WORKSPACE), tuple(seen), more)


def lead_of(store: Store, person: Person) -> str | None:
    """The id of whoever leads the group that a person is in, so that they know it."""
    group_id = store.groups.group_of(person.id)
    group = next((one for one in store.groups.all() if one.id == group_id), None)
    return group.lead_id if group is not None else None


def team_hour(store: Store, person: Person) -> list[BroughtClient]:
    """Clients that sellers chose to bring; of each only its goal and its open problem."""
    brought = store.team_hours.all()
    clients = store.clients.resolve(one.client_id for one in brought)
    found = []
    for one in brought:
        client = clients.get(one.client_id)
        if client is None or client.archived_at is not None:
            continue
        goal = current_goal(store, client.id)
        problem = store.goals.open_problem(store.clients.family(client.id))
        found.append(
            BroughtClient(
                client.id,
                client.name,
                goal.words if goal else None,
                problem[0] if problem else None,
                _name(store, one.person_id) or "",
                one.person_id == person.id,
            )
        )
    return found[:MOST_BROUGHT]


def bring_client(store: Store, person: Person, client_id: str, now: datetime) -> str:
    """Their own choice, for a client that they keep; says its name."""
    client = store.clients.get(client_id)
    if client is None:
        raise TellUser("gone")
    if not any(keep.person_id == person.id for keep in store.clients.keepers(client.id)):
        raise TellUser("not_kept_to_bring", name=client.name)
    if not store.team_hours.bring(client.id, person.id, now):
        raise TellUser("brought_already", name=client.name)
    return client.name


def take_client_back(store: Store, person: Person, client_id: str) -> None:
    """No longer in the team hour; only whoever brought it can do that."""
    if not store.team_hours.take_back(client_id, person.id):
        raise TellUser("gone")


def _name(store: Store, person_id: str | None) -> str | None:
    return store.people.get_or_stranger(person_id).name or None if person_id else None
