"""The catalogue in an admin's hands: look through it, silence, add, change, remove."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.quiet import local_day
from bot.domain.vocabulary import Kind, MomentKind
from bot.flows import team_prompts
from bot.flows.admins import must_be_admin
from bot.prompts.written import Draft, Words
from bot.slack.doors import After, Doors, Errors, Open, Visit
from bot.slack.payloads import PressIn, SubmissionIn, modal_of
from bot.slack.presses import Act
from bot.slack.views import prompt_form
from bot.slack.views.fields import read_note
from bot.slack.views.prompt_list import prompt_list
from bot.texts import language


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.PROMPTS] = open_prompts
    doors.presses[Act.PROMPTS_AT] = show_moment
    doors.presses[Act.PROMPT_SILENCE] = silence
    doors.presses[Act.PROMPT_SPEAK] = speak_again
    doors.presses[Act.PROMPT_REMOVE] = remove
    doors.presses[Act.PROMPT_ADD] = add
    doors.presses[Act.PROMPT_EDIT] = edit
    doors.presses[Act.PROMPT_PREVIEW] = preview
    doors.forms[prompt_form.CALLBACK] = submit


def open_prompts(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - a press is a press
    """From Home's settings."""
    return Open(prompts_view(visit))


def prompts_view(visit: Visit, place: str = "") -> dict[str, object]:
    """One page of the catalogue, with what the team wrote and silenced."""
    listed = team_prompts.list_prompts(visit.store, visit.services.catalogue, visit.person)
    return prompt_list(listed, place, local_day(visit.now, visit.person.zone))


def show_moment(visit: Visit, pressed: PressIn) -> After:
    """Another moment or another page."""
    return Open(prompts_view(visit, pressed.press.ref), modal_of(pressed))


def silence(visit: Visit, pressed: PressIn) -> After:
    """This one is asked no more."""
    ours = visit.services.catalogue
    team_prompts.silence_prompt(visit.store, ours, visit.person, pressed.press.ref, visit.now)
    return _same_page(visit, pressed)


def speak_again(visit: Visit, pressed: PressIn) -> After:
    """This one may be asked again."""
    ours = visit.services.catalogue
    team_prompts.speak_again(visit.store, ours, visit.person, pressed.press.ref, visit.now)
    return _same_page(visit, pressed)


def remove(visit: Visit, pressed: PressIn) -> After:
    """One of the team's own goes."""
    team_prompts.remove_prompt(visit.store, visit.person, pressed.press.ref, visit.now)
    return _same_page(visit, pressed)


def add(visit: Visit, pressed: PressIn) -> After:
    """The form, for the moment that was being looked at."""
    must_be_admin(visit.store, visit.person)
    place = read_note(pressed.view).get("place", "").partition("@")[0]
    return Open(prompt_form.prompt_form(_blank(place)), modal_of(pressed))


def edit(visit: Visit, pressed: PressIn) -> After:
    """The form with what was written."""
    draft = team_prompts.draft_written(visit.store, visit.person, pressed.press.ref)
    return Open(prompt_form.prompt_form(draft, pressed.press.ref), modal_of(pressed))


def preview(visit: Visit, pressed: PressIn) -> After:
    """How it would look, and what is wrong with it; nothing is saved."""
    draft, prompt_id = prompt_form.read_prompt_form(pressed.view)
    spoken = visit.services.catalogue_of(visit.store)
    found, faults = team_prompts.look_over(visit.store, spoken, visit.person, draft, prompt_id)
    today = local_day(visit.now, visit.person.zone)
    blocks = prompt_form.preview_blocks(found, faults, draft, today)
    return Open(prompt_form.prompt_form(draft, prompt_id, blocks), modal_of(pressed))


def submit(visit: Visit, submitted: SubmissionIn) -> Errors | None:
    """Saved, or told under each field what to write instead."""
    draft, prompt_id = prompt_form.read_prompt_form(submitted.view)
    spoken = visit.services.catalogue_of(visit.store)
    faults = team_prompts.write_prompt(
        visit.store, spoken, visit.person, draft, prompt_id, visit.now
    )
    return Errors(prompt_form.prompt_errors(faults), are_words=True) if faults else None


def _blank(place: str) -> Draft:
    """An empty form, first in the admin's own language."""
    blank = Draft()
    if language() == "de":
        blank = replace(blank, words=Words("de"), other=Words("en"))
    kind = _KIND_AT.get(place)
    return blank if kind is None else replace(blank, moment=place, kind=kind.value)


def _same_page(visit: Visit, pressed: PressIn) -> Open:
    place = read_note(pressed.view).get("place", "")
    return Open(prompts_view(visit, place), modal_of(pressed))


_KIND_AT: dict[str, Kind] = {
    MomentKind.MEETING_HELD: Kind.MEETINGS,
    MomentKind.MEETING_AHEAD: Kind.MEETINGS,
    MomentKind.DEAL_CREATED: Kind.DEALS,
    MomentKind.DEAL_MOVED: Kind.DEALS,
    MomentKind.DEAL_CHANGED: Kind.DEALS,
    MomentKind.DEAL_QUIET: Kind.DEALS,
    MomentKind.DEAL_WON: Kind.DEALS,
    MomentKind.DEAL_LOST: Kind.DEALS,
    MomentKind.RENEWAL_TALK: Kind.RELATIONSHIPS,
    MomentKind.CHECK_IN_DUE: Kind.CHECK_INS,
    MomentKind.PROBLEM_OPEN: Kind.RELATIONSHIPS,
    MomentKind.RELATIONSHIP_COOLING: Kind.RELATIONSHIPS,
    MomentKind.GOAL_STALE: Kind.RELATIONSHIPS,
    MomentKind.QUARTER_END: Kind.REFLECTIONS,
    MomentKind.SIXTY_MINUTES: Kind.REFLECTIONS,
    MomentKind.ANSWER_GIVEN: Kind.MEETINGS,
}
"""What a prompt at a moment usually is of; the admin may choose another."""
