"""A language model behind the OpenAI chat protocol, on somebody's servers or on this machine.

What it is told stands word for word in the folder `instructions`. What it is shown goes in as one
JSON value, so that no text can step out of its place. What it answers is taken only if it is JSON
of exactly the expected shape; all else is as if it had said nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

import httpx
import msgspec

from bot.connectors.http import Http, Limits
from bot.domain.model_help import FacetProposed, FollowUpProposed, PostProposed
from bot.domain.redaction import Redacted
from bot.domain.vocabulary import Facet
from bot.errors import RemoteError

MOST_TOKENS = 700
"""Of an answer; a longer one is cut by the server, is no JSON then, and counts as none."""
_INSTRUCTIONS = Path(__file__).parent / "instructions"
_Words = Annotated[str, msgspec.Meta(min_length=2, max_length=400)]
T = TypeVar("T")


class _Facet(msgspec.Struct, forbid_unknown_fields=True):
    facet: Literal["goal", "problem", "their_words", "stakeholder", "success_criterion"]
    quote: _Words


class _Promise(msgspec.Struct, forbid_unknown_fields=True):
    quote: _Words


class _Post(msgspec.Struct, forbid_unknown_fields=True):
    facets: Annotated[list[_Facet], msgspec.Meta(max_length=12)]
    promises: Annotated[list[_Promise], msgspec.Meta(max_length=8)]


class _FollowUp(msgspec.Struct, forbid_unknown_fields=True):
    question: _Words | None
    quote: _Words | None


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Completion(msgspec.Struct):
    """The envelope: servers put more into it, of which nothing is used."""

    choices: Annotated[list[_Choice], msgspec.Meta(min_length=1)]


class ChatModel:
    """Asks one model, within a time, and takes nothing that is not of the expected shape."""

    def __init__(
        self,
        url: str,
        name: str,
        key: str = "",
        *,
        seconds: float = 20.0,
        calls_per_day: int = 200,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._key = key
        self._http = Http(Limits(seconds), transport)
        self.host = urlsplit(url).netloc
        self.name = name
        self.calls_per_day = calls_per_day

    def read_post(self, post: Redacted) -> PostProposed:
        """What a post shows, in quotations of it. Raises RemoteError."""
        said = self._ask("read_post", {"post": post.text}, _Post)
        return PostProposed(
            tuple(FacetProposed(Facet(one.facet), one.quote) for one in said.facets),
            tuple(one.quote for one in said.promises),
        )

    def follow_up(self, answer: Redacted, language: str) -> FollowUpProposed | None:
        """A further question to a seller's answer; None where none follows. Raises RemoteError."""
        shown = {"answer": answer.text, "language": language}
        said = self._ask("follow_up", shown, _FollowUp)
        if said.question is None or said.quote is None:
            return None
        return FollowUpProposed(said.question, said.quote)

    def _ask(self, task: str, shown: Mapping[str, str], shape: type[T]) -> T:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
        }
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        body = json.dumps(_request(self.name, task, shown)).encode()
        answer = self._http.post(self._url, headers, body)
        try:
            content = msgspec.json.decode(answer, type=_Completion).choices[0].message.content
            return msgspec.json.decode(content, type=shape)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            raise RemoteError("unreadable") from None


def _request(name: str, task: str, shown: Mapping[str, str]) -> dict[str, Any]:
    """All that is ever sent: the instructions of a task, and what is shown, as one JSON value."""
    schema = json.loads((_INSTRUCTIONS / f"{task}.json").read_text(encoding="utf-8"))
    instructions = (_INSTRUCTIONS / f"{task}.txt").read_text(encoding="utf-8")
    return {
        "model": name,
        "messages": [
            {"role": "system", "content": instructions},
            {"role": "user", "content": json.dumps(dict(shown), ensure_ascii=False)},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": task, "strict": True, "schema": schema},
        },
        "max_tokens": MOST_TOKENS,
        "stream": False,
    }
