"""Projects: repositories, boards, activity."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_projects()
    _create_tasks()
    _create_activity()
    protect("projects")
    protect("tasks")
    protect("activity", rights="SELECT, INSERT")
    _make_append_only("activity")


def downgrade() -> None:
    for table in ("activity", "tasks", "projects"):
        op.drop_table(table)
    if _on_postgresql():
        op.execute("DROP FUNCTION refuse_change()")


def _create_projects() -> None:
    op.create_table(
        "projects",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("repository_state", sa.String(), nullable=False),
        sa.Column("repository_head", sa.String()),
        sa.Column("last_task_number", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("organization_id", "slug"),
        sa.UniqueConstraint("organization_id", "id"),
    )


def _create_tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("acceptance", Json, nullable=False),
        sa.Column("labels", Json, nullable=False),
        sa.Column("estimate_low_hours", sa.Double()),
        sa.Column("estimate_high_hours", sa.Double()),
        sa.Column("assignee_kind", sa.String()),
        sa.Column("assignee_name", sa.String()),
        sa.Column("source_kind", sa.String()),
        sa.Column("source_id", sa.Uuid()),
        sa.Column("source_key", sa.String()),
        sa.Column("source_needs", Json, nullable=False),
        sa.Column("depends_on", Json, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id", "project_id"], ["projects.organization_id", "projects.id"], ondelete="CASCADE"
        ),
        sa.UniqueConstraint("project_id", "number"),
        sa.UniqueConstraint("project_id", "source_kind", "source_id", "source_key"),
    )
    op.create_index("ix_tasks_project_id_status_position", "tasks", ["project_id", "status", "position"])


def _create_activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String()),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("object_kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("object_title", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("data", Json, nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id", "project_id"], ["projects.organization_id", "projects.id"]
        ),
    )
    op.create_index("ix_activity_project_id_id", "activity", ["project_id", "id"])


def _make_append_only(table: str) -> None:
    """Let the database itself refuse to change or remove a row, whoever asks."""
    if _on_postgresql():
        op.execute(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        )
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _on_postgresql() -> bool:
    return op.get_context().dialect.name == "postgresql"
