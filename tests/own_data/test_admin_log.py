"""What admins change for everybody is written down, and each seller can read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.vocabulary import AdminAct
from bot.flows.admins import Told
from bot.slack.views.admin_log import ACTS, PAGE, admin_log
from tests.views import hostile
from tests.views.accepted import slack_takes_view
from tests.world import World


def log_of(world: World) -> str:
    """As Ada sees it, who is no admin."""
    if world.ada.modal is not None:
        world.ada.closes_modal(everything=True)
    world.ada.runs("/alongside log")
    assert world.ada.modal is not None
    return world.ada.modal.words


def test_each_act_has_its_words() -> None:
    assert set(ACTS) == set(AdminAct)


@given(
    st.lists(
        st.builds(
            Told,
            act=st.sampled_from(AdminAct),
            at=hostile.instants,
            who=hostile.texts,
            about=hostile.texts,
            whom=hostile.texts,
        ),
        max_size=3,
    ).map(lambda rows: rows * 20),
    st.integers(0, 3),
    st.integers(0, 400),
)
def test_slack_takes_it_whatever_it_says(rows: list[Told], page: int, total: int) -> None:
    slack_takes_view(admin_log(rows, page, total))


def test_what_an_admin_did_is_there_for_everybody_with_who_and_when(sold: World) -> None:
    assert "No admin has changed anything yet." in log_of(sold)
    sold.max.runs(f"/alongside owner <#{sold.town.where('#deals').id}> {sold.ada.mention}")
    sold.max.runs("/alongside prompts")
    seen = sold.max.modal
    assert seen is not None
    sold.max.presses(seen, "Silence")
    words = log_of(sold)
    assert "made Ada Brandt the one I ask about #deals" in words
    assert "silenced a question: ‘" in words
    assert sold.max.profile.real_name in words


def test_nobody_but_an_admin_leaves_a_trace(sold: World) -> None:
    sold.ada.runs(f"/alongside owner <#{sold.town.where('#deals').id}> {sold.ada.mention}")
    sold.ada.runs("/alongside prompts")
    assert "No admin has changed anything yet." in log_of(sold)


def test_it_is_turned_page_by_page(sold: World) -> None:
    at = datetime(2026, 5, 1, 9, tzinfo=UTC)
    with sold.services.transaction(sold.town.id) as store:
        for number in range(PAGE + 5):
            store.admin_acts.add(
                sold.max.id, AdminAct.MODEL_ON, f"host{number:02}", at + timedelta(hours=number)
            )
    assert "host24" in log_of(sold)
    assert "Page 1 of 2" in log_of(sold)
    assert sold.ada.modal is not None
    sold.ada.presses(sold.ada.modal, "Older")
    assert sold.ada.modal is not None
    assert "host04" in sold.ada.modal.words
    assert "host24" not in sold.ada.modal.words


@pytest.mark.parametrize("label", ["What admins changed", "What I read and keep"])
def test_home_leads_to_it(sold: World, label: str) -> None:
    sold.ada.opens_home()
    sold.works()
    assert sold.ada.home is not None
    sold.ada.presses(sold.ada.home, label)
    assert sold.ada.modal is not None
    assert sold.ada.modal.title == label
