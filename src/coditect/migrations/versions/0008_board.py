"""The board: dates, assignees by account, search, soft deletion, history and comments."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NEW_COLUMNS = ("assignee_id", "starts_on", "due_on", "searched", "deleted_at")


def upgrade() -> None:
    _widen_tasks()
    _create_changes()
    _create_comments()
    protect("task_changes")
    protect("task_comments")
    _remember_old_activity()


def downgrade() -> None:
    op.drop_table("task_comments")
    op.drop_table("task_changes")
    op.execute("DELETE FROM tasks WHERE deleted_at IS NOT NULL")
    op.drop_index("uq_tasks_organization_id", "tasks")
    for name in _NEW_COLUMNS:
        op.drop_column("tasks", name)


def _widen_tasks() -> None:
    op.add_column("tasks", sa.Column("assignee_id", sa.Uuid()))
    op.add_column("tasks", sa.Column("starts_on", sa.Date()))
    op.add_column("tasks", sa.Column("due_on", sa.Date()))
    op.add_column("tasks", sa.Column("searched", sa.String(), nullable=False, server_default=""))
    op.add_column("tasks", sa.Column("deleted_at", UtcDateTime()))
    # An index and no constraint: SQLite would have to write the whole table anew.
    op.create_index("uq_tasks_organization_id", "tasks", ["organization_id", "id"], unique=True)
    _fill_search()


def _fill_search() -> None:
    """Fold the case of what is there in Python, as later writes do; databases fold differently."""
    connection = op.get_bind()
    found = connection.execute(
        sa.text("SELECT id, number, title, description, assignee_name FROM tasks")
    ).all()
    texts = [
        {
            "id": row.id,
            "searched": f"#{row.number}\n{row.title}\n{row.description}\n{row.assignee_name or ''}",
        }
        for row in found
    ]
    if texts:
        connection.execute(
            sa.text("UPDATE tasks SET searched = :searched WHERE id = :id"),
            [{"id": one["id"], "searched": one["searched"].casefold()} for one in texts],
        )


def _create_changes() -> None:
    op.create_table(
        "task_changes",
        sa.Column("activity_id", sa.Uuid(), primary_key=True),
        sa.Column("task_id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("changes", Json, nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id", "task_id"], ["tasks.organization_id", "tasks.id"], ondelete="CASCADE"
        ),
    )
    op.create_index("ix_task_changes_task_id_activity_id", "task_changes", ["task_id", "activity_id"])


def _create_comments() -> None:
    op.create_table(
        "task_comments",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("author_kind", sa.String(), nullable=False),
        sa.Column("author_id", sa.String()),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("mentions", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("edited_at", UtcDateTime()),
        sa.Column("deleted_at", UtcDateTime()),
        sa.ForeignKeyConstraint(
            ["organization_id", "task_id"], ["tasks.organization_id", "tasks.id"], ondelete="CASCADE"
        ),
    )
    op.create_index("ix_task_comments_task_id_id", "task_comments", ["task_id", "id"])


def _remember_old_activity() -> None:
    """What happened before is part of the tasks' history too, without the values."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "INSERT INTO task_changes (activity_id, task_id, organization_id, changes)"
            " SELECT a.id, t.id, a.organization_id, '[]'::jsonb FROM activity a"
            " JOIN tasks t ON t.id = a.object_id::uuid WHERE a.object_kind = 'task'"
        )
    else:
        op.execute(
            "INSERT INTO task_changes (activity_id, task_id, organization_id, changes)"
            " SELECT a.id, t.id, a.organization_id, '[]' FROM activity a"
            " JOIN tasks t ON t.id = replace(a.object_id, '-', '') WHERE a.object_kind = 'task'"
        )
