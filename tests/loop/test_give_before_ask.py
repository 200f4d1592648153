"""Before asking for something with nothing given lately, what could be given is asked first."""

from __future__ import annotations

import pytest

from tests.loop.reading_along import questions, worker_sleeps_until
from tests.world import World, at


@pytest.fixture
def selling(sold: World) -> World:
    sold.ada.runs("/client add Gira: fewer callouts at night")
    return sold


def gives(world: World, what: str = "") -> None:
    world.ada.presses(world.ada.runs("/client Gira").message, "Gave something")
    if what:
        world.ada.presses(world.ada.ephemerals(world.ada.dm())[-1], "What was it?")
        assert world.ada.submits(what=what) is None


def families(world: World) -> list[str | None]:
    """Of the questions that were asked."""
    with world.services.reading(world.town.id) as store:
        nudges = [store.nudges.at(one.channel_id, one.ts) for one in questions(world.ada)]
    prompts = [world.services.catalogue.get(one.prompt_id or "") for one in nudges if one]
    return [one.family if one else None for one in prompts]


def crm_says(world: World, stage: str) -> None:
    """A CRM posts a step of Ada's deal with Gira."""
    world.town.app_posts(
        "#deals",
        username="CRM",
        text=f"Deal stage changed\n*Deal:* Gira rollout\n*Company:* Gira\n*New Stage:* {stage}\n"
        f"*Owner:* {world.ada.mention}",
    )


@pytest.mark.parametrize("step", ["renewal", "price"])
def test_giving_is_asked_about_first_and_why_tells_the_facts(selling: World, step: str) -> None:
    gives(selling, "the benchmark")
    for day in (13, 14, 15):
        worker_sleeps_until(selling, at(f"2026-07-{day} 09:00"))
        selling.ada.presses(selling.ada.runs("/client Gira").message, "Asked them")
    if step == "renewal":
        selling.ada.posts("#deals", "Gira is up for renewal in September, 40k")
    else:
        crm_says(selling, "Negotiation")
    selling.passes(hours=6)
    assert "P7" in families(selling)
    asked = next(
        one
        for one, family in zip(questions(selling.ada), families(selling), strict=True)
        if family == "P7"
    )
    selling.ada.presses(asked, "Why this?")
    why = selling.ada.ephemerals(selling.ada.dm())[-1].text
    assert "Last gave: the benchmark, 12 May. Asked 3 times since." in why


@pytest.mark.parametrize(("day", "is_first"), [(8, False), (15, True)])
def test_lately_is_sixty_days(selling: World, day: int, is_first: bool) -> None:
    """Given on 12 May: the 8th of July is 57 days later, the 15th is 64."""
    gives(selling)
    for morning in (day - 1, day):
        worker_sleeps_until(selling, at(f"2026-07-{morning:02} 09:00"))
    selling.ada.posts("#deals", "Gira is up for renewal in September, 40k")
    selling.passes(hours=6)
    assert ("P7" in families(selling)) is is_first


def test_gave_is_one_press_and_only_its_giver_says_what_it_was(selling: World) -> None:
    gives(selling)
    said = selling.ada.ephemerals(selling.ada.dm())[-1]
    assert "Last gave: 12 May." in selling.ada.runs("/client Gira").text
    selling.ada.presses(said, "What was it?")
    assert selling.ada.submits(what="  ") == {"what": "There is nothing written yet."}
    assert selling.ada.submits(what="the benchmark <!here>") is None
    assert "Last gave: the benchmark" in selling.ada.runs("/client Gira").text
    assert "<!here>" not in selling.ada.runs("/client Gira").text
