"""Opaque ids that sort by the time they were made (UUID version 7, RFC 9562)."""

from __future__ import annotations

import secrets
import time


def new_id() -> str:
    """A fresh id: 48 bits of milliseconds, then 74 random bits, as 32 hexadecimal digits."""
    milliseconds = time.time_ns() // 1_000_000
    noise = secrets.randbits(74)
    value = (milliseconds << 80) | (0x7 << 76) | ((noise >> 62) << 64) | (0b10 << 62)
    return f"{value | (noise & ((1 << 62) - 1)):032x}"
