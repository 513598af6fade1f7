"""`coditect`, with walls between tenants switched off: what is left of them is what holds.

usage: python -P without_walls.py {first|both} serve …

The first wall is all that the application itself does: the filter of the ORM, the refusal of foreign rows, every
comparison with an organization that a query states, and what a role may do. The second is row-level security.
"""

import sys
from typing import Any

from sqlalchemy import BindParameter, ColumnClause, Delete, Select, Update, event, true
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression
from sqlalchemy.sql.visitors import replacement_traverse

from coditect.cli import app
from coditect.kernel import db
from coditect.organizations.access import Member


def open_the_first_wall() -> None:
    event.remove(Session, "do_orm_execute", db._filter_by_tenant)
    event.remove(Session, "before_flush", db._refuse_foreign_rows)
    db._refuse_foreign = lambda *_: None
    event.listen(Engine, "before_execute", _without_tenant, retval=True)
    Member.may = lambda *_: True  # type: ignore[method-assign]


def open_the_second_wall() -> None:
    """Stay the superuser who connected, whom no policy holds."""
    values = db._scope_values
    db._scope_values = lambda scope: values(scope) | {"role": "none"}


def _without_tenant(
    _connection: Any, statement: Any, multiparams: Any, params: Any, _options: Any
) -> tuple[Any, Any, Any]:
    if isinstance(statement, Select | Update | Delete):
        statement = replacement_traverse(statement, {}, _always)
    return statement, multiparams, params


def _always(element: Any, **_: Any) -> Any:
    """Return a truth in place of a comparison of an organization with a given one."""
    if not (isinstance(element, BinaryExpression) and element.operator is operators.eq):
        return None
    sides = (element.left, element.right)
    named = any(isinstance(side, ColumnClause) and side.name == "organization_id" for side in sides)
    return true() if named and any(isinstance(side, BindParameter) for side in sides) else None


if __name__ == "__main__":
    open_the_first_wall()
    if sys.argv.pop(1) == "both":
        open_the_second_wall()
    app()
