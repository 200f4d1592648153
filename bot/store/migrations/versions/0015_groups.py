"""Groups of sellers with their leads, figures of quarters, the team hour, and named admins."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment, PlainJson

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "groups",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("lead_id", sa.String(length=40), nullable=True),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "parent_id"],
            ["groups.team_id", "groups.id"],
            name=op.f("fk_groups_team_id_groups"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_groups")),
    )
    op.create_table(
        "group_members",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "group_id"],
            ["groups.team_id", "groups.id"],
            name=op.f("fk_group_members_team_id_groups"),
        ),
        sa.PrimaryKeyConstraint("team_id", "person_id", name=op.f("pk_group_members")),
    )
    op.create_index(
        op.f("ix_group_members_team_id_group_id"), "group_members", ["team_id", "group_id"]
    )
    op.create_table(
        "group_quarters",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=20), nullable=False),
        sa.Column("figures", PlainJson, nullable=False),
        sa.Column("written_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "quarter", "group_id", name=op.f("pk_group_quarters")),
    )
    op.create_table(
        "team_hours",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("brought_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_team_hours_team_id_clients"),
        ),
        sa.PrimaryKeyConstraint("team_id", "client_id", name=op.f("pk_team_hours")),
    )
    op.create_index(op.f("ix_team_hours_team_id_person_id"), "team_hours", ["team_id", "person_id"])
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("named_admin_at", Moment(timezone=True), nullable=True))
