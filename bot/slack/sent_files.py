"""Files that came along with a message, made into values; whatever is odd is left out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.flows.receive_file import FileSent

_MOST_FILES = 10
_LONGEST_ID, _LONGEST_NAME, _LONGEST_URL = 100, 200, 2000


def read_files(message: Mapping[str, object]) -> list[FileSent]:
    """Each file of a message as Slack tells of it; one without an address has none here."""
    listed = message.get("files")
    found = []
    for file in listed[:_MOST_FILES] if isinstance(listed, list) else []:
        if not isinstance(file, Mapping):
            continue
        file_id, size = file.get("id"), file.get("size")
        if isinstance(file_id, str) and file_id and isinstance(size, int):
            name = _text(file.get("name")) or _text(file.get("title"))
            url = _text(file.get("url_private_download")) or _text(file.get("url_private"))
            is_usable = len(url) <= _LONGEST_URL
            found.append(
                FileSent(
                    file_id[:_LONGEST_ID], name[:_LONGEST_NAME], size, url if is_usable else ""
                )
            )
    return found


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
