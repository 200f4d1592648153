"""Whatever the values, Slack takes what the views make of them, and nothing typed comes alive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import letters
from bot.domain.asking_for_help import HelpOffered, HelpThread
from bot.domain.best_minds import Expert, Match
from bot.domain.date_line import DateLine
from bot.domain.followup_row import FollowupRow
from bot.domain.groups import Figure, Group, GroupQuarter
from bot.domain.pages import page_of
from bot.domain.promise_story import ClosedPromise, PromiseStory
from bot.domain.record import OpenPromise
from bot.domain.team_view import BroughtClient, GroupSeen, TeamView
from bot.flows.post_announcement import MOST_WORDS
from bot.slack.views import (
    cadence_form,
    dates_form,
    group_form,
    team_kit,
    touch_form,
    word_form,
)
from bot.slack.views.client_card import client_card
from bot.slack.views.client_goals import client_goals
from bot.slack.views.client_list import client_list
from bot.slack.views.close_swarm_form import close_swarm_form
from bot.slack.views.followups import followups
from bot.slack.views.help_form import help_form
from bot.slack.views.help_thread import post_swarm_form
from bot.slack.views.home import home_view
from bot.slack.views.letters import letter_view
from bot.slack.views.promise_history import promise_history
from bot.slack.views.promise_list import promise_list
from bot.slack.views.promise_page import closed_page, promise_page
from bot.slack.views.reply import REPLIES, reply_message
from bot.slack.views.swarm_form import SwarmStart, swarm_form
from bot.slack.views.team import team_message
from bot.slack.views.touches import touch_said_blocks
from bot.texts import speaking
from tests.views import hostile
from tests.views.accepted import slack_takes, slack_takes_view

languages = st.sampled_from(("en", "de"))
codes = st.one_of(
    st.sampled_from([*REPLIES, "help", "help_client", "why", "announce_preview", "model_preview"]),
    hostile.texts,
)
any_letter = st.one_of(
    hostile.questions,
    hostile.offers,
    hostile.notes,
    hostile.promise_lines.map(letters.DueToday),
    hostile.digests,
    hostile.hand_overs,
    hostile.client_hand_overs,
    hostile.client_facts,
    hostile.records_found,
    hostile.any_brief,
    hostile.shared_briefs,
    hostile.asks_for_help,
    hostile.imports,
    hostile.help_threads,
    hostile.texts.map(letters.WhatIsPosted),
    hostile.texts.map(letters.Announcement),
    st.builds(letters.Reply, code=codes, values=hostile.values),
    st.sampled_from((letters.LessOtherStop(), letters.Welcome())),
)


@given(any_letter, hostile.ids, st.one_of(st.none(), hostile.shown), hostile.maybe_day, languages)
def test_a_letter(
    letter: letters.Letter,
    key: str,
    shown: letters.Shown | None,
    today: date | None,
    language: str,
) -> None:
    with speaking(language):
        slack_takes(letter_view(letter, key, shown, today))


group_quarters = st.builds(
    GroupQuarter,
    hostile.ids,
    hostile.texts,
    st.dictionaries(st.sampled_from(Figure), st.integers(5, 95)),
)
groups_seen = st.builds(GroupSeen, hostile.texts, hostile.maybe, st.none() | group_quarters)


@given(st.lists(groups_seen, max_size=2), st.sampled_from((None, "2026Q4")), languages)
def test_the_team(groups: list[GroupSeen], quarter: str | None, language: str) -> None:
    whole = groups[0].quarter if groups else None
    with speaking(language):
        slack_takes(team_message(TeamView(8, quarter, whole, tuple(groups * 6), 3)))


@given(st.lists(st.builds(BroughtClient, *[hostile.texts] * 5, st.booleans()), max_size=2))
def test_a_leads_kit(brought: list[BroughtClient]) -> None:
    ten = [replace(one, client_id=f"C{at}") for at, one in enumerate(brought * 5)]
    slack_takes_view(team_kit.hour_view(ten))
    slack_takes_view(team_kit.kit_view([one.client for one in brought] * 9))
    words = brought[0].client[:MOST_WORDS] if brought else ""
    letter = letters.Announcement("both", words, words)
    slack_takes_view(team_kit.announce_form([("C1", words)], words, "C1"))
    slack_takes_view(team_kit.announce_preview(letter, words, {"words": words}))
    groups = [(Group(f"g{at}", words, None), ("U01", "U02")) for at in range(50)]
    slack_takes_view(group_form.group_list(groups))
    slack_takes_view(group_form.group_form(*groups[0], [group for group, _people in groups]))


@given(hostile.homes, languages)
def test_home(home: object, language: str) -> None:
    with speaking(language):
        slack_takes_view(home_view(home))


@given(hostile.cards, languages)
def test_a_client_card(card: object, language: str) -> None:
    with speaking(language):
        slack_takes(client_card(card))


@given(hostile.texts, st.lists(hostile.past_goals, max_size=3).map(lambda all_: all_ * 5))
def test_earlier_goals(client: str, goals: list[object]) -> None:
    slack_takes(client_goals(client, goals))


@given(st.lists(hostile.rows, max_size=2).map(lambda rows: rows * 30))
def test_lists_of_clients(rows: list[object]) -> None:
    slack_takes(client_list(rows, 1, str(rows)[:80], has_more=True))


@given(st.lists(hostile.followup_rows, max_size=2).map(lambda rows: rows * 9), st.integers(0, 9))
def test_a_page_of_followups(rows: list[FollowupRow], number: int) -> None:
    above = touch_said_blocks("*", "gave", "call", date(2026, 5, 12), "T1", "kept.1")
    slack_takes(followups(page_of(rows, number), tuple(above), "said"))


@given(st.lists(hostile.promises, max_size=2).map(lambda all_: all_ * 20), hostile.days)
def test_a_list_of_promises(promises: list[object], today: date) -> None:
    slack_takes(promise_list(promises, today))


@given(hostile.texts, hostile.maybe, st.lists(hostile.texts, max_size=3), hostile.help_threads)
def test_forms_about_help(
    words: str, goal: str | None, topics: list[str], thread: HelpThread
) -> None:
    match = Match(Expert("U1", words, tuple(topics * 4), 2), 1.0, has_helped_alike=False)
    start = SwarmStart((("C1", words),), "C1", words, goal, words, [match])
    slack_takes_view(swarm_form(start))
    slack_takes_view(help_form(HelpOffered(tuple(topics))))
    slack_takes_view(post_swarm_form(thread, "S1", "mark"))
    slack_takes_view(close_swarm_form("S1", words, words, has_helpers=True))


@given(
    st.lists(hostile.promises, max_size=2).map(lambda all_: all_ * 9),
    st.lists(hostile.closed_promises, max_size=2).map(lambda all_: all_ * 9),
    st.integers(0, 9),
    hostile.values,
    hostile.days,
)
def test_a_page_of_promises(
    promises: list[OpenPromise],
    closed: list[ClosedPromise],
    number: int,
    values: dict[str, str],
    today: date,
) -> None:
    said = reply_message(letters.Reply("promise_dropped", values), "list.1")
    slack_takes(promise_page(page_of(promises, number), today, said.blocks, said.text))
    slack_takes(closed_page(page_of(closed, number), said.blocks, said.text))


@pytest.mark.prove
@given(hostile.stories)
def test_the_history_of_a_promise(story: PromiseStory) -> None:
    slack_takes(promise_history(story))


@pytest.mark.prove
@given(hostile.texts, hostile.ids, hostile.days, st.lists(hostile.date_lines, max_size=2))
def test_the_small_forms(text: str, ref: str, day: date, known: list[DateLine]) -> None:
    slack_takes_view(word_form.why_dropped_form(text, text, ref, "n1", text))
    slack_takes_view(word_form.outcome_form(text, ref, "n1"))
    slack_takes_view(cadence_form.cadence_form(ref, text, None))
    slack_takes_view(dates_form.dates_form(ref, text, known * 9))
    slack_takes_view(touch_form.touch_change_form(text, "gave", text, day, {"touch": ref}))
    slack_takes_view(touch_form.touch_form([(ref, text)], client_id=ref, on=day, note={}))
