"""`alongside upgrade`: create the database, or bring it to this version."""

from __future__ import annotations

from bot.settings import Settings
from bot.store.migrations import upgrade as upgrade_database


def upgrade(settings: Settings) -> int:
    """Safe to run again: a database of this version is left as it is."""
    upgrade_database(settings.database_url)
    print("The database is up to date.")
    return 0
