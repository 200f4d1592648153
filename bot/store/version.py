"""Which version of the schema the code expects, and which one a database has."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, inspect

HEAD = "0015"
"""The newest migration; a test holds it against the folder of migrations."""

State = Literal["current", "empty", "behind", "newer"]


def schema_state(connection: Connection) -> State:
    """How the database's schema stands to the code's."""
    if not inspect(connection).has_table("alembic_version"):
        return "empty"
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found == HEAD:
        return "current"
    if found is None:
        return "empty"
    return "newer" if str(found) > HEAD else "behind"
