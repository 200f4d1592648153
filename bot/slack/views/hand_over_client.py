"""A client changes hands: a colleague is asked, and whoever takes it reads the facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.client_letters import ClientLetter, HandOverClient, PromisedThem
from bot.domain.record import LastTouch, OpenPromise
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, actions, button, context, menu, message, section
from bot.slack.views.client_dates import ahead_words
from bot.slack.views.client_facts import gave_words, quoted_goal, word_words
from bot.slack.views.days import long_day
from bot.slack.views.fields import (
    field,
    form,
    person_picker,
    read_note,
    read_person,
    read_several,
    several,
)
from bot.texts import _, ngettext

CALLBACK = "hand_over_client"
MOST_PROMISES = 10
_MOST_LINES = 5


def hand_over_client_form(
    client_id: str, client: str, own: Sequence[OpenPromise]
) -> dict[str, Any]:
    """Whom to ask, and which of one's promises to the client go along: all, unless unticked."""
    view = form(CALLBACK, _("Hand over"), _("Ask"), _("Cancel"), {"client_id": client_id})
    shown = own[:MOST_PROMISES]
    promises = []
    if shown:
        ticks = several(
            [(one.id, one.text) for one in shown], [one.id for one in shown], boxes=True
        )
        promises = [field("promises", _("Your promises that go along"), ticks)]
    return view | {
        "blocks": [
            section(_("*{client}* is to be kept by a colleague.").format(client=escape(client))),
            field("colleague", _("Who could take it over?"), person_picker(), needed=True),
            *promises,
            context(_("They get one message. It is yours until they take it; a no is not shown.")),
        ]
    }


def read_hand_over_client_form(
    view: Mapping[str, object],
) -> tuple[str, str | None, tuple[str, ...]]:
    """Which client, who is asked, and which promises go along."""
    chosen = read_several(view, "promises") or ()
    return read_note(view).get("client_id", ""), read_person(view, "colleague"), chosen


def hand_over_client_message(letter: HandOverClient, key: str) -> Message:
    """Who asks, and what was promised; Take it or Not me."""
    who = escape(letter.asked_by, 80) or _("A colleague")
    client = escape(letter.client)
    said = [_("{name} asks you to take over *{client}*.").format(name=who, client=client)]
    if letter.promises:
        said.append(_("These promises go along:"))
        said += _promised(letter.promises)
    ends = _("Until you take it, it stays with {name}. A no is not shown to anybody.")
    ends = ends.format(name=who)
    row = actions(
        button(_("Take it"), Act.TAKE_CLIENT, key, letter.client_id),
        button(_("Not me"), Act.NOT_MY_CLIENT, key, letter.client_id),
    )
    why = menu(((_("Why this?"), Act.WHY),), key)
    return message("\n".join([*said, ends]), section("\n".join(said), why), row, context(ends))


def client_letter_message(letter: ClientLetter) -> Message:
    """The facts of the client for its new owner, on one phone screen."""
    said = [
        _("*{client}* is yours now. What is on the record:").format(client=escape(letter.client)),
        *_goal(letter),
        *(
            _("Open with them: ‘{problem}’.").format(problem=escape(one, 200))
            for one in letter.problems[:3]
        ),
    ]
    if letter.promises:
        said += [_("Promised to them:"), *_promised(letter.promises)]
    else:
        said.append(_("No promise is open."))
    said += [_("There: {who}.").format(who=escape(one, 200)) for one in letter.people[:3]]
    word = letter.word_on and LastTouch(letter.word_on, letter.word_by, letter.word_way)
    said.append(word_words(word or None))
    gave = letter.gave_on and LastTouch(letter.gave_on, None, None, letter.gave_what)
    said.append(gave_words(gave or None, letter.asked_since))
    said.append(ahead_words(letter.dates))
    words = "\n".join(one for one in said if one)
    row = actions(
        button(_("Show"), Act.CLIENT_SHOW, ref=letter.client_id),
        button(_("Add a promise"), Act.PROMISE_ADD, ref=letter.client_id),
    )
    return message(words, section(words), row)


def _goal(letter: ClientLetter) -> list[str]:
    if not letter.goal:
        return [_("What they want is not on the record yet.")]
    quoted = quoted_goal(letter.goal, letter.goal_by, letter.goal_on)
    lines = [_("They want: {goal}.").format(goal=quoted)]
    if letter.measure:
        measure = escape(letter.measure, 200)
        lines.append(_("They will measure it by: {measure}.").format(measure=measure))
    return lines


def _promised(promises: Sequence[PromisedThem]) -> list[str]:
    lines = []
    for one in promises[:_MOST_LINES]:
        words = escape(one.text, 160)
        if one.due_on:
            words = _("{what}, by {day}").format(what=words, day=long_day(one.due_on))
        if one.owner:
            words = _("{what} ({owner})").format(what=words, owner=escape(one.owner, 80))
        lines.append(f"• {words}")
    more = len(promises) - _MOST_LINES
    if more > 0:
        lines.append(ngettext("• and {count} more", "• and {count} more", more).format(count=more))
    return lines
