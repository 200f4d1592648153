"""What a seller planned before a meeting, and how it went: theirs alone."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "briefs",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("meeting_id", sa.String(length=32), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("plan", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("went", sa.String(length=12), nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("went_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_briefs_team_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "meeting_id"],
            ["meetings.team_id", "meetings.id"],
            name=op.f("fk_briefs_team_id_meeting_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_briefs")),
    )
    op.create_index(
        op.f("ix_briefs_team_id_person_id_client_id"),
        "briefs",
        ["team_id", "person_id", "client_id"],
    )
    op.create_index(op.f("ix_briefs_team_id_meeting_id"), "briefs", ["team_id", "meeting_id"])
