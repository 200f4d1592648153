"""The processes that the start benchmark times and weighs: `python -m benchmarks.start_processes`.

Each says "ready" when it could take a request; the bot then takes as many posts as it is told to,
and says how much memory it held before and after. Imports stand inside, since they are timed.
"""

from __future__ import annotations

import sys
from pathlib import Path


def bare() -> None:
    """A Bolt app with one listener and an SQLAlchemy engine."""
    from slack_bolt import App
    from slack_bolt.authorization import AuthorizeResult
    from sqlalchemy import create_engine

    create_engine("sqlite://")
    result = AuthorizeResult(enterprise_id=None, team_id="T0", bot_token="xoxb-none")
    app = App(signing_secret="none", authorize=lambda: result, process_before_response=True)

    @app.event("message")
    def listen() -> None:
        """Nothing."""

    print("ready", flush=True)


def bot(url: str, team_id: str, person_id: str, watched: str, posts: str) -> None:
    """The bot as its WSGI server builds it, but for asking Slack whether the token is good."""
    from bot.settings import Settings
    from bot.web import Web
    from bot.wiring import Parts

    parts = Parts(Settings(database_url=url))
    from benchmarks.event_posts import SECRET

    web = Web(parts.app(), parts.services, SECRET)
    print("ready", flush=True)
    print(_resident_mb())
    if int(posts):
        _take(web, team_id, person_id, watched, int(posts))
        print(_resident_mb())


def _take(web: object, team_id: str, person_id: str, watched: str, posts: int) -> None:
    from benchmarks.event_posts import KINDS, Place

    place = Place(team_id, person_id, watched, "C0RANDOM")
    makers = list(KINDS.values())
    for number in range(posts):
        answered: list[str] = []
        environ = makers[number % len(makers)](place, number).environ()
        web(environ, lambda status, _headers, said=answered: said.append(status))  # type: ignore[operator]
        assert answered == ["200 OK"], answered


def _resident_mb() -> float:
    """Linux only: elsewhere 0, and the figure is left out."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    return int(status.read_text().partition("VmRSS:")[2].split()[0]) / 1000


if __name__ == "__main__":
    {"bare": bare, "bot": bot}[sys.argv[1]](*sys.argv[2:])
