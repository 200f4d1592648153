"""Shapes that a team taught, and names matched by more legal forms."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0002"
down_revision = "0001"
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
            "team_id", "channel_id", "poster", "build", name=op.f("uq_shapes_team_id_channel_id_poster_build")
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
