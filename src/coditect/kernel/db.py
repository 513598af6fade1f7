"""The database: one unit of work per request or job, committed at its edge, scoped to one tenant.

Errors of either database name the statement, never its values: those are people's texts and secrets.
SQLite has any number of read-only connections and a single writer, taken at the first statement of a writing
session. PostgreSQL sessions drop to a role without rights of their own, through transaction-local settings, so
that pooled connections (PgBouncer) never carry one tenant's scope to another.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, cast

from sqlalchemy import (
    JSON,
    ColumnElement,
    Engine,
    Insert,
    MetaData,
    Table,
    Uuid,
    bindparam,
    event,
    false,
    insert,
    inspect,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    ORMExecuteState,
    Session,
    SessionTransaction,
    UOWTransaction,
    mapped_column,
    with_loader_criteria,
)

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.errors import Denial
from coditect.kernel.ids import AccountId, OrganizationId, ProjectId, RunId
from coditect.kernel.pools import Pool, begin_with, postgresql_engine
from coditect.kernel.replica import Replica
from coditect.kernel.scope import Scope
from coditect.kernel.sqlite import Synchronous, sqlite_engine
from coditect.kernel.writing import forbid_in_write, in_write

Json = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        **dict.fromkeys((OrganizationId, AccountId, ProjectId, RunId), Uuid()),
        dict[str, Any]: Json,
        list[str]: Json,
    }


class TenantRow:
    """Mixin of every row that belongs to an organization; queries are filtered by the session's scope."""

    organization_id: Mapped[OrganizationId] = mapped_column(index=True)


class Database:
    """Opens units of work on one database."""

    def __init__(
        self,
        url: str,
        *,
        synchronous: Synchronous = "full",
        pool_size: int = 10,
        pool: Pool | None = None,
        direct_url: str | None = None,
        read_url: str | None = None,
    ) -> None:
        self.url = async_url(url)
        self.direct_url = async_url(direct_url) if direct_url else self.url
        """Leads to the server itself, where `url` leads through a pooler."""
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self.writer = sqlite_engine(self.url, synchronous, writer=True)
            self.reader = sqlite_engine(self.url, synchronous, writer=False)
        else:
            pool = pool or Pool(size=pool_size, overflow=pool_size)
            self.writer = postgresql_engine(self.url, pool)
            self.reader = self.writer.execution_options(postgresql_readonly=True)
        self.replica: Replica | None = None
        if read_url and pool and not self.is_sqlite:
            self.replica = Replica(postgresql_engine(async_url(read_url), pool), self.writer)
        self._published: list[Callable[[], None]] = []

    @asynccontextmanager
    async def read(self, scope: Scope, *, by_replica: bool = False) -> AsyncIterator[AsyncSession]:
        """Open a read-only unit of work; a write in it is an error of the database.

        With `by_replica` a replica answers, if there is one and it shows all that was written before.
        """
        engine = self.reader
        if by_replica and self.replica is not None and await self.replica.is_level():
            engine = self.replica.engine
        async with AsyncSession(
            engine, expire_on_commit=False, autoflush=False, info={"scope": scope}
        ) as session:
            yield session

    @asynccontextmanager
    async def write(self, scope: Scope) -> AsyncIterator[AsyncSession]:
        """Open a unit of work: committed at the end, rolled back on an error, committed also on a `Denial`."""
        # With the single writer of SQLite the inner one would wait for the outer one until it times out.
        forbid_in_write("Another writing unit of work")
        async with AsyncSession(self.writer, expire_on_commit=False, info={"scope": scope}) as session:
            token = in_write.set(True)
            try:
                yield session
            except Denial:
                await self._commit(session)
                raise
            else:
                await self._commit(session)
            finally:
                in_write.reset(token)

    def on_published(self, wake: Callable[[], None]) -> None:
        """Call `wake` after each commit that put an event into the outbox."""
        self._published.append(wake)

    async def close(self) -> None:
        """Return all connections."""
        await self.writer.dispose()
        if self.is_sqlite:
            await self.reader.dispose()
        if self.replica is not None:
            await self.replica.close()

    async def _commit(self, session: AsyncSession) -> None:
        await session.commit()
        if session.info.pop("published", False):
            for wake in self._published:
                wake()


def async_url(url: str) -> URL:
    """Return `url` with the asynchronous driver of its database; refuse other databases."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # What was given is not repeated: it may hold a password.
        raise ValueError(
            "CODITECT_DATABASE_URL is not an address;"
            " write sqlite:///path or postgresql://user:password@host/name."
        ) from None
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    backend = parsed.get_backend_name()
    if backend not in drivers:
        raise ValueError(f"CODITECT_DATABASE_URL must begin with sqlite: or postgresql:, not {backend}:.")
    return parsed.set(drivername=drivers[backend])


async def store(session: AsyncSession, rows: Sequence[Base]) -> None:
    """Insert rows of one table by one statement, at once.

    The session does not keep them: this is for facts that the unit of work does not change again. All of them have a
    value for the same columns. What they refer to must be stored already.
    """
    if rows:
        names = inspect(type(rows[0])).columns.keys() & rows[0].__dict__.keys()
        await store_values(
            session, type(rows[0]), [{name: row.__dict__[name] for name in names} for row in rows]
        )


async def store_values(session: AsyncSession, kind: type[Base], values: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of `kind` as `store` does, of which there are so many that objects would cost more than they give."""
    scope: Scope | None = session.info.get("scope")
    if issubclass(kind, TenantRow):
        for each in values:
            _refuse_foreign(scope, kind, each["organization_id"])
    if values:
        connection = await session.connection()
        await connection.execute(_insertion(kind), values)


async def enter(session: AsyncSession, scope: Scope) -> None:
    """Move a session to another scope within its transaction (registration creates the tenant that it enters)."""
    session.info["scope"] = scope
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(_SCOPE_STATEMENT, _scope_values(scope))


@cache
def _insertion(kind: type[Base]) -> Insert:
    return insert(cast("Table", kind.__table__))


_SCOPE_STATEMENT = text(
    "SELECT set_config('role', :role, true), set_config('coditect.organization_id', :organization, true),"
    " set_config('coditect.account_id', :account, true)"
)


def _scope_values(scope: Scope) -> dict[str, str]:
    return {
        "role": scope.role,
        "organization": str(scope.organization_id or ""),
        "account": str(scope.account_id or ""),
    }


@event.listens_for(Session, "after_begin")
def _enter_scope(session: Session, _transaction: SessionTransaction, connection: Any) -> None:
    if connection.dialect.name == "postgresql" and "scope" in session.info:
        timeouts = connection.get_execution_options().get("coditect_timeouts", {})
        begin_with(connection, _settings(session.info["scope"]) | timeouts)


def _settings(scope: Scope) -> dict[str, str]:
    values = _scope_values(scope)
    return {
        "role": values["role"],
        "coditect.organization_id": values["organization"],
        "coditect.account_id": values["account"],
    }


# The same for every select: to build and analyse it anew cost more than the filter itself.
_OWN_ROWS = with_loader_criteria(
    TenantRow,
    lambda row: row.organization_id == bindparam("scope_organization_id"),
    include_aliases=True,
    propagate_to_loaders=False,
)


@event.listens_for(Session, "do_orm_execute")
def _filter_by_tenant(state: ORMExecuteState) -> None:
    scope = state.session.info.get("scope")
    if scope is None or scope.role == "coditect_engine" or state.is_column_load:
        return
    if not state.is_orm_statement:
        return
    organization_id = scope.organization_id
    if state.is_select:
        state.statement = state.statement.options(_OWN_ROWS)
        given = cast("Mapping[str, Any]", state.parameters or {})
        state.parameters = {**given, "scope_organization_id": organization_id}
    elif state.is_update or state.is_delete:
        # A parameter here would be taken for a column to be set.
        criteria: Callable[[Any], ColumnElement[bool]] = lambda row: row.organization_id == organization_id  # noqa: E731 - SQLAlchemy analyses lambdas
        if organization_id is None:
            criteria = lambda _: false()  # noqa: E731
        state.statement = state.statement.options(
            with_loader_criteria(TenantRow, criteria, include_aliases=True)
        )


@event.listens_for(Session, "before_flush")
def _refuse_foreign_rows(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    scope: Scope | None = session.info.get("scope")
    for row in (*session.new, *session.dirty):
        if isinstance(row, TenantRow):
            _refuse_foreign(scope, type(row), row.organization_id)


def _refuse_foreign(scope: Scope | None, kind: type, organization_id: OrganizationId) -> None:
    if scope is None or scope.role == "coditect_engine" or organization_id == scope.organization_id:
        return
    raise RuntimeError(f"{kind.__name__} belongs to another organization than the session.")


def sync_engine_of(database: Database) -> Engine:
    """Return the synchronous face of the writer, for Alembic."""
    return database.writer.sync_engine
