"""`alongside demo`: a local Slack, the bot and the worker, to try Alongside without an account."""

from bot.commands.demo.supervisor import demo

__all__ = ["demo"]
