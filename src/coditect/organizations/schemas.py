"""What clients send to organizations and get from them."""

from typing import Annotated

from pydantic import AfterValidator, Field

from coditect.identity import AccountRead
from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.ids import OrganizationId
from coditect.organizations.roles import Permission, Role, Tier


def _one_line(value: str) -> str:
    if not value.isprintable():
        raise ValueError("a name has no line breaks or control characters")
    return value


OrganizationName = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_one_line)]


class OrganizationRead(ResponseModel):
    id: OrganizationId
    name: str
    slug: str
    role: Role
    tier: Tier


class OrganizationChange(RequestModel):
    name: OrganizationName


class Me(ResponseModel):
    account: AccountRead
    organizations: list[OrganizationRead]
    active_organization_id: OrganizationId
    custom_role: str | None
    """The name of your role in the active organization, where it is one of its own."""
    permissions: list[Permission]
    """What you may do in the active organization."""
