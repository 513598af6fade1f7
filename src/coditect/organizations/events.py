"""What organizations state."""

from dataclasses import dataclass

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId


@dataclass(frozen=True, kw_only=True)
class OrganizationCreated(Event, topic="organizations.organization_created"):
    """A tenant exists, owned by the account."""

    account_id: AccountId
