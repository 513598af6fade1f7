"""Alembic's environment: runs on the connection that `coditect.kernel.migrate` hands over."""

from alembic import context
from sqlalchemy import Connection

import coditect.main  # noqa: F401 - imports every context, and with it every table
from coditect.kernel.db import Base


def run(connection: Connection) -> None:
    """Run the requested migration commands on `connection`."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
