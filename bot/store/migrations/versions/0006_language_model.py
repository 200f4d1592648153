"""A language model that may propose: its switch, who was told, what it is asked about."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "candidates",
        sa.Column("by_model", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "model_switches",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_model_switches")),
    )
    op.create_table(
        "model_tellings",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("switch_id", sa.String(length=32), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(
            "team_id", "person_id", "switch_id", name=op.f("pk_model_tellings")
        ),
    )
    op.create_table(
        "model_asks",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=10), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("ts", sa.String(length=30), nullable=True),
        sa.Column("nudge_id", sa.String(length=32), nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("asked_at", Moment(timezone=True), nullable=False),
        sa.Column("drop_at", Moment(timezone=True), nullable=False),
        sa.Column("called_on", sa.Date(), nullable=True),
        sa.Column("calls", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("try_after", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_model_asks")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_model_asks_team_id_key")),
    )
    op.create_index(
        "ix_model_asks_waiting",
        "model_asks",
        ["asked_at"],
        sqlite_where=sa.text("outcome = 'waiting'"),
        postgresql_where=sa.text("outcome = 'waiting'"),
    )
    op.create_index(op.f("ix_model_asks_team_id_called_on"), "model_asks", ["team_id", "called_on"])
