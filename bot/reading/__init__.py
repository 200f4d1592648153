"""Reads posts: what a Slack message tells of a client, a deal or a meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.shapes import Shape
from bot.domain.signals import Reading
from bot.reading.reader import read_event

__all__ = ["read_post"]


def read_post(
    event: Mapping[str, object], zone: str = "UTC", shapes: Sequence[Shape] = ()
) -> Reading:
    """What is made of one Slack message event, with its author's zone; OTHER where unsure.

    `shapes` are what its team taught about posts of its app in its channel, the latest first.
    """
    return read_event(event, zone, shapes)
