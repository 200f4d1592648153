"""Opens the demo's workspace: as it was left, or with a first scene that is set just now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.clock import FileClock
from bot.commands.demo.place import InstalledHere, Place
from bot.commands.demo.record import write_history
from bot.commands.manifest import manifest
from bot.errors import DatabaseError
from bot.playground.disk import Keeper, read_slack
from bot.playground.seed import seed_demo
from bot.playground.slack import LocalSlack
from bot.settings import Settings
from bot.store.across_teams import AcrossTeams
from bot.store.database import Database
from bot.store.teams import Installation

HOME_ZONE = ZoneInfo("Europe/Berlin")
_TUESDAY = 1
_OPENS_AT = time(9, 50)


@dataclass(frozen=True, slots=True)
class Opened:
    """The local Slack with Alongside installed, the database beside it, and their clock."""

    slack: LocalSlack
    database: Database
    clock: FileClock
    installed: InstalledHere


def open_slack(place: Place, run: str, request_url: str) -> Opened:
    """Go on where the demo stopped; set the scene where there is none, or only half of one."""
    known = place.installed()
    clock = FileClock(place.folder)
    slack = read_slack(clock, place.slack_file) if known else None
    if known is None or slack is None:
        place.forget()
        return _set_the_scene(place, run, request_url)
    database = _database(place)
    if known.run != run:
        _stand_still_meanwhile(clock, database, known.team_id)
    town = next(town for town in slack.workspaces if town.id == known.team_id)
    slack.install(town, manifest(Settings(), request_url))
    installed = replace(known, run=run)
    place.write_installed(installed)
    return Opened(slack, database, clock, installed)


def first_moment(today: datetime) -> datetime:
    """The next Tuesday at 9:50 in Berlin: a working day, with the week still ahead."""
    here = today.astimezone(HOME_ZONE)
    ahead = (_TUESDAY - here.weekday()) % 7
    at = datetime.combine(here.date() + timedelta(days=ahead), _OPENS_AT, HOME_ZONE)
    if at <= here:
        at = datetime.combine(at.date() + timedelta(days=7), _OPENS_AT, HOME_ZONE)
    return at.astimezone(UTC)


def _set_the_scene(place: Place, run: str, request_url: str) -> Opened:
    database = _database(place)
    clock = FileClock(place.folder)
    now = first_moment(clock.machine())
    clock.set(now)
    slack = LocalSlack(clock)
    cast = seed_demo(slack)
    app = slack.install(cast.town, manifest(Settings(), request_url), installer=cast.max.id)
    with database.transaction(cast.town.id) as store:
        store.teams.install(
            Installation(
                cast.town.id,
                cast.town.name,
                app.token,
                app.bot_user_id,
                app.bot_id,
                app.app_id,
                cast.max.id,
            ),
            now,
        )
        write_history(store, cast, now)
    Keeper(slack, place.slack_file).write()
    installed = InstalledHere(run, app.app_id, app.team_id, app.token, app.signing_secret)
    place.write_installed(installed)
    return Opened(slack, database, clock, installed)


def _database(place: Place) -> Database:
    """Created, or brought to this version; the tools for it are heavy and mostly not needed."""
    database = Database(place.database_url)
    try:
        database.check()
    except DatabaseError:
        from bot.store.migrations import upgrade

        upgrade(place.database_url)
    return database


def _stand_still_meanwhile(clock: FileClock, database: Database, team_id: str) -> None:
    """While the demo did not run its time did not either: it goes on from the last tick."""
    with database.reading(team_id) as store:
        ticked_at = AcrossTeams(store.connection).health(clock.now()).last_tick_at
    if ticked_at is not None:
        clock.stood_still_since(ticked_at)
