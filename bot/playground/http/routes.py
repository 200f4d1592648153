"""Which address is answered by what."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.security import safe_join
from werkzeug.wrappers import Request, Response

from bot.playground.http import api_routes, oauth_pages
from bot.playground.http.answers import body_of, guarded, json_answer
from bot.playground.http.page_acts import perform
from bot.playground.http.page_state import Demo, may_see, messages_for, state_for
from bot.playground.http.socket_mode import SocketHub
from bot.playground.http.stream import stream
from bot.playground.slack import LocalSlack
from bot.playground.state import Team

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PAGE = Path(__file__).parent.parent / "page"
_LARGEST_BODY = 25_000_000
_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_MAP = Map(
    [
        Rule("/api/<method>", endpoint="api"),
        Rule("/response/<path:name>", endpoint="response", methods=["POST"]),
        Rule("/upload/v1/<path:place>", endpoint="upload", methods=["POST", "PUT"]),
        Rule("/files-pri/<file_id>/<path:name>", endpoint="private_file"),
        Rule("/oauth/v2/authorize", endpoint="oauth", methods=["GET", "POST"]),
        Rule("/link/", endpoint="link", websocket=True),
        Rule("/link/", endpoint="link"),
        Rule("/", endpoint="index"),
        Rule("/page/state", endpoint="state"),
        Rule("/page/messages", endpoint="messages"),
        Rule("/page/panel", endpoint="panel"),
        Rule("/page/stream", endpoint="stream"),
        Rule("/page/act", endpoint="act", methods=["POST"]),
        Rule("/page/file/<file_id>", endpoint="file"),
        Rule("/page/<path:name>", endpoint="static"),
    ]
)


class Routes:
    """The WSGI app of the local Slack."""

    def __init__(self, slack: LocalSlack, demo: Demo, hub: SocketHub) -> None:
        self._slack = slack
        self._demo = demo
        self._hub = hub

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = Request(environ)
        request.max_content_length = _LARGEST_BODY
        request.max_form_memory_size = _LARGEST_BODY
        try:
            answer = self._answer(request)
        except HTTPException as error:
            answer = json_answer({"ok": False, "error": error.name}, error.code or 500)
        return answer(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if urlsplit(f"//{request.host}").hostname not in _LOCAL_NAMES:
            return json_answer({"ok": False, "error": "This Slack answers on this machine."}, 403)
        is_upgrade = request.environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        urls = _MAP.bind_to_environ(request.environ)
        endpoint, values = urls.match(websocket=is_upgrade)
        return getattr(self, f"_on_{endpoint}")(request, **values)  # type: ignore[no-any-return]

    def _on_api(self, request: Request, method: str) -> Response:
        return api_routes.api_call(self._slack, request, method)

    def _on_response(self, request: Request, name: str) -> Response:
        return api_routes.post_response(self._slack, request, name)

    def _on_upload(self, request: Request, place: str) -> Response:
        return api_routes.upload(self._slack, request, place)

    def _on_private_file(self, request: Request, file_id: str, name: str) -> Response:  # noqa: ARG002
        """With a token the file; without one the page on which people sign in, as in Slack."""
        said = request.headers.get("Authorization", "")
        content = self._slack.download(request.path, said.removeprefix("Bearer ").strip())
        if content is None:
            return guarded(Response("<title>Sign in</title>", mimetype="text/html"))
        return guarded(Response(content, mimetype="application/octet-stream"))

    def _on_oauth(self, request: Request) -> Response:
        ask = oauth_pages.answer if request.method == "POST" else oauth_pages.ask
        return ask(self._slack, request)

    def _on_link(self, request: Request) -> Response:
        if "werkzeug.socket" not in request.environ or not request.headers.get("Upgrade"):
            return json_answer({"ok": False, "error": "This address is for WebSockets."}, 400)
        self._hub.accept(request)
        # The socket is closed by now; an answer written to it would be noise in the log.
        raise ConnectionAbortedError

    def _on_index(self, _request: Request) -> Response:
        return self._on_static(_request, "index.html")

    def _on_static(self, _request: Request, name: str) -> Response:
        found = safe_join(str(PAGE), name)
        path = Path(found) if found else None
        if path is None or not path.is_file():
            return json_answer({"ok": False, "error": "not found"}, 404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        kind = "text/javascript" if path.suffix in (".js", ".mjs") else kind
        answer = Response(path.read_bytes(), mimetype=kind)
        answer.headers["Cache-Control"] = "no-cache"
        return guarded(answer)

    def _on_state(self, request: Request) -> Response:
        team = self._team(request)
        if team is None:
            return json_answer({"ok": False, "error": "There is no workspace here yet."}, 404)
        return json_answer(state_for(self._slack, self._demo, team, self._viewer(request, team)))

    def _on_messages(self, request: Request) -> Response:
        team = self._team(request)
        place = team.channels.get(request.args.get("channel", "")) if team else None
        viewer = self._viewer(request, team) if team else ""
        if place is None or not may_see(place, viewer):
            return json_answer({"messages": [], "revision": self._slack.ground.revision}, 404)
        thread_ts = request.args.get("thread_ts", "")
        return json_answer(messages_for(self._slack, viewer, place, thread_ts))

    def _on_panel(self, request: Request) -> Response:
        if self._demo.panel is None:
            return json_answer({"sections": []})
        wanted = (request.args.get(name, "") for name in ("team", "channel", "user"))
        return json_answer(self._demo.panel(*wanted))

    def _on_stream(self, _request: Request) -> Response:
        return stream(self._slack, self._demo)

    def _on_act(self, request: Request) -> Response:
        """Only the page itself may act: a form on another site cannot send JSON from here."""
        origin = request.headers.get("Origin")
        is_ours = origin is None or urlsplit(origin).netloc == request.host
        if not is_ours or request.mimetype != "application/json":
            return json_answer({"ok": False, "error": "Only this page may do that."}, 403)
        return json_answer(perform(self._slack, self._demo, body_of(request)))

    def _on_file(self, _request: Request, file_id: str) -> Response:
        for team in self._slack.ground.state.teams.values():
            file = team.files.get(file_id)
            if file is not None and file.is_complete:
                answer = Response(file.content, mimetype=file.mimetype)
                if file.mimetype not in ("image/png", "image/jpeg", "image/gif", "image/webp"):
                    answer.headers["Content-Disposition"] = "attachment"
                return guarded(answer)
        return json_answer({"ok": False, "error": "not found"}, 404)

    def _team(self, request: Request) -> Team | None:
        """The workspace that is meant; the first where the page names none yet."""
        teams = self._slack.ground.state.teams
        return teams.get(request.args.get("team", "")) or next(iter(teams.values()), None)

    def _viewer(self, request: Request, team: Team) -> str:
        wanted = request.args.get("user", "")
        people = [p.id for p in team.people.values() if not p.is_bot and not p.deleted]
        return wanted if wanted in people else next(iter(people), "")
