"""The real demo as a process, used over HTTP as its page uses it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60.0  # only a failing test waits so long; a busy machine needs some
Json = dict[str, Any]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def wait_for(what: Callable[[], Any], because: str) -> Any:
    """Look until it is there; this waits for other processes, which nothing else can tell of."""
    gives_up_at = time.monotonic() + PATIENCE_S
    while not (found := what()):
        assert time.monotonic() < gives_up_at, f"never happened: {because}"
        time.sleep(0.02)
    return found


def start_demo(folder: Path, port: int, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bot", "demo", "--port", str(port), *arguments]
    return subprocess.Popen(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


class Running:
    """One demo that runs. Everything is done by a person's first name, as in the page."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = start_demo(folder, self.port)
        self._http = httpx.Client(base_url=self.url, timeout=10, trust_env=False)
        said = ""
        while f"Open {self.url}" not in said:
            line = self.process.stdout.readline() if self.process.stdout else ""
            assert line, f"the demo ended: {said} {self.complaint()}"
            said += line
        first = self.state("")
        self.team = first["teams"][0]["id"]
        self.people = {user["name"]: user["id"] for user in first["users"]}
        self.channels = {place["name"]: place["id"] for place in first["channels"]}
        self.bot = first["apps"][0]["user_id"]

    def complaint(self) -> str:
        return self.process.stderr.read() if self.process.stderr else ""

    def stop(self, by: int = signal.SIGTERM) -> int:
        self._http.close()
        self.process.send_signal(by)
        code = self.process.wait(PATIENCE_S)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()
        return code

    def pid_of(self, child: str) -> int:
        """The id of a child process, found by its parent and its module."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().decode().split("\0")
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
            if parent == self.process.pid and f"bot.commands.demo.{child}" in words:
                return int(folder.name)
        raise AssertionError(f"no {child}")

    def state(self, who: str) -> Json:
        team, user = getattr(self, "team", ""), getattr(self, "people", {}).get(who, "")
        found: Json = self._http.get("/page/state", params={"team": team, "user": user}).json()
        return found

    def now(self) -> float:
        return float(self.state("ada")["clock"]["now"])

    def dm(self, who: str) -> str:
        ims = self.state(who)["ims"]
        return str(next(im["id"] for im in ims if im["user"] == self.bot))

    def sees(self, who: str, place: str = "") -> list[Json]:
        """Messages of a channel, or of the direct message with Alongside."""
        channel = self.channels.get(place) or self.dm(who)
        asked = {"team": self.team, "user": self.people[who], "channel": channel}
        found: list[Json] = self._http.get("/page/messages", params=asked).json()["messages"]
        return found

    def hears(self, who: str) -> list[str]:
        """What Alongside wrote to somebody, as push notifications show it."""
        return [one["text"] for one in self.sees(who) if one.get("user") == self.bot]

    def panel(self, who: str, place: str = "deals") -> Json:
        asked = {"team": self.team, "user": self.people[who], "channel": self.channels[place]}
        found: Json = self._http.get("/page/panel", params=asked).json()
        return found

    def panel_words(self, who: str, place: str = "deals") -> str:
        return json.dumps(self.panel(who, place)["sections"], ensure_ascii=False)

    def acts(self, who: str, verb: str, **said: object) -> Json:
        body = {"team": self.team, "user": self.people[who], "verb": verb, **said}
        done: Json = self._http.post("/page/act", json=body).json()
        assert done["ok"], done
        return done

    def posts(self, who: str, place: str, text: str) -> None:
        self.acts(who, "post", channel=self.channels[place], text=text)

    def waits_for_button(self, who: str, label: str, place: str = "") -> tuple[Json, Json, Json]:
        """The last message that has a button of this name, its block and the button."""
        return wait_for(lambda: self._button(who, label, place), f"{who} sees {label}")  # type: ignore[no-any-return]

    def presses(self, who: str, label: str, place: str = "") -> None:
        message, block, button = self.waits_for_button(who, label, place)
        container = {
            "type": "message",
            "channel": self.channels.get(place) or self.dm(who),
            "ts": message["ts"],
        }
        self.acts(
            who,
            "press",
            container=container,
            block_id=block["block_id"],
            action_id=button["action_id"],
            value=button.get("value"),
        )

    def moves(self, **where: object) -> None:
        """Move the clock, and wait until it has arrived."""
        self.acts("ada", "move_clock", **where)
        wait_for(lambda: not self.state("ada")["clock"]["walking"], f"the clock arrives: {where}")

    def _button(self, who: str, label: str, place: str) -> tuple[Json, Json, Json] | None:
        for message in reversed(self.sees(who, place)):
            for block in message.get("blocks", ()):
                for element in block.get("elements", ()):
                    if element.get("type") == "button" and element["text"]["text"] == label:
                        return message, block, element
        return None
