"""What a question about a meeting offers besides its answers: who talked more, beside the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.answers import WhoTalked
from bot.domain.briefs import AfterMeeting, Went
from bot.domain.letters import Shown
from bot.domain.listening import TheyTalked
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, actions, button, context
from bot.slack.views.fields import field, form, read_note, read_typed, typed
from bot.texts import _

CALLBACK = "learned"


def after_blocks(
    after: AfterMeeting | None, key: str, shown: Shown | None
) -> tuple[list[str], list[Block | None]]:
    """The lines for push and screen readers, and the blocks; what was told is said to be noted."""
    if after is None:
        return [], []
    done: Mapping[str, str] = shown.done if shown is not None else {}
    said: list[str] = []
    blocks: list[Block | None] = []
    for words, row in (*_plan_part(after, key, done), *_talked_part(after, key, done)):
        said.append(words)
        blocks += [context(words), row]
    return said, blocks


def learned_form(key: str, learned: str | None) -> dict[str, Any]:
    """The one field after the press."""
    view = form(CALLBACK, _("What you learned"), _("Save"), _("Cancel"), {"key": key})
    words = _("What did you learn that you did not know?")
    hint = _("Yours alone.")
    return view | {"blocks": [field("learned", words, typed(learned, lines=True), hint=hint)]}


def read_learned_form(view: Mapping[str, object]) -> tuple[str, str | None]:
    """The key of the question's message, and what was written."""
    return read_note(view).get("key", ""), read_typed(view, "learned")


def listening_words(they: TheyTalked) -> str:
    """For Home: a range, and where it comes from."""
    return _(
        "In {low} to {high} of your last {count} meetings they talked more, "
        "going by what you pressed. Only you see this."
    ).format(low=they.low, high=they.high, count=they.of)


def _plan_part(
    after: AfterMeeting, key: str, done: Mapping[str, str]
) -> list[tuple[str, Block | None]]:
    if not after.brief_id:
        return []
    words = _("You planned {planned} of {count} minutes for what they want.").format(
        planned=after.planned, count=after.of
    )
    if "went" in done:
        return [(f"{words} {_('Noted.')}", None)]
    row = actions(
        button(_("Went as planned"), Act.WENT, key, Went.AS_PLANNED.value),
        button(_("Went otherwise"), Act.WENT, key, Went.OTHERWISE.value),
    )
    return [(words, row)]


def _talked_part(
    after: AfterMeeting, key: str, done: Mapping[str, str]
) -> list[tuple[str, Block | None]]:
    if not after.asks_who_talked:
        return []
    if "talked" in done:
        more = button(_("What you learned"), Act.LEARNED, key)
        row = None if "learned" in done else actions(more)
        return [(_("Who talked more: noted, for you alone."), row)]
    row = actions(
        button(_("They did"), Act.TALKED, key, WhoTalked.THEY.value),
        button(_("About even"), Act.TALKED, key, WhoTalked.EVEN.value),
        button(_("We did"), Act.TALKED, key, WhoTalked.WE.value),
    )
    return [(_("Who talked more, for you alone:"), row)]
