"""A team's own prompts, and those it silenced."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "silenced_prompts",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("prompt_id", sa.String(length=60), nullable=False),
        sa.Column("silenced_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "prompt_id", name=op.f("pk_silenced_prompts")),
    )
    op.create_table(
        "team_catalogues",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_team_catalogues")),
    )
    op.create_table(
        "team_prompts",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("entry", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("written_at", Moment(timezone=True), nullable=False),
        sa.Column("removed_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_team_prompts")),
    )
