"""Exports on their way, what is to be deleted in Slack, and what admins changed."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exports",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", Moment(timezone=True), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=True),
        sa.Column("file_id", sa.String(length=40), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("try_after", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_exports")),
    )
    op.create_index(
        "ix_exports_waiting",
        "exports",
        ["asked_at"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "erasures",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("ref", sa.String(length=40), nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("try_after", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "admin_acts",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=True),
        sa.Column("act", sa.String(length=30), nullable=False),
        sa.Column("about", sa.String(length=200), nullable=False),
        sa.Column("about_id", sa.String(length=40), nullable=True),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_admin_acts")),
    )
