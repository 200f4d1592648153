"""What a person sees: messages, buttons, views and their fields, as they were when looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.playground.checks.blocks import elements_of
from bot.playground.checks.elements import STATEFUL
from bot.playground.copies import copied
from bot.playground.refusals import NothingToPressError
from bot.playground.state import Channel, Json, View
from bot.playground.targets import Where
from bot.playground.words import words_of_message, words_of_view

_PRESSED = frozenset({"button", "icon_button", "workflow_button"})


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: a button, or one line of an overflow menu."""

    label: str
    action_id: str
    value: str
    block_id: str
    url: str = ""
    is_in_menu: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in or choose from."""

    label: str
    block_id: str
    action_id: str
    kind: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A message as one person sees it; `raw` is Slack's own object."""

    channel_id: str
    raw: Json

    @property
    def ts(self) -> str:
        return str(self.raw["ts"])

    @property
    def thread_ts(self) -> str | None:
        return self.raw.get("thread_ts")

    @property
    def text(self) -> str:
        return str(self.raw.get("text", ""))

    @property
    def blocks(self) -> list[Json]:
        return self.raw.get("blocks") or []

    @property
    def metadata(self) -> Json | None:
        return self.raw.get("metadata")

    @property
    def user_id(self) -> str:
        return str(self.raw.get("user", ""))

    @property
    def is_from_app(self) -> bool:
        return bool(self.raw.get("bot_id"))

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.raw.get("ephemeral"))

    @property
    def words(self) -> str:
        """All that is to be read on screen, one line a part."""
        return words_of_message(self.raw)

    @property
    def buttons(self) -> list[Button]:
        return list(_buttons(self._all_blocks()))

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    @property
    def fields(self) -> list[Field]:
        return list(_fields(self._all_blocks()))

    @property
    def where(self) -> Where:
        return Where(channel_id=self.channel_id, ts=self.ts)

    def _all_blocks(self) -> list[Json]:
        attached = self.raw.get("attachments") or []
        return [*self.blocks, *(b for a in attached for b in a.get("blocks") or [])]


@dataclass(frozen=True, slots=True)
class ViewSeen:
    """A modal or Home as its person sees it; `raw` is Slack's own object."""

    raw: Json
    errors: dict[str, str]

    @property
    def id(self) -> str:
        return str(self.raw["id"])

    @property
    def title(self) -> str:
        return str(self.raw["title"]["text"])

    @property
    def callback_id(self) -> str:
        return str(self.raw["callback_id"])

    @property
    def private_metadata(self) -> str:
        return str(self.raw["private_metadata"])

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.raw["blocks"]
        return blocks

    @property
    def values(self) -> dict[str, dict[str, Json]]:
        values: dict[str, dict[str, Json]] = self.raw["state"]["values"]
        return values

    @property
    def words(self) -> str:
        """All that is to be read on screen, one line a part."""
        return words_of_view(self.raw)

    @property
    def buttons(self) -> list[Button]:
        return list(_buttons(self.blocks))

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    @property
    def fields(self) -> list[Field]:
        return list(_fields(self.blocks))

    @property
    def where(self) -> Where:
        return Where(view_id=self.id)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a slash command brought: to its person alone, or to the whole channel."""

    text: str
    blocks: list[Json]
    message: Message | None

    @property
    def words(self) -> str:
        return self.message.words if self.message else self.text


Seen = Message | ViewSeen


def button_on(seen: Seen, label: str, action_id: str, value: str) -> Button:
    """The button that a person means. Raises NothingToPressError that lists all labels."""
    for button in seen.buttons:
        fits_label = not label or button.label == label
        fits_action = not action_id or button.action_id == action_id
        if fits_label and fits_action and (not value or button.value == value):
            return button
    wanted = label or action_id or value
    there = ", ".join(repr(button.label) for button in seen.buttons) or "none"
    raise NothingToPressError(f"no button {wanted!r}; there are: {there}")


def message_seen(channel: Channel, raw: Json) -> Message:
    """A message as it is now; later changes do not reach it."""
    return Message(channel.id, copied(raw))


def view_seen(shown: View | None) -> ViewSeen | None:
    """A view as it is now; later changes do not reach it."""
    return ViewSeen(copied(shown.payload), dict(shown.errors)) if shown else None


def _buttons(blocks: list[Json]) -> Iterator[Button]:
    for block in blocks:
        for element in elements_of(block):
            kind = element.get("type")
            common = (str(element.get("action_id", "")),)
            if kind in _PRESSED:
                yield Button(
                    element["text"]["text"], *common, str(element.get("value", "")),
                    str(block["block_id"]), str(element.get("url", "")),
                )  # fmt: skip
            elif kind == "overflow":
                for option in element["options"]:
                    yield Button(
                        option["text"]["text"], *common, str(option["value"]),
                        str(block["block_id"]), str(option.get("url", "")), is_in_menu=True,
                    )  # fmt: skip


def _fields(blocks: list[Json]) -> Iterator[Field]:
    for block in blocks:
        for element in elements_of(block):
            if element.get("type") in STATEFUL:
                label = (block.get("label") or block.get("text") or {}).get("text", "")
                yield Field(
                    label=str(label),
                    block_id=str(block["block_id"]),
                    action_id=str(element["action_id"]),
                    kind=str(element["type"]),
                    options=tuple(_option_labels(element)),
                )


def _option_labels(element: Json) -> Iterator[str]:
    groups = [{"options": element.get("options", [])}, *element.get("option_groups", [])]
    for group in groups:
        for option in group["options"]:
            yield option["text"]["text"]
