"""The form that asks for help: the client's goal, one precise question, how long, and whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as values_field
from typing import Any

from bot.domain.asking_for_help import TimeBox
from bot.domain.best_minds import Match
from bot.slack.escape import plain
from bot.slack.views.ask_for_help import goal_line, time_box_label
from bot.slack.views.blocks import Block, context, section
from bot.slack.views.client_field import ClientNamed, client_fields, read_client
from bot.slack.views.fields import (
    Choices,
    choice,
    field,
    form,
    read_choice,
    read_several,
    read_typed,
    several,
    typed,
)
from bot.texts import _

CALLBACK = "swarm"


@dataclass(frozen=True, slots=True)
class SwarmStart:
    """What the form begins with."""

    known: Choices
    client_id: str | None = None
    client: str = ""
    goal: str | None = None
    question: str = ""
    matches: Sequence[Match] = values_field(default=())


@dataclass(frozen=True, slots=True)
class SwarmGiven:
    """What was asked, about whom, for how long, of whom."""

    client: ClientNamed
    question: str
    time_box: TimeBox
    wanted: tuple[str, ...]


def swarm_form(start: SwarmStart) -> dict[str, Any]:
    """The goal stands on top; whoever fits best comes first in the list."""
    view = form(CALLBACK, _("Ask for help"), _("Ask"), _("Cancel"), {})
    goal = goal_line(start.client, start.goal)
    new_name = "" if start.client_id else start.client
    boxes = [(box.value, time_box_label(box)) for box in TimeBox]
    return view | {
        "blocks": [
            *([section(goal)] if goal else []),
            *client_fields(start.known, start.client_id, new_name),
            field(
                "question",
                _("What exactly do you want to know?"),
                typed(start.question, lines=True),
                needed=True,
                hint=_("One precise question. Whoever is asked sees it with the client's goal."),
            ),
            field(
                "time_box",
                _("How much of their time?"),
                choice(boxes, TimeBox.HALF.value),
                needed=True,
            ),
            *_whom(start.matches),
        ]
    }


def read_swarm_form(view: Mapping[str, object]) -> SwarmGiven:
    """What was written and chosen."""
    box = read_choice(view, "time_box")
    return SwarmGiven(
        read_client(view),
        read_typed(view, "question") or "",
        TimeBox(box) if box in set(TimeBox) else TimeBox.HALF,
        read_several(view, "whom") or (),
    )


def _whom(matches: Sequence[Match]) -> list[Block]:
    if not matches:
        return [
            context(
                _(
                    "Nobody listed topics who can be asked just now. You can post the question in "
                    "a channel instead; you see it first."
                )
            )
        ]
    options = [(one.expert.id, _label(one)) for one in matches]
    small = _("Left empty, the best match is asked, then the next one. Nobody sees a no.")
    return [field("whom", _("Whom to ask"), several(options), hint=small)]


def _label(match: Match) -> str:
    name = plain(match.expert.name, 40) or _("A colleague")
    topics = plain(", ".join(match.expert.topics), 200)
    if match.expert.has_helped_client:
        return _("{name}, helped them before: {topics}").format(name=name, topics=topics)
    return _("{name}: {topics}").format(name=name, topics=topics)
