"""What is wrong with a prompt, and what to write instead: for files at start, and under fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts import _

FAULTS: Mapping[str, Callable[[], str]] = {
    "no_folder": lambda: _("There is no such folder. Make it, or mend PROMPTS_FOLDER."),
    "unreadable": lambda: _("This is no TOML in UTF-8: {found}."),
    "too_large": lambda: _("The file is larger than 500 kB. Divide it into several."),
    "not_a_list": lambda: _("`{where}` must be a list: begin each prompt with [[prompt]]."),
    "no_prompt": lambda: _("There is no prompt in it. Begin each with [[prompt]]."),
    "not_a_table": lambda: _("`{where}` must be a table of names and values."),
    "unknown_field": lambda: _("There is no field `{where}`. Take it out, or mend its name."),
    "missing": lambda: _("`{where}` is missing. Add it."),
    "not_a_text": lambda: _("`{where}` must be some words in quotes."),
    "too_long": lambda: _("`{where}` is longer than 600 characters. Make it shorter."),
    "no_words": lambda: _("`{where}` must be given by language, such as {where}.en."),
    "not_a_yes_or_no": lambda: _("`{where}` must be true or false."),
    "not_a_count": lambda: _("`{where}` must be a whole number from 1 to 400."),
    "bad_prior": lambda: _("`prior` must be two numbers from 0.5 to 1000."),
    "unknown_word": lambda: _("`{where}` knows no ‘{found}’. Take one of: {known}."),
    "bad_id": lambda: _("‘{found}’ is no id. Write small letters, digits and hyphens."),
    "id_taken": lambda: _("Another prompt has this id. Choose a new one."),
    "id_reserved": lambda: _("Ids that begin with team- belong to prompts written in Slack."),
    "too_alike": lambda: _("This says nearly the same as ‘{found}’. Ask something else."),
    "no_moment": lambda: _("It needs a moment at which it is asked."),
    "no_question_then": lambda: _("No question is asked at {found}. Take another moment."),
    "habit_not_of_family": lambda: _("Its family trains another habit than {found}."),
    "kind_not_of_family": lambda: _("Its family is of another kind than {found}."),
    "moment_not_of_family": lambda: _("Its family is not asked at {found}."),
    "unknown_grade": lambda: _("‘{found}’ is no grade. Take A, A-, A/B, B, C or none."),
    "grade_above_family": lambda: _("Its family is not as well supported as {found}."),
    "above_cap": lambda: _("Its family may not come that often: set {where} to {found}."),
    "unknown_answer": lambda: _(
        "`records` knows no ‘{found}’. Take goal, measure, problem, people, learned, plan or "
        "reflection."
    ),
    "unknown_press": lambda: _("No button can record ‘{found}’."),
    "unknown_fact": lambda: _("Nothing is known by the name of ‘{found}’."),
    "needs_and_unless": lambda: _("It cannot both need {found} and be closed by it."),
    "never_known_then": lambda: _("{found} is never known at this moment. Leave it out."),
    "language_missing": lambda: _("It is missing in ‘{found}’. Add it, or leave that language."),
    "places_differ": lambda: _("Both languages must use the same facts: {found}."),
    "not_one_question": lambda: _("Ask one question, and end with its question mark."),
    "too_many_words": lambda: _(
        "These are {found} words; 25 are the most, 19 where the client is quoted."
    ),
    "two_quotes": lambda: _("Quote the client once: goal, problem or measure."),
    "hard_to_read": lambda: _(
        "This is hard to read, at grade {found}; 8 is the most. Shorter words help."
    ),
    "help_too_long": lambda: _("These are {found} words of help; 30 are the most."),
    "not_private": lambda: _(
        "It says that the answer is theirs alone, and it goes on the client's record as {found}."
    ),
    "question_in_help": lambda: _("Ask only once: the help holds no question."),
    "not_one_line": lambda: _("Write it on one line, without hidden signs."),
    "exclamation_mark": lambda: _("Leave out the exclamation mark."),
    "banned_claim": lambda: _("‘{found}’ promises or counts sales. Ask about the client instead."),
    "presses_client": lambda: _("‘{found}’ presses the client. Ask what they want instead."),
    "not_a_peer": lambda: _("‘{found}’ praises, thanks or scolds. Say it as a colleague would."),
    "stray_brace": lambda: _("A brace stands alone. Write facts like {example}."),
    "unknown_place": lambda: _("‘{found}’ cannot be filled in. Write {places}."),
    "place_not_needed": lambda: _("It shows {found}, so `needs` must name it."),
    "choices_count": lambda: _("It has {found} answers; write two, three or four."),
    "answers_count": lambda: _("Write two or three answers, one a line."),
    "answers_differ": lambda: _("Write as many answers in both languages, in the same order."),
    "choice_twice": lambda: _("Two answers have the same code: {found}."),
    "labels_alike": lambda: _("Two answers say the same."),
    "bad_choice_code": lambda: _("‘{found}’ is no code. Write small letters and underscores."),
    "no_press_is_enough": lambda: _("One answer at least must be given by a press alone."),
    "bad_label": lambda: _("‘{found}’ does not fit on a button: 30 plain characters are the most."),
    "too_many_prompts": lambda: _("A team can keep {found} prompts. Remove one first."),
}
"""Each code's words. To add a point to the contract: a line here."""

_EXAMPLES = {
    "example": "{client}",
    "places": "{client}, {goal}, {goal_month}, {goal_by}, {problem}, {measure}, {deal}, {stage}, "
    "{amount}, {days}",
}


def fault_words(code: str, found: str = "", where: str = "", known: str = "") -> str:
    """One sentence: what was found, and what to write."""
    said = {"found": found, "where": where, "known": known, **_EXAMPLES}
    return FAULTS[code]().format_map(said) if code in FAULTS else code
