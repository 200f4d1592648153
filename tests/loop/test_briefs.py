"""Before a meeting: their goal, what is owed, what is not known, and a plan that can be changed."""

from __future__ import annotations

import pytest

from bot.playground.member import Member
from bot.playground.shown import Message
from tests.loop.reading_along import diary, letters
from tests.world import World, at

AHEAD = "Meeting with Gira tomorrow at 9:00, 60 minutes"
LATER = "Meeting with Gira on Thursday at 14:00, 60 minutes"


@pytest.fixture
def meeting(sold: World) -> World:
    """Ada meets Gira on Thursday at two, for an hour. It is Tuesday at ten."""
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.posts("#deals", LATER)
    sold.works()
    return sold


def brief(world: World, typed: str = "/prep Gira") -> Message:
    """What the command brings."""
    said = world.ada.runs(typed)
    assert said.words == "The brief is in your direct messages with me."
    world.works()
    return latest_brief(world.ada)


def latest_brief(member: Member) -> Message:
    return [one for one in letters(member) if one.text.startswith("*Before you meet")][-1]


def parts(message: Message) -> list[list[str]]:
    return [part.split("\n") for part in message.text.split("\n\n")]


def answers_something(world: World) -> Message:
    """The question about the meeting, once it is over."""
    return next(one for one in letters(world.ada) if "Who talked more" in one.text)


def test_it_quotes_their_goal_says_what_is_owed_and_plans_mostly_for_them(meeting: World) -> None:
    meeting.ada.runs("/promise Gira: pilot report by Wednesday")
    record, questions, plan = parts(brief(meeting))
    assert record[0].startswith("*Before you meet Gira*, ")
    assert record[1:] == [
        "They want: ‘fewer callouts at night’ (12 May).",
        "We owe them:",
        "• pilot report, by 13 May (Ada Brandt)",
    ]
    assert questions == [
        "*To find out:*",
        "1. What stands in their way?",
        "2. How will they know that it worked?",
        "3. Who else there has a say, and what matters to them?",
    ]
    assert plan == [
        "*60 minutes, 40 of them theirs:*",
        "• 5: How they are",
        "• 25: What they want, and what stands in the way",
        "• 10: The three questions",
        "• 10: What we could do (ours)",
        "• 10: Who does what by when (ours)",
    ]


@pytest.mark.prove
def test_without_a_goal_or_a_meeting_it_says_so_and_asks_for_it_first(sold: World) -> None:
    sold.ada.runs("/client add Delmar")
    record, questions, plan = parts(brief(sold, "/alongside prep Delmar"))
    assert record == [
        "*Before you meet Delmar*",
        "What they want is not on the record yet.",
        "We owe them nothing that is on the record.",
    ]
    assert questions[1] == "1. What do they want to do, in their own words?"
    assert plan[0] == "*60 minutes, 40 of them theirs:*"


@pytest.mark.prove
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/prep", "I know of no meeting with a client ahead."),
        ("/prep Nobody", "I know no client called ‘Nobody’."),
        ("/prep help", "*/prep*"),
    ],
)
def test_what_cannot_be_prepared_is_said(sold: World, typed: str, said: str) -> None:
    assert sold.ada.runs(typed).words.startswith(said)
    sold.works()
    assert letters(sold.ada) == []


@pytest.mark.prove
def test_the_next_meeting_needs_no_name_and_home_prepares_too(meeting: World) -> None:
    assert "Gira" in brief(meeting, "/prep").text
    meeting.ada.opens_home()
    meeting.works()
    assert meeting.ada.home is not None
    meeting.ada.presses(meeting.ada.home, "Prep")
    meeting.works()
    assert len([one for one in letters(meeting.ada) if "Before you meet" in one.text]) == 2


def test_blocks_are_moved_named_timed_and_kept(meeting: World) -> None:
    ada = meeting.ada
    ada.presses(brief(meeting), "Change the plan")
    assert ada.modal is not None
    ada.presses(ada.modal, action_id="plan.step#down.a")
    ada.fills("name_b", "Nights on <call> & why")
    ada.presses(ada.modal, action_id="plan.step#drop.e")
    assert "*50 minutes, 40 of them theirs:*" in ada.modal.words
    assert "The meeting has 60 minutes, the plan 50." in ada.modal.words
    ada.presses(ada.modal, "Add a part")
    ada.selects(ada.modal, "nudge.menu#time.f", "10 min")
    ada.fills("name_f", "A walk through the ward")
    assert ada.submits() is None
    meeting.works()
    plan = parts(latest_brief(ada))[2]
    assert plan == [
        "*60 minutes, 50 of them theirs:*",
        "• 25: Nights on &lt;call&gt; &amp; why",
        "• 5: How they are",
        "• 10: The three questions",
        "• 10: What we could do (ours)",
        "• 10: A walk through the ward",
    ]
    assert parts(brief(meeting))[2] == plan  # asked for again, it is as she left it


@pytest.mark.prove
def test_a_plan_that_is_mostly_ours_is_kept_and_plainly_said(meeting: World) -> None:
    ada = meeting.ada
    ada.presses(brief(meeting), "Change the plan")
    assert ada.modal is not None
    ada.presses(ada.modal, action_id="plan.step#side.b")
    says = "More than half of this is not theirs: 15 of 60 minutes are."
    assert says in ada.modal.words
    assert ada.submits() is None
    meeting.works()
    assert says in latest_brief(ada).text


@pytest.mark.prove
def test_eight_parts_at_most_at_least_one_and_a_plan_can_be_fitted(meeting: World) -> None:
    ada = meeting.ada
    ada.presses(brief(meeting), "Change the plan")
    assert ada.modal is not None
    for _ in range(3):
        ada.presses(ada.modal, "Add a part")
    assert "Add a part" not in ada.modal.labels
    ada.presses(ada.modal, "Fit to 60 minutes")
    assert "*60 minutes, " in ada.modal.words
    assert "Fit to 60 minutes" not in ada.modal.labels
    for letter in "abcdefgh":
        ada.presses(ada.modal, action_id=f"plan.step#drop.{letter}")
    ada.submits()
    assert "A plan needs one part at least" in ada.modal.words
    ada.closes_modal(everything=True)
    meeting.works()
    assert parts(latest_brief(ada))[2][0] == "*60 minutes, 40 of them theirs:*"


@pytest.mark.prove
def test_a_colleague_cannot_open_or_change_it(meeting: World) -> None:
    meeting.has_joined(meeting.ben)
    said = brief(meeting)
    row = said.buttons[0].value
    meeting.ben.runs("/prep Gira")
    meeting.works()
    own = latest_brief(meeting.ben)
    assert row not in [one.value for one in own.buttons]
    assert "Before you meet Gira*\n" in own.text  # the meeting is Ada's


@pytest.mark.prove
def test_a_meeting_that_moves_is_shown_at_its_new_time_and_length(meeting: World) -> None:
    post = meeting.ada.posts("#deals", "Meeting with Delmar Foods on Friday at 14:00, 60 minutes")
    meeting.works()
    before = brief(meeting, "/prep Delmar Foods")
    meeting.ada.edits(post, "Meeting with Delmar Foods on Friday at 15:00, 30 minutes")
    meeting.works()
    now = latest_brief(meeting.ada)
    assert now.ts == before.ts
    assert "15:00" in now.text
    assert parts(now)[2][0] == "*30 minutes, 20 of them theirs:*"


@pytest.mark.prove
def test_the_note_brings_what_to_find_out_only_for_clients_that_were_ticked(meeting: World) -> None:
    ada = meeting.ada
    ada.runs("/promise Gira: pilot report by Friday")
    meeting.moves_to(at("2026-05-14 09:00"))
    plain = letters(ada)[-1]
    assert "Gira: ‘fewer callouts at night’ (12 May)." in plain.text
    assert "To find out" not in plain.text
    ada.presses(plain, "Prep")
    meeting.works()
    assert "Before you meet Gira" in latest_brief(ada).text


def ticks_gira(world: World) -> None:
    world.ada.opens_home()
    world.works()
    assert world.ada.home is not None
    world.ada.presses(world.ada.home, "Tell me before, or not")
    world.works()


@pytest.mark.prove
def test_a_ticked_client_has_its_short_brief_in_the_note_of_the_day(meeting: World) -> None:
    ticks_gira(meeting)
    meeting.moves_to(at("2026-05-14 09:00"))
    assert diary(meeting.ada)[-1][0] == "Thu 14 May 08:40"
    note = letters(meeting.ada)[-1]
    assert note.text.endswith(
        "Gira: ‘fewer callouts at night’ (12 May). To find out: what stands in their way; "
        "how they will know that it worked; who else has a say."
    )
    assert "Prep" in note.labels


@pytest.fixture
def early(sold: World) -> World:
    """Ada, who joined on Tuesday, meets Gira on Thursday at half past eight, and ticked them."""
    sold.ada.runs("/client add Gira: fewer callouts at night")
    sold.ada.posts("#deals", "Meeting with Gira on Thursday at 8:30, 60 minutes")
    ticks_gira(sold)
    return sold


def test_an_early_meeting_is_told_at_the_end_of_the_working_day_before(early: World) -> None:
    early.moves_to(at("2026-05-14 08:29"))
    ((when, words),) = diary(early.ada)
    assert when == "Wed 13 May 16:30"
    assert words.startswith("Tomorrow ")
    assert "Gira: ‘fewer callouts at night’ (12 May). To find out: " in words
    said = letters(early.ada)[-1]
    early.ada.presses(said, "Why this?")
    assert "You meet them before ten" in early.ada.ephemerals(early.ada.dm())[-1].text
    early.ada.presses(said, "Prep")
    early.works()
    assert "Before you meet Gira" in latest_brief(early.ada).text


@pytest.mark.prove
def test_where_the_day_has_a_note_the_early_meeting_is_a_line_in_it(early: World) -> None:
    early.ada.runs("/promise Gira: pilot report by Thursday")
    early.moves_to(at("2026-05-14 08:29"))
    ((when, words),) = diary(early.ada)
    assert (when, words) == ("Wed 13 May 08:40", "Tomorrow: pilot report for Gira.")
    assert "\nTomorrow " in letters(early.ada)[-1].text


@pytest.mark.prove
def test_an_early_meeting_not_ticked_any_more_is_not_told(early: World) -> None:
    ticks_gira(early)
    early.moves_to(at("2026-05-14 08:29"))
    assert diary(early.ada) == []


@pytest.mark.prove
def test_nothing_comes_on_the_day_of_joining(sold: World) -> None:
    sold.ada.runs("/client add Gira")
    sold.ada.posts("#deals", AHEAD)
    ticks_gira(sold)
    sold.moves_to(at("2026-05-13 08:45"))
    ((when, _),) = diary(sold.ada)
    assert when == "Wed 13 May 08:40"


@pytest.mark.prove
def test_an_early_meeting_that_moves_is_told_again_on_its_own_day(early: World) -> None:
    early.moves_to(at("2026-05-13 17:00"))
    early.ada.posts("#deals", "Meeting with Gira on Thursday at 11:00, 60 minutes")
    early.moves_to(at("2026-05-14 09:00"))
    assert [when for when, _ in diary(early.ada)] == ["Wed 13 May 16:30", "Thu 14 May 08:30"]


def test_the_question_afterwards_quotes_the_plan_and_one_press_answers(meeting: World) -> None:
    said = brief(meeting)
    meeting.moves_to(at("2026-05-14 15:30"))
    asked = answers_something(meeting)
    assert "You planned 25 of 60 minutes for what they want." in asked.text
    meeting.ada.presses(asked, "Went otherwise")
    meeting.ada.presses(asked, "Went otherwise")  # her screen is a moment behind
    meeting.works()
    asked = answers_something(meeting)
    assert "You planned 25 of 60 minutes for what they want. Noted." in asked.text
    assert "Went otherwise" not in asked.labels
    assert len(asked.labels) > 4  # the question itself is still open
    assert latest_brief(meeting.ada).ts == said.ts
    meeting.ada.posts("#deals", "Met with Gira today. They have the budget.")
    meeting.passes(hours=1)
    assert len([one for one in letters(meeting.ada) if "You planned" in one.text]) == 1


@pytest.mark.prove
def test_a_plan_made_without_a_meeting_is_compared_with_the_next_one(sold: World) -> None:
    sold.ada.runs("/client add Gira: fewer callouts at night")
    brief(sold)
    sold.ada.posts("#deals", "Met with Gira today. They have the budget for the second site.")
    sold.passes(minutes=10)
    assert "You planned 25 of 60 minutes for what they want." in answers_something(sold).text


@pytest.mark.prove
def test_a_press_on_a_meeting_that_is_over_says_so(meeting: World) -> None:
    ticks_gira(meeting)
    meeting.moves_to(at("2026-05-14 09:00"))
    note = letters(meeting.ada)[-1]
    meeting.moves_to(at("2026-05-15 09:00"))
    meeting.ada.presses(note, "Prep")
    assert "That meeting with Gira is over." in meeting.ada.ephemerals(meeting.ada.dm())[-1].text


@pytest.mark.prove
def test_a_merged_client_keeps_its_brief(meeting: World) -> None:
    brief(meeting)
    meeting.ada.runs("/client add Gira Hospitals: a quiet night")
    meeting.ada.runs("/client merge Gira into Gira Hospitals")
    said = brief(meeting, "/prep Gira Hospitals")
    assert "Before you meet Gira Hospitals*, " in said.text
    assert len([one for one in letters(meeting.ada) if "Before you meet" in one.text]) == 2
