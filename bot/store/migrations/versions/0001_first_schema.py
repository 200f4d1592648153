"""The first schema."""

import sqlalchemy as sa
from alembic import op

from bot.store.columns import Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("nudge_id", sa.String(length=32), nullable=True),
        sa.Column("client_id", sa.String(length=32), nullable=True),
        sa.Column("prompt_id", sa.String(length=60), nullable=True),
        sa.Column("choice", sa.String(length=40), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("learned", sa.Text(), nullable=True),
        sa.Column("who_talked", sa.String(length=6), nullable=True),
        sa.Column("if_situation", sa.Text(), nullable=True),
        sa.Column("then_act", sa.Text(), nullable=True),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_answers")),
        sa.UniqueConstraint("team_id", "nudge_id", name=op.f("uq_answers_team_id_nudge_id")),
    )
    with op.batch_alter_table("answers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_answers_team_id_person_id_at"),
            ["team_id", "person_id", "at"],
            unique=False,
        )

    op.create_table(
        "beats",
        sa.Column("worker", sa.String(length=80), nullable=False),
        sa.Column("ticked_at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("worker", name=op.f("pk_beats")),
    )
    op.create_table(
        "channels",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("holds", sa.String(length=10), nullable=True),
        sa.Column("inviter_id", sa.String(length=40), nullable=True),
        sa.Column("owner_id", sa.String(length=40), nullable=True),
        sa.Column("marked_by", sa.String(length=40), nullable=True),
        sa.Column("is_shared", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_shared_allowed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("marked_at", Moment(timezone=True), nullable=True),
        sa.Column("left_at", Moment(timezone=True), nullable=True),
        sa.Column("members_at", Moment(timezone=True), nullable=True),
        sa.Column("seen_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_channels")),
    )
    op.create_table(
        "clients",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("merged_into", sa.String(length=32), nullable=True),
        sa.Column("ideal_days", sa.Integer(), nullable=True),
        sa.Column("worst_days", sa.Integer(), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("archived_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "merged_into"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_clients_team_id_merged_into"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_clients")),
    )
    with op.batch_alter_table("clients", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_clients_team_id_name"), ["team_id", "name"], unique=False
        )

    op.create_table(
        "decisions",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=False),
        sa.Column("values", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("moment_id", sa.String(length=32), nullable=True),
        sa.Column("prompt_id", sa.String(length=60), nullable=True),
        sa.Column("nudge_id", sa.String(length=32), nullable=True),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("next_look_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_decisions_team_id_moment_id"), ["team_id", "moment_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_decisions_team_id_person_id_at"),
            ["team_id", "person_id", "at"],
            unique=False,
        )

    op.create_table(
        "deliveries",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "key", name=op.f("pk_deliveries")),
    )
    with op.batch_alter_table("deliveries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deliveries_at"), ["at"], unique=False)

    op.create_table(
        "moments",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=True),
        sa.Column("deal_id", sa.String(length=32), nullable=True),
        sa.Column("meeting_id", sa.String(length=32), nullable=True),
        sa.Column("candidate_id", sa.String(length=32), nullable=True),
        sa.Column("happened_at", Moment(timezone=True), nullable=True),
        sa.Column("opens_at", Moment(timezone=True), nullable=False),
        sa.Column("closes_at", Moment(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("ts", sa.String(length=30), nullable=True),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_moments")),
    )
    with op.batch_alter_table("moments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_moments_team_id_channel_id_ts"),
            ["team_id", "channel_id", "ts"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_moments_team_id_person_id_state"),
            ["team_id", "person_id", "state"],
            unique=False,
        )

    op.create_table(
        "noticed",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=False),
        sa.Column("ts", sa.String(length=30), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("event", sa.String(length=10), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("recogniser", sa.String(length=40), nullable=True),
        sa.Column("client_id", sa.String(length=32), nullable=True),
        sa.Column("asked_id", sa.String(length=40), nullable=True),
        sa.Column("moment_id", sa.String(length=32), nullable=True),
        sa.Column("facets", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("unclear", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "ts", name=op.f("pk_noticed")),
    )
    with op.batch_alter_table("noticed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_noticed_team_id_at"), ["team_id", "at"], unique=False)

    op.create_table(
        "nudges",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=14), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("letter_type", sa.String(length=20), nullable=False),
        sa.Column("letter", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("outcome", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("prompt_id", sa.String(length=60), nullable=True),
        sa.Column("moment_id", sa.String(length=32), nullable=True),
        sa.Column("client_id", sa.String(length=32), nullable=True),
        sa.Column("deal_id", sa.String(length=32), nullable=True),
        sa.Column("is_asked_for", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_unhelpful", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("to_channel_id", sa.String(length=40), nullable=True),
        sa.Column("ephemeral_to", sa.String(length=40), nullable=True),
        sa.Column("thread_ts", sa.String(length=30), nullable=True),
        sa.Column("planned_at", Moment(timezone=True), nullable=False),
        sa.Column("send_after", Moment(timezone=True), nullable=False),
        sa.Column("sent_at", Moment(timezone=True), nullable=True),
        sa.Column("acted_at", Moment(timezone=True), nullable=True),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("try_after", Moment(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.String(length=60), nullable=True),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("ts", sa.String(length=30), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.Column("shown_revision", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_nudges")),
        sa.UniqueConstraint("team_id", "key", name=op.f("uq_nudges_team_id_key")),
    )
    with op.batch_alter_table("nudges", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_nudges_team_id_channel_id_ts"),
            ["team_id", "channel_id", "ts"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_nudges_team_id_person_id_sent_at"),
            ["team_id", "person_id", "sent_at"],
            unique=False,
        )
        batch_op.create_index(
            "ix_nudges_to_show",
            ["team_id"],
            unique=False,
            sqlite_where=sa.text("revision <> shown_revision"),
            postgresql_where=sa.text("revision <> shown_revision"),
        )
        batch_op.create_index(
            "ix_nudges_waiting",
            ["send_after"],
            unique=False,
            sqlite_where=sa.text("state = 'planned'"),
            postgresql_where=sa.text("state = 'planned'"),
        )

    op.create_table(
        "people",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("zone", sa.String(length=64), server_default="UTC", nullable=False),
        sa.Column("locale", sa.String(length=20), server_default="en", nullable=False),
        sa.Column("is_admin", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("preferences", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("prompts_off", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("joined_at", Moment(timezone=True), nullable=True),
        sa.Column("left_at", Moment(timezone=True), nullable=True),
        sa.Column("ignored_at", Moment(timezone=True), nullable=True),
        sa.Column("deactivated_at", Moment(timezone=True), nullable=True),
        sa.Column("paused_until", Moment(timezone=True), nullable=True),
        sa.Column("quiet_until", Moment(timezone=True), nullable=True),
        sa.Column("presence_at", Moment(timezone=True), nullable=True),
        sa.Column("acted_at", Moment(timezone=True), nullable=True),
        sa.Column("next_look_at", Moment(timezone=True), nullable=True),
        sa.Column("next_note_at", Moment(timezone=True), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.Column("next_digest_at", Moment(timezone=True), nullable=True),
        sa.Column("lease_until", Moment(timezone=True), nullable=True),
        sa.Column("is_home_open", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_home_stale", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_people")),
    )
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.create_index(
            "ix_people_due",
            ["next_look_at"],
            unique=False,
            sqlite_where=sa.text("next_look_at IS NOT NULL"),
            postgresql_where=sa.text("next_look_at IS NOT NULL"),
        )
        batch_op.create_index("ix_people_email", ["team_id", "email"], unique=False)

    op.create_table(
        "sources",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("system", sa.String(length=40), nullable=False),
        sa.Column("external_id", sa.String(length=255), nullable=False),
        sa.Column("noun", sa.String(length=10), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "system", "external_id", name=op.f("pk_sources")),
    )
    op.create_table(
        "teams",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("bot_token", sa.Text(), nullable=True),
        sa.Column("bot_user_id", sa.String(length=40), nullable=True),
        sa.Column("bot_id", sa.String(length=40), nullable=True),
        sa.Column("app_id", sa.String(length=40), nullable=True),
        sa.Column("installer_id", sa.String(length=40), nullable=True),
        sa.Column("installed_at", Moment(timezone=True), nullable=False),
        sa.Column("uninstalled_at", Moment(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_teams")),
    )
    op.create_table(
        "candidates",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("excerpt", sa.String(length=200), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("said_by", sa.String(length=200), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("is_own", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("ts", sa.String(length=30), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("expires_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_candidates_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_candidates")),
    )
    with op.batch_alter_table("candidates", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_candidates_team_id_channel_id_ts"),
            ["team_id", "channel_id", "ts"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_candidates_team_id_person_id_state"),
            ["team_id", "person_id", "state"],
            unique=False,
        )

    op.create_table(
        "channel_members",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("channel_id", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "channel_id"],
            ["channels.team_id", "channels.id"],
            name=op.f("fk_channel_members_team_id_channel_id"),
        ),
        sa.PrimaryKeyConstraint(
            "team_id", "channel_id", "person_id", name=op.f("pk_channel_members")
        ),
    )
    op.create_table(
        "client_names",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_client_names_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "key", "client_id", name=op.f("pk_client_names")),
    )
    op.create_table(
        "client_notes",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author_id", sa.String(length=40), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_client_notes_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_client_notes")),
    )
    with op.batch_alter_table("client_notes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_client_notes_team_id_client_id"), ["team_id", "client_id"], unique=False
        )

    op.create_table(
        "deals",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("stage", sa.String(length=100), nullable=True),
        sa.Column("amount", sa.String(length=60), nullable=True),
        sa.Column("close_on", sa.Date(), nullable=True),
        sa.Column("owner_id", sa.String(length=40), nullable=True),
        sa.Column("state_at", Moment(timezone=True), nullable=False),
        sa.Column("last_event_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_deals_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_deals")),
    )
    with op.batch_alter_table("deals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_deals_team_id_client_id"), ["team_id", "client_id"], unique=False
        )

    op.create_table(
        "goals",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_by", sa.String(length=200), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("author_id", sa.String(length=40), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("replaced_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_goals_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_goals")),
    )
    with op.batch_alter_table("goals", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_goals_team_id_client_id"), ["team_id", "client_id"], unique=False
        )

    op.create_table(
        "keeps",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("clock_starts_on", sa.Date(), nullable=False),
        sa.Column("is_told_before", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_keeps_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "client_id", "person_id", name=op.f("pk_keeps")),
    )
    with op.batch_alter_table("keeps", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_keeps_team_id_person_id"), ["team_id", "person_id"], unique=False
        )

    op.create_table(
        "meetings",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("owner_id", sa.String(length=40), nullable=True),
        sa.Column("starts_at", Moment(timezone=True), nullable=False),
        sa.Column("ends_at", Moment(timezone=True), nullable=False),
        sa.Column("recap_at", Moment(timezone=True), nullable=True),
        sa.Column("cancelled_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_meetings_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meetings_team_id_client_id_starts_at"),
            ["team_id", "client_id", "starts_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_meetings_team_id_owner_id_starts_at"),
            ["team_id", "owner_id", "starts_at"],
            unique=False,
        )

    op.create_table(
        "problems",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author_id", sa.String(length=40), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.Column("solved_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_problems_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_problems")),
    )
    with op.batch_alter_table("problems", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_problems_team_id_client_id"), ["team_id", "client_id"], unique=False
        )

    op.create_table(
        "promises",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("owner_id", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("why_dropped", sa.Text(), nullable=True),
        sa.Column("source_key", sa.String(length=120), nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("closed_at", Moment(timezone=True), nullable=True),
        sa.Column("due_today_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_promises_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_promises")),
        sa.UniqueConstraint("team_id", "source_key", name=op.f("uq_promises_team_id_source_key")),
    )
    with op.batch_alter_table("promises", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_promises_team_id_client_id_state"),
            ["team_id", "client_id", "state"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_promises_team_id_owner_id_state_due_on"),
            ["team_id", "owner_id", "state", "due_on"],
            unique=False,
        )

    op.create_table(
        "touches",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("way", sa.String(length=20), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("source_key", sa.String(length=120), nullable=True),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_touches_team_id_client_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_touches")),
        sa.UniqueConstraint("team_id", "source_key", name=op.f("uq_touches_team_id_source_key")),
    )
    with op.batch_alter_table("touches", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_touches_team_id_client_id_on_day"),
            ["team_id", "client_id", "on_day"],
            unique=False,
        )

    op.create_table(
        "check_ins",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("deal_id", sa.String(length=32), nullable=False),
        sa.Column("client_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("was_won", sa.Boolean(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id", "client_id"],
            ["clients.team_id", "clients.id"],
            name=op.f("fk_check_ins_team_id_client_id"),
        ),
        sa.ForeignKeyConstraint(
            ["team_id", "deal_id"],
            ["deals.team_id", "deals.id"],
            name=op.f("fk_check_ins_team_id_deal_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint(
            "team_id",
            "deal_id",
            "was_won",
            "days",
            name=op.f("uq_check_ins_team_id_deal_id_was_won_days"),
        ),
    )
    with op.batch_alter_table("check_ins", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_check_ins_team_id_person_id_due_on"),
            ["team_id", "person_id", "due_on"],
            unique=False,
        )

    op.create_table(
        "deal_events",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("deal_id", sa.String(length=32), nullable=False),
        sa.Column("event", sa.String(length=10), nullable=False),
        sa.Column("stage", sa.String(length=100), nullable=True),
        sa.Column("channel_id", sa.String(length=40), nullable=True),
        sa.Column("ts", sa.String(length=30), nullable=True),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "deal_id"],
            ["deals.team_id", "deals.id"],
            name=op.f("fk_deal_events_team_id_deal_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_deal_events")),
    )
    with op.batch_alter_table("deal_events", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_deal_events_team_id_deal_id"), ["team_id", "deal_id"], unique=False
        )

    op.create_table(
        "promise_moves",
        sa.Column("team_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("promise_id", sa.String(length=32), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("is_client_told", sa.Boolean(), nullable=True),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id", "promise_id"],
            ["promises.team_id", "promises.id"],
            name=op.f("fk_promise_moves_team_id_promise_id"),
        ),
        sa.PrimaryKeyConstraint("team_id", "id", name=op.f("pk_promise_moves")),
    )
