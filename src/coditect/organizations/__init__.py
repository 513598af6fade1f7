"""Organizations, the tenants: who belongs to which, in what role, and what a role may do.

It owns the tables organizations and memberships, and publishes OrganizationCreated. Routes above state whom they
admit by a type (`ProjectWriter`) and get a unit of work inside the tenant by another (`WriteSession`).
"""

from coditect.organizations.access import (
    AgentReader,
    AgentRunner,
    AgentWriter,
    AuditReader,
    CurrentMember,
    Member,
    MemberInPerson,
    OrganizationReader,
    OrganizationWriter,
    ProjectReader,
    ProjectWriter,
    ReadSession,
    ReplicaSession,
    TaskWriter,
    WorkflowReader,
    WorkflowWriter,
    WriteSession,
    current_member,
    require,
    still_members,
)
from coditect.organizations.events import (
    MemberLeft,
    OrganizationChosen,
    OrganizationCreated,
    PermissionDenied,
)
from coditect.organizations.finding import Find, Found
from coditect.organizations.members import add_member, fate_without, leave, member_use
from coditect.organizations.roles import PERMISSIONS, Permission, Role, Tier
from coditect.organizations.service import (
    create_personal,
    member_names,
    members_who_may,
    organization_by_slug,
    organizations_of,
    role_of,
    set_tier,
)
from coditect.organizations.subjects import OpenSubject, uuid_of

__all__ = [
    "PERMISSIONS",
    "AgentReader",
    "AgentRunner",
    "AgentWriter",
    "AuditReader",
    "CurrentMember",
    "Find",
    "Found",
    "Member",
    "MemberInPerson",
    "MemberLeft",
    "OpenSubject",
    "OrganizationChosen",
    "OrganizationCreated",
    "OrganizationReader",
    "OrganizationWriter",
    "Permission",
    "PermissionDenied",
    "ProjectReader",
    "ProjectWriter",
    "ReadSession",
    "ReplicaSession",
    "Role",
    "TaskWriter",
    "Tier",
    "WorkflowReader",
    "WorkflowWriter",
    "WriteSession",
    "add_member",
    "create_personal",
    "current_member",
    "fate_without",
    "leave",
    "member_names",
    "member_use",
    "members_who_may",
    "organization_by_slug",
    "organizations_of",
    "require",
    "role_of",
    "set_tier",
    "still_members",
    "uuid_of",
]
