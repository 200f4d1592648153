"""Socket Mode: the app calls Slack, and Slack's calls to the app go through that connection."""

from __future__ import annotations

import contextlib
import functools
import itertools
import json
import threading
import uuid
from dataclasses import dataclass, field

from simple_websocket import ConnectionClosed, Server
from werkzeug.wrappers import Request

from bot.playground.ground import Ground
from bot.playground.requests import ANSWER_WITHIN_S, AppRequest, AppResponse
from bot.playground.state import Json

MOST_CONNECTIONS = 10


@dataclass(slots=True)
class _Waiting:
    """An envelope that was sent and is not acknowledged yet."""

    is_done: threading.Event = field(default_factory=threading.Event)
    answer: Json | None = None


_PARTING_S = 1.0


class Connection:
    """One WebSocket of an app."""

    def __init__(self, socket: Server, app_id: str) -> None:
        self.app_id = app_id
        self.is_open = True
        self._socket = socket
        self._sending = threading.Lock()
        self._waiting: dict[str, _Waiting] = {}

    def send(self, message: Json) -> bool:
        """False where the connection is gone."""
        try:
            with self._sending:
                self._socket.send(json.dumps(message))
        except (ConnectionClosed, OSError):
            self.is_open = False
        return self.is_open

    def ask(self, envelope: Json, within_s: float) -> Json | None:
        """Send an envelope and wait for its acknowledgement; None where none came."""
        waiting = self._waiting[envelope["envelope_id"]] = _Waiting()
        try:
            if self.send(envelope):
                waiting.is_done.wait(within_s)
            return waiting.answer
        finally:
            self._waiting.pop(envelope["envelope_id"], None)

    def listen(self) -> None:
        """Read acknowledgements until the app goes away."""
        try:
            while True:
                self._hear(self._socket.receive())
        except (ConnectionClosed, OSError):
            pass
        finally:
            self.is_open = False
            for waiting in list(self._waiting.values()):
                waiting.is_done.set()

    def refuse(self, reason: str) -> None:
        """Say why, and leave the app a moment to go by itself before the line is cut."""
        self.send(_goodbye(reason))
        with contextlib.suppress(ConnectionClosed, OSError):
            self._socket.receive(timeout=_PARTING_S)
        self.close()

    def close(self) -> None:
        self.is_open = False
        try:
            self._socket.close()
        except (ConnectionClosed, OSError):
            return

    def _hear(self, heard: str | bytes | None) -> None:
        try:
            message = json.loads(heard or "")
        except ValueError:
            return
        waiting = self._waiting.get(message.get("envelope_id")) if _is_object(message) else None
        if waiting is not None:
            payload = message.get("payload")
            waiting.answer = payload if isinstance(payload, dict) else {}
            waiting.is_done.set()


class SocketHub:
    """All connections of all apps. `deliver` takes the place of HTTP for an app."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections: dict[str, list[Connection]] = {}
        self._turn = itertools.count()
        self._lock = threading.Lock()
        self.answer_within_s = ANSWER_WITHIN_S

    def accept(self, request: Request) -> None:
        """Take one connection and keep it until it closes; the ticket is good for one."""
        app_id = self._ground.tickets.pop(request.args.get("ticket", ""), "")
        # Its own thread would keep the process alive after everything else has ended.
        daemon = functools.partial(threading.Thread, daemon=True)
        socket = Server.accept(request.environ, ping_interval=15, thread_class=daemon)
        connection = Connection(socket, app_id)
        if not app_id:
            connection.refuse("link_disabled")
            return
        with self._lock:
            known = self._connections.setdefault(app_id, [])
            number = len(known) + 1
            if number <= MOST_CONNECTIONS:
                known.append(connection)
        if number > MOST_CONNECTIONS:
            connection.refuse("too_many_websockets")
            return
        connection.send(_hello(app_id, number))
        try:
            connection.listen()
        finally:
            with self._lock:
                self._connections[app_id].remove(connection)

    def deliver(self, request: AppRequest) -> AppResponse:
        """Send to one connection; without its acknowledgement, to another."""
        envelope = _envelope(request)
        tried: list[Connection] = []
        while (connection := self._next(request.app_id, tried)) is not None:
            tried.append(connection)
            answer = connection.ask(envelope, self.answer_within_s)
            if answer is not None:
                body = json.dumps(answer).encode() if answer else b""
                return AppResponse(200, {"content-type": "application/json"}, body)
        return AppResponse(0, failure="http_timeout" if tried else "connection_failed")

    def connections(self, app_id: str) -> int:
        with self._lock:
            return len(self._connections.get(app_id, []))

    def disconnect(self, app_id: str, reason: str = "refresh_requested") -> None:
        """Tell an app to reconnect, as Slack does now and then, and close its connections.

        Without a reason they close without a word, as when a line breaks.
        """
        with self._lock:
            open_ones = list(self._connections.get(app_id, []))
        for connection in open_ones:
            if reason:
                connection.send(_goodbye(reason))
            connection.close()

    def close(self) -> None:
        for app_id in list(self._connections):
            self.disconnect(app_id, reason="")

    def _next(self, app_id: str, tried: list[Connection]) -> Connection | None:
        with self._lock:
            known = self._connections.get(app_id, [])
            left = [c for c in known if c.is_open and c not in tried]
        return left[next(self._turn) % len(left)] if left else None


class SocketDelivery:
    """One app's way through the hub, with the disconnect that a fault may ask for."""

    def __init__(self, hub: SocketHub, app_id: str) -> None:
        self._hub = hub
        self._app_id = app_id

    def __call__(self, request: AppRequest) -> AppResponse:
        return self._hub.deliver(request)

    def disconnect(self) -> None:
        self._hub.disconnect(self._app_id)


def _envelope(request: AppRequest) -> Json:
    envelope: Json = {
        "envelope_id": str(uuid.uuid4()),
        "type": request.kind,
        "payload": request.payload,
        "accepts_response_payload": request.kind != "events_api",
    }
    if request.kind == "events_api":
        envelope["retry_attempt"] = int(request.headers.get("x-slack-retry-num", "0"))
        envelope["retry_reason"] = request.headers.get("x-slack-retry-reason", "")
    return envelope


def _hello(app_id: str, number: int) -> Json:
    debug = {"host": "local", "build_number": 1, "approximate_connection_time": 18060}
    return {
        "type": "hello",
        "num_connections": number,
        "debug_info": debug,
        "connection_info": {"app_id": app_id},
    }


def _goodbye(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "local"}}


def _is_object(value: object) -> bool:
    return isinstance(value, dict)
