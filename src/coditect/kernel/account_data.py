"""What a person may take along: each context tells the rows that are about them; `main` makes the whole of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import inspect

from coditect.kernel.db import Base
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import Platform

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Person:
    """Whose data is asked for, and where they belong."""

    account_id: AccountId
    organizations: tuple[OrganizationId, ...]


class ExportAccountData(Protocol):
    """One context's part of a person's data: the rows by the name of their file."""

    async def __call__(self, platform: Platform, person: Person) -> Mapping[str, Rows]:
        """Read the rows about `person`; secrets and hashes are left out."""


def told(row: Base, *, without: Collection[str] = ()) -> Mapping[str, Any]:
    """Return the columns of a row but those of `without`."""
    names = [column.key for column in inspect(type(row)).column_attrs]
    return {name: getattr(row, name) for name in names if name not in without}
