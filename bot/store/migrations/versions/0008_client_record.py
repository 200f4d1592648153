"""People at the client, when two records were made one, what was given, who is asked to keep."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("clients", sa.Column("merged_at", Moment(timezone=True), nullable=True))
    op.add_column("keeps", sa.Column("offered_to", sa.String(length=40), nullable=True))
    op.add_column("touches", sa.Column("what", sa.String(length=200), nullable=True))
    op.create_table(
        "client_people",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=True),
        sa.Column("stake", sa.Text(), nullable=True),
        sa.Column("author_id", sa.String(length=40), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("removed_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_client_people_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_client_people")),
    )
    op.create_index(
        op.f("ix_client_people_team_id_client_id"), "client_people", ["team_id", "client_id"]
    )
