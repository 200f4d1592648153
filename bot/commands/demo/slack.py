"""The local Slack as a process of the demo, with the page, the panel and the clock's moves."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.commands.demo.child import begin, wait_for_stop
from bot.commands.demo.moves import Moves
from bot.commands.demo.opening import open_slack
from bot.commands.demo.panel import Panel
from bot.commands.demo.place import Place
from bot.commands.demo.watch import Watch
from bot.errors import DatabaseError
from bot.playground.disk import Keeper
from bot.playground.refusals import PortTakenError
from bot.playground.requests import deliver_to_url
from bot.playground.server import LocalSlackServer
from bot.playground.templates import app_templates

RETRY_DELAYS_S = (0.0, 1.0, 3.0, 10.0, 30.0)
"""Slack's own pauses are minutes; a bot that was killed has everything soon after it is back."""


def main(folder: str, run: str, port: str, bot_port: str) -> int:
    """Serve until stopped. 2 comes back, with a last line in the log, for what cannot be mended."""
    place = Place(Path(folder))
    lock = begin(place, "slack")
    try:
        opened = open_slack(place, run, f"http://127.0.0.1:{bot_port}/slack/events")
    except DatabaseError as error:
        print(f"The database in {folder} cannot be used ({error.code}).", file=sys.stderr)
        return 2
    slack, database = opened.slack, opened.database
    slack.deliveries.retry_delays_s = RETRY_DELAYS_S
    slack.connect(opened.installed.app_id, deliver_to_url(f"http://127.0.0.1:{bot_port}"))
    moves = Moves(database, opened.clock, opened.installed.team_id)
    server = LocalSlackServer(
        slack,
        port=int(port),
        panel=Panel(database, slack, opened.clock, opened.clock.target),
        moves=moves.listed,
        move_clock=moves.move,
        target=opened.clock.target,
        templates=app_templates(),
    )
    keeper = Keeper(slack, place.slack_file)
    try:
        server.start()
    except PortTakenError:
        print(f"Port {port} is taken by another program.", file=sys.stderr)
        return 2
    keeper.start()
    watch = Watch(database, opened.installed.team_id, slack.ground.changed)
    watch.start()
    wait_for_stop()
    watch.stop()
    server.stop()
    keeper.stop()
    database.close()
    lock.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
