"""Secrets of organizations, encrypted in an envelope.

Each organization has data keys of its own; they encrypt its values (AES-256-GCM) and are themselves wrapped by a key
of the installation that is not in the database (`kernel.keyring`). A ciphertext holds only for the organization and
name that it was made for. Deleting an organization's data keys makes all its secrets unreadable, in backups too.
"""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import SecretStr
from sqlalchemy import LargeBinary, PrimaryKeyConstraint, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.db import Base, Database, TenantRow
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.key_text import KEY_BYTES
from coditect.kernel.keyring import NONCE_BYTES, KeyRing, SecretUnreadable, key_id_of
from coditect.kernel.scope import ENGINE, tenant


class DataKey(TenantRow, Base):
    """A key of one organization, wrapped; the newest encrypts, older ones only decrypt."""

    __tablename__ = "data_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]


class StoredSecret(TenantRow, Base):
    """A value under a name of its organization."""

    __tablename__ = "secrets"

    name: Mapped[str]
    data_key_id: Mapped[UUID]
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary)
    updated_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("organization_id", "name"),)


class Secrets:
    """Stores and returns secrets in the caller's transaction."""

    def __init__(self, settings: Settings) -> None:
        self.keys = KeyRing(settings)

    async def put(
        self, session: AsyncSession, organization_id: OrganizationId, name: str, value: SecretStr
    ) -> None:
        """Store `value` under `name`, replacing what stood there."""
        await _alone(session, organization_id)
        key = await self._newest(session, organization_id)
        await session.merge(
            StoredSecret(
                organization_id=organization_id,
                name=name,
                data_key_id=key.id,
                ciphertext=_encrypt(self._open(key), organization_id, name, value),
                updated_at=utc_now(),
            )
        )

    async def get(
        self, session: AsyncSession, organization_id: OrganizationId, name: str
    ) -> SecretStr | None:
        """Return what is stored under `name`, or None. Raises `SecretUnreadable`."""
        stored = await session.get(StoredSecret, (organization_id, name))
        if stored is None:
            return None
        key = await session.get(DataKey, stored.data_key_id)
        if key is None:
            raise SecretUnreadable("Its data key was deleted.")
        return _decrypt(self._open(key), organization_id, name, stored.ciphertext)

    async def delete(self, session: AsyncSession, organization_id: OrganizationId, name: str) -> None:
        """Remove `name`; removing what is not there is no error."""
        await session.execute(
            delete(StoredSecret).where(
                StoredSecret.organization_id == organization_id, StoredSecret.name == name
            )
        )

    async def renew_data_key(self, session: AsyncSession, organization_id: OrganizationId) -> int:
        """Encrypt the organization's secrets anew under a new data key, drop the old ones, and count the secrets."""
        await _alone(session, organization_id)
        old = {key.id: key for key in await session.scalars(select(DataKey))}
        stored = (await session.scalars(select(StoredSecret))).all()
        new = self._make(organization_id)
        secret = self._open(new)
        for one in stored:
            value = _decrypt(self._open(old[one.data_key_id]), organization_id, one.name, one.ciphertext)
            one.ciphertext = _encrypt(secret, organization_id, one.name, value)
            one.data_key_id = new.id
        session.add(new)
        await session.flush()
        await session.execute(
            delete(DataKey).where(DataKey.organization_id == organization_id, DataKey.id.in_(old))
        )
        return len(stored)

    async def rewrap(self, session: AsyncSession, organization_id: OrganizationId) -> int:
        """Wrap the organization's data keys by the newest key; return how many had another."""
        await _alone(session, organization_id)
        changed = 0
        for key in await session.scalars(select(DataKey)):
            if not self.keys.is_wrapped_by_newest(key.wrapped):
                key.wrapped = self.keys.wrap(self._open(key), _context(key.organization_id, key.id))
                changed += 1
        return changed

    async def _newest(self, session: AsyncSession, organization_id: OrganizationId) -> DataKey:
        found = await session.scalar(
            select(DataKey)
            .where(DataKey.organization_id == organization_id)
            .order_by(DataKey.id.desc())
            .limit(1)
        )
        if found is None:
            found = self._make(organization_id)
            session.add(found)
            await session.flush()
        return found

    def _make(self, organization_id: OrganizationId) -> DataKey:
        key_id = new_id()
        wrapped = self.keys.wrap(secrets.token_bytes(KEY_BYTES), _context(organization_id, key_id))
        return DataKey(id=key_id, organization_id=organization_id, wrapped=wrapped, created_at=utc_now())

    def _open(self, key: DataKey) -> bytes:
        return self.keys.unwrap(key.wrapped, _context(key.organization_id, key.id))


async def rotate(database: Database, secrets_: Secrets, *, data_keys: bool) -> tuple[int, int]:
    """Wrap every data key by the newest key, and with `data_keys` renew those too; return how many of each."""
    async with database.read(ENGINE) as session:
        owners = (await session.scalars(select(DataKey.organization_id).distinct())).all()
    rewrapped = renewed = 0
    for organization_id in owners:
        async with database.write(tenant(organization_id)) as session:
            rewrapped += await secrets_.rewrap(session, organization_id)
            if data_keys:
                renewed += await secrets_.renew_data_key(session, organization_id)
    if secrets_.keys.is_in_file:
        async with database.read(ENGINE) as session:
            wrapped = (await session.scalars(select(DataKey.wrapped))).all()
        secrets_.keys.forget({key_id_of(one) for one in wrapped})
    return rewrapped, renewed


async def _alone(session: AsyncSession, organization_id: OrganizationId) -> None:
    """Let whoever changes this organization's secrets or their keys wait for each other."""
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(b"secrets" + organization_id.bytes).digest()[:8], signed=True)
        await session.execute(select(func.pg_advisory_xact_lock(number)))


def _encrypt(key: bytes, organization_id: OrganizationId, name: str, value: SecretStr) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    plain = value.get_secret_value().encode()
    return nonce + AESGCM(key).encrypt(nonce, plain, _place(organization_id, name))


def _decrypt(key: bytes, organization_id: OrganizationId, name: str, ciphertext: bytes) -> SecretStr:
    nonce, body = ciphertext[:NONCE_BYTES], ciphertext[NONCE_BYTES:]
    try:
        return SecretStr(AESGCM(key).decrypt(nonce, body, _place(organization_id, name)).decode())
    except InvalidTag:
        raise SecretUnreadable("It was changed, or moved from another place.") from None


def _context(organization_id: OrganizationId, key_id: UUID) -> bytes:
    return b"coditect data key\x00" + organization_id.bytes + key_id.bytes


def _place(organization_id: OrganizationId, name: str) -> bytes:
    return b"coditect secret\x00" + organization_id.bytes + name.encode()
