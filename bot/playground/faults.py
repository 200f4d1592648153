"""Things that go wrong between Slack and an app, on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "ratelimited",
    "server_error",
    "timeout_before",
    "timeout_after",
    "lost",
    "answer_lost",
    "repeated",
    "out_of_order",
    "disconnect",
]
_OF_CALLS = frozenset({"ratelimited", "server_error", "timeout_before", "timeout_after"})


@dataclass(slots=True)
class Fault:
    """One fault that is waiting for its next `times` occasions.

    Of calls by the app: ratelimited (429 with Retry-After), server_error (500), timeout_before
    and timeout_after the effect. Of deliveries to it: lost on the way, answer_lost (the app got
    it, Slack never knew), repeated, out_of_order (held back until after the next), disconnect
    (Socket Mode's connection closes instead).
    """

    kind: Kind
    method: str
    event: str
    team_id: str
    retry_after: int
    times: int


class Faults:
    """The faults that are still to happen."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(
        self,
        kind: Kind,
        *,
        method: str = "*",
        event: str = "*",
        team_id: str = "*",
        retry_after: int = 30,
        times: int = 1,
    ) -> None:
        """Let the next `times` calls of a Web API method, or deliveries of an event type, fail."""
        self._waiting.append(Fault(kind, method, event, team_id, retry_after, times))

    def clear(self) -> None:
        self._waiting.clear()

    def of_call(self, method: str, team_id: str) -> Fault | None:
        """The fault that this call meets, counted as having happened."""
        return self._take(method, team_id, of_calls=True)

    def of_delivery(self, event: str, team_id: str) -> Fault | None:
        """The fault that this delivery meets, counted as having happened."""
        return self._take(event, team_id, of_calls=False)

    def _take(self, name: str, team_id: str, *, of_calls: bool) -> Fault | None:
        for fault in self._waiting:
            wanted = fault.method if of_calls else fault.event
            fits = wanted in ("*", name) and fault.team_id in ("*", team_id)
            if fits and (fault.kind in _OF_CALLS) is of_calls:
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
