"""Shapes that a team taught, and names matched by more legal forms."""

import sqlalchemy as sa
from alembic import op

from bot.domain.names import client_key
from bot.store.columns import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shapes",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=False),
        sa.Column("poster", sa.String(length=40), nullable=False),
        sa.Column("poster_name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("event", sa.String(length=10), nullable=True),
        sa.Column("wheres", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("marks", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("build", sa.String(length=64), nullable=False),
        sa.Column("taught_by", sa.String(length=40), nullable=True),
        sa.Column("taught_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "channel_id"],
            ["channels.team_id", "channels.id"],
            name=op.f("fk_shapes_team_id_channel_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_shapes")),
        sa.UniqueConstraint(
            "team_id",
            "channel_id",
            "poster",
            "build",
            name=op.f("uq_shapes_team_id_channel_id_poster_build"),
        ),
    )
    with op.batch_alter_table("shapes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_shapes_team_id_channel_id_poster"),
            ["team_id", "channel_id", "poster"],
            unique=False,
        )
    with op.batch_alter_table("channels", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("has_shapes", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    _write_keys_anew()


def _write_keys_anew() -> None:
    """More legal forms are left out of a name's key; two names may have one key now."""
    names = sa.table("client_names", *map(sa.column, ("team_id", "key", "client_id", "name")))
    connection = op.get_bind()
    rows = connection.execute(sa.select(names)).all()
    there = {(row.team_id, row.client_id, row.key) for row in rows}
    for row in rows:
        key = client_key(row.name)[:200]
        if key == row.key:
            continue
        is_this = (
            (names.c.team_id == row.team_id)
            & (names.c.client_id == row.client_id)
            & (names.c.key == row.key)
        )
        if (row.team_id, row.client_id, key) in there:
            connection.execute(sa.delete(names).where(is_this))
        else:
            connection.execute(sa.update(names).where(is_this).values(key=key))
            there.add((row.team_id, row.client_id, key))
