"""Somebody at a client, and how they are written in one line: name, role: what is at stake."""

from __future__ import annotations

from dataclasses import dataclass

NAME_LIMIT, ROLE_LIMIT, STAKE_LIMIT = 120, 120, 300


@dataclass(frozen=True, slots=True)
class PersonThere:
    """A person at the client, what they do there, and what is at stake for them."""

    name: str
    role: str | None = None
    stake: str | None = None


def read_person(line: str) -> PersonThere | None:
    """`Jo Baker, head of nursing: quieter nights`; None where there is no name."""
    head, _, stake = line.partition(":")
    name, _, role = head.partition(",")
    tidy = _tidy(name, NAME_LIMIT)
    if tidy is None:
        return None
    return PersonThere(tidy, _tidy(role, ROLE_LIMIT), _tidy(stake, STAKE_LIMIT))


def person_line(person: PersonThere) -> str:
    """The line that `read_person` makes the same person of, whatever a name holds."""
    line = _tidy(person.name.replace(",", " ").replace(":", " "), NAME_LIMIT) or "?"
    role = _tidy((person.role or "").replace(":", " "), ROLE_LIMIT)
    stake = _tidy(person.stake or "", STAKE_LIMIT)
    if role:
        line += f", {role}"
    return f"{line}: {stake}" if stake else line


def _tidy(text: str, limit: int) -> str | None:
    return " ".join(text.split())[:limit].strip() or None
