"""`alongside run`: everything in one process, over Socket Mode; no public address is needed."""

from __future__ import annotations

import logging
import signal
import threading
from types import FrameType

from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.settings import Settings
from bot.slack.web_calls import web_client
from bot.wiring import Parts, slack_accepts
from jobs.schedule import work_until_stopped

log = logging.getLogger(__name__)

_WATCH_SECONDS = 20.0


def run(settings: Settings, *, with_worker: bool) -> int:
    """Listen until stopped, with the worker beside it unless that runs elsewhere."""
    parts = Parts(settings)
    parts.database.check()
    installation = parts.install_own_workspace()
    handler = SocketModeHandler(
        parts.app(),
        settings.slack_app_token,
        web_client=web_client(settings.slack_bot_token, settings.slack_api_url),
    )
    with slack_accepts("SLACK_APP_TOKEN"):
        handler.connect()  # type: ignore[no-untyped-call]
    print(f"Alongside listens in {installation.name or installation.team_id}. Ctrl-C stops it.")
    watcher = threading.Event()
    threading.Thread(target=_watch, args=(handler, watcher), daemon=True).start()
    try:
        if with_worker:
            work_until_stopped(parts.services, settings.tick_seconds)
        else:
            _wait_for_stop()
    finally:
        watcher.set()
        handler.close()  # type: ignore[no-untyped-call]
        parts.database.close()
    return 0


def _watch(handler: SocketModeHandler, stopped: threading.Event) -> None:
    """A socket that went deaf is opened anew: a dead one must not look healthy."""
    while not stopped.wait(_WATCH_SECONDS):
        if not handler.client.is_connected():
            log.warning("socket is deaf", extra={"action": "socket_reconnect"})
            try:
                handler.client.connect_to_new_endpoint()
            except Exception:
                log.exception("no socket", extra={"action": "socket_failed"})


def _wait_for_stop() -> None:
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    stopped.wait()
