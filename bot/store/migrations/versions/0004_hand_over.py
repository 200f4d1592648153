"""Promises may be offered to a colleague, moments named for later, finds wait for their client."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.add_column(sa.Column("offered_to", sa.String(length=40), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_promises_team_id_offered_to"), ["team_id", "offered_to"], unique=False
        )
    with op.batch_alter_table("moments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("named_at", Moment(timezone=True), nullable=True))
    with op.batch_alter_table("candidates", schema=None) as batch_op:
        batch_op.alter_column("client_id", existing_type=sa.String(length=32), nullable=True)
