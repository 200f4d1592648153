"""Reads a channel's export line by line, and writes what was made of each post as plain values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.signals import Reading
from bot.domain.vocabulary import Facet

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that holds no event; `line` counts from 1, `reason` is a short code."""

    line: int
    reason: str


def read_events(source: str | Path | Iterable[str]) -> Iterator[tuple[str, Event | BadLine]]:
    """Every event with its id, in order; a bad line comes as a BadLine in its place.

    A line may be a bare event, an object of `id` and `event`, or an array of messages as Slack
    exports them; a whole file may be one such array over many lines.
    """
    if isinstance(source, str | Path):
        with Path(source).open(encoding="utf-8", errors="replace") as lines:
            yield from _from_lines(lines)
    else:
        yield from _from_lines(source)


def as_line(post_id: str, reading: Reading) -> dict[str, Any]:
    """A reading as one JSON object, facets in the order of the vocabulary."""
    return {
        "id": post_id,
        "kind": reading.kind.value,
        "event": reading.event.value if reading.event else None,
        "client": reading.client,
        "facets": [facet.value for facet in Facet if facet in reading.found.facets],
        "promises": [
            {"text": each.text, "due": each.due_on.isoformat() if each.due_on else None}
            for each in reading.found.promises
        ],
    }


def _from_lines(lines: Iterable[str]) -> Iterator[tuple[str, Event | BadLine]]:
    numbered = enumerate(lines, 1)
    for number, line in numbered:
        text = line.strip().lstrip("\ufeff")
        if not text:
            continue
        value = _parse(text)
        if value is None and text.startswith("["):
            # An array over many lines: only the whole of it is JSON.
            value = _parse("\n".join([text, *(rest for _, rest in numbered)]))
        yield from _from_value(number, value)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _from_value(number: int, value: Any) -> Iterator[tuple[str, Event | BadLine]]:
    if isinstance(value, list):
        for place, each in enumerate(value, 1):
            yield from _from_one(number, f"{number}.{place}", each)
    else:
        yield from _from_one(number, str(number), value)


def _from_one(number: int, name: str, value: Any) -> Iterator[tuple[str, Event | BadLine]]:
    if not isinstance(value, dict):
        yield name, BadLine(number, "not_json" if value is None else "not_an_object")
        return
    event = value.get("event", value) if "text" not in value else value
    if not isinstance(event, dict):
        yield name, BadLine(number, "no_event")
        return
    given = value.get("id") if event is not value else value.get("client_msg_id") or value.get("ts")
    yield (str(given) if given is not None else name), event
