"""Pictures of digests: wanted when a digest arrived, drawn by a worker, shown in its message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import bindparam, select

from bot.domain.client_weeks import Picture
from bot.store.noun import OF_TEAM, Noun
from bot.store.tables import pictures


class PictureState(StrEnum):
    """Where a picture is in its life."""

    WAITING = "waiting"
    UPLOADED = "uploaded"
    NONE = "none"
    """There is nothing to be seen, or Slack would not take it: the digest stays as text."""


@dataclass(frozen=True, slots=True)
class WantedPicture:
    """A picture that a worker has taken; `id` is that of the digest's message."""

    team_id: str
    id: str
    tries: int


_OF_DIGEST = select(pictures.c.shows).where(
    pictures.c.team_id == OF_TEAM,
    pictures.c.id == bindparam("of_digest"),
    pictures.c.state == PictureState.UPLOADED.value,
)

_TRIES = select(pictures.c.tries).where(
    pictures.c.team_id == OF_TEAM, pictures.c.id == bindparam("of_digest")
)


class Pictures(Noun):
    """`lease_until` and `try_after` are machine time. Taking one is across teams."""

    def want(self, digest_id: str, person_id: str, at: datetime) -> None:
        """The digest has arrived; its picture may come after. Wanting it twice makes one."""
        self._insert_if_new(
            pictures,
            id=digest_id,
            person_id=person_id,
            state=PictureState.WAITING.value,
            wanted_at=at,
        )

    def of_digest(self, digest_id: str) -> Picture | None:
        """The picture that the digest's message shows."""
        row = self._row(_OF_DIGEST, of_digest=digest_id)
        if row is None:
            return None
        return msgspec.convert(row.shows, Picture)

    def uploaded(self, digest_id: str, picture: Picture) -> bool:
        """Slack has it; False where its person was forgotten meanwhile."""
        return self._end(
            digest_id,
            PictureState.UPLOADED,
            tries=0,
            file_id=picture.file_id,
            shows=msgspec.to_builtins(picture),
        )

    def leave_out(self, digest_id: str) -> None:
        """The digest stays without."""
        self._end(digest_id, PictureState.NONE)

    def shown_in_vain(self, digest_id: str) -> int:
        """Slack refused the message with it; says how often anything about it was tried."""
        self._set(pictures, digest_id, tries=pictures.c.tries + 1)
        row = self._row(_TRIES, of_digest=digest_id)
        return row.tries if row is not None else 0

    def retry(self, digest_id: str, try_after: datetime) -> None:
        """It did not work; again after this machine time."""
        self._set(pictures, digest_id, lease_until=None, try_after=try_after)

    def _end(self, digest_id: str, state: PictureState, **values: Any) -> bool:
        ended = {"state": state.value, "lease_until": None, "try_after": None, **values}
        return self._set(pictures, digest_id, **ended) == 1
