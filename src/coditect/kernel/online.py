"""Changes of big tables that nobody has to wait for; used by migrations, explained in docs/guides/upgrading.md."""

from collections.abc import Sequence

from alembic import op


def create_index_online(name: str, table: str, columns: Sequence[str], *, unique: bool = False) -> None:
    """Create an index on a table that exists already, while others write to it.

    PostgreSQL then works outside of a transaction: what the migration did before is committed, so let this be its
    only step. A build that was interrupted leaves an invalid index, which is dropped first.
    """
    if op.get_context().dialect.name != "postgresql":
        op.create_index(name, table, list(columns), unique=unique)
        return
    with op.get_context().autocommit_block():
        op.drop_index(name, table, if_exists=True, postgresql_concurrently=True)
        op.create_index(name, table, list(columns), unique=unique, postgresql_concurrently=True)
