"""Our own prompts keep the contract, are filled safely, and a team's faults are named."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.prompt import Prompt
from bot.domain.vocabulary import Habit, MomentKind
from bot.prompts.catalogue import SLACK_ID_STARTS, Catalogue, PromptsError, load
from bot.prompts.contract import LANGUAGES, NOT_QUESTIONS, breaches, words_in
from bot.prompts.known_facts import FACTS, QUOTED
from bot.prompts.likeness import MOST_LIKENESS, likeness

OURS = load()
FACT = {
    "client": "Gira",
    "deal": "Gira rollout",
    "goal": "fewer callouts at night",
    "goal_on": "2026-05-03",
    "problem": "three vendors blame each other",
    "measure": "calls per night",
    "days": "90",
}
TODAY = date(2026, 11, 25)
ENTRY = """
[[prompt]]
id = "ours-too"
family = "team"
habit = "goal"
kind = "meetings"
text.en = "What does {client} hope for?"
text.de = "Was hofft {client}?"
help.en = "In their words."
help.de = "In ihren Worten."
choices = [
  { code = "nothing_new", label = { en = "Nothing new", de = "Nichts Neues" } },
  { code = "something", label = { en = "Something", de = "Etwas" }, opens = true },
]
records = "goal"
evidence = "Our own habit."
grade = "none"
near_measure = "answered"
needs = ["client"]
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    folder = tmp_path / "prompts"
    folder.mkdir()
    return folder


def fault(team: Path, entry: str) -> tuple[str | None, str]:
    (team / "meeting_held.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(PromptsError) as caught:
        load([team])
    problem = caught.value.problems[0]
    assert problem.file.endswith("meeting_held.toml")
    assert "meeting_held.toml" in str(caught.value)
    return problem.prompt, problem.code


@pytest.mark.parametrize("prompt", OURS.prompts, ids=lambda prompt: prompt.id)
def test_each_keeps_the_contract(prompt: Prompt) -> None:
    assert list(breaches(prompt)) == []
    assert not prompt.id.startswith(SLACK_ID_STARTS)
    assert set(prompt.texts) == set(prompt.helps) == set(LANGUAGES)
    assert not prompt.is_of_team


def test_there_are_enough_over_all_habits_moments_and_families() -> None:
    at = Counter(moment for one in OURS.prompts for moment in one.moments)
    assert len(OURS.prompts) >= 66
    assert set(at) == set(MomentKind) - NOT_QUESTIONS
    assert min(at.values()) >= 3
    # Own is trained by promises, which come back in the morning note and are no question.
    assert {one.habit for one in OURS.prompts} == set(Habit) - {Habit.OWN}
    of = Counter(one.family for one in OURS.prompts)
    assert set(of) == {f"P{number}" for number in range(1, 14)} - {"P5"}
    assert min(of.values()) >= 3


def test_no_two_anywhere_say_the_same_in_other_words() -> None:
    """The loader holds those of one moment to it; ours differ over all moments."""
    alike = [
        (first.id, second.id)
        for first, second in combinations(OURS.prompts, 2)
        for language in LANGUAGES
        if likeness(first.texts[language], second.texts[language]) >= MOST_LIKENESS
    ]
    assert alike == []


@pytest.mark.parametrize("days", [30, 90, 180, 365])
def test_each_check_in_after_a_won_deal_has_a_thought_of_its_own(days: int) -> None:
    own = [one for one in OURS.prompts if f"at_{days}" in one.needs and "was_won" in one.needs]
    assert len(own) == 1


def test_every_habit_has_its_second_turn() -> None:
    turns = [one for one in OURS.prompts if MomentKind.ANSWER_GIVEN in one.moments]
    assert {one.habit for one in turns} == set(Habit) - {Habit.OWN}


def test_the_measure_of_tone() -> None:
    text, _, buttons = OURS.words("adds-or-changes", "en-GB", FACT, TODAY)
    assert text == (
        "In May, Gira wanted ‘fewer callouts at night’. "
        "What did you hear today that adds to that, or changes it?"
    )
    assert [label for _, label, _ in buttons] == ["Nothing new", "Something", "Did not come up"]
    assert [opens for _, _, opens in buttons] == [False, True, False]


def test_in_the_person_s_language_else_in_english() -> None:
    german, _, buttons = OURS.words("adds-or-changes", "de_DE", FACT, TODAY)
    assert german.startswith("Im Mai wollte Gira")
    assert buttons[0][1] == "Nichts Neues"
    assert OURS.words("want-to-do", "ja-JP", FACT)[0] == OURS.words("want-to-do", "en", FACT)[0]


def test_a_month_of_another_year_bears_its_year() -> None:
    text = OURS.words("adds-or-changes", "en", FACT | {"goal_on": "2025-05-03"}, TODAY)[0]
    assert text.startswith("In May 2025, Gira")


def test_a_long_quote_is_cut_and_shows_it() -> None:
    goal = "to have " + "very " * 40 + "few callouts"
    text = OURS.words("adds-or-changes", "en", FACT | {"goal": goal}, TODAY)[0]
    assert "…’" in text
    assert words_in(text) <= 25
    one_word = OURS.words("adds-or-changes", "en", FACT | {"goal": "x" * 9000}, TODAY)[0]
    assert len(one_word) < 300


@pytest.mark.parametrize(
    "hostile",
    ["{0.__class__}", "{goal}", "{client!r:>999999999}", "%(client)s", "{{}}", "$client", "\\1"],
)
def test_what_users_typed_is_never_a_template(hostile: str) -> None:
    text = OURS.words("want-to-do", "en", {"client": hostile})[0]
    assert text == f"What does {hostile} want to do, in their own words?"


@given(
    st.sampled_from(OURS.prompts),
    st.sampled_from(["en", "de", "", "x", "pt-BR"]),
    st.dictionaries(st.sampled_from(sorted(FACTS)), st.text(max_size=300)),
)
def test_any_facts_give_a_question(prompt: Prompt, locale: str, facts: dict[str, str]) -> None:
    given_facts = facts | {"client": "Gira", "deal": "Rollout"}
    text, help_text, buttons = OURS.words(prompt.id, locale, given_facts, TODAY)
    assert text
    assert help_text
    assert 2 <= len(buttons) <= 4
    assert "\n" not in text
    quoted = any(name in facts for name in QUOTED)
    assert words_in(text) <= 25 or not quoted


def test_an_id_that_is_gone_is_none() -> None:
    assert OURS.get("of-last-year") is None
    assert OURS.get("want-to-do") is not None


def test_a_team_adds_its_own(team: Path) -> None:
    (team / "deal_won.toml").write_text(ENTRY, encoding="utf-8")
    both: Catalogue = load([team])
    added = both.get("ours-too")
    assert added is not None
    assert added.moments == {MomentKind.DEAL_WON}
    assert len(both.prompts) == len(OURS.prompts) + 1


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("What does {client} hope for?", "What does {client} hope for", "not_one_question"),
        ("hope for?", "hope for? And why?", "not_one_question"),
        ("hope for?", "hope " + "so much " * 12 + "for?", "too_many_words"),
        ("In their words.", "In their words!", "exclamation_mark"),
        ("In their words.", "In their words?", "question_in_help"),
        ("In their words.", "word " * 31, "help_too_long"),
        ("hope for?", "need to close this?", "banned_claim"),
        ("hope for?", "need so that revenue grows?", "banned_claim"),
        ("What does {client} hope for?", "How can you push {client} on?", "presses_client"),
        ("In their words.", "Great, well done so far.", "not_a_peer"),
        ("{client} hope", "{nobody} hope", "unknown_place"),
        ("{client} hope", "{client.name} hope", "unknown_place"),
        ("{client} hope", "{goal} hope", "place_not_needed"),
        ("{client} hope", "{client hope", "stray_brace"),
        ("In their words.", "For you alone.", "not_private"),
        ("In ihren Worten.", "Nur für dich.", "not_private"),
        ("hofft {client}", "hoffen sie", "places_differ"),
        ('needs = ["client"]', 'needs = ["client", "deal"]', "never_known_then"),
        ('needs = ["client"]', 'moments = ["promise_due"]', "no_question_then"),
        ("hope for?", "hope\\u202e for?", "not_one_line"),
        ("hope for?", "hope\\nfor?", "not_one_line"),
        ("What does {client} hope for?", "What does {client} want to do?", "too_alike"),
        ("Was hofft {client}?", "Was will {client} erreichen, mit Worten?", "too_alike"),
        ('id = "ours-too"', 'id = "team-1"', "id_reserved"),
        ('en = "Nothing new"', 'en = "Something"', "labels_alike"),
        ('en = "Nothing new"', 'en = "Really?"', "bad_label"),
        ("text.de =", "text.xx =", "unknown_word"),
        ("hope for?", "institutionally internationalisation anticipate?", "hard_to_read"),
        ('family = "team"', 'family = "P2"', "habit_not_of_family"),
        ('kind = "meetings"', 'kind = "lunches"', "unknown_word"),
        ('habit = "goal"', "habit = 3", "unknown_word"),
        ('grade = "none"', 'grade = "Z"', "unknown_grade"),
        ('records = "goal"', 'records = "secrets"', "unknown_answer"),
        ('needs = ["client"]', 'needs = ["client", "salary"]', "unknown_fact"),
        ('needs = ["client"]', 'needs = ["client"]\nsurprise = 1', "unknown_field"),
        ('needs = ["client"]', 'needs = ["client"]\nper_week = 0', "not_a_count"),
        ('needs = ["client"]', 'needs = ["client"]\nprior = [0, "x"]', "bad_prior"),
        ('code = "something"', 'code = "nothing_new"', "choice_twice"),
        ('code = "something"', 'code = "Some thing"', "bad_choice_code"),
        ('en = "Something"', 'en = "' + "x" * 31 + '"', "bad_label"),
        ('id = "ours-too"', 'id = "Ours Too"', "bad_id"),
        ('id = "ours-too"', 'id = "want-to-do"', "id_taken"),
        ('text.de = "Was hofft {client}?"\n', "", "language_missing"),
        ('evidence = "Our own habit."\n', "", "missing"),
    ],
)
def test_a_team_s_faults_are_named(team: Path, was: str, becomes: str, code: str) -> None:
    assert was in ENTRY
    prompt, found = fault(team, ENTRY.replace(was, becomes, 1))
    assert found == code
    assert prompt is not None


@pytest.mark.parametrize(
    ("family", "line", "code"),
    [
        ("P2", "per_week = 2", "above_cap"),
        ("P2", "", "above_cap"),
        ("P2", 'per_week = 1\nmoments = ["deal_won"]', "moment_not_of_family"),
        ("P4", 'moments = ["deal_won"]\ndeal_every_days = 13', "above_cap"),
        ("P8", 'moments = ["quarter_end"]\nevery_days = 8', "above_cap"),
        ("P12", 'moments = ["deal_lost"]\ndeal_every_days = 28\ngrade = "B"', "grade_above_family"),
    ],
)
def test_a_family_has_its_frame(team: Path, family: str, line: str, code: str) -> None:
    habits = {"P2": "listen", "P4": "goal", "P8": "success", "P12": "long_game"}
    kinds = {"P2": "meetings", "P4": "deals", "P8": "reflections", "P12": "deals"}
    entry = ENTRY.replace('"team"', f'"{family}"').replace('"goal"', f'"{habits[family]}"', 1)
    entry = entry.replace('kind = "meetings"', f'kind = "{kinds[family]}"')
    if "grade" in line:
        entry = entry.replace('grade = "none"\n', "")
    assert fault(team, f"{entry}\n{line}\n")[1] == code


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("not toml = = 1", "unreadable"),
        ("prompt = 3", "not_a_list"),
        ("prompt = [3]", "not_a_table"),
        ("", "no_prompt"),
        ("[[prompts]]", "unknown_field"),
        ("x = " + "[" * 9000, "unreadable"),
        ("x = " + "9" * 9000, "unreadable"),
        ("#" * 500_001, "too_large"),
        ("[[prompt]]\nid = 3", "not_a_text"),
    ],
)
def test_a_file_that_is_none_is_named(team: Path, entry: str, code: str) -> None:
    assert fault(team, entry)[1] == code


def test_all_faults_are_told_at_once_with_what_to_write(team: Path) -> None:
    (team / "meeting_held.toml").write_text(ENTRY.replace("?", "!"), encoding="utf-8")
    (team / "lunch.toml").write_text(ENTRY.replace("ours-too", "at-lunch"), encoding="utf-8")
    (team / "deal_won.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PromptsError) as caught:
        load([team, team / "nowhere"])
    codes = {problem.code for problem in caught.value.problems}
    assert codes >= {"not_one_question", "exclamation_mark", "unknown_word", "no_folder"}
    told = str(caught.value).splitlines()
    assert any("meeting_held.toml: ours-too text.en: Ask one question" in line for line in told)
    assert any("lunch.toml: at-lunch moments: `moments` knows no ‘lunch’" in one for one in told)
    assert any("meeting_held, " in line for line in told), "what would have been taken is named"
    assert any("deal_won.toml: This is no TOML in UTF-8" in line for line in told)


def test_a_team_may_write_in_one_language_alone(team: Path) -> None:
    lines = [line for line in ENTRY.splitlines() if not line.startswith(("text.en", "help.en"))]
    german = "\n".join(lines).replace('en = "Nothing new", ', "").replace('en = "Something", ', "")
    (team / "deal_won.toml").write_text(german, encoding="utf-8")
    both = load([team])
    assert both.words("ours-too", "en-GB", FACT)[0] == "Was hofft Gira?"


def test_as_one_team_has_it() -> None:
    added, gone = OURS.prompts[0], OURS.prompts[1]
    theirs = Catalogue((), {}).with_team([added], [gone], {"stop-showing"})
    assert theirs.prompts == (added,)
    assert theirs.get(gone.id) == gone, "what was asked of it can still be answered"
    ours = OURS.with_team((), (), {"stop-showing"})
    assert len(ours.prompts) == len(OURS.prompts) - 1
    assert ours.get("stop-showing") is not None
    assert OURS.with_team((), (), ()).prompts == OURS.prompts
