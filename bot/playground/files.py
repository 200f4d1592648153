"""Files: an address to upload to, the upload, and sharing it with a channel."""

from __future__ import annotations

import mimetypes
from urllib.parse import quote

from bot.playground.ground import Ground
from bot.playground.refusals import Refusal
from bot.playground.state import File, Install, Json, Team

LARGEST = 20_000_000


def expect(
    ground: Ground, team: Team, install: Install, name: str, length: int, alt_text: str
) -> File:
    """Reserve a file that the app is about to upload."""
    if length > LARGEST:
        raise Refusal("file_upload_size_restricted")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = File(
        id=ground.new_id("F"),
        name=name,
        title=name,
        mimetype=kind,
        user_id=install.user_id,
        app_id=install.app_id,
        length=length,
        alt_text=alt_text,
        created=ground.now_s(),
    )
    team.files[file.id] = file
    ground.changed()
    return file


def upload_url(ground: Ground, team: Team, file: File) -> str:
    return f"{ground.base_url}/upload/v1/{team.id}/{file.id}"


def receive(ground: Ground, team_id: str, file_id: str, content: bytes) -> bool:
    """Take what was uploaded; False where nothing of that length was expected."""
    team = ground.state.teams.get(team_id)
    file = team.files.get(file_id) if team else None
    if file is None or len(content) != file.length:
        return False
    file.content = content
    ground.changed()
    return True


def complete(team: Team, install: Install, file_id: object, title: str) -> File:
    file = team.files.get(file_id) if isinstance(file_id, str) else None
    if file is None or file.app_id != install.app_id:
        raise Refusal("file_not_found")
    if len(file.content) != file.length:
        raise Refusal("file_not_uploaded")
    file.title = title or file.name
    file.is_complete = True
    return file


def from_person(
    ground: Ground, team: Team, user_id: str, place_id: str, name: str, content: bytes
) -> File:
    """A file that a person puts into a conversation."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = File(
        id=ground.new_id("F"),
        name=name,
        title=name,
        mimetype=kind,
        user_id=user_id,
        app_id="",
        length=len(content),
        created=ground.now_s(),
        content=content,
        is_complete=True,
        shared_in=[place_id],
    )
    team.files[file.id] = file
    return file


def fetch(ground: Ground, file_id: str, token: str | None) -> File | None:
    """The file, for an app that may read files and is where it was shared; None for all else."""
    meant = ground.state.tokens.get(token or "")
    team = ground.state.teams.get(meant.team_id) if meant else None
    install = team.installs.get(meant.app_id) if team and meant else None
    file = team.files.get(file_id) if team else None
    if meant is None or team is None or install is None or file is None or not file.is_complete:
        return None
    is_there = any(install.user_id in team.channels[place].members for place in file.shared_in)
    may_read = meant.kind == "bot" and "files:read" in install.scopes
    return file if is_there and may_read else None


def file_object(ground: Ground, team: Team, file: File) -> Json:
    address = f"{ground.base_url}/page/file/{file.id}"
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2] if "." in file.name else "",
        "user": file.user_id,
        "user_team": team.id,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": bool(file.shared_in),
        "url_private": address,
        "url_private_download": f"{ground.base_url}/files-pri/{file.id}/{quote(file.name)}",
        "permalink": f"{ground.base_url}/files/{file.user_id}/{file.id}/{file.name}",
        "alt_txt": file.alt_text,
        "channels": file.shared_in,
    }
