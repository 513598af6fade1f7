"""A span for each unit of work inside a trace, with how many statements it had and how long the database took."""

import time
from typing import Any

from opentelemetry.trace import Span, Tracer, get_current_span
from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, SessionTransaction

_KEY = "coditect_span"
_tracer: Tracer | None = None


def watch(tracer: Tracer) -> None:
    """Begin; the listeners are added once, and never where nothing is traced."""
    global _tracer  # noqa: PLW0603 - one tracer for the process
    _tracer = tracer
    if not event.contains(Session, "after_begin", _begin):
        event.listen(Session, "after_begin", _begin)
        event.listen(Session, "after_transaction_end", _end)
        event.listen(Engine, "before_cursor_execute", _before)
        event.listen(Engine, "after_cursor_execute", _after)


def unwatch() -> None:
    """End."""
    global _tracer  # noqa: PLW0603 - see watch
    _tracer = None


def _begin(session: Session, _transaction: SessionTransaction, connection: Connection) -> None:
    # What polls the database all day is no trace of its own.
    if _tracer is None or not get_current_span().is_recording() or _KEY in session.info:
        return
    opened = _tracer.start_span("transaction", attributes={"db.system": connection.dialect.name})
    session.info[_KEY] = connection.info[_KEY] = _Counted(opened, connection.info)


def _end(session: Session, transaction: SessionTransaction) -> None:
    if transaction.parent is None and _KEY in session.info:
        session.info.pop(_KEY).end()


def _before(connection: Connection, *_: Any) -> None:
    counted: _Counted | None = connection.info.get(_KEY)
    if counted is not None:
        counted.begun = time.perf_counter()


def _after(connection: Connection, *_: Any) -> None:
    counted: _Counted | None = connection.info.get(_KEY)
    if counted is not None:
        counted.statements += 1
        counted.seconds += time.perf_counter() - counted.begun


class _Counted:
    """An open span and what its transaction has done; counting does not change a span at each statement."""

    def __init__(self, opened: Span, connection_info: dict[Any, Any]) -> None:
        self._span = opened
        self._connection_info = connection_info
        self.statements = 0
        self.seconds = 0.0
        self.begun = 0.0

    def end(self) -> None:
        # The connection goes back to the pool, and on to others.
        self._connection_info.pop(_KEY, None)
        self._span.set_attributes(
            {"coditect.statements": self.statements, "coditect.database_seconds": self.seconds}
        )
        self._span.end()
