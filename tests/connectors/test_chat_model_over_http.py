"""The same over real HTTP on this machine: slow, dripping, cut off, endless."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from threading import Event

import pytest

from bot.connectors.chat_model import ChatModel
from bot.domain.model_help import PostProposed
from bot.domain.redaction import redact
from bot.errors import RemoteError
from tests.chat_server import ChatServer, Way, serve

pytestmark = pytest.mark.sockets

POST = redact("Met Gira today. The plan goes out on Friday.")
SECONDS = 0.3


def never_answers(_handler: BaseHTTPRequestHandler, over: Event) -> None:
    over.wait(10)


def drips_its_head(handler: BaseHTTPRequestHandler, over: Event) -> None:
    """Each read comes in time; the whole never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not over.wait(0.02):
        handler.wfile.write(b"a")


def drips_its_body(handler: BaseHTTPRequestHandler, over: Event) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
    while not over.wait(0.02):
        handler.wfile.write(b" ")


def breaks_off(handler: BaseHTTPRequestHandler, _over: Event) -> None:
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{"choices": [')


def talks_without_end(handler: BaseHTTPRequestHandler, over: Event) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while not over.is_set():
        handler.wfile.write(b" " * 65_536)


def streams(handler: BaseHTTPRequestHandler, _over: Event) -> None:
    event = b'data: {"choices": [{"index": 0, "delta": {"content": "{}"}}]}\n\n'
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + event + b"data: [DONE]\n\n"
    )


def is_no_http(handler: BaseHTTPRequestHandler, _over: Event) -> None:
    handler.wfile.write(b"\x00\x01 hello\r\n\r\n")


def test_an_ordinary_answer_is_read() -> None:
    server = ChatServer()
    server.answers({"facets": [], "promises": [{"quote": "The plan goes out on Friday"}]})
    with serve(server) as url:
        proposed = ChatModel(url, "small", "sk-1", seconds=5).read_post(POST)
    assert proposed == PostProposed(promises=("The plan goes out on Friday",))
    assert server.headers[0]["Authorization"] == "Bearer sk-1"


@pytest.mark.parametrize(
    ("way", "code"),
    [
        pytest.param(never_answers, "slow", marks=pytest.mark.prove),
        (drips_its_head, "slow"),
        pytest.param(drips_its_body, "slow", marks=pytest.mark.prove),
        (breaks_off, "failed"),
        (talks_without_end, "unreadable"),
        (streams, "unreadable"),
        (is_no_http, "failed"),
    ],
)
def test_any_other_ends_in_time(way: Way, code: str) -> None:
    server = ChatServer()
    with serve(server, way) as url:
        seconds = SECONDS if code == "slow" else 5
        model = ChatModel(url, "small", seconds=seconds)
        started = time.monotonic()
        with pytest.raises(RemoteError) as raised:
            model.read_post(POST)
        assert raised.value.code == code
        assert time.monotonic() - started < 3
        assert len(server.requests) <= 1  # none, where this machine was too busy to get that far


@pytest.mark.prove
def test_while_an_old_request_hangs_no_second_one_is_made() -> None:
    server = ChatServer()
    with serve(server, drips_its_head) as url:
        model = ChatModel(url, "small", seconds=SECONDS)
        codes = []
        for _ in range(2):
            with pytest.raises(RemoteError) as raised:
                model.read_post(POST)
            codes.append(raised.value.code)
    assert codes == ["slow", "busy"]
    assert len(server.requests) <= 1


def test_nobody_there_is_a_failure_and_no_more() -> None:
    with serve(ChatServer()) as url:
        pass
    with pytest.raises(RemoteError) as raised:
        ChatModel(url, "small", seconds=2).read_post(POST)
    assert raised.value.code == "failed"
    assert not raised.value.permanent
