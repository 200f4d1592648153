"""Files of clients that sellers sent, their rows while they wait, and what they added."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("rows", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tally", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=False),
        sa.Column("settled_at", Moment(timezone=True), nullable=True),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_imports")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_imports_team_id_key")),
    )
    op.create_index(op.f("ix_imports_state"), "imports", ["state"])
    op.create_table(
        "import_parts",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("import_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("rows", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "import_id", "place", name=op.f("pk_import_parts")),
        sa.ForeignKeyConstraint(
            ["team_id", "import_id"],
            ["imports.team_id", "imports.id"],
            name=op.f("fk_import_parts_team_id_import_id"),
        ),
    )
    op.create_table(
        "import_changes",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("import_id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("noun", sa.String(length=10), nullable=False),
        sa.Column("ref", sa.String(length=260), nullable=False),
        sa.Column("was", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_import_changes")),
        sa.ForeignKeyConstraint(
            ["team_id", "import_id"],
            ["imports.team_id", "imports.id"],
            name=op.f("fk_import_changes_team_id_import_id"),
        ),
    )
    op.create_index(
        op.f("ix_import_changes_team_id_import_id_client_id"),
        "import_changes",
        ["team_id", "import_id", "client_id"],
    )
    op.create_index(
        op.f("ix_client_names_team_id_client_id"), "client_names", ["team_id", "client_id"]
    )
