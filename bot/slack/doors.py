"""The doors through which Slack comes in: which listener answers what, and what may come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.people import Person
from bot.services import Services
from bot.slack.payloads import CommandIn, EventIn, PressIn, ShortcutIn, SubmissionIn
from bot.slack.presses import Act
from bot.slack.views.blocks import Message
from bot.store.store import Store

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Visit:
    """One press, command, form or shortcut, inside its transaction."""

    services: Services
    store: Store
    person: Person
    now: datetime
    key: str
    """Names this visit: a second delivery of it has the same."""


@dataclass(frozen=True, slots=True)
class Say:
    """Tell the person, and nobody else. `replaces` puts it where the pressed message stood."""

    said: Message
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """Open a form, or put it in the place of the one that is open (`view_id`)."""

    view: View
    view_id: str | None = None


@dataclass(frozen=True, slots=True)
class Errors:
    """What is wrong with a form, by field; the form stays open with its words."""

    by_field: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict)
    are_words: bool = False
    """Whether the fields name ready words already, in place of codes."""


@dataclass(frozen=True, slots=True)
class CloseAll:
    """Close every form that is open, one on top of another."""


After = Say | Open | None
OnEvent = Callable[[Services, EventIn], None]
OnPress = Callable[[Visit, PressIn], After]
AfterForm = Errors | Open | CloseAll | Say | None
OnForm = Callable[[Visit, SubmissionIn], AfterForm]
"""`Say` puts words where the form was. `Open` lays a further form on top and saves nothing:
whoever goes back may submit again."""
OnShortcut = Callable[[Visit, ShortcutIn], After]
OnCommand = Callable[[Visit, CommandIn, str], Say | Open]


@dataclass(slots=True)
class Doors:
    """Who answers what. Each listener opens its doors once, when the app is built."""

    events: dict[str, OnEvent] = field(default_factory=dict)
    presses: dict[Act, OnPress] = field(default_factory=dict)
    forms: dict[str, OnForm] = field(default_factory=dict)
    shortcuts: dict[str, OnShortcut] = field(default_factory=dict)
    commands: dict[str, OnCommand] = field(default_factory=dict)
