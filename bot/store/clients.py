"""Clients: the names they go by, who keeps them, and what a merge made one of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, Select, bindparam, delete, select

from bot.domain.names import client_key
from bot.store.ids import new_id
from bot.store.noun import OF_TEAM, Noun, starting_with
from bot.store.tables import client_names, clients, keeps, people

_MERGES_DEEP = 20
"""More merges in a row than anybody makes; a bound, so that a loop in the data ends."""


@dataclass(frozen=True, slots=True)
class Client:
    """An organisation we sell to, after merges."""

    id: str
    name: str
    ideal_days: int | None = None
    worst_days: int | None = None
    archived_at: datetime | None = None
    """Since when it is in no list and nobody is asked about it; its promises come back still."""


@dataclass(frozen=True, slots=True)
class Keep:
    """One person chose to keep one client: from then on a cadence runs."""

    client: Client
    person_id: str
    clock_starts_on: date
    is_told_before: bool
    offered_to: str | None = None
    """The colleague who is asked to take it over; it stays who keeps it until they do."""


_COLUMNS = (
    clients.c.id,
    clients.c.name,
    clients.c.merged_into,
    clients.c.ideal_days,
    clients.c.worst_days,
    clients.c.archived_at,
)
_OF_CLIENTS: BindParameter[Any] = bindparam("of_clients", expanding=True)
_GET = select(*_COLUMNS).where(clients.c.team_id == OF_TEAM, clients.c.id.in_(_OF_CLIENTS))
_MERGED_INTO = select(clients.c.id).where(
    clients.c.team_id == OF_TEAM, clients.c.merged_into.in_(_OF_CLIENTS)
)
_MERGED = select(clients.c.id, clients.c.merged_into).where(
    clients.c.team_id == OF_TEAM, clients.c.merged_into.is_not(None)
)
_NAMES = (
    select(*_COLUMNS)
    .join_from(
        client_names,
        clients,
        (clients.c.team_id == client_names.c.team_id) & (clients.c.id == client_names.c.client_id),
    )
    .where(client_names.c.team_id == OF_TEAM)
)
_NAMED = _NAMES.where(client_names.c.key == bindparam("of_key"))
_NAME_STARTS = _NAMES.where(client_names.c.key.like(bindparam("of_start"), escape="\\"))

_KEPT_BY = select(keeps).where(
    keeps.c.team_id == OF_TEAM, keeps.c.person_id == bindparam("of_person")
)
_KEPT_BY_DEACTIVATED = select(keeps).where(
    keeps.c.team_id == OF_TEAM,
    keeps.c.person_id.in_(
        select(people.c.id).where(people.c.team_id == OF_TEAM, people.c.deactivated_at.is_not(None))
    ),
)
_KEEPS_OF = select(keeps).where(keeps.c.team_id == OF_TEAM, keeps.c.client_id.in_(_OF_CLIENTS))


class Clients(Noun):
    """The root of the record. A merged client stands for the one it was merged into."""

    def named(self, name: str) -> list[Client]:
        """Every client that this name can mean; more than one means: ask.

        Who goes by just this name comes first; else those whose name begins with it ("Acme" for
        "Acme Robotics").
        """
        return self.named_exactly(name) or self.named_longer(name)

    def named_exactly(self, name: str) -> list[Client]:
        """Every client that goes by just this name, however it is written."""
        return self._with_names(_NAMED, of_key=client_key(name)[:200])

    def named_longer(self, name: str) -> list[Client]:
        """Every client whose name begins with this one and goes on."""
        return self._with_names(_NAME_STARTS, of_start=starting_with(f"{client_key(name)} "))

    def _with_names(self, statement: Select[Any], **values: str) -> list[Client]:
        rows = self._rows(statement, **values)
        found = {row.id: _client(row) for row in rows if not row.merged_into}
        found |= self.resolve(row.id for row in rows if row.merged_into)
        return sorted({client.id: client for client in found.values()}.values(), key=_by_name)

    def get(self, client_id: str) -> Client | None:
        return self.resolve([client_id]).get(client_id)

    def resolve(self, ids: Iterable[str]) -> dict[str, Client]:
        """What each id stands for today: itself, or the client it was merged into."""
        wanted = {client_id: client_id for client_id in ids}
        found: dict[str, Client] = {}
        for _ in range(_MERGES_DEEP):
            if not wanted:
                break
            found_rows = self._rows(_GET, of_clients=list(set(wanted.values())))
            rows = {row.id: row for row in found_rows}
            further: dict[str, str] = {}
            for asked, standing in wanted.items():
                row = rows.get(standing)
                if row is None:
                    continue
                if row.merged_into:
                    further[asked] = row.merged_into
                else:
                    found[asked] = _client(row)
            wanted = further
        return found

    def family(self, client_id: str) -> list[str]:
        """The id and all that were merged into it: whose rows make up one record."""
        known = [client_id]
        fresh = [client_id]
        for _ in range(_MERGES_DEEP):
            rows = self._rows(_MERGED_INTO, of_clients=fresh)
            fresh = [row.id for row in rows if row.id not in known]
            if not fresh:
                break
            known += fresh
        return known

    def families(self, client_ids: Iterable[str]) -> dict[str, list[str]]:
        """The same of many clients at once."""
        children: dict[str, list[str]] = {}
        for row in self._rows(_MERGED):
            children.setdefault(row.merged_into, []).append(row.id)
        found = {}
        for client_id in client_ids:
            family = [client_id]
            for one in family:  # grows while it is walked
                family += [each for each in children.get(one, ()) if each not in family]
            found[client_id] = family
        return found

    def add(self, name: str, at: datetime) -> Client:
        """A new client by this name; if another transaction was quicker, the one that it added."""
        self.take_turns(name)
        for there in self.named_exactly(name):
            return there
        client = Client(new_id(), name[:200])
        self._insert(clients, id=client.id, name=client.name, created_at=at)
        self.also_called(client.id, name)
        return client

    def take_turns(self, name: str) -> None:
        """Whatever is found and added for a client of this name waits for one that is at it."""
        self._take_turns(f"client:{client_key(name)}")

    def also_called(self, client_id: str, name: str) -> None:
        """Posts that use this name mean this client."""
        self._insert_if_new(
            client_names, key=client_key(name)[:200], client_id=client_id, name=name[:200]
        )

    def rename(self, client_id: str, name: str) -> None:
        """A new name; the old one goes on being understood."""
        self._set(clients, client_id, name=name[:200])
        self.also_called(client_id, name)

    def archive(self, client_id: str, at: datetime | None) -> None:
        """Out of every list from now on, or back in them with None."""
        self._set(clients, client_id, archived_at=at)

    def set_cadence(self, client_id: str, ideal_days: int, worst_days: int) -> None:
        self._set(clients, client_id, ideal_days=ideal_days, worst_days=worst_days)

    def every(self, limit: int, offset: int = 0, holding: str = "") -> list[Client]:
        """Clients by name, a page at a time: all, or those with these letters in a name."""
        held: tuple[ColumnElement[bool], ...] = ()
        if key := client_key(holding) if holding else "":
            found = select(client_names.c.client_id).where(
                client_names.c.team_id == self._team_id,
                client_names.c.key.like(f"%{starting_with(key)}", escape="\\"),
            )
            held = (clients.c.id.in_(found),)
        statement = (
            select(clients.c.id, clients.c.name, clients.c.ideal_days, clients.c.worst_days)
            .where(
                clients.c.team_id == self._team_id,
                clients.c.merged_into.is_(None),
                clients.c.archived_at.is_(None),
                *held,
            )
            .order_by(clients.c.name, clients.c.id)
            .limit(limit)
            .offset(offset)
        )
        return [Client(*row) for row in self._connection.execute(statement)]

    def other_names(self, client_id: str) -> tuple[str, ...]:
        """By which further names the client is known."""
        statement = select(client_names.c.name).where(
            client_names.c.team_id == self._team_id,
            client_names.c.client_id.in_(self.family(client_id)),
        )
        return tuple(sorted(set(self._connection.execute(statement).scalars())))

    def all_names(self) -> list[str]:
        """Every name of every client, to find one in a sentence."""
        statement = select(client_names.c.name).where(client_names.c.team_id == self._team_id)
        return list(self._connection.execute(statement).scalars())

    def keep(self, client_id: str, person_id: str, clock_starts_on: date) -> None:
        """Somebody keeps the client from now on; doing it twice changes nothing."""
        self._insert_if_new(
            keeps, client_id=client_id, person_id=person_id, clock_starts_on=clock_starts_on
        )

    def let_go(self, client_id: str, person_id: str) -> None:
        self._connection.execute(
            delete(keeps).where(
                keeps.c.team_id == self._team_id,
                keeps.c.client_id.in_(self.family(client_id)),
                keeps.c.person_id == person_id,
            )
        )

    def tell_before(self, client_id: str, person_id: str, *, tell: bool) -> None:
        """Whether a meeting with this client today is reason for a morning note."""
        self._run(
            self._update(keeps)
            .where(keeps.c.client_id.in_(self.family(client_id)), keeps.c.person_id == person_id)
            .values(is_told_before=tell)
        )

    def kept_by(self, person_id: str) -> list[Keep]:
        """Whom a person keeps, each client once, by name, but for those that are archived."""
        return _not_archived(self._keeps(self._rows(_KEPT_BY, of_person=person_id)))

    def keepers(self, client_id: str) -> list[Keep]:
        """Who keeps a client."""
        return self._keeps(self._rows(_KEEPS_OF, of_clients=self.family(client_id)))

    def kept_by_deactivated(self) -> list[Keep]:
        """Whom people kept who are no longer in the workspace, by name."""
        return _not_archived(self._keeps(self._rows(_KEPT_BY_DEACTIVATED)))

    def offer_keep(self, client_id: str, person_id: str, to: str | None) -> None:
        """A colleague is asked to take the client over, or nobody is any more."""
        self._run(
            self._update(keeps)
            .where(keeps.c.client_id.in_(self.family(client_id)), keeps.c.person_id == person_id)
            .values(offered_to=to)
        )

    def end_offer(self, client_id: str, person_id: str, to: str) -> bool:
        """Whether this colleague was still asked; of two presses one finds that they were."""
        changed = self._run(
            self._update(keeps)
            .where(
                keeps.c.client_id.in_(self.family(client_id)),
                keeps.c.person_id == person_id,
                keeps.c.offered_to == to,
            )
            .values(offered_to=None)
        )
        return changed > 0

    def _keeps(self, rows: Sequence[Any]) -> list[Keep]:
        standing = self.resolve(row.client_id for row in rows)
        found = {
            (standing[row.client_id].id, row.person_id): Keep(
                standing[row.client_id],
                row.person_id,
                row.clock_starts_on,
                row.is_told_before,
                row.offered_to,
            )
            for row in rows
            if row.client_id in standing
        }
        return sorted(found.values(), key=lambda keep: _by_name(keep.client))


def _client(row: Row[Any]) -> Client:
    return Client(row.id, row.name, row.ideal_days, row.worst_days, row.archived_at)


def _not_archived(found: list[Keep]) -> list[Keep]:
    return [keep for keep in found if keep.client.archived_at is None]


def _by_name(client: Client) -> tuple[str, str]:
    return (client.name.casefold(), client.id)
