"""Events on their way to apps: who hears of what, and what happens when nobody answers."""

from __future__ import annotations

import heapq
import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.playground import apps
from bot.playground.faults import Faults
from bot.playground.ground import Ground, News
from bot.playground.requests import AppResponse, Deliver, HttpDelivery, event_request
from bot.playground.state import Install, Json, Team, Undelivered

RETRY_DELAYS_S = (0.0, 60.0, 300.0)


@dataclass(slots=True, eq=False)
class Delivery:
    """One event for one app, and what came of the latest try."""

    kept: Undelivered
    answer: AppResponse | None = None

    @property
    def app_id(self) -> str:
        return self.kept.app_id

    @property
    def team_id(self) -> str:
        return self.kept.team_id

    @property
    def envelope(self) -> Json:
        return self.kept.envelope

    @property
    def attempt(self) -> int:
        """Which retry comes next, or came last; 0 before any."""
        return self.kept.attempt

    @property
    def reason(self) -> str:
        """Why it is tried again, in Slack's words."""
        return self.kept.reason

    @property
    def event(self) -> Json:
        event: Json = self.envelope["event"]
        return event


class Deliveries:
    """Takes the news, makes signed deliveries of it, and keeps those that failed.

    In one process `flush` delivers at once, in order. With `start` a thread does it instead,
    with Slack's pauses between retries.
    """

    def __init__(self, ground: Ground, faults: Faults) -> None:
        self.ground = ground
        self.faults = faults
        self.connected: dict[str, Deliver] = {}
        self.retry_delays_s: tuple[float, ...] = RETRY_DELAYS_S
        self.pending: list[Delivery] = []
        self.given_up: list[Delivery] = []
        self._queue = [Delivery(kept) for kept in ground.state.undelivered.values()]
        self._held: list[Delivery] = []
        self._is_flushing = False
        self._holds = 0
        self._order = itertools.count()
        self._due: list[tuple[float, int, Delivery]] = []
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_stopping = False

    def flush(self) -> None:
        """Deliver all news so far; called without the lock, as apps call back meanwhile."""
        self._collect()
        if self._thread is not None:
            with self._wake:
                for delivery in self._taken():
                    heapq.heappush(self._due, (0.0, next(self._order), delivery))
                self._wake.notify()
            return
        with self.ground.lock:
            if self._is_flushing or self._holds:
                return
            self._is_flushing = True
        try:
            while batch := self._batch():
                for delivery in batch:
                    self._deliver(delivery)
        finally:
            self._is_flushing = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let an app finish what it answers before it hears of what it caused meanwhile."""
        with self.ground.lock:
            self._holds += 1
        try:
            yield
        finally:
            with self.ground.lock:
                self._holds -= 1
            self.flush()

    def redeliver(self) -> int:
        """Try again, now, what failed; says how many were tried."""
        with self.ground.lock:
            again, self.pending = self.pending, []
        for delivery in again:
            self._deliver(delivery)
        self.flush()
        return len(again)

    def repeat(self, delivery: Delivery) -> AppResponse:
        """Deliver something again that was delivered before."""
        return self._send(delivery)

    def start(self) -> None:
        """Deliver in the background from now on."""
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="slack-deliveries", daemon=True)
        self._thread.start()
        self.flush()

    def stop(self) -> None:
        with self._wake:
            self._is_stopping = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(timeout=5)
            self._thread = None
        for deliver in self.connected.values():
            if isinstance(deliver, HttpDelivery):
                deliver.close()

    def _run(self) -> None:
        """Sleep until something is due, by a clock that cannot be moved."""
        while True:
            with self._wake:
                while not self._is_stopping and not self._is_due(time.monotonic()):
                    self._wake.wait(self._pause(time.monotonic()))
                if self._is_stopping:
                    return
                delivery = heapq.heappop(self._due)[2]
            if delivery in self.pending:
                self.pending.remove(delivery)
            self._deliver(delivery)
            if delivery in self.pending:
                delay = self.retry_delays_s[delivery.attempt - 1]
                with self._wake:
                    due = (time.monotonic() + delay, next(self._order), delivery)
                    heapq.heappush(self._due, due)
            self._collect()
            with self._wake:
                for fresh in self._taken():
                    heapq.heappush(self._due, (0.0, next(self._order), fresh))

    def _is_due(self, now: float) -> bool:
        return bool(self._due) and self._due[0][0] <= now

    def _pause(self, now: float) -> float | None:
        return max(0.0, self._due[0][0] - now) if self._due else None

    def _collect(self) -> None:
        with self.ground.lock:
            news, self.ground.news = self.ground.news, []
            for one in news:
                self._queue.extend(self._deliveries_of(one))

    def _batch(self) -> list[Delivery]:
        """What is to be delivered next; the flush is over in the moment in which nothing is."""
        with self.ground.lock:
            self._collect()
            batch = self._taken()
            self._is_flushing = bool(batch)
            return batch

    def _taken(self) -> list[Delivery]:
        with self.ground.lock:
            taken, self._queue = self._queue, []
        return taken

    def _deliveries_of(self, news: News) -> list[Delivery]:
        team = self.ground.state.teams[news.team_id]
        return [
            self._addressed(team, install, news)
            for install in team.installs.values()
            if install.app_id in self.connected and self._hears(team, install, news)
        ]

    def _hears(self, team: Team, install: Install, news: News) -> bool:
        if news.only_app and news.only_app != install.app_id:
            return False
        manifest = self.ground.app(install.app_id).manifest
        if news.name not in apps.bot_events_of(manifest):
            return False
        if news.scope and news.scope not in install.scopes:
            return False
        return not news.channel_id or install.user_id in team.channels[news.channel_id].members

    def _addressed(self, team: Team, install: Install, news: News) -> Delivery:
        event = dict(news.event)
        event.setdefault("event_ts", self.ground.next_ts(team))
        if event["type"] in ("team_join", "user_change") and (
            "users:read.email" not in install.scopes
        ):
            profile = {k: v for k, v in event["user"]["profile"].items() if k != "email"}
            event["user"] = {**event["user"], "profile": profile}
        app = self.ground.app(install.app_id)
        authorization = {
            "enterprise_id": None,
            "team_id": team.id,
            "user_id": install.user_id,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        channel = team.channels.get(news.channel_id)
        envelope: Json = {
            "token": app.verification_token,
            "team_id": team.id,
            "context_team_id": team.id,
            "context_enterprise_id": None,
            "api_app_id": app.id,
            "event": event,
            "type": "event_callback",
            "event_id": self.ground.new_id("Ev"),
            "event_time": self.ground.now_s(),
            "authorizations": [authorization],
            "is_ext_shared_channel": bool(channel and channel.is_ext_shared),
            "event_context": f"4-{self.ground.new_id('E')}",
        }
        kept = Undelivered(app.id, team.id, envelope)
        self.ground.state.undelivered[envelope["event_id"]] = kept
        return Delivery(kept)

    def _deliver(self, delivery: Delivery) -> None:
        """One try, with whatever fault waits for it; a failed one is kept to be tried again."""
        fault = self.faults.of_delivery(delivery.event["type"], delivery.team_id)
        kind = fault.kind if fault else ""
        if kind == "out_of_order":
            self._held.append(delivery)
            return
        if kind == "lost":
            answer = AppResponse(0, failure="http_timeout")
        else:
            answer = self._send(delivery, is_disconnecting=kind == "disconnect")
            if kind == "repeated":
                self._send(delivery)
            if kind == "answer_lost":
                answer = AppResponse(0, failure="http_timeout")
        delivery.answer = answer
        self._note(delivery, answer)
        held, self._held = self._held, []
        for late in held:
            self._deliver(late)
        if delivery.event["type"] == "app_uninstalled":
            with self.ground.lock:
                apps.forget_install(self.ground.team(delivery.team_id), delivery.app_id)

    def _note(self, delivery: Delivery, answer: AppResponse) -> None:
        kept = delivery.kept
        with self.ground.lock:
            self.ground.changed()
            self.ground.state.undelivered.pop(kept.envelope["event_id"], None)
            if answer.is_ok:
                return
            kept.reason = answer.failure or "http_error"
            is_unwanted = answer.headers.get("x-slack-no-retry") == "1"
            if is_unwanted or kept.attempt >= len(self.retry_delays_s):
                self.given_up.append(delivery)
                return
            kept.attempt += 1
            self.pending.append(delivery)
            self.ground.state.undelivered[kept.envelope["event_id"]] = kept

    def _send(self, delivery: Delivery, *, is_disconnecting: bool = False) -> AppResponse:
        app = self.ground.app(delivery.app_id)
        retry = (delivery.attempt, delivery.reason)
        request = event_request(app, delivery.envelope, self.ground.machine_s(), retry)
        deliver = self.connected.get(delivery.app_id)
        if deliver is None:
            return AppResponse(0, failure="connection_failed")
        disconnect = getattr(deliver, "disconnect", None)
        if is_disconnecting:
            if disconnect is not None:
                disconnect()
            return AppResponse(0, failure="connection_failed")
        return deliver(request)
