"""Everything that can go wrong in a way that somebody has to be told.

AlongsideError
├── TellUser          what a person typed cannot be done; a code and values, worded by the views
├── RemoteError       Slack (or another system) said no, or said nothing
├── SettingsError     what is missing or wrong in the environment, all of it at once
└── DatabaseError     the database is absent, locked, or of another version than the code
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta


class AlongsideError(Exception):
    """The root: whatever Alongside raises by itself."""


class TellUser(AlongsideError):  # noqa: N818 - not an error of ours: something to tell
    """Something a person asked for cannot be done. `code` names why; views have the words."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, str] = values


class RemoteError(AlongsideError):
    """A remote system refused or failed.

    `permanent` means that asking again is useless. `retry_after` is how long the remote wants to
    be left alone. `maybe_done` means that the call may have had its effect all the same.
    """

    def __init__(
        self,
        code: str,
        *,
        permanent: bool = False,
        retry_after: timedelta | None = None,
        maybe_done: bool = False,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.permanent = permanent
        self.retry_after = retry_after
        self.maybe_done = maybe_done


class SettingsError(AlongsideError):
    """Names every setting that is missing or wrong: (name, code) pairs."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__(", ".join(f"{name} {code}" for name, code in problems))
        self.problems = problems


class DatabaseError(AlongsideError):
    """The database cannot be used as it is: `absent`, `locked`, `behind`, `newer`, `broken`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
