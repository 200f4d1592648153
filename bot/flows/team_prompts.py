"""An admin adds prompts of the team's own, changes or removes them, and silences others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.prompt import Prompt
from bot.domain.vocabulary import AdminAct
from bot.errors import TellUser
from bot.flows.admins import must_be_admin, note_act
from bot.prompts.catalogue import SLACK_ID_STARTS, Catalogue
from bot.prompts.contract import Breach
from bot.prompts.written import Draft, check_draft, draft_of, entry_of, read_written
from bot.store.ids import new_id
from bot.store.store import Store

MOST_PROMPTS = 60
_NEW = "team-new"
"""Stands for a prompt that has no id yet."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One prompt as an admin sees it; `prompt` is None where it no longer keeps the contract."""

    id: str
    prompt: Prompt | None
    is_silenced: bool
    was_written_here: bool
    draft: Draft | None = None


def list_prompts(store: Store, ours: Catalogue, person: Person) -> list[Listed]:
    """Everything that can be asked in this team, and what was silenced."""
    must_be_admin(store, person)
    silenced = store.team_prompts.silenced()
    listed = [Listed(one.id, one, one.id in silenced, False) for one in ours.prompts]
    for row in store.team_prompts.written():
        if not row.is_removed:
            prompt = read_written(row.id, row.entry)
            here = Listed(row.id, prompt, row.id in silenced, True, draft_of(row.entry))
            listed.append(here)
    return listed


def draft_written(store: Store, person: Person, prompt_id: str) -> Draft:
    """What was written, for it to be changed; TellUser `prompt_gone` where there is none."""
    must_be_admin(store, person)
    for row in store.team_prompts.written():
        if row.id == prompt_id and not row.is_removed:
            return draft_of(row.entry)
    raise TellUser("prompt_gone")


def look_over(
    store: Store, spoken: Catalogue, person: Person, draft: Draft, prompt_id: str | None
) -> tuple[Prompt | None, tuple[Breach, ...]]:
    """What a draft would look like, and what is wrong with it by field; nothing is saved."""
    must_be_admin(store, person)
    prompt, faults = check_draft(draft, prompt_id or _NEW, spoken.prompts)
    kept = sum(not row.is_removed for row in store.team_prompts.written())
    if prompt_id is None and kept >= MOST_PROMPTS:
        faults = (Breach("too_many_prompts", str(MOST_PROMPTS), "text"), *faults)
    return prompt, faults


def write_prompt(
    store: Store,
    spoken: Catalogue,
    person: Person,
    draft: Draft,
    prompt_id: str | None,
    now: datetime,
) -> tuple[Breach, ...]:
    """Save a draft that keeps the contract; else nothing is saved, and what is wrong comes back."""
    must_be_admin(store, person)
    store.team_prompts.take_turns()
    if prompt_id is not None:
        draft_written(store, person, prompt_id)
    _, faults = look_over(store, spoken, person, draft, prompt_id)
    if faults:
        return faults
    fresh_id = prompt_id or f"{SLACK_ID_STARTS}{new_id()}"
    store.team_prompts.write(fresh_id, entry_of(draft, fresh_id), now)
    act = AdminAct.PROMPT_CHANGED if prompt_id else AdminAct.PROMPT_ADDED
    note_act(store, person, act, now, draft.words.text)
    return ()


def remove_prompt(store: Store, person: Person, prompt_id: str, now: datetime) -> None:
    """A prompt of the team's own is asked no more."""
    draft = draft_written(store, person, prompt_id)
    store.team_prompts.remove(prompt_id, now)
    note_act(store, person, AdminAct.PROMPT_REMOVED, now, draft.words.text)


def silence_prompt(
    store: Store, ours: Catalogue, person: Person, prompt_id: str, now: datetime
) -> None:
    """Nobody in this team is asked this."""
    words = _must_be_there(store, ours, person, prompt_id)
    if prompt_id not in store.team_prompts.silenced():
        store.team_prompts.silence(prompt_id, now)
        note_act(store, person, AdminAct.PROMPT_SILENCED, now, words)


def speak_again(
    store: Store, ours: Catalogue, person: Person, prompt_id: str, now: datetime
) -> None:
    """It may be asked as before."""
    words = _must_be_there(store, ours, person, prompt_id)
    if prompt_id in store.team_prompts.silenced():
        store.team_prompts.speak_again(prompt_id)
        note_act(store, person, AdminAct.PROMPT_SPOKEN, now, words)


def _must_be_there(store: Store, ours: Catalogue, person: Person, prompt_id: str) -> str:
    """The words of a prompt that can be asked here."""
    must_be_admin(store, person)
    prompt = ours.get(prompt_id)
    if prompt is None:
        return draft_written(store, person, prompt_id).words.text
    return next(iter(prompt.texts.values()), prompt_id)
