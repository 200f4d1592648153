"""Days that matter to clients; and of a promise that moved, the day the client still counts on."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "client_dates",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("sort", sa.String(length=20), nullable=False),
        sa.Column("words", sa.String(length=100), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("is_yearly", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("author_id", sa.String(length=40), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_client_dates")),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_client_dates_team_id_client_id"),
        ),
    )
    op.create_index(
        op.f("ix_client_dates_team_id_client_id"),
        "client_dates",
        ["team_id", "client_id"],
        unique=False,
    )
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.add_column(sa.Column("client_expects_on", sa.Date(), nullable=True))
    with op.batch_alter_table("promise_moves", schema=None) as batch_op:
        batch_op.add_column(sa.Column("told_at", Moment(timezone=True), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_promise_moves_team_id_promise_id"),
            ["team_id", "promise_id"],
            unique=False,
        )
