"""What identity holds about a person, and what becomes of it when they leave."""

from collections.abc import Mapping

from sqlalchemy import delete, select

from coditect.identity.api_keys.models import ApiKey
from coditect.identity.factors.models import Passkey, SecondFactor
from coditect.identity.federation.models import FederatedIdentity
from coditect.identity.models import Account, SignInSession
from coditect.identity.provider.models import OAuthConsent
from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.mail import DevMailbox
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY, tenant


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return the account, its sessions, ways to sign in, consents and keys, without what proves who somebody is."""
    async with platform.database.read(NOBODY) as session:
        account = await session.get_one(Account, person.account_id)
        found = {
            "account": [told(account, without=("password_hash",))],
            **{
                name: [
                    told(one, without=without)
                    for one in await session.scalars(select(kind).where(kind.account_id == person.account_id))
                ]
                for name, kind, without in _PERSONS_OWN
            },
        }
    keys = []
    for organization_id in person.organizations:
        async with platform.place_of(organization_id).database.read(tenant(organization_id)) as session:
            own = await session.scalars(select(ApiKey).where(ApiKey.account_id == person.account_id))
            keys += [told(one, without=("digest",)) for one in own]
    return {**found, "api_keys": keys}


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove the account with its sessions, and the mails to it that stand in the development mailbox."""
    if isinstance(platform.mailer, DevMailbox):
        await platform.mailer.forget(leaving.email)
    async with platform.database.write(NOBODY) as session:
        await session.execute(delete(Account).where(Account.id == leaving.account_id))


_PERSONS_OWN: tuple[
    tuple[
        str,
        type[SignInSession]
        | type[SecondFactor]
        | type[Passkey]
        | type[FederatedIdentity]
        | type[OAuthConsent],
        tuple[str, ...],
    ],
    ...,
] = (
    ("sign_in_sessions", SignInSession, ()),
    ("second_factors", SecondFactor, ("last_step",)),
    ("passkeys", Passkey, ("credential_id", "public_key", "sign_count")),
    ("federated_identities", FederatedIdentity, ()),
    ("consents", OAuthConsent, ()),
)
