"""What each recap looks up is found without going through all clients and moments of a team."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_clients_team_id_merged_into"), ["team_id", "merged_into"], unique=False
        )
    with op.batch_alter_table("moments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_moments_team_id_meeting_id"), ["team_id", "meeting_id"], unique=False
        )
