"""An admin looks through what is asked, silences, adds, changes and removes, in Slack."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from bot.flows.team_prompts import MOST_PROMPTS
from bot.playground.member import Member
from bot.prompts.written import Draft, Words, check_draft, entry_of
from bot.slack.presses import Act, press
from tests.doors.knocking import pressed, rows, send_interaction, submitted
from tests.loop.reading_along import questions
from tests.world import World

MET = "Just met with Gira, went well."
ASKS = "What surprised {client} most today?"


def at_moment(admin: Member, moment: str) -> str:
    """The catalogue at a moment, as the admin reads it below the list of moments."""
    admin.runs("/alongside prompts")
    admin.selects(admin.modal, "prompts.at", f"1::{moment}")
    assert admin.modal is not None
    return admin.modal.words.split("Add a prompt", 1)[1]


def writes(admin: Member, moment: str = "meeting_held", **fields: object) -> object:
    """Add a prompt by the form; what is refused comes back by field."""
    at_moment(admin, moment)
    admin.presses(admin.modal, "Add a prompt")
    return admin.submits({"text": ASKS, **fields})


def silences_all_but_own(world: World, moment: str) -> None:
    with world.services.transaction(world.town.id) as store:
        for prompt in world.services.catalogue.prompts:
            if moment in prompt.moments:
                store.team_prompts.silence(prompt.id, world.clock.now())


def test_an_admin_sees_the_catalogue_by_moment(sold: World) -> None:
    listed = at_moment(sold.max, "deal_lost")
    assert "4 questions" in listed
    assert "What did Gira choose in the end, and is it right for them?" in listed
    assert sold.max.modal.labels.count("Silence") == 4


def test_home_has_the_way_there_for_an_admin_alone(sold: World) -> None:
    for member in (sold.max, sold.ada):
        member.opens_home()
        sold.works()
    assert "Prompts" in sold.max.home.labels
    assert "Prompts" not in sold.ada.home.labels
    sold.max.presses(sold.max.home, "Prompts")
    assert "After a client meeting (20)" in sold.max.modal.words


def test_what_is_silenced_is_not_asked_until_it_speaks_again(sold: World) -> None:
    for _ in range(4):
        at_moment(sold.max, "deal_lost")
        sold.max.presses(sold.max.modal, "Silence")
    assert "4 silenced" in sold.max.modal.words
    sold.ada.posts("#deals", "Lost Acme to a competitor")
    sold.passes(minutes=20)
    assert questions(sold.ada) == []
    at_moment(sold.max, "silenced")
    for _ in range(4):
        sold.max.presses(sold.max.modal, "Speak again")
    assert "0 questions" in sold.max.modal.words
    sold.ada.posts("#deals", "Lost Brix to a competitor")
    sold.passes(minutes=20)
    assert len(questions(sold.ada)) == 1


def test_what_was_asked_can_be_answered_after_it_was_silenced(sold: World) -> None:
    assert writes(sold.max) is None
    silences_all_but_own(sold, "meeting_held")
    sold.ada.posts("#deals", MET)
    sold.passes(minutes=10)
    asked = questions(sold.ada)[-1]
    at_moment(sold.max, "team")
    sold.max.presses(sold.max.modal, "Remove")
    assert "0 questions" in sold.max.modal.words
    sold.ada.presses(asked, "Nothing new")
    sold.works()
    assert questions(sold.ada)[-1].labels == ["Change"]


def test_a_prompt_of_the_team_is_asked_answered_and_says_who_wrote_it(sold: World) -> None:
    assert writes(sold.max, answers="A number …\nNothing", help="One word will do.") is None
    silences_all_but_own(sold, "meeting_held")
    sold.ada.posts("#deals", MET)
    sold.passes(minutes=10)
    asked = questions(sold.ada)[-1]
    assert asked.text.split("\n")[:2] == ["What surprised Gira most today?", "One word will do."]
    assert asked.labels[:2] == ["A number", "Nothing"]
    sold.ada.presses(asked, "Why this?")
    told = sold.ada.ephemerals(sold.ada.dm())[-1].words
    assert "Your team wrote this question." in told
    sold.ada.presses(asked, "A number")
    assert sold.ada.submits(words="the price") is None
    sold.works()
    assert questions(sold.ada)[-1].text == "Noted."
    assert "the price" not in sold.ben.runs("/client show Gira").words


def test_the_example_of_the_guide(sold: World) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "prompts.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", guide, re.MULTILINE)[1:]
    assert len(rows) == 5
    sold.max.runs("/alongside prompts")
    sold.max.presses(sold.max.modal, "Add a prompt")
    for label, said in rows:
        sold.max.fills(label, said.replace(", ", "\n") if label == "Answers" else said)
    assert sold.max.submits() is None
    listed = at_moment(sold.max, "team")
    assert "What surprised Gira most today?\n_A number … · Nothing" in listed


def test_why_this_on_one_of_ours_names_no_team(sold: World) -> None:
    sold.ada.posts("#deals", MET)
    sold.passes(minutes=10)
    sold.ada.presses(questions(sold.ada)[-1], "Why this?")
    assert "Your team" not in sold.ada.ephemerals(sold.ada.dm())[-1].words


FAULTS = (
    ({"text": "Tell me what {client} said."}, "text", "Ask one question"),
    ({"text": "What can we push {client} to buy?"}, "text", "‘push’ presses the client"),
    ({"text": "How do we close this at {client}?"}, "text", "promises or counts sales"),
    ({"text": "What did {client} say, my " + "good " * 25 + "friend?"}, "text", "25 are the"),
    ({"text": "What does {customer} want?"}, "text", "‘customer’ cannot be filled in"),
    ({"text": "What does {deal} mean for them?"}, "text", "deal is never known"),
    ({"text": "What does {client} want to do?"}, "text", "nearly the same as ‘What does"),
    ({"text": "Oh!", "help": "Well done?"}, "help", "Ask only once"),
    ({"answers": "One"}, "answers", "It has 1 answers; write two"),
    ({"answers": "a\nb\nc\nd"}, "answers", "two or three answers"),
    ({"answers": "Yes\nYes"}, "answers", "Two answers say the same"),
    ({"answers": "Yes …\nNo …"}, "answers", "by a press alone"),
    ({"answers": "x" * 31 + "\nNo"}, "answers", "30 plain characters"),
    ({"other_text": "Was hat {client} überrascht!"}, "other_text", "question mark"),
    ({"other_text": "Was war heute neu?"}, "other_text", "the same facts: client"),
    (
        {"other_text": "Was hat {client} heute überrascht?", "answers": "a\nb\nc"},
        "other_answers",
        "as many answers",
    ),
)


def test_a_fault_is_said_under_its_field_and_nothing_is_saved(sold: World) -> None:
    at_moment(sold.max, "meeting_held")
    sold.max.presses(sold.max.modal, "Add a prompt")
    empty = dict.fromkeys(("help", "answers", "other_text", "other_answers"), "")
    for fields, where, words in FAULTS:
        errors = sold.max.submits({"text": ASKS, **empty, **fields})
        assert errors is not None, fields
        assert words in errors[where], fields
    assert stored(sold) == []


def test_a_preview_shows_it_in_both_languages_with_what_is_wrong(sold: World) -> None:
    at_moment(sold.max, "meeting_held")
    sold.max.presses(sold.max.modal, "Add a prompt")
    sold.max.fills("text", "What surprised {client} today!")
    sold.max.fills("other_text", "Was hat {client} heute überrascht?")
    sold.max.presses(sold.max.modal, "Preview")
    shown = sold.max.modal.words
    assert "What surprised Gira today!" in shown
    assert "Was hat Gira heute überrascht?\nEtwas … · Nichts Neues" in shown
    assert "The question*: Ask one question" in shown
    assert "Leave out the exclamation mark." in shown
    sold.max.fills("text", ASKS)
    sold.max.presses(sold.max.modal, "Preview")
    assert "It can be saved as it is." in sold.max.modal.words
    assert sold.max.submits() is None
    assert "What surprised Gira most today?" in at_moment(sold.max, "team")


def test_a_german_admin_writes_german_first(sold: World) -> None:
    sold.max.runs("/alongside help")
    with sold.services.transaction(sold.town.id) as store:
        store.people.set(sold.max.id, locale="de-DE")
    sold.max.runs("/alongside prompts")
    sold.max.selects(sold.max.modal, "prompts.at", "1::deal_won")
    sold.max.presses(sold.max.modal, "Frage hinzufügen")
    assert sold.max.submits({"text": "Worauf freut sich {client} am meisten?"}) is None
    (written,) = stored(sold)
    assert written["text"] == {"de": "Worauf freut sich {client} am meisten?"}
    assert written["moments"] == ["deal_won"]
    assert written["kind"] == "deals"


def stored(world: World) -> list[dict[str, object]]:
    with world.services.reading(world.town.id) as store:
        return [dict(one.entry) for one in store.team_prompts.written() if not one.is_removed]


def test_what_was_written_can_be_changed(sold: World) -> None:
    writes(sold.max, answers="This …\nNothing", other_text="Was hat {client} verwundert?",
           other_answers="Das …\nNichts")  # fmt: skip
    at_moment(sold.max, "team")
    sold.max.presses(sold.max.modal, "Edit")
    assert ASKS in str(sold.max.modal.raw)
    assert "This …\\nNothing" in str(sold.max.modal.raw)
    assert sold.max.submits({"text": "What made {client} smile today?"}) is None
    (written,) = stored(sold)
    assert written["text"] == {
        "en": "What made {client} smile today?",
        "de": "Was hat {client} verwundert?",
    }


def test_the_same_form_twice_is_one_prompt(sold: World) -> None:
    at_moment(sold.max, "meeting_held")
    sold.max.presses(sold.max.modal, "Add a prompt")
    sold.max.fills("text", ASKS)
    sold.slack.faults.add("repeated", event="view_submission")
    assert sold.max.submits() is None
    assert len(stored(sold)) == 1


REFUSED = "Only an admin of this workspace can do that."


def test_nobody_but_an_admin_opens_it(sold: World) -> None:
    assert sold.ada.runs("/alongside prompts").text == REFUSED
    assert sold.ada.modal is None


def test_a_forged_press_of_somebody_else_changes_nothing(sold: World) -> None:
    writes(sold.max)
    (written,) = stored(sold)
    before = (rows(sold, "team_prompts"), rows(sold, "silenced_prompts"))
    acts = [act for act in Act if act.value.startswith(("prompts.", "prompt."))]
    assert len(acts) == 8
    for act in acts:
        action_id, value = press(act, ref=str(written["id"]))
        view = {"type": "modal", "id": "V1", "private_metadata": "{}"}
        body = pressed(sold, action_id, value, view=view, trigger_id=f"T.{act}")
        assert send_interaction(sold, body).status_code == 200
        assert (rows(sold, "team_prompts"), rows(sold, "silenced_prompts")) == before
        assert sold.ada.modal is None or REFUSED in sold.ada.modal.words


def test_a_forged_form_of_somebody_else_saves_nothing(sold: World) -> None:
    body = submitted(sold, "team_prompt")
    typed = {"type": "plain_text_input", "value": ASKS}
    body["view"]["state"] = {"values": {"text": {"text": typed}}}
    body["view"]["blocks"] = [{"type": "input", "block_id": "moment"}]
    said = send_interaction(sold, body).get_json()
    assert said["errors"] == {"moment": REFUSED}
    assert rows(sold, "team_prompts") == []


def test_a_form_of_a_prompt_that_is_gone_is_a_clear_word(sold: World) -> None:
    writes(sold.max)
    at_moment(sold.max, "team")
    sold.max.presses(sold.max.modal, "Edit")
    with sold.services.transaction(sold.town.id) as store:
        (written,) = store.team_prompts.written()
        store.team_prompts.remove(written.id, sold.clock.now())
    errors = sold.max.submits({"text": "What made {client} smile today?"})
    assert errors is not None
    assert "nothing was changed" in next(iter(errors.values()))


@pytest.mark.prove
def test_no_more_than_a_team_can_look_through(sold: World) -> None:
    draft = Draft(words=Words("en", ASKS))
    with sold.services.transaction(sold.town.id) as store:
        for number in range(MOST_PROMPTS):
            name = f"team-{number}"
            entry = {**entry_of(draft, name), "moments": ["deal_won"]}
            store.team_prompts.write(name, entry, sold.clock.now())
    errors = writes(sold.max)
    assert isinstance(errors, dict)
    assert "A team can keep 60 prompts." in errors["text"]
    sold.max.closes_modal(everything=True)
    assert "64 questions" in at_moment(sold.max, "deal_won")
    sold.max.presses(sold.max.modal, "Page 2 of 3")
    sold.max.presses(sold.max.modal, "Page 3 of 3")
    assert sold.max.modal.labels.count("Edit") == 4


def test_one_that_no_longer_keeps_the_rules_is_shown_and_not_asked(sold: World) -> None:
    entry = entry_of(Draft(words=Words("en", "What can we push {client} to do?")), "team-old")
    with sold.services.transaction(sold.town.id) as store:
        store.team_prompts.write("team-old", entry, sold.clock.now())
        store.team_prompts.write("team-odd", {"text": ["?"]}, sold.clock.now())
    assert at_moment(sold.max, "meeting_held").count("It no longer keeps the rules") == 2
    with sold.services.reading(sold.town.id) as store:
        assert sold.services.catalogue_of(store).get("team-old") is None


def test_a_change_is_known_at_once_and_one_that_is_rolled_back_never(sold: World) -> None:
    services = sold.services
    first = services.catalogue.prompts[0].id
    with suppress(RuntimeError), services.transaction(sold.town.id) as store:
        store.team_prompts.silence(first, sold.clock.now())
        assert len(services.catalogue_of(store).prompts) == len(services.catalogue.prompts) - 1
        raise RuntimeError
    with services.reading(sold.town.id) as store:
        assert services.catalogue_of(store) is services.catalogue
    with services.transaction(sold.town.id) as store:
        store.team_prompts.silence(services.catalogue.prompts[1].id, sold.clock.now())
    with services.reading(sold.town.id) as store:
        known = services.catalogue_of(store)
        assert services.catalogue_of(store) is known, "read once"
        assert {one.id for one in services.catalogue.prompts} - {
            one.id for one in known.prompts
        } == {services.catalogue.prompts[1].id}
    with services.reading("T0OTHER") as store:
        assert services.catalogue_of(store) is services.catalogue


def test_reflect_asks_what_the_team_wrote(sold: World) -> None:
    writes(sold.max, "sixty_minutes", text="What did we learn from our clients this week?",
           kind="reflections")  # fmt: skip
    silences_all_but_own(sold, "sixty_minutes")
    silences_all_but_own(sold, "quarter_end")
    sold.ada.runs("/reflect")
    sold.works()
    assert "What did we learn from our clients this week?" in questions(sold.ada)[-1].text


def test_a_draft_shows_all_that_is_wrong_with_a_field_at_once() -> None:
    draft = replace(Draft(), words=Words("en", "Push them! And win?"))
    _, faults = check_draft(draft, "team-new", ())
    assert {one.code for one in faults} == {"exclamation_mark", "presses_client"}
