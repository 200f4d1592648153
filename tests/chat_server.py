"""A small language model for tests: it speaks the OpenAI chat protocol and says what it is told to.

In most tests it stands behind httpx's own MockTransport; `serve` puts it on this machine's
loopback, where it can also be slow, break off, or talk without end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import httpx

from bot.connectors.chat_model import ChatModel

Json = dict[str, Any]
URL = "https://model.example/v1"


class ChatServer:
    """Answers each request with the next of what it was told, then with the last for ever."""

    def __init__(self) -> None:
        self.requests: list[Json] = []
        self.headers: list[dict[str, str]] = []
        self._answers: list[tuple[int, dict[str, str], bytes]] = []
        self.answers({"facets": [], "promises": []})

    def answers(self, *contents: object) -> None:
        """Say these, as a chat completion's content: JSON of a value, or a text as it is."""
        self._answers = [(200, {}, completion(one)) for one in contents]

    def says(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Say exactly this."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._answers = [(status, named, body)]

    @property
    def shown(self) -> list[Json]:
        """What it was shown each time: the content of the user's message."""
        return [json.loads(one["messages"][1]["content"]) for one in self.requests]

    def take(self, path: str, headers: dict[str, str], body: bytes) -> tuple[int, Any, bytes]:
        """One request, refused unless it keeps the protocol."""
        if path != "/v1/chat/completions":
            return 404, {}, b'{"error": {"message": "no such path"}}'
        said = json.loads(body)
        assert said["stream"] is False
        assert [one["role"] for one in said["messages"]] == ["system", "user"]
        assert all(isinstance(one["content"], str) for one in said["messages"])
        assert said["response_format"]["json_schema"]["strict"] is True
        self.requests.append(said)
        self.headers.append(headers)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def model(self, **more: Any) -> ChatModel:
        """A model that reaches this server without a network."""
        return ChatModel(URL, "small", "sk-secret", transport=self.transport(), **more)

    def transport(self) -> httpx.MockTransport:
        def handle(request: httpx.Request) -> httpx.Response:
            status, headers, body = self.take(
                request.url.path, dict(request.headers), request.read()
            )
            return httpx.Response(status, headers=headers, stream=_Body(body))

        return httpx.MockTransport(handle)


class _Body(httpx.SyncByteStream):
    """A body that comes in pieces, as from a network; httpx reads any other at once."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._body), 4096):
            yield self._body[start : start + 4096]


class NobodyAsks(ChatServer):
    """Any request fails the test."""

    def take(self, path: str, *_more: object) -> tuple[int, Any, bytes]:
        self.requests.append({"path": path})
        raise AssertionError("the model was asked")


def completion(content: object) -> bytes:
    """The envelope that servers put around an answer, with more in it than is used."""
    text = content if isinstance(content, str) else json.dumps(content)
    said = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "small",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text, "refusal": None},
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18},
    }
    return json.dumps(said).encode()


Way = Callable[[BaseHTTPRequestHandler, Event], None]


@contextmanager
def serve(server: ChatServer, way: Way | None = None) -> Iterator[str]:
    """The same on loopback; `way` answers in a way of its own, until the event is set."""
    over = Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers, answer = server.take(self.path, dict(self.headers), body)
            if way is not None:
                way(self, over)
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_said: object) -> None:
            """Nothing on the screen of whoever runs the tests."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_said: object) -> None:
            """Whoever asked may be gone before the answer is over."""

    web = Quiet(("127.0.0.1", 0), Handler)
    web.daemon_threads = True
    thread = Thread(target=web.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{web.server_address[1]}/v1"
    finally:
        over.set()
        web.shutdown()
        web.server_close()
        thread.join()
