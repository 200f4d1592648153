"""The local Slack as a server on this machine: Web API, Socket Mode, OAuth and the page."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from bot.playground.http.page_state import Demo
from bot.playground.http.routes import Routes
from bot.playground.http.socket_mode import SocketDelivery, SocketHub
from bot.playground.refusals import PortTakenError
from bot.playground.slack import LocalSlack
from bot.playground.state import Json

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment


class LocalSlackServer:
    """Serves one LocalSlack on 127.0.0.1. Port 0 takes any free port.

    `panel`, `moves`, `move_clock` and `target` are lent by the demo command: what was noticed,
    the named jumps of the clock, how to jump, and where the clock is walking to. `templates`
    are posts of other apps, by id.
    """

    def __init__(  # noqa: PLR0913 - each is one thing that the demo lends
        self,
        slack: LocalSlack,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        panel: Callable[[str, str, str], Json] | None = None,
        moves: Callable[[], list[Json]] | None = None,
        move_clock: Callable[[datetime | str], None] | None = None,
        target: Callable[[], datetime | None] | None = None,
        templates: dict[str, Any] | None = None,
    ) -> None:
        if host not in ("127.0.0.1", "localhost"):
            raise ValueError(f"the local Slack listens on this machine only, not on {host}")
        self.slack = slack
        self._host = "127.0.0.1"
        self._wanted_port = port
        self.hub = SocketHub(slack.ground)
        self._demo = Demo(panel, moves, move_clock, target, templates or {})
        self._server: BaseWSGIServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port in use; known once started."""
        return self._server.port if self._server else self._wanted_port

    @property
    def url(self) -> str:
        return f"http://{self._host}:{self.port}"

    @property
    def api_url(self) -> str:
        """What slack_sdk's WebClient takes as base_url."""
        return f"{self.url}/api/"

    def start(self) -> None:
        """Listen, and serve in the background. Raises PortTakenError."""
        self._listen()
        self._thread = threading.Thread(target=self._serve, name="local-slack", daemon=True)
        self._thread.start()

    def serve_forever(self) -> None:
        """Listen, and serve until stopped. Raises PortTakenError."""
        self._listen()
        self._serve()

    def stop(self) -> None:
        """Close every connection, and wait until the last delivery ended."""
        self.hub.close()
        self.slack.deliveries.stop()
        if self._server is not None:
            self._server.shutdown()
        if self._thread is not None:
            self._thread.join(timeout=5)
        if self._server is not None:
            self._server.server_close()

    def connect_by_socket(self, app_id: str) -> None:
        """Let an app be reached through Socket Mode."""
        self.slack.connect(app_id, SocketDelivery(self.hub, app_id))

    def _listen(self) -> None:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((self._host, self._wanted_port))
            listener.listen(128)
        except OSError as error:
            listener.close()
            raise PortTakenError(self._host, self._wanted_port) from error
        routes = Routes(self.slack, self._demo, self.hub)
        # werkzeug takes the socket over by its number: ours is closed by detaching it.
        self._server = make_server(
            self._host, listener.getsockname()[1], routes, threaded=True,
            request_handler=_QuietHandler, fd=listener.detach(),
        )  # fmt: skip
        self.slack.ground.base_url = self.url
        self.slack.deliveries.start()

    def _serve(self) -> None:
        if self._server is not None:
            self._server.serve_forever(poll_interval=0.05)


class _QuietHandler(WSGIRequestHandler):
    """One line a request would drown what the demo has to say."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""

    def connection_dropped(
        self,
        error: BaseException,  # noqa: ARG002 - werkzeug's signature
        environ: WSGIEnvironment | None = None,  # noqa: ARG002 - likewise
    ) -> None:
        """Hang up at once where a fault wants silence, or the client would wait for more."""
        self.close_connection = True

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's name
        """Say nothing; a broken pipe of a closed page is no news."""
