"""Which facts are acts of the audit, and how each reads there. A fact that is not named here is not recorded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from coditect import agents, identity, organizations
from coditect.audit.events import AuditExported
from coditect.audit.schemas import Outcome
from coditect.kernel.events import Event
from coditect.kernel.ids import AccountId

By = Literal["account", "nobody"]


@dataclass(frozen=True)
class Act:
    """A fact as the audit tells it."""

    action: str
    account_id: AccountId | None = None
    """Whose account it concerns."""
    subject: tuple[str, UUID | str] | None = None
    """What it was done to, where that is not the account itself."""
    outcome: Outcome = "done"
    details: Mapping[str, Any] = field(default_factory=dict)
    """Never anything personal: it is in the hash, and stays."""
    particulars: Mapping[str, Any] = field(default_factory=dict)
    """What is personal, and goes with its person."""
    by: By = "account"
    """Who did it where no request was signed in: the account's owner, or somebody who proved nothing."""


@dataclass(frozen=True)
class Recorded:
    """One kind of fact, and its reading; None where this one is not worth an entry."""

    event_type: type[Event]
    read: Callable[[Any], Act | None]

    @property
    def name(self) -> str:
        return f"audit.{self.event_type.topic}"


def _of_account(action: str, *details: str, by: By = "account") -> Callable[[Any], Act]:
    """Return the reading of a fact about an account, of which some fields are told."""

    def read(event: Any) -> Act:
        return Act(action, event.account_id, details=_told(event, details), by=by)

    return read


def _of_thing(action: str, kind: str, named_by: str, *details: str) -> Callable[[Any], Act]:
    """Return the reading of a fact about something that belongs to a person."""

    def read(event: Any) -> Act:
        subject = (kind, getattr(event, named_by))
        return Act(action, getattr(event, "account_id", None), subject, details=_told(event, details))

    return read


def _told(event: Event, names: tuple[str, ...]) -> Mapping[str, Any]:
    values = {name: getattr(event, name) for name in names}
    return {name: str(value) if isinstance(value, UUID) else value for name, value in values.items()}


def _sign_in(event: identity.SignInSessionBegun) -> Act:
    return Act(
        "sign_in.succeeded",
        event.account_id,
        ("session", event.session_id),
        details={"methods": list(event.methods)},
    )


def _sign_in_refused(event: identity.SignInRefused) -> Act:
    return Act(
        "sign_in.refused",
        event.account_id,
        outcome="refused",
        details={"reason": event.reason},
        by="nobody",
    )


def _session_ended(event: identity.SignInSessionRevoked) -> Act:
    reused = event.reason == "refresh_token_reused"
    return Act(
        "session.ended",
        event.account_id,
        ("session", event.session_id),
        outcome="refused" if reused else "done",
        details={"reason": event.reason},
        by="nobody" if reused else "account",
    )


def _security_changed(event: identity.SecurityChanged) -> Act:
    blocked = event.change == "codes_blocked"
    return Act(
        f"security.{event.change}",
        event.account_id,
        outcome="refused" if blocked else "done",
        by="nobody" if blocked else "account",
    )


def _email_changed(event: identity.EmailChanged) -> Act:
    return Act("email.changed", event.account_id, particulars={"old_email": event.old_email})


def _permission_denied(event: organizations.PermissionDenied) -> Act:
    return Act(
        "permission.denied",
        event.account_id,
        outcome="refused",
        details={"permission": event.permission, "asked": event.asked},
    )


def _role_changed(event: organizations.MemberRoleChanged) -> Act:
    own = {"custom_role": str(event.custom_role_id)} if event.custom_role_id else {}
    return Act(
        "member.role_changed",
        event.account_id,
        details={"before": event.before, "role": event.role} | own,
    )


def _registered_again(event: identity.KnownEmailRegistered) -> Act:
    return Act("account.registered_again", event.account_id, outcome="refused", by="nobody")


ACTS: tuple[Recorded, ...] = (
    Recorded(identity.AccountRegistered, _of_account("account.registered")),
    Recorded(identity.KnownEmailRegistered, _registered_again),
    Recorded(identity.EmailVerified, _of_account("account.email_verified")),
    Recorded(identity.AccountSuspended, _of_account("account.suspended")),
    Recorded(identity.AccountWithdrawn, _of_account("account.deleted")),
    Recorded(identity.SignInSessionBegun, _sign_in),
    Recorded(identity.SignInRefused, _sign_in_refused),
    Recorded(identity.Reauthenticated, _of_thing("sign_in.proved_again", "session", "session_id")),
    Recorded(identity.SignInSessionRevoked, _session_ended),
    Recorded(identity.SecurityChanged, _security_changed),
    Recorded(identity.PasswordResetMailed, _of_account("password.reset_asked", by="nobody")),
    Recorded(identity.EmailChangeAsked, _of_account("email.change_asked")),
    Recorded(identity.EmailChanged, _email_changed),
    Recorded(identity.EmailReverted, _of_account("email.reverted")),
    Recorded(identity.ApiKeyCreated, _of_thing("api_key.created", "api_key", "key_id")),
    Recorded(identity.ApiKeyRotated, _of_thing("api_key.rotated", "api_key", "key_id", "successor_id")),
    Recorded(identity.ApiKeyRevoked, _of_thing("api_key.revoked", "api_key", "key_id")),
    Recorded(identity.IdentityConnected, _of_account("provider.connected", "provider")),
    Recorded(identity.IdentityDisconnected, _of_account("provider.disconnected")),
    Recorded(identity.ConsentGiven, _of_thing("program.allowed", "program", "client_id")),
    Recorded(identity.ConsentWithdrawn, _of_thing("program.forbidden", "program", "client_id")),
    Recorded(identity.GrantRevoked, _of_thing("program.tokens_ended", "program", "client_id", "reason")),
    Recorded(identity.DeviceApproved, _of_account("device.approved")),
    Recorded(identity.ClientRegistered, _of_thing("program.registered", "program", "client_id")),
    Recorded(
        identity.SigningKeysRotated, lambda event: Act("keys.rotated", details=_told(event, ("at_once",)))
    ),
    Recorded(organizations.OrganizationCreated, _of_account("organization.created")),
    Recorded(organizations.OrganizationChosen, _of_account("organization.chosen")),
    Recorded(organizations.OrganizationRenamed, _of_account("organization.renamed")),
    Recorded(organizations.MemberInvited, _of_thing("member.invited", "invitation", "invitation_id", "role")),
    Recorded(organizations.InvitationRevoked, _of_thing("invitation.revoked", "invitation", "invitation_id")),
    Recorded(
        organizations.InvitationDeclined, _of_thing("invitation.declined", "invitation", "invitation_id")
    ),
    Recorded(organizations.MemberJoined, _of_thing("member.joined", "invitation", "invitation_id", "role")),
    Recorded(organizations.MemberRoleChanged, _role_changed),
    Recorded(
        organizations.CustomRoleCreated, _of_thing("role.created", "role", "custom_role_id", "permissions")
    ),
    Recorded(
        organizations.CustomRoleChanged, _of_thing("role.changed", "role", "custom_role_id", "permissions")
    ),
    Recorded(organizations.CustomRoleDeleted, _of_thing("role.deleted", "role", "custom_role_id")),
    Recorded(organizations.DomainAdded, _of_thing("domain.added", "domain", "domain_id", "name")),
    Recorded(organizations.DomainVerified, _of_thing("domain.verified", "domain", "domain_id", "name")),
    Recorded(
        organizations.DomainChanged, _of_thing("domain.changed", "domain", "domain_id", "joining", "role")
    ),
    Recorded(organizations.DomainRemoved, _of_thing("domain.removed", "domain", "domain_id", "name")),
    Recorded(
        organizations.MemberJoinedByDomain,
        _of_thing("member.joined_by_domain", "domain", "domain_id", "role"),
    ),
    Recorded(organizations.MemberRemoved, _of_account("member.removed")),
    Recorded(organizations.MemberLeft, _of_account("member.left")),
    Recorded(organizations.OwnershipTransferred, _of_account("ownership.transferred")),
    Recorded(organizations.TeamCreated, _of_thing("team.created", "team", "team_id")),
    Recorded(organizations.TeamRenamed, _of_thing("team.renamed", "team", "team_id")),
    Recorded(organizations.TeamDeleted, _of_thing("team.deleted", "team", "team_id")),
    Recorded(organizations.TeamMemberAdded, _of_thing("team.member_added", "team", "team_id")),
    Recorded(organizations.TeamMemberRemoved, _of_thing("team.member_removed", "team", "team_id")),
    Recorded(organizations.PermissionDenied, _permission_denied),
    Recorded(
        agents.McpServerWritten,
        _of_thing("mcp_server.written", "mcp_server", "server_id", "project_id", "name"),
    ),
    Recorded(
        agents.McpServerApproved,
        _of_thing(
            "mcp_server.approved", "mcp_server", "server_id", "project_id", "name", "digest", "every_agent"
        ),
    ),
    Recorded(
        agents.McpServerSuspected,
        _of_thing("mcp_server.suspected", "mcp_server", "server_id", "project_id", "name"),
    ),
    Recorded(
        agents.McpServerRemoved,
        _of_thing("mcp_server.removed", "mcp_server", "server_id", "project_id", "name"),
    ),
    Recorded(AuditExported, _of_account("audit.exported", "form")),
)
