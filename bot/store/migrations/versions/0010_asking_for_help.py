"""Asking for help: topics of experts, questions, and who was asked about each."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "experts",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("asks_a_month", sa.Integer(), nullable=False),
        sa.Column("changed_at", Moment(timezone=True), nullable=False),
        sa.Column("stopped_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "person_id", name=op.f("pk_experts")),
    )
    op.create_table(
        "swarms",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("asker_id", sa.String(length=40), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("time_box", sa.String(length=10), nullable=False),
        sa.Column("opened_at", Moment(timezone=True), nullable=False),
        sa.Column("closed_at", Moment(timezone=True), nullable=True),
        sa.Column("next_at", Moment(timezone=True), nullable=True),
        sa.Column("nobody_left_at", Moment(timezone=True), nullable=True),
        sa.Column("posted_in", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_swarms_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_swarms")),
    )
    op.create_index(op.f("ix_swarms_team_id_asker_id"), "swarms", ["team_id", "asker_id"])
    op.create_index(
        "ix_swarms_due",
        "swarms",
        ["next_at"],
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_table(
        "swarm_asks",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("swarm_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", Moment(timezone=True), nullable=True),
        sa.Column("reply_by", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "swarm_id"],
            ["swarms.team_id", "swarms.id"],
            name=op.f("fk_swarm_asks_team_id_swarm_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "swarm_id", "person_id", name=op.f("pk_swarm_asks")),
    )
    op.create_index(
        op.f("ix_swarm_asks_team_id_person_id_asked_at"),
        "swarm_asks",
        ["team_id", "person_id", "asked_at"],
    )
