"""The page on which an admin allows an app into a workspace, and the way back to the app."""

from __future__ import annotations

import html
import secrets
from urllib.parse import urlencode

from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from bot.playground import apps
from bot.playground.slack import LocalSlack
from bot.playground.state import App, OAuthCode

_VALID_S = 600


def ask(slack: LocalSlack, request: Request) -> Response:
    """Show what the app wants, and ask whether it may."""
    app = _app(slack, request.args.get("client_id", ""))
    if app is None:
        return _page("This app is not known here", "The client_id is wrong.", status=400)
    back = _way_back(app, request.args.get("redirect_uri", ""))
    if back is None:
        return _page("This way back is not the app's", "The redirect_uri is not registered.", 400)
    choices = "".join(
        f'<option value="{html.escape(team.id)}">{html.escape(team.name)}</option>'
        for team in slack.ground.state.teams.values()
    )
    scopes = request.args.get("scope", "") or ",".join(apps.wanted_scopes(app.manifest))
    hidden = {
        "client_id": app.client_id,
        "scope": scopes,
        "state": request.args.get("state", ""),
        "redirect_uri": request.args.get("redirect_uri", ""),
    }
    fields = "".join(
        f'<input type="hidden" name="{name}" value="{html.escape(value)}">'
        for name, value in hidden.items()
    )
    listed = "".join(f"<li>{html.escape(scope)}</li>" for scope in scopes.split(","))
    form = (
        f"<p>It asks for:</p><ul>{listed}</ul>"
        f'<form method="post">{fields}<label>Workspace <select name="team">{choices}</select>'
        '</label> <button name="answer" value="allow">Allow</button> '
        '<button name="answer" value="deny">Cancel</button></form>'
    )
    return _page(f"{apps.app_name(app.manifest)} asks to be installed", form, is_markup=True)


def answer(slack: LocalSlack, request: Request) -> Response:
    """Send the admin back to the app, with a code to trade or with a no."""
    app = _app(slack, request.form.get("client_id", ""))
    asked_for = request.form.get("redirect_uri", "")
    back = _way_back(app, asked_for) if app else None
    if app is None or back is None:
        return _page("This app is not known here", "The request was changed on its way.", 400)
    state = {"state": request.form["state"]} if request.form.get("state") else {}
    team = slack.ground.state.teams.get(request.form.get("team", ""))
    if request.form.get("answer") != "allow" or team is None:
        return _sent(back, {"error": "access_denied", **state})
    code = secrets.token_hex(16)
    admin = next((p.id for p in team.people.values() if p.is_owner), "")
    with slack.ground.lock:
        slack.ground.state.codes[code] = OAuthCode(
            app_id=app.id,
            team_id=team.id,
            user_id=admin,
            scopes=[s for s in request.form.get("scope", "").split(",") if s],
            redirect_uri=asked_for,
            expires_at=int(slack.ground.machine_s()) + _VALID_S,
        )
    return _sent(back, {"code": code, **state})


def _sent(back: str, more: dict[str, str]) -> Response:
    glue = "&" if "?" in back else "?"
    sent = redirect(f"{back}{glue}{urlencode(more)}", 302, Response)
    assert isinstance(sent, Response)  # noqa: S101 - told so by its third argument
    return sent


def _app(slack: LocalSlack, client_id: str) -> App | None:
    known = slack.ground.state.apps.values()
    return next((app for app in known if client_id and app.client_id == client_id), None)


def _way_back(app: App, wanted: str) -> str | None:
    """A registered address, or one below it; the first registered where none is named."""
    registered = [str(u) for u in app.manifest.get("oauth_config", {}).get("redirect_urls", [])]
    if not wanted:
        return registered[0] if registered else None
    fits = any(wanted == u or wanted.startswith((u.rstrip("/") + "/", u + "?")) for u in registered)
    return wanted if fits else None


def _page(title: str, body: str, status: int = 200, *, is_markup: bool = False) -> Response:
    inside = body if is_markup else f"<p>{html.escape(body)}</p>"
    head = f'<!doctype html><meta charset="utf-8"><title>{html.escape(title)}</title>'
    text = f"{head}<h1>{html.escape(title)}</h1>{inside}"
    page = Response(text, status, mimetype="text/html")
    # The answer leads back to the app on another port, which form-action 'self' would forbid.
    page.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return page
