"""Who may do what: the one table of roles and permissions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Role = Literal["owner", "admin", "developer", "analyst", "billing", "viewer"]
Tier = Literal["free", "team", "enterprise"]


class Permission(StrEnum):
    """What a route may ask of a member."""

    ORGANIZATION_READ = "organization:read"
    ORGANIZATION_WRITE = "organization:write"
    OWNERSHIP_WRITE = "ownership:write"
    MEMBERS_WRITE = "members:write"
    BILLING_WRITE = "billing:write"
    PROJECT_READ = "project:read"
    PROJECT_WRITE = "project:write"
    TASK_WRITE = "task:write"
    WORKFLOW_READ = "workflow:read"
    WORKFLOW_WRITE = "workflow:write"
    AGENT_READ = "agent:read"
    AGENT_RUN = "agent:run"
    AGENT_WRITE = "agent:write"
    AUDIT_READ = "audit:read"


_P = Permission
READ = frozenset({_P.ORGANIZATION_READ, _P.PROJECT_READ, _P.WORKFLOW_READ, _P.AGENT_READ})

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    "viewer": READ,
    "billing": READ | {_P.BILLING_WRITE},
    "analyst": READ | {_P.WORKFLOW_WRITE, _P.TASK_WRITE},
    "developer": READ | {_P.WORKFLOW_WRITE, _P.TASK_WRITE, _P.PROJECT_WRITE, _P.AGENT_RUN, _P.AGENT_WRITE},
    "admin": frozenset(_P) - {_P.BILLING_WRITE, _P.OWNERSHIP_WRITE},
    "owner": frozenset(_P),
}

CUSTOM_BASE: Role = "viewer"
"""What whoever has a custom role is beside it: all may read, and a role that is gone leaves no more than that."""


@dataclass(frozen=True)
class Rights:
    """What a member is: a role of the table above, and what a custom role adds to it."""

    role: Role
    added: frozenset[str] = frozenset()

    @classmethod
    def of(cls, role: Role, added: Iterable[str] | None) -> "Rights":
        """Return the rights of a stored membership; `added` is None without a custom role."""
        return cls(role, frozenset(added or ()))

    @property
    def permissions(self) -> frozenset[Permission]:
        """All that they allow; a permission that is no more in the table allows nothing."""
        return PERMISSIONS[self.role] | {one for one in Permission if one in self.added}
