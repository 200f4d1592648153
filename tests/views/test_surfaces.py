"""Home, a client's card and the lists: what somebody reads there, and what can be pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.cadence import Standing
from bot.domain.client_people import PersonThere
from bot.domain.followup_row import FollowupRow
from bot.domain.letters import FoundKind, GiveIdea, ListLine, MeetingLine, Offer
from bot.domain.pages import page_of
from bot.domain.people import Person, Preferences
from bot.domain.record import (
    ClientCard,
    ClientRow,
    Goal,
    Health,
    Home,
    KeptFacts,
    LastTouch,
    OpenPromise,
    ProblemFacts,
    WaitingPost,
)
from bot.domain.vocabulary import Kind
from bot.slack.views.client_card import client_card
from bot.slack.views.client_list import client_list
from bot.slack.views.followups import followups
from bot.slack.views.home import home_view
from bot.slack.views.promise_list import promise_list
from bot.texts import language, speaking
from tests.views.accepted import labels, slack_takes, slack_takes_view, written

NOW = datetime(2026, 6, 9, 6, tzinfo=UTC)
TODAY = date(2026, 6, 9)
ADA = Person("T1", "U1", "Ada", zone="Europe/Berlin", joined_at=NOW)
REPORT = OpenPromise("P1", "C1", "Delmar", "the pilot report", date(2026, 6, 11), None, False)
GIRA = ClientRow("C2", "Gira", "fewer callouts at night", date(2026, 5, 3), True, (42, 70))


def words_of(view: dict[str, object]) -> str:
    return "\n".join(written(view["blocks"]))


def test_before_joining_home_says_what_it_reads_and_offers_to_start() -> None:
    view = home_view(Home(replace(ADA, joined_at=None), NOW, promises=(REPORT,)))
    slack_takes_view(view)
    mine = ["What I read and keep", "Export mine", "What admins changed", "Forget me"]
    assert labels(view["blocks"]) == ["Start", "I can help", *mine]
    assert "I read only channels to which I was invited" in words_of(view)
    assert "pilot report" not in words_of(view)
    ignored = home_view(Home(replace(ADA, ignored_at=NOW), NOW))
    assert "You asked to be ignored" in words_of(ignored)


def test_home_has_today_first_then_clients_settings_privacy() -> None:
    home = Home(
        ADA,
        NOW,
        promises=(REPORT,),
        offers=(Offer("K1", FoundKind.GOAL, "C1", "Delmar", "no paper", "no paper"),),
        owed=(ListLine("C3", "Osprey", None, GiveIdea.ASK_GOAL),),
        meetings=(MeetingLine("M1", "C2", "Gira", NOW),),
        waiting=(WaitingPost("C9", None, "a deal moved", "https://x.example/p1", NOW),),
        clients=(GIRA,),
        more_promises=3,
    )
    view = home_view(home)
    slack_takes_view(view)
    headers = [one["text"]["text"] for one in view["blocks"] if one["type"] == "header"]
    assert headers == ["Today", "Clients", "Help", "Settings"]
    told = words_of(view).split("\n")
    assert told[:2] == ["Thursday: the pilot report for Delmar.", "3 more promises"]
    assert "*Osprey* has had no word from us yet." in told[3]
    assert any("<https://x.example/p1|Open>" in line for line in told)
    assert "your company's Slack export can include direct messages" in words_of(view)
    pressed = labels(view["blocks"])
    assert pressed[:5] == ["Sent", "New date", "Dropped", "Hand over", "Yes"]
    assert {"Show", "Edit", "Add a promise", "Ask me something"} <= set(pressed)


def test_stops_pause_and_health_are_told_where_they_hold() -> None:
    stopped = Preferences(kinds_off=frozenset({Kind.DEALS}), digest_day=None)
    person = replace(ADA, preferences=stopped, paused_until=datetime(2026, 7, 1, tzinfo=UTC))
    health = Health(NOW, NOW, 2, 1, NOW)
    view = home_view(Home(person, NOW, health=health))
    assert "Stopped: Deals" in words_of(view)
    assert {"Switch on", "Resume"} <= set(labels(view["blocks"]))
    assert "last tick" not in words_of(view)
    admin = home_view(Home(replace(person, is_admin=True), NOW, health=health))
    assert "2 rows overdue" in words_of(admin)
    assert "Refused by Slack for good: 1." in words_of(admin)
    assert "Nothing is overdue." in words_of(
        home_view(Home(replace(ADA, is_admin=True), NOW, health=replace(health, overdue=0)))
    )


def test_a_client_card_tells_facts() -> None:
    card = ClientCard(
        id="C2",
        name="Gira",
        aliases=("Gira AG",),
        goal=Goal(
            "fewer callouts at night", "Jo", date(2026, 5, 3), "calls", date(2026, 5, 3), True
        ),
        problems=(ProblemFacts("late wagons", date(2026, 5, 20)),) * 3,
        promises=(replace(REPORT, owner="Ada"),) * 7,
        last_word=LastTouch(date(2026, 6, 2), "Ada", "call"),
        last_gave=LastTouch(date(2026, 5, 12), None, "other", "the benchmark"),
        asked_since=3,
        kept=KeptFacts(42, 70, Standing.WITHIN, date(2026, 7, 14)),
        kept_by_you=True,
        deals=(),
        next_check_in_on=date(2026, 7, 1),
        people=(PersonThere("Jo Baker", "head of nursing", "quieter nights"),),
        said_of_people=("Tamsin signs",),
    )
    said = client_card(card)
    slack_takes(said)
    assert said.text.split("\n") == [
        "*Gira* (also called Gira AG)",
        "They want: ‘fewer callouts at night’ (Jo, 3 May).",
        "They will measure it by: calls.",
        "Last confirmed 3 May, more than 90 days ago: still so?",
        *["Open with them: ‘late wagons’, since 20 May."] * 2,
        "• and 1 more",
        *["Promised: the pilot report, by 11 June (Ada)."] * 3,
        "• and 4 more promises",
        "Last word: call, 2 June, Ada.",
        "Kept: a word every 6 weeks, at worst 10; the next is due by 14 July.",
        "Last gave: the benchmark, 12 May. Asked 3 times since.",
        "Next check-in: 1 July.",
        "There: Jo Baker, head of nursing; at stake: quieter nights.",
        "Said of people there: ‘Tamsin signs’.",
    ]
    assert labels(said.blocks)[:2] == ["Still so", "It changed"]


def test_lists_name_each_and_an_empty_one_says_what_to_do() -> None:
    assert client_list([GIRA]).text == (
        "*Gira*: ‘fewer callouts at night’, last word 3 May. You keep this one."
    )
    assert labels(client_list([]).blocks) == ["Add a client"]
    kept = FollowupRow("C2", "Gira", date(2026, 5, 3), (42, 70), date(2026, 6, 14), is_owed=False)
    assert followups(page_of([kept], 1)).text.startswith(
        "*Gira*: last word 3 May; a word every 6 weeks, at worst 10 (steady). The next by 14 June."
    )
    assert labels(followups(page_of([], 1)).blocks) == ["Choose clients"]
    late = replace(REPORT, due_on=date(2026, 6, 4), is_overdue=True)
    listed = promise_list([replace(REPORT, id="P2"), late], TODAY)
    assert listed.text.split("\n") == [
        "Thursday: the pilot report for Delmar.",
        "Thursday 4 June, still open: the pilot report for Delmar.",
    ]
    assert len(labels(listed.blocks)) == 8


def test_a_language_without_texts_speaks_english() -> None:
    with speaking("tlh-KX"):
        assert language() == "tlh"
        assert promise_list([], TODAY).text == "No promise is open."
