"""What organizations state."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId
from coditect.organizations.roles import Role


@dataclass(frozen=True, kw_only=True)
class OrganizationCreated(Event, topic="organizations.organization_created"):
    """A tenant exists, owned by the account."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class PermissionDenied(Event, topic="organizations.permission_denied"):
    """A member asked for something that neither their role nor their key allows."""

    account_id: AccountId
    permission: str
    asked: str


@dataclass(frozen=True, kw_only=True)
class OrganizationChosen(Event, topic="organizations.organization_chosen"):
    """A person goes on in this organization."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class MemberLeft(Event, topic="organizations.member_left"):
    """A person is no member any more, because they left."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class OrganizationRenamed(Event, topic="organizations.organization_renamed"):
    """An organization has another name."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class MemberInvited(Event, topic="organizations.member_invited"):
    """The account invited an address, to be mailed; each time that it is sent again counts as one more sending."""

    account_id: AccountId
    invitation_id: UUID
    role: Role
    sending: int


@dataclass(frozen=True, kw_only=True)
class InvitationRevoked(Event, topic="organizations.invitation_revoked"):
    """An invitation was taken back; its link leads nowhere."""

    account_id: AccountId
    invitation_id: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationDeclined(Event, topic="organizations.invitation_declined"):
    """The invited person does not want to come; the account is theirs, if they were signed in."""

    account_id: AccountId | None
    invitation_id: UUID


@dataclass(frozen=True, kw_only=True)
class MemberJoined(Event, topic="organizations.member_joined"):
    """An invited person became a member."""

    account_id: AccountId
    invitation_id: UUID
    role: Role


@dataclass(frozen=True, kw_only=True)
class MemberRoleChanged(Event, topic="organizations.member_role_changed"):
    """A member has another role, perhaps one of the organization's own; what they had open is judged anew."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId
    before: Role
    role: Role
    custom_role_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class MemberRemoved(Event, topic="organizations.member_removed"):
    """A person is no member any more, because somebody removed them; all that they had open has ended."""

    changes_rights: ClassVar[bool] = True

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class OwnershipTransferred(Event, topic="organizations.ownership_transferred"):
    """An owner made the account an owner in their own place, and is an administrator from now on."""

    account_id: AccountId


@dataclass(frozen=True, kw_only=True)
class TeamCreated(Event, topic="organizations.team_created"):
    """A group of members has a name."""

    account_id: AccountId
    team_id: UUID


@dataclass(frozen=True, kw_only=True)
class TeamRenamed(Event, topic="organizations.team_renamed"):
    """A team has another name."""

    account_id: AccountId
    team_id: UUID


@dataclass(frozen=True, kw_only=True)
class TeamDeleted(Event, topic="organizations.team_deleted"):
    """A team is no more; its members stay members."""

    account_id: AccountId
    team_id: UUID


@dataclass(frozen=True, kw_only=True)
class TeamMemberAdded(Event, topic="organizations.team_member_added"):
    """The account belongs to a team."""

    account_id: AccountId
    team_id: UUID


@dataclass(frozen=True, kw_only=True)
class TeamMemberRemoved(Event, topic="organizations.team_member_removed"):
    """The account belongs to a team no more."""

    account_id: AccountId
    team_id: UUID


@dataclass(frozen=True, kw_only=True)
class CustomRoleCreated(Event, topic="organizations.custom_role_created"):
    """An organization made a role of its own."""

    custom_role_id: UUID
    permissions: list[str]


@dataclass(frozen=True, kw_only=True)
class CustomRoleChanged(Event, topic="organizations.custom_role_changed"):
    """A role allows something else, or has another name; what its members had open is judged anew."""

    changes_rights: ClassVar[bool] = True

    custom_role_id: UUID
    permissions: list[str]


@dataclass(frozen=True, kw_only=True)
class CustomRoleDeleted(Event, topic="organizations.custom_role_deleted"):
    """A role that nobody had is no more."""

    custom_role_id: UUID


@dataclass(frozen=True, kw_only=True)
class DomainAdded(Event, topic="organizations.domain_added"):
    """An organization claims a domain, which counts for nothing yet."""

    domain_id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class DomainVerified(Event, topic="organizations.domain_verified"):
    """The organization has proved by a record in DNS that it owns the domain."""

    domain_id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class DomainChanged(Event, topic="organizations.domain_changed"):
    """Whether people with an address of the domain may join was chosen anew."""

    domain_id: UUID
    joining: str
    role: Role


@dataclass(frozen=True, kw_only=True)
class DomainRemoved(Event, topic="organizations.domain_removed"):
    """The organization gave a domain up."""

    domain_id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class MemberJoinedByDomain(Event, topic="organizations.member_joined_by_domain"):
    """A person with a confirmed address of a verified domain became a member."""

    account_id: AccountId
    domain_id: UUID
    role: Role
