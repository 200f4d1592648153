"""One HTTP request to another system, with a limit on its time and on the size of what comes back.

httpx limits how long each read may take, not the whole: a server that sends a letter a second could
hold a worker for hours. So the request runs beside, and after its time nobody waits for it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Lock, Thread

import httpx

from bot.errors import RemoteError

MOST_BYTES = 64 * 1024
LONGEST_WAIT = timedelta(hours=1)
_MORE_PATIENCE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a request may take in all, and how much may come back."""

    seconds: float
    most_bytes: int = MOST_BYTES


class Http:
    """Posts to one system, one request at a time."""

    def __init__(self, limits: Limits, transport: httpx.BaseTransport | None = None) -> None:
        """`transport` takes the network's place in tests."""
        self._limits = limits
        self._transport = transport
        self._in_hand = Lock()

    def post(self, url: str, headers: Mapping[str, str], body: bytes) -> bytes:
        """The body of an answer of 200.

        RemoteError `slow`, `busy` (429), `refused` (other 4xx, permanent), `failed`, or
        `unreadable` where more comes back than is taken.
        """
        if not self._in_hand.acquire(blocking=False):
            # An earlier request ran out of its time and still holds on.
            raise RemoteError("busy", retry_after=_MORE_PATIENCE)
        answers: SimpleQueue[bytes | RemoteError] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._post(url, headers, body))
            except RemoteError as error:
                answers.put(error)
            finally:
                self._in_hand.release()

        Thread(target=ask, name="http", daemon=True).start()
        try:
            answer = answers.get(timeout=self._limits.seconds)
        except Empty:
            raise RemoteError("slow") from None
        if isinstance(answer, RemoteError):
            raise answer
        return answer

    def _post(self, url: str, headers: Mapping[str, str], body: bytes) -> bytes:
        """Without redirects: what was agreed to is sent to this address and to no other."""
        until = time.monotonic() + self._limits.seconds
        try:
            with (
                httpx.Client(timeout=self._limits.seconds, transport=self._transport) as client,
                client.stream("POST", url, content=body, headers=dict(headers)) as answer,
            ):
                if answer.status_code != HTTPStatus.OK:
                    raise refused(answer)
                return self._read(answer, until)
        except httpx.TimeoutException:
            raise RemoteError("slow") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, OSError):
            # What httpx says may quote the request, so it is not handed on.
            raise RemoteError("failed") from None

    def _read(self, answer: httpx.Response, until: float) -> bytes:
        """As it comes: nothing is unpacked, so nothing small can grow large here."""
        kept = bytearray()
        for part in answer.iter_raw():
            kept += part
            if len(kept) > self._limits.most_bytes:
                raise RemoteError("unreadable")
            if time.monotonic() > until:
                raise RemoteError("slow")
        return bytes(kept)


def refused(answer: httpx.Response) -> RemoteError:
    """What an answer other than 200 means: later, never, or perhaps."""
    status = answer.status_code
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return RemoteError("busy", retry_after=_retry_after(answer.headers.get("retry-after", "")))
    if status == HTTPStatus.REQUEST_TIMEOUT:
        return RemoteError("slow")
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return RemoteError("refused", permanent=True)
    return RemoteError("failed")


def _retry_after(said: str) -> timedelta:
    """Seconds, or a date as HTTP writes it; within reason, whatever a server says."""
    try:
        if said.isascii() and said.isdigit():
            wait = timedelta(seconds=int(said[:7]))
        else:
            at = parsedate_to_datetime(said)
            wait = timedelta(seconds=at.timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return _MORE_PATIENCE
    return min(max(wait, timedelta(seconds=1)), LONGEST_WAIT)
