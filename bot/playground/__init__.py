"""A small, strict Slack on one machine, for the demo and for the tests."""

from bot.playground.client import InProcessWebClient
from bot.playground.requests import AppRequest, AppResponse, deliver_to_url, deliver_to_wsgi
from bot.playground.shown import Answer, Button, Message, ViewSeen
from bot.playground.slack import InstalledApp, LocalSlack
from bot.playground.town import Town

__all__ = [
    "Answer",
    "AppRequest",
    "AppResponse",
    "Button",
    "InProcessWebClient",
    "InstalledApp",
    "LocalSlack",
    "Message",
    "Town",
    "ViewSeen",
    "deliver_to_url",
    "deliver_to_wsgi",
]
