"""Licensing: assigned tiers, overrides of limits, counters, and every use; existing projects are counted."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import protect

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("assigned_tiers", "limit_overrides", "usage_counters", "usages")


def upgrade() -> None:
    op.create_table(
        "assigned_tiers",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("assigned_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("organization_id"),
    )
    op.create_table(
        "limit_overrides",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("allowed", sa.BigInteger()),
        sa.PrimaryKeyConstraint("organization_id", "measure"),
    )
    counters = op.create_table(
        "usage_counters",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.Column("reserved", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("organization_id", "measure", "period"),
        sa.CheckConstraint("used >= 0 AND reserved >= 0", name="not_negative"),
    )
    uses = op.create_table(
        "usages",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("organization_id", "source", "id"),
    )
    _count_projects(counters, uses)
    for table in TABLES:
        protect(table)


def _count_projects(counters: sa.Table, uses: sa.Table) -> None:
    projects = _projects()
    op.bulk_insert(
        uses,
        [
            {
                "organization_id": organization_id,
                "source": "projects",
                "id": str(project_id),
                "measure": "projects",
                "period": "standing",
                "amount": 1,
                "state": "settled",
                "created_at": created_at,
                "updated_at": created_at,
            }
            for organization_id, project_id, created_at in projects
        ],
    )
    counts: dict[UUID, int] = {}
    for organization_id, _, _ in projects:
        counts[organization_id] = counts.get(organization_id, 0) + 1
    shared = {"measure": "projects", "period": "standing", "reserved": 0}
    op.bulk_insert(
        counters, [{"organization_id": owner, "used": used, **shared} for owner, used in counts.items()]
    )


def _projects() -> list[tuple[UUID, UUID, datetime]]:
    table = sa.table(
        "projects",
        sa.column("organization_id", sa.Uuid()),
        sa.column("id", sa.Uuid()),
        sa.column("created_at", UtcDateTime()),
    )
    wanted = sa.select(table.c.organization_id, table.c.id, table.c.created_at)
    # Forced row-level security hides all rows from the owner of the tables, too.
    on_postgresql = op.get_context().dialect.name == "postgresql"
    if on_postgresql:
        op.execute("ALTER TABLE projects NO FORCE ROW LEVEL SECURITY")
    found: list[Any] = list(op.get_bind().execute(wanted))
    if on_postgresql:
        op.execute("ALTER TABLE projects FORCE ROW LEVEL SECURITY")
    return found


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
