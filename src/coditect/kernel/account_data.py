"""What a person may take along, and leave behind: each context tells and erases its part; `main` makes the whole."""

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


@dataclass(frozen=True)
class Leaving:
    """Who leaves, as they were called, and which organizations go with them or stay without them."""

    account_id: AccountId
    email: str
    name: str
    alone: tuple[OrganizationId, ...]
    """Where nobody else was a member: removed with everything in them."""
    shared: tuple[OrganizationId, ...]
    """Where others go on: the person's work stays, their name goes."""


class EraseAccountData(Protocol):
    """One context's part of leaving; called again after a crash, so done again it changes nothing."""

    async def __call__(self, platform: Platform, leaving: Leaving) -> None:
        """Remove or rewrite every row and file that tells of the person."""


def told(row: Base, *, without: Collection[str] = ()) -> Mapping[str, Any]:
    """Return the columns of a row but those of `without`."""
    names = [column.key for column in inspect(type(row)).column_attrs]
    return {name: getattr(row, name) for name in names if name not in without}
