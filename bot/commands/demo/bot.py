"""The bot as a process of the demo: the real web door, called by the local Slack over HTTP."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from werkzeug.serving import WSGIRequestHandler, make_server

from bot.commands.demo.child import begin, wait_for_stop
from bot.commands.demo.place import Place
from bot.web import Web
from bot.wiring import Parts, set_up_logging


def main(folder: str, run: str, slack_port: str, listener: str) -> int:
    """Serve until stopped. `listener` is the number of a socket that the demo holds open.

    What arrives while this process is started again waits in that socket.
    """
    place = Place(Path(folder))
    lock = begin(place, "bot")
    set_up_logging("WARNING")
    installed = place.wait_for_installed(run)
    parts = Parts(place.settings(installed, int(slack_port)))
    web = Web(parts.app(), parts.services, installed.signing_secret)
    server = make_server(
        "127.0.0.1", 0, web, threaded=True, request_handler=_QuietHandler, fd=int(listener)
    )
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    wait_for_stop()
    server.shutdown()
    parts.database.close()
    lock.close()
    return 0


class _QuietHandler(WSGIRequestHandler):
    """A line for each request would fill the log."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
