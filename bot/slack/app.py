"""The Bolt app: one listener for each sort of payload, and Alongside's own doors behind them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any, cast

from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult

from bot.services import Services
from bot.slack.dispatch import Dispatch
from bot.slack.listeners import open_doors
from bot.slack.messenger import SlackMessenger
from bot.store.teams import Installation

_EVERYTHING = re.compile(r".*", re.DOTALL)
_INSTALLATION_LASTS = 30.0
"""Seconds for which an installation is remembered; an event costs a query less for it."""


def build_app(services: Services, messenger: SlackMessenger, prefix: str = "") -> App:
    """The app, ready for requests that are known to be Slack's.

    Over HTTP `bot.web` checks each signature in front of it, and over Socket Mode none is signed.
    """
    app = App(
        signing_secret="checked before",  # noqa: S106 - Bolt wants one though it checks nothing
        authorize=_authorize(services),
        process_before_response=True,
        request_verification_enabled=False,
    )
    _register(app, Dispatch(services, messenger, open_doors(), prefix))
    return app


def _authorize(services: Services) -> Callable[..., AuthorizeResult]:
    """Says which workspace an event is of, and with which token it is answered.

    Remembered for half a minute: an uninstall or a new token is known everywhere by then.
    """
    known: dict[str, tuple[float, AuthorizeResult]] = {}

    def authorize(team_id: str | None) -> AuthorizeResult | None:
        if team_id is None:
            return None
        until, remembered = known.get(team_id, (0.0, None))
        if remembered is not None and until > time.monotonic():
            return remembered
        with services.reading(team_id) as store:
            found = store.teams.installation()
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

    def on_event(body: dict[str, Any]) -> None:
        dispatch.event(body)

    def on_press(body: dict[str, Any], ack: Ack) -> None:
        dispatch.press(body)
        ack()

    def on_form(body: dict[str, Any], ack: Ack) -> None:
        answer = dispatch.form(body)
        ack(**answer) if answer else ack()

    def on_shortcut(body: dict[str, Any], ack: Ack) -> None:
        dispatch.shortcut(body)
        ack()

    def on_command(body: dict[str, Any], ack: Ack) -> None:
        answer = dispatch.command(body)
        ack(**answer) if answer else ack()

    def on_closed(ack: Ack) -> None:
        ack()

    app.event(_EVERYTHING)(on_event)
    app.action(_EVERYTHING)(on_press)
    app.view_submission(_EVERYTHING)(on_form)
    app.view_closed(_EVERYTHING)(on_closed)
    app.shortcut(_EVERYTHING)(on_shortcut)
    app.command(_EVERYTHING)(on_command)
