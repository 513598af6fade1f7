"""Agent runs: their conversations and the journal of their calls."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_runs()
    _create_messages()
    _create_calls()
    for table in ("agent_runs", "agent_messages", "agent_calls"):
        protect(table)


def downgrade() -> None:
    for table in ("agent_calls", "agent_messages", "agent_runs"):
        op.drop_table(table)


def _create_runs() -> None:
    op.create_table(
        "agent_runs",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("project_id", sa.Uuid()),
        sa.Column("parent_id", sa.Uuid()),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("agent_name", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=False),
        sa.Column("request", sa.String(), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("budget", Json, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("origin", sa.String()),
        sa.Column("model", sa.String()),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("stop_asked", sa.Boolean(), nullable=False),
        sa.Column("repairs", sa.Integer(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("input_tokens", sa.BigInteger(), nullable=False),
        sa.Column("output_tokens", sa.BigInteger(), nullable=False),
        sa.Column("cost_micros", sa.BigInteger(), nullable=False),
        sa.Column("cost_known", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("prompt", Json),
        sa.Column("place", Json),
        sa.Column("answer", Json),
        sa.Column("raw", sa.String()),
        sa.Column("created_by", sa.Uuid()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("started_at", UtcDateTime()),
        sa.Column("finished_at", UtcDateTime()),
    )
    op.create_index("ix_agent_runs_run_id", "agent_runs", ["run_id"])
    op.create_index("ix_agent_runs_project_id_id", "agent_runs", ["project_id", "id"])


def _of_agent_run() -> list[sa.Column[object]]:
    return [
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column(
            "agent_run_id", sa.Uuid(), sa.ForeignKey("agent_runs.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("number", sa.Integer(), nullable=False),
    ]


def _create_messages() -> None:
    op.create_table(
        "agent_messages",
        *_of_agent_run(),
        sa.Column("message", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("agent_run_id", "number"),
    )


def _create_calls() -> None:
    op.create_table(
        "agent_calls",
        *_of_agent_run(),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("call_id", sa.String(), nullable=False),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("arguments", Json, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("result", sa.String()),
        sa.Column("changes", Json, nullable=False),
        sa.Column("decided_by", sa.Uuid()),
        sa.Column("decided_at", UtcDateTime()),
        sa.Column("begun_at", UtcDateTime()),
        sa.Column("ended_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("agent_run_id", "number"),
    )
