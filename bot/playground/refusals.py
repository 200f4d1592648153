"""How the local Slack says no: an error name, exactly as Slack spells it."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - Slack does not err here, it declines
    """Slack would not do this; `error` is Slack's own name for the reason."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more = more

    def envelope(self) -> dict[str, object]:
        return {"ok": False, "error": self.error, **self.more}


def refused_for(error: str, problems: list[str]) -> Refusal:
    """A refusal that lists what is wrong where, as Slack does for blocks and views."""
    return Refusal(error, errors=problems, response_metadata={"messages": problems})


class AppDidNotAnswerError(Exception):
    """The app failed or took too long; a person sees a small warning in its place."""

    def __init__(self, app: str, status: int, body: str = "") -> None:
        said = f"{app} answered {status}: {body[:500]}" if status else f"{app} was silent"
        super().__init__(said)
        self.app = app
        self.status = status


class NothingToPressError(LookupError):
    """There is no such button, field or view on what the person looks at."""


class PortTakenError(OSError):
    """Another program listens on the port that the local Slack was told to use."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"port {port} on {host} is taken")
        self.host = host
        self.port = port
