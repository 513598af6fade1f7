"""Facts become entries: in the chain of the organization that they belong to, or of each that their person is in."""

from collections.abc import Awaitable, Callable, Collection, Sequence

from coditect import organizations
from coditect.audit.acts import ACTS, Act, Recorded
from coditect.audit.appending import Draft, append
from coditect.audit.models import INSTALLATION
from coditect.audit.retention import EVERY, sweep
from coditect.audit.schemas import ActorKind
from coditect.kernel.acting import Origin
from coditect.kernel.clock import utc_now
from coditect.kernel.events import Fact
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.kernel.scope import person, tenant


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what the audit does about events."""
    return [Consumer(one.name, one.event_type, _record(platform, one), whole=True) for one in ACTS]


def _record(platform: Platform, recorded: Recorded) -> Callable[[Fact], Awaitable[None]]:
    async def handle(fact: Fact) -> None:
        act = recorded.read(fact.event)
        if act is None:
            return
        draft = _draft(fact, act)
        for organization_id in await _chains_of(platform, fact, act):
            await _write(platform, organization_id, draft)

    return handle


async def _chains_of(platform: Platform, fact: Fact, act: Act) -> Collection[OrganizationId]:
    if fact.event.organization_id is not None:
        return [fact.event.organization_id]
    if act.account_id is None:
        return [INSTALLATION]
    async with platform.database.read(person(act.account_id)) as session:
        found = await organizations.organizations_of(session, act.account_id)
    return [one.id for one in found] or [INSTALLATION]


async def _write(platform: Platform, organization_id: OrganizationId, draft: Draft) -> None:
    database = platform.place_of(organization_id).database
    async with database.write(tenant(organization_id)) as session:
        chain = await append(session, organization_id, draft)
    days = platform.settings.audit_retention_days
    if chain is not None and days is not None and utc_now() - chain.swept_at > EVERY:
        await sweep(database, organization_id, days)


def _draft(fact: Fact, act: Act) -> Draft:
    kind, actor = _actor(fact.origin, act)
    subject_kind, subject = act.subject or (("account", None) if act.account_id else (None, None))
    return Draft(
        event_id=fact.id,
        occurred_at=fact.occurred_at,
        action=act.action,
        outcome=act.outcome,
        actor_kind=kind,
        actor=actor,
        subject_kind=subject_kind,
        subject=subject,
        subject_account=act.account_id,
        details=act.details,
        particulars={**_where(fact.origin), **act.particulars},
    )


def _actor(origin: Origin | None, act: Act) -> tuple[ActorKind, AccountId | None]:
    if origin is not None and origin.account_id is not None:
        return ("key" if origin.api_key_id else "person"), origin.account_id
    if act.account_id is None and origin is None:
        return "installation", None
    return ("person", act.account_id) if act.by == "account" else ("nobody", None)


def _where(origin: Origin | None) -> dict[str, str]:
    if origin is None:
        return {}
    told = {"address": origin.address, "user_agent": origin.user_agent}
    if origin.api_key_id is not None:
        told["api_key"] = str(origin.api_key_id)
    return {name: value for name, value in told.items() if value}
