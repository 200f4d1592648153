"""The folder in which the demo keeps what happened, and what each file in it is for."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.settings import Settings

FOLDER = ".demo"
_LOOK_AGAIN_S = 0.02


@dataclass(frozen=True, slots=True)
class InstalledHere:
    """Under which ids and secrets Alongside is installed in the local Slack.

    `run` names the start of the demo that last used them.
    """

    run: str
    app_id: str
    team_id: str
    token: str
    signing_secret: str


@dataclass(frozen=True, slots=True)
class Place:
    """One demo's folder."""

    folder: Path

    @property
    def slack_file(self) -> Path:
        return self.folder / "slack.json"

    @property
    def database_file(self) -> Path:
        return self.folder / "alongside.db"

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.database_file}"

    def log_file(self, child: str) -> Path:
        return self.folder / f"{child}.log"

    def lock_file(self, holder: str) -> Path:
        return self.folder / f"{holder}.lock"

    def forget(self) -> None:
        """Remove what the demo remembers, and no file that it does not know."""
        for name in _REMEMBERED:
            (self.folder / name).unlink(missing_ok=True)

    def installed(self) -> InstalledHere | None:
        """What was written at the first start; None before its end."""
        try:
            return InstalledHere(**json.loads(self._app_file.read_text()))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def write_installed(self, installed: InstalledHere) -> None:
        """Written last at the first start: with it, all the rest is there too."""
        fresh = self._app_file.with_suffix(".tmp")
        fresh.touch(mode=0o600)
        fresh.write_text(json.dumps(asdict(installed)))
        fresh.replace(self._app_file)

    def wait_for_installed(self, run: str) -> InstalledHere:
        """Wait until the local Slack of this run has everything ready."""
        while True:
            installed = self.installed()
            if installed is not None and installed.run == run:
                return installed
            time.sleep(_LOOK_AGAIN_S)

    def settings(self, installed: InstalledHere, slack_port: int) -> Settings:
        """What bot and worker of the demo are set to; the environment has no say in it."""
        return Settings(
            database_url=self.database_url,
            slack_bot_token=installed.token,
            slack_signing_secret=installed.signing_secret,
            slack_api_url=f"http://127.0.0.1:{slack_port}/api/",
            clock_folder=str(self.folder),
        )

    @property
    def _app_file(self) -> Path:
        return self.folder / "app.json"


_REMEMBERED = (
    "alongside.db",
    "alongside.db-wal",
    "alongside.db-shm",
    "app.json",
    "clock.json",
    "slack.json",
    "target.json",
)
