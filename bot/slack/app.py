"""The Bolt app: one listener for each sort of payload, and Alongside's own doors behind them."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from traceback import walk_tb
from typing import Any, cast

from slack_bolt import Ack, App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.error import BoltUnhandledRequestError

from bot.errors import DatabaseError
from bot.services import Services
from bot.slack.dispatch import Dispatch
from bot.slack.legible import legible
from bot.slack.listeners import open_doors
from bot.slack.messenger import SlackMessenger
from bot.slack.short_way import ShortWay, failed
from bot.store.teams import Installation

log = logging.getLogger(__name__)

_EVERYTHING = re.compile(r".*", re.DOTALL)
_INSTALLATION_LASTS = 30.0
"""Seconds for which an installation is remembered; an event costs a query less for it."""


class SlackApp(App):
    """Bolt's app, and a short way past Bolt for new posts."""

    short_way: ShortWay


def build_app(services: Services, messenger: SlackMessenger, prefix: str = "") -> SlackApp:
    """The app, ready for requests that are known to be Slack's.

    Over HTTP `bot.web` checks each signature in front of it, and over Socket Mode none is signed.
    """
    authorize = _authorize(services)
    app = SlackApp(
        name="alongside",  # else Bolt walks the stack for one, which takes it a third of a second
        logger=logging.getLogger("slack_bolt"),  # else each of its own logs bodies on DEBUG
        signing_secret="checked before",  # noqa: S106 - Bolt wants one though it checks nothing
        authorize=authorize,
        process_before_response=True,
        request_verification_enabled=False,
        raise_error_for_unhandled_request=True,
        attaching_function_token_enabled=False,
    )
    dispatch = Dispatch(services, messenger, open_doors(), prefix)
    app.short_way = ShortWay(authorize, dispatch.event)
    _register(app, dispatch)
    return app


def _authorize(services: Services) -> Callable[..., AuthorizeResult]:
    """Says which workspace an event is of, and with which token it is answered.

    Remembered for half a minute: an uninstall or a new token is known everywhere by then.
    """
    known: dict[str, tuple[float, AuthorizeResult]] = {}

    def authorize(team_id: str | None) -> AuthorizeResult | None:
        if not isinstance(team_id, str) or not (team_id.isascii() and team_id.isalnum()):
            return None
        until, remembered = known.get(team_id, (0.0, None))
        if remembered is not None and until > time.monotonic():
            return remembered
        try:
            with services.reading(team_id) as store:
                found = store.teams.installation()
        except DatabaseError:
            if remembered is None:
                raise
            return remembered  # so that whoever pressed or wrote something hears of the failure
        if found is None:
            known.pop(team_id, None)
            return None
        result = _result(found)
        known[team_id] = (time.monotonic() + _INSTALLATION_LASTS, result)
        return result

    # Bolt takes None for "not installed", though its type does not say so.
    return cast("Callable[..., AuthorizeResult]", authorize)


def _result(found: Installation) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=None,
        team_id=found.team_id,
        bot_token=found.bot_token,
        bot_id=found.bot_id,
        bot_user_id=found.bot_user_id,
    )


def _register(app: App, dispatch: Dispatch) -> None:
    """Each handler takes the raw body: payloads become values in one place, not in Bolt."""

    def on_event(request: BoltRequest, body: dict[str, Any]) -> None:
        dispatch.event(legible(request, body))

    def on_press(request: BoltRequest, body: dict[str, Any], ack: Ack) -> None:
        dispatch.press(legible(request, body))
        ack()

    def on_form(request: BoltRequest, body: dict[str, Any], ack: Ack) -> None:
        answer = dispatch.form(legible(request, body))
        ack(**answer) if answer else ack()

    def on_shortcut(request: BoltRequest, body: dict[str, Any], ack: Ack) -> None:
        dispatch.shortcut(legible(request, body))
        ack()

    def on_command(request: BoltRequest, body: dict[str, Any], ack: Ack) -> None:
        answer = dispatch.command(legible(request, body))
        ack(**answer) if answer else ack()

    def on_closed(ack: Ack) -> None:
        ack()

    def on_error(error: Exception) -> BoltResponse:
        if isinstance(error, BoltUnhandledRequestError):
            return BoltResponse(status=200)  # a sort that nobody listens to: taken in, ignored
        if not _is_ours(error):
            log.warning("not understood", extra={"action": "request_refused"})
            return BoltResponse(status=400)
        failed(error)
        return BoltResponse(status=500)  # Slack delivers an event again

    app.error(on_error)
    app.event(_EVERYTHING)(on_event)
    app.action(_EVERYTHING)(on_press)
    app.view_submission(_EVERYTHING)(on_form)
    app.view_closed(_EVERYTHING)(on_closed)
    app.shortcut(_EVERYTHING)(on_shortcut)
    app.command(_EVERYTHING)(on_command)


def _is_ours(error: BaseException) -> bool:
    """Whether it came out of our code; else Bolt stumbled over a body of no shape of Slack's."""
    frames = walk_tb(error.__traceback__)
    return any(frame.f_globals.get("__name__", "").startswith("bot.") for frame, _line in frames)
