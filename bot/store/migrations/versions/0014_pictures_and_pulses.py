"""The pictures of digests, and what sellers say of their own habits month by month."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment, PlainJson

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("file_id", sa.String(length=40), nullable=True),
        sa.Column("shows", PlainJson, nullable=True),
        sa.Column("wanted_at", Moment(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("try_after", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_pictures")),
    )
    op.create_index(
        "ix_pictures_waiting",
        "pictures",
        ["wanted_at"],
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "pulses",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("given", PlainJson, nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_pulses")),
        sa.UniqueConstraint(
            "team_id", "person_id", "month", name=op.f("uq_pulses_team_id_person_id_month")
        ),
    )
