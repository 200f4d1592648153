"""Reads posts: what a Slack message tells of a client, a deal or a meeting."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.signals import Reading
from bot.reading.reader import read_event

__all__ = ["read_post"]


def read_post(event: Mapping[str, object], zone: str = "UTC") -> Reading:
    """What is made of one Slack message event, with its author's zone; OTHER where unsure."""
    return read_event(event, zone)
