"""Who a database session speaks for; both walls between tenants (ORM filter, row-level security) read it."""

from dataclasses import dataclass
from typing import Literal

from coditect.kernel.ids import AccountId, OrganizationId

DatabaseRole = Literal["coditect_app", "coditect_engine", "coditect_eraser", "coditect_backup"]


@dataclass(frozen=True)
class Scope:
    """What a session may see: the rows of one organization, of one person, or the engine's own tables."""

    organization_id: OrganizationId | None = None
    account_id: AccountId | None = None
    role: DatabaseRole = "coditect_app"


NOBODY = Scope()
"""Before sign-in: only tables that belong to no tenant."""

ENGINE = Scope(role="coditect_engine")
"""Relay, workers and schedulers: the engine's tables, across tenants."""


OPERATOR = Scope(role="coditect_backup")
"""Commands of the operator that look for something among all tenants; it reads only."""


def tenant(organization_id: OrganizationId, account_id: AccountId | None = None) -> Scope:
    """Return the scope of one organization."""
    return Scope(organization_id=organization_id, account_id=account_id)


def person(account_id: AccountId) -> Scope:
    """Return the scope of one person before an organization is chosen: their memberships."""
    return Scope(account_id=account_id)


def eraser(organization_id: OrganizationId | None) -> Scope:
    """Return the scope in which append-only rows of one organization, or of none, may be changed and removed."""
    return Scope(organization_id=organization_id, role="coditect_eraser")
