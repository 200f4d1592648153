"""How often each prompt was asked and answered in a team."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "prompt_tallies",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("prompt_id", sa.String(length=60), nullable=False),
        sa.Column("asked", sa.Float(), nullable=False),
        sa.Column("answered", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "prompt_id", name=op.f("pk_prompt_tallies")),
    )
