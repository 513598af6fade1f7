"""How every table is protected on PostgreSQL: derived from the models, and what they cannot say, declared here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import coditect.main  # noqa: F401 - every table
from coditect.kernel.db import Base, TenantRow

APP, ENGINE, BACKUP, ERASER = "coditect_app", "coditect_engine", "coditect_backup", "coditect_eraser"
ALL = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
APPEND_ONLY = frozenset({"SELECT", "INSERT"})
READ = frozenset({"SELECT"})
CHANGE = frozenset({"UPDATE", "DELETE"})


@dataclass(frozen=True)
class Protection:
    """Who may do what with a table; `forced` row-level security hides other tenants' rows."""

    forced: bool
    app: frozenset[str] = field(default_factory=frozenset)
    engine: frozenset[str] = field(default_factory=frozenset)
    eraser: frozenset[str] = field(default_factory=frozenset)
    """Beside what the app may."""


SHARED: Mapping[str, Protection] = {
    "accounts": Protection(forced=False, app=ALL),
    "email_verifications": Protection(forced=False, app=ALL),
    # Read by the hash of a token, before anybody knows which organization is active on the device.
    "sign_in_sessions": Protection(forced=False, app=ALL),
    "refresh_tokens": Protection(forced=False, app=ALL),
    "sign_in_failures": Protection(forced=False, app=ALL),
    # The installation's own; what they are derived from stands elsewhere.
    "signing_keys": Protection(forced=False, app=ALL),
    "relay_state": Protection(forced=False, engine=ALL),
    "event_deliveries": Protection(forced=False, engine=ALL),
    # Whose account is being erased, until it is.
    "erasures": Protection(forced=False, app=ALL),
    # A person's or the installation's, and looked up before anybody is signed in.
    **dict.fromkeys(
        (
            "federated_identities",
            "oauth_clients",
            "oauth_consents",
            "oauth_grants",
            "oauth_refresh_tokens",
            "device_logins",
        ),
        Protection(forced=False, app=ALL),
    ),
    # A person's, who may be a member of several organizations.
    **dict.fromkeys(
        (
            "second_factors",
            "recovery_codes",
            "passkeys",
            "sign_in_challenges",
            "sent_codes",
            "account_links",
        ),
        Protection(forced=False, app=ALL),
    ),
    "instance_keys": Protection(forced=False, app=APPEND_ONLY),
    "alembic_version": Protection(forced=False, app=READ, engine=READ),
}
"""Tables of no tenant; a longer list needs a reason."""

TENANTS_THEMSELVES = {"organizations", "memberships"}
ACROSS_TENANTS = {"outbox_events", "runs", "steps", "step_needs", "data_keys", "archives"}
"""Workers and the relay see these across tenants, a rotation the wrapped keys, a schedule what has expired; a longer list needs a reason."""

LOOKED_UP = {"api_keys", "invitations", "domains"}
"""Found by a digest, or by the domain of an address, before anybody is known: seen without a tenant too, changed in none but one's own."""

FEWER_RIGHTS: Mapping[str, frozenset[str]] = {
    "activity": APPEND_ONLY,
    "audit_entries": APPEND_ONLY,
    "audit_particulars": APPEND_ONLY,
    "outbox_events": APPEND_ONLY,
    "own_agent_versions": APPEND_ONLY,
}


def tenant_tables() -> set[str]:
    """Return the tables whose rows belong to an organization, as the models tell."""
    mapped = {
        str(mapper.local_table.description)
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, TenantRow)
    }
    return mapped | TENANTS_THEMSELVES | {"outbox_events"}


def declared() -> dict[str, Protection]:
    """Return how each table must be protected."""
    tenants = {
        table: Protection(
            forced=True,
            app=FEWER_RIGHTS.get(table, ALL),
            engine=ALL if table in ACROSS_TENANTS else frozenset(),
            eraser=CHANGE if table in FEWER_RIGHTS else frozenset(),
        )
        for table in tenant_tables()
    }
    return {**SHARED, **tenants}
