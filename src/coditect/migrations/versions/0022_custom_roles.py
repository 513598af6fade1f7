"""Roles that organizations make for themselves."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import protect

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "custom_roles",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column(
            "permissions",
            sa.JSON().with_variant(JSONB(), "postgresql"),
            nullable=False,
        ),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("organization_id", "name_key"),
    )
    protect("custom_roles")
    if op.get_context().dialect.name == "postgresql":
        op.add_column("memberships", sa.Column("custom_role_id", sa.Uuid()))
        op.create_foreign_key(
            op.f("fk_memberships_custom_role_id_custom_roles"),
            "memberships",
            "custom_roles",
            ["custom_role_id"],
            ["id"],
            postgresql_not_valid=True,
        )
        op.execute("ALTER TABLE memberships VALIDATE CONSTRAINT fk_memberships_custom_role_id_custom_roles")
    else:
        # Alembic would rebuild the table; SQLite adds a column with its reference, since it begins as NULL.
        op.execute(
            "ALTER TABLE memberships ADD COLUMN custom_role_id CHAR(32)"
            " CONSTRAINT fk_memberships_custom_role_id_custom_roles REFERENCES custom_roles (id)"
        )


def downgrade() -> None:
    op.drop_column("memberships", "custom_role_id")
    op.drop_table("custom_roles")
