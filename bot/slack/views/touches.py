"""A contact that was noted: what is said of it, and the second press, which says by which way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.ways import CHOICES, Way
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, message, section
from bot.slack.views.days import long_day
from bot.texts import _

_WAYS: Mapping[str, Callable[[], str]] = {
    Way.CALL: lambda: _("call"),
    Way.VISIT: lambda: _("visit"),
    Way.MAIL: lambda: _("mail"),
    Way.MESSAGE: lambda: _("message"),
    Way.KNOWLEDGE: lambda: _("something to know"),
    Way.MEETING: lambda: _("meeting"),
}
_CHOICES: Mapping[Way, Callable[[], str]] = {
    Way.CALL: lambda: _("Call"),
    Way.VISIT: lambda: _("Visit"),
    Way.MAIL: lambda: _("Mail"),
    Way.MESSAGE: lambda: _("Message"),
    Way.KNOWLEDGE: lambda: _("Something to know"),
}
_DONE: Mapping[str, Callable[[], str]] = {
    "gave": lambda: _("{name}: gave something."),
    "asked": lambda: _("{name}: asked them for something."),
    "heard": lambda: _("{name}: heard from them."),
}
_DONE_BY: Mapping[str, Callable[[], str]] = {
    "gave": lambda: _("{name}: gave something ({way})."),
    "asked": lambda: _("{name}: asked them for something ({way})."),
    "heard": lambda: _("{name}: heard from them ({way})."),
}
TOUCHED = frozenset(_DONE)
"""How a line says that a contact was noted under it."""
_NOTED: Mapping[str, Callable[[], str]] = {
    "gave": lambda: _("{name}: gave something, noted for {day}."),
    "asked": lambda: _("{name}: asked them for something, noted for {day}."),
    "listened": lambda: _("{name}: heard from them, noted for {day}."),
}
_NOTED_BY: Mapping[str, Callable[[], str]] = {
    "gave": lambda: _("{name}: gave something ({way}), noted for {day}."),
    "asked": lambda: _("{name}: asked them for something ({way}), noted for {day}."),
    "listened": lambda: _("{name}: heard from them ({way}), noted for {day}."),
}


def way_words(way: str | None) -> str:
    """By which way, as a noun; nothing where that is not known."""
    if not way or way == Way.OTHER:
        return ""
    return _WAYS[way]() if way in _WAYS else escape(way, 60)


def way_labels() -> tuple[tuple[str, str], ...]:
    """The ways that can be chosen, for a form."""
    return tuple((way.value, _CHOICES[way]()) for way in CHOICES)


def touch_done_words(code: str, way: str, name: str) -> str:
    """The line of a note once a contact was noted under it; `name` is mrkdwn already."""
    by = way_words(way)
    words = (_DONE_BY if by else _DONE)[code]()
    return words.format(name=name, way=by)


def way_buttons(kind: str, touch_id: str, way: str, key: str) -> tuple[Block, ...]:
    """By which way, or another day; once a way was said, only Change. And what was given."""
    given = (button(_("What was it?"), Act.WHAT_GIVEN, key, touch_id),) if kind == "gave" else ()
    if way and way != Way.OTHER:
        return (button(_("Change"), Act.TOUCH_CHANGE, key, touch_id), *given)
    return (
        *(
            button(_CHOICES[one](), Act.TOUCH_WAY, key, f"{touch_id}@{one.value}")
            for one in CHOICES
        ),
        button(_("Another day"), Act.TOUCH_CHANGE, key, touch_id),
        *given,
    )


def touch_said_words(name: str, kind: str, way: str, on: date) -> str:
    """What was noted, with its day."""
    by = way_words(way)
    words = (_NOTED_BY if by else _NOTED)[kind]()
    return words.format(name=escape(name), way=by, day=long_day(on))


def touch_said_blocks(
    name: str, kind: str, way: str, on: date, touch_id: str, key: str
) -> list[Block | None]:
    """The same with its buttons, to stand by itself or above a list."""
    words = touch_said_words(name, kind, way, on)
    return [section(words), actions(*way_buttons(kind, touch_id, way, key))]


def touch_said(name: str, kind: str, way: str, on: date, touch_id: str) -> Message:
    """The answer to a press where no message shows it by itself."""
    words = touch_said_words(name, kind, way, on)
    return message(words, *touch_said_blocks(name, kind, way, on, touch_id, ""))
