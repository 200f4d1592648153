"""Packs a post into the note of a form, so that nothing of it has to be kept between two steps."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

from bot.reading.shape_marks import is_preview

MOST_PACKED = 2000
"""Of the 3,000 characters that Slack lets a form carry."""
_MOST_UNPACKED = 200_000
_KEPT = (
    "text", "blocks", "attachments", "subtype", "username", "user", "bot_id", "app_id",
    "bot_profile", "ts", "thread_ts", "client_msg_id",
)  # fmt: skip
_DROPPED = frozenset(
    "block_id action_id color icons footer_icon image_url thumb_url icon_url team team_id "
    "mrkdwn_in style verbatim emoji id deleted updated".split()
)
_CUTS = ((8_000, 100), (600, 60), (300, 40), (150, 30), (80, 20), (40, 12))
"""Letters of a text and items of a list that are kept, tried in turn until it is small enough."""
_DEEPEST = 12


def pack_post(message: Mapping[str, object]) -> str:
    """The post as a short text; of one that is too long, the beginnings of its parts."""
    kept = {name: message[name] for name in _KEPT if message.get(name)}
    attachments = kept.get("attachments")
    if isinstance(attachments, list):
        kept["attachments"] = [
            one for one in attachments if not (isinstance(one, Mapping) and is_preview(one))
        ]
    for letters, items in _CUTS:
        packed = _packed(_cut(kept, letters, items, _DEEPEST))
        if len(packed) <= MOST_PACKED:
            return packed
    bare = {n: kept[n] for n in ("ts", "user", "bot_id", "app_id", "text") if n in kept}
    return _packed(_cut(bare, 300, 1, 2))


def unpack_post(packed: str) -> dict[str, Any]:
    """What was packed; empty where it is not ours or not whole."""
    try:
        inflater = zlib.decompressobj()
        raw = inflater.decompress(base64.urlsafe_b64decode(packed), _MOST_UNPACKED)
        found = json.loads(raw)
    except (ValueError, zlib.error):
        return {}
    return found if isinstance(found, dict) else {}


def _packed(post: object) -> str:
    raw = json.dumps(post, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "replace")
    return base64.urlsafe_b64encode(zlib.compress(raw, 9)).decode()


def _cut(value: object, letters: int, items: int, depth: int) -> object:
    if isinstance(value, str):
        return value[:letters]
    if depth <= 0:
        return None
    if isinstance(value, list | tuple):
        return [_cut(one, letters, items, depth - 1) for one in value[:items]]
    if isinstance(value, Mapping):
        return {
            str(name): _cut(one, letters, items, depth - 1)
            for name, one in list(value.items())[:40]
            if name not in _DROPPED
        }
    return value if isinstance(value, int | float | None) else None
