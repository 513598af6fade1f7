"""What clients get from organizations."""

from coditect.identity import AccountRead
from coditect.kernel.api import ResponseModel
from coditect.kernel.ids import OrganizationId
from coditect.organizations.roles import Role, Tier


class OrganizationRead(ResponseModel):
    id: OrganizationId
    name: str
    slug: str
    role: Role
    tier: Tier


class Me(ResponseModel):
    account: AccountRead
    organizations: list[OrganizationRead]
    active_organization_id: OrganizationId
