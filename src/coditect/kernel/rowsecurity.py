"""Row-level security on PostgreSQL: the second wall between tenants, used by migrations.

`coditect_app` sees the rows of the organization (or person) that its transaction names; `coditect_engine` sees its
own tables across tenants; `coditect_eraser` is `coditect_app` that may also change what is append-only, for people who
leave; `coditect_backup` reads everything and writes nothing. SQLite has no such thing, so every function does nothing there.
"""

from alembic import op

APP_ROLE = "coditect_app"
ENGINE_ROLE = "coditect_engine"
BACKUP_ROLE = "coditect_backup"
ERASER_ROLE = "coditect_eraser"
ALL_RIGHTS = "SELECT, INSERT, UPDATE, DELETE"

CURRENT_ORGANIZATION = "NULLIF(current_setting('coditect.organization_id', true), '')::uuid"
CURRENT_ACCOUNT = "NULLIF(current_setting('coditect.account_id', true), '')::uuid"
OWN_ROWS = f"organization_id = {CURRENT_ORGANIZATION}"


def protect(
    table: str,
    *,
    visible: str = OWN_ROWS,
    writable: str | None = None,
    rights: str = ALL_RIGHTS,
    engine: bool = False,
) -> None:
    """Force row-level security on a tenant's table; `engine` lets workers see it across tenants.

    What may be written is what is visible, unless `writable` says otherwise.
    """
    if not _on_postgresql():
        return
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY tenant ON {table} TO {APP_ROLE} USING ({visible}) WITH CHECK ({writable or visible})"
    )
    op.execute(f"GRANT {rights} ON {table} TO {APP_ROLE}")
    if engine:
        op.execute(f"CREATE POLICY engine ON {table} TO {ENGINE_ROLE} USING (true) WITH CHECK (true)")
        op.execute(f"GRANT {ALL_RIGHTS} ON {table} TO {ENGINE_ROLE}")


def share(table: str, *roles: str, rights: str = ALL_RIGHTS) -> None:
    """Grant a table that belongs to no tenant to `roles`."""
    if _on_postgresql():
        op.execute(f"GRANT {rights} ON {table} TO {', '.join(roles)}")


def _on_postgresql() -> bool:
    return op.get_context().dialect.name == "postgresql"
