"""Composes a person's Home: today first, then clients, settings and how things are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.cadence import IDEAL_DAYS, WORST_DAYS
from bot.domain.client_dates import RENEWAL_AHEAD
from bot.domain.letters import MeetingLine
from bot.domain.listening import LATEST, they_talked
from bot.domain.people import Person
from bot.domain.quiet import local_day, step
from bot.domain.record import ClientRow, Health, Home, WaitingPost
from bot.flows.admins import is_admin
from bot.flows.answer_pulse import pulse_seen
from bot.flows.gather import (
    check_in_lines,
    current_goal,
    date_lines,
    meeting_lines,
    offers_waiting,
    open_promises,
    owed_lines,
    today_of,
)
from bot.flows.gather_swarm import open_questions
from bot.flows.offer_help import help_offered
from bot.flows.schedules import schedule_of
from bot.flows.see_team import lead_of
from bot.flows.switch_model import model_seen
from bot.flows.undo_stop import not_followed, prompts_off
from bot.flows.without_owner import left_clients, left_promises
from bot.services import Services
from bot.store.across_teams import AcrossTeams
from bot.store.clients import Client, Keep
from bot.store.noticed import Notice, NoticedOutcome
from bot.store.store import Store

_PROMISES, _CLIENTS, _OWED = 10, 15, 8
_CHOICES = 5
_LEFT = 4
_STOPS = 5
_WAITS_FOR = timedelta(days=7)
_MEETINGS_AHEAD = timedelta(days=7)


def compose_home(services: Services, team_id: str, person_id: str) -> Home:
    """Everything that Home shows, read in one transaction."""
    now = services.clock.now()
    with services.reading(team_id) as store:
        person = store.people.get_or_stranger(person_id)
        if is_admin(store, person):
            person = replace(person, is_admin=True)
        home = (
            _of_member(store, services, person, now) if person.is_reachable else Home(person, now)
        )
        machine = services.clock.machine()
        home = replace(
            home,
            helps=help_offered(store, person_id),
            model=model_seen(store, services.model, person, machine, now),
        )
    return replace(home, health=worker_health(services)) if person.is_admin else home


def worker_health(services: Services, store: Store | None = None) -> Health:
    """How the worker is, over all of the database; within `store`'s transaction where given."""
    now = services.clock.now()
    if store is not None:
        row = AcrossTeams(store.connection).health(now)
    else:
        with services.database.reading_across_teams() as across:
            row = across.health(now)
    return Health(
        row.last_tick_at,
        row.oldest_overdue_at,
        row.overdue,
        row.refused,
        services.clock.machine(),
    )


def _of_member(store: Store, services: Services, person: Person, now: datetime) -> Home:
    today = today_of(person, now)
    schedule = schedule_of(store, person, now, services.holidays_of)
    promises = open_promises(store, store.promises.open_of(person.id), today)
    kept = store.clients.kept_by(person.id)
    rows = client_rows(store, kept[:_CLIENTS])
    off = prompts_off(store, services.catalogue_of(store), person)
    left = open_promises(store, left_promises(store, person), today, with_owner=True)
    left_rows = [_left_row(store, one) for one in left_clients(store, person)]
    return Home(
        person=person,
        now=now,
        promises=tuple(promises[:_PROMISES]),
        offers=tuple(offers_waiting(store, person, today, schedule)[:_OWED]),
        owed=tuple(owed_lines(store, person, today)[:_OWED]),
        check_ins=tuple(check_in_lines(store, person, today)[:_OWED]),
        meetings=tuple(_meetings(store, person, now)),
        dates=tuple(date_lines(store, person, today, step(today, RENEWAL_AHEAD))[:_OWED]),
        waiting=tuple(waiting_posts(store, person, now)),
        clients=tuple(rows),
        left_promises=tuple(replace(one, owner=None) for one in left[:_LEFT]),
        left_clients=tuple(left_rows[:_LEFT]),
        more_left=max(0, len(left) - _LEFT) + max(0, len(left_rows) - _LEFT),
        more_promises=max(0, len(promises) - _PROMISES),
        questions=tuple(open_questions(store, person)),
        more_clients=max(0, len(kept) - _CLIENTS),
        next_digest_at=store.people.timetable(person.id).next_digest_at,
        listening=they_talked(store.answers.who_talked(person.id, LATEST)),
        prompts_off=tuple(off[:_STOPS]),
        more_prompts_off=max(0, len(off) - _STOPS),
        not_followed=tuple(not_followed(store, person)[:_STOPS]),
        lead_id=lead_of(store, person),
        pulse=pulse_seen(store, person, now),
    )


def _meetings(store: Store, person: Person, now: datetime) -> list[MeetingLine]:
    """Those of the coming days, each with its day unless that is today."""
    today = today_of(person, now)
    lines = meeting_lines(store, person, now, now + _MEETINGS_AHEAD)[:_OWED]
    days = [local_day(line.starts_at, person.zone) for line in lines]
    return [
        line if day == today else replace(line, on=day)
        for line, day in zip(lines, days, strict=True)
    ]


def _left_row(store: Store, client: Client) -> ClientRow:
    last = store.touches.last(store.clients.family(client.id))
    last_on = last.on_day if last else None
    return ClientRow(client.id, client.name, None, last_on, is_kept=False, cadence_days=None)


def client_rows(store: Store, keeps: Sequence[Keep]) -> list[ClientRow]:
    """Kept clients as rows of a list."""
    rows = []
    for keep in keeps:
        goal = current_goal(store, keep.client.id)
        last = store.touches.last(store.clients.family(keep.client.id))
        rows.append(
            ClientRow(
                keep.client.id,
                keep.client.name,
                goal.words if goal else None,
                last.on_day if last else None,
                is_kept=True,
                cadence_days=(
                    keep.client.ideal_days or IDEAL_DAYS,
                    keep.client.worst_days or WORST_DAYS,
                ),
            )
        )
    return rows


def waiting_posts(store: Store, person: Person, now: datetime) -> list[WaitingPost]:
    """Posts in the person's channels that wait: for somebody to ask, or for which client it is."""
    channels = store.channels.of_member(person.id)
    found = store.noticed.waiting_in(channels, now - _WAITS_FOR)
    clients = store.clients.resolve(one.client_id for one in found if one.client_id)
    found = [one for one in found if not _is_back(one, clients)]
    could_be = {
        one.ts: store.clients.named(one.unclear.client) if one.unclear else [] for one in found
    }
    return [
        WaitingPost(
            one.channel_id,
            clients[one.client_id].name if one.client_id in clients else None,
            one.event.value if one.event else one.kind.value,
            None,
            one.at,
            one.ts,
            tuple((client.id, client.name) for client in could_be[one.ts][:_CHOICES]),
            _archived_id(one, clients),
        )
        for one in found
        if one.asked_id in (None, person.id)
    ]


def _archived_id(one: Notice, clients: Mapping[str, Client]) -> str:
    client = clients.get(one.client_id or "")
    return client.id if client is not None and client.archived_at is not None else ""


def _is_back(one: Notice, clients: Mapping[str, Client]) -> bool:
    """The post waited since its client was archived, which it is no longer."""
    return one.outcome is NoticedOutcome.ARCHIVED and not _archived_id(one, clients)
