"""`alongside read FILE`: what Alongside would make of these posts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bot.reading import read_post
from bot.reading.export import BadLine, as_line, read_events


def read(path: str) -> int:
    """One JSON object a line for each post; a bad line is named on standard error.

    0 comes back, 1 where there was a bad line, 2 where there is no such file.
    """
    if path != "-" and not Path(path).is_file():
        print(f"There is no file {path}.", file=sys.stderr)
        return 2
    bad = 0
    for post_id, event in read_events(sys.stdin if path == "-" else path):
        if isinstance(event, BadLine):
            bad += 1
            print(f"Line {event.line} holds no Slack message: {event.reason}.", file=sys.stderr)
            continue
        print(json.dumps(as_line(post_id, read_post(event)), ensure_ascii=False))
    return 1 if bad else 0
