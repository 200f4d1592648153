"""The workspace in which the demo opens: six people, three channels and a little talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import ManualClock
from bot.playground.member import Member
from bot.playground.slack import LocalSlack
from bot.playground.town import Town


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the first workspace."""

    town: Town
    ada: Member
    ben: Member
    cy: Member
    dee: Member
    eve: Member
    max: Member


def seed_cast(slack: LocalSlack) -> Cast:
    """The first workspace with its people and channels, without a word said in it."""
    town = slack.workspace("Meridian")
    members = {
        name: town.person(
            name,
            real_name=full,
            title=title,
            tz=zone,
            is_admin=name == "max",
            is_owner=name == "max",
        )
        for name, (full, title, zone) in _PEOPLE.items()
    }
    _fill_channels(town, ("#deals", "#customer-calls", "#random"), [*members.values()])
    return Cast(town, **members)


def seed_demo(slack: LocalSlack) -> Cast:
    """The cast with a little believable talk of the last days, and a second workspace.

    It is said before any app listens and under a clock set back, so that history causes nothing.
    """
    own_clock, now = slack.ground.clock, slack.ground.clock.now()
    past = ManualClock(now - timedelta(days=9), own_clock.machine())
    slack.ground.clock = past
    cast = seed_cast(slack)
    _second_workspace(slack)
    for days_ago, hour, who, channel, text in _TALK:
        day = _working_day_before(now, days_ago)
        past.set(day.replace(hour=hour, minute=7, second=0, microsecond=0))
        getattr(cast, who).posts(channel, text)
    slack.ground.clock = own_clock
    for town in slack.workspaces:
        for place in town.team.channels.values():
            last = place.messages[-1]["ts"] if place.messages else ""
            place.last_read = dict.fromkeys(place.members, last)
    return cast


_PEOPLE = {
    "ada": ("Ada Brandt", "Sells", "Europe/Berlin"),
    "ben": ("Ben Castellan", "Leads the sales team", "Europe/Berlin"),
    "cy": ("Cy Novak", "Sells", "Europe/Berlin"),
    "dee": ("Dee Tanaka", "Sells from Tokyo", "Asia/Tokyo"),
    "eve": ("Eve Lindholm", "Engineer", "Europe/Berlin"),
    "max": ("Max Oduya", "Runs the systems, hosts Alongside", "Europe/Berlin"),
}
_TALK = (
    (3, 9, "ben", "#random", "The coffee machine on the second floor is back. Eve fixed it."),
    (3, 9, "eve", "#random", "It was the descaling light. I only pressed the button."),
    (2, 10, "ada", "#customer-calls", "Spoke with Tamsin at Osprey Rail, two vendors are left."),
    (2, 15, "dee", "#deals", "Kitano Logistics moved to evaluation, 30 seats."),
    (1, 11, "ben", "#deals", "Quarter review is on the 28th. Please keep amounts current."),
    (1, 16, "cy", "#customer-calls", "Halden Ferries called off today, they will name a new date."),
    (1, 17, "max", "#random", "I will try a small app in #deals this week, called Alongside."),
)


def _second_workspace(slack: LocalSlack) -> None:
    town = slack.workspace("Harbour & Pine")
    ivo = town.person("ivo", real_name="Ivo Serrano", title="Owns the firm", is_admin=True,
                      is_owner=True)  # fmt: skip
    nell = town.person("nell", real_name="Nell Archer", title="Sells", tz="Europe/Lisbon")
    _fill_channels(town, ("#sales", "#general"), [ivo, nell])
    nell.posts("#sales", "Two viewings this week, both on Thursday.")


def _fill_channels(town: Town, names: tuple[str, ...], members: list[Member]) -> None:
    """Everybody has long been there: no line of joins stands above the talk."""
    for name in names:
        town.channel(name).members = [member.id for member in members]


def _working_day_before(now: datetime, days: int) -> datetime:
    day = now
    while days:
        day -= timedelta(days=1)
        days -= day.weekday() < 5
    return day
