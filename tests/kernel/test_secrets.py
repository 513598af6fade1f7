"""Secrets: readable only in their place, with the installation's key, and through every rotation."""

import asyncio
import os
import stat
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError
from sqlalchemy import select, update

from coditect.kernel.config import Settings
from coditect.kernel.ids import OrganizationId
from coditect.kernel.key_text import write_key
from coditect.kernel.keyring import KeyRing, SecretUnreadable
from coditect.kernel.platform import Platform
from coditect.kernel.scope import ENGINE, tenant
from coditect.kernel.secrets import DataKey, Secrets, StoredSecret, rotate
from tests.fixtures.platforms import elsewhere, new_organization

VALUE = SecretStr("sk-very-secret-value")


async def put(platform: Platform, organization: OrganizationId, name: str, value: SecretStr = VALUE) -> None:
    async with platform.database.write(tenant(organization)) as session:
        await platform.secrets.put(session, organization, name, value)


async def get(
    platform: Platform, organization: OrganizationId, name: str, secrets: Secrets | None = None
) -> str | None:
    async with platform.database.read(tenant(organization)) as session:
        found = await (secrets or platform.secrets).get(session, organization, name)
    return None if found is None else found.get_secret_value()


async def test_what_was_put_is_got_until_it_is_deleted(platform: Platform) -> None:
    organization = new_organization()
    assert await get(platform, organization, "a") is None
    await put(platform, organization, "a")
    await put(platform, organization, "b", SecretStr("ä" * 1000))
    await put(platform, organization, "a", SecretStr(""))
    assert await get(platform, organization, "a") == ""
    assert await get(platform, organization, "b") == "ä" * 1000
    async with platform.database.write(tenant(organization)) as session:
        await platform.secrets.delete(session, organization, "a")
        await platform.secrets.delete(session, organization, "a")
    assert await get(platform, organization, "a") is None


async def test_another_organization_does_not_see_it(platform: Platform) -> None:
    ours, theirs = new_organization(), new_organization()
    await put(platform, ours, "a")
    assert await get(platform, theirs, "a") is None


async def test_the_database_alone_gives_nothing_away(platform: Platform, tmp_path: Path) -> None:
    """Fails when the value, or the key that wraps, stands in the database in the clear."""
    organization = new_organization()
    await put(platform, organization, "a")
    async with platform.database.read(tenant(organization)) as session:
        rows = [
            *(await session.scalars(select(StoredSecret.ciphertext))),
            *(await session.scalars(select(DataKey.wrapped))),
        ]
    key = platform.secrets.keys.newest().secret
    assert not any(VALUE.get_secret_value().encode() in row or key in row for row in rows)
    stranger = Secrets(Settings(data_dir=tmp_path / "stranger"))
    with pytest.raises(SecretUnreadable):
        await get(platform, organization, "a", stranger)


async def test_a_ciphertext_is_worth_nothing_under_another_name_or_organization(platform: Platform) -> None:
    """Fails when the ciphertext is not bound to its place: whoever may write rows could swap secrets."""
    ours, theirs = new_organization(), new_organization()
    await put(platform, ours, "a")
    await put(platform, ours, "b", SecretStr("other"))
    await put(platform, theirs, "a", SecretStr("theirs"))
    async with platform.database.read(tenant(ours)) as session:
        stolen = await session.get_one(StoredSecret, (ours, "a"))
        key = await session.get_one(DataKey, stolen.data_key_id)
    async with platform.database.write(tenant(ours)) as session:
        await session.execute(
            update(StoredSecret).where(StoredSecret.name == "b").values(ciphertext=stolen.ciphertext)
        )
    async with platform.database.write(tenant(theirs)) as session:
        await session.execute(update(StoredSecret).values(ciphertext=stolen.ciphertext))
        await session.execute(update(DataKey).values(wrapped=key.wrapped))
    for organization, name in ((ours, "b"), (theirs, "a")):
        with pytest.raises(SecretUnreadable):
            await get(platform, organization, name)
    assert await get(platform, ours, "a") == VALUE.get_secret_value()


async def test_a_changed_ciphertext_is_refused(platform: Platform) -> None:
    organization = new_organization()
    await put(platform, organization, "a")
    async with platform.database.write(tenant(organization)) as session:
        stored = await session.get_one(StoredSecret, (organization, "a"))
        stored.ciphertext = stored.ciphertext[:-1] + bytes([stored.ciphertext[-1] ^ 1])
    with pytest.raises(SecretUnreadable):
        await get(platform, organization, "a")


@pytest.mark.parametrize("data_keys", [False, True])
async def test_secrets_outlive_rotations_while_a_server_runs(
    platform: Platform, twin: Platform, data_keys: bool
) -> None:
    organizations = [new_organization() for _ in range(3)]
    for organization in organizations:
        await put(platform, organization, "a")
        await put(platform, organization, "b")
    first = platform.secrets.keys.newest()
    operator = Secrets(platform.settings)
    for _ in range(3):
        operator.keys.renew()
        rewrapped, renewed = await rotate(platform.database, operator, data_keys=data_keys)
        assert rewrapped >= len(organizations)
        assert renewed >= (2 * len(organizations) if data_keys else 0)
        for organization in organizations:
            assert await get(platform, organization, "a") == VALUE.get_secret_value()
            await put(platform, organization, "b")
    lines = (platform.settings.data_dir / "secrets.key").read_text().split()
    assert write_key(first.secret) not in lines, "what no key is wrapped by any more is forgotten"
    async with platform.database.read(ENGINE) as session:
        assert len(set(await session.scalars(select(DataKey.organization_id)))) >= len(organizations)


async def test_a_value_stored_while_its_data_key_is_renewed_stays_readable(platform: Platform) -> None:
    """Fails when the renewal deletes a key under which somebody is about to commit a value."""
    organization = new_organization()
    await put(platform, organization, "a")

    async def renew() -> None:
        async with platform.database.write(tenant(organization)) as session:
            await platform.secrets.renew_data_key(session, organization)

    for number in range(8):
        await asyncio.gather(
            elsewhere(renew()), elsewhere(put(platform, organization, f"n{number}")), elsewhere(renew())
        )
    for number in range(8):
        assert await get(platform, organization, f"n{number}") == VALUE.get_secret_value()


def test_the_file_of_the_key_is_for_its_owner_only_and_made_once(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    keys = {KeyRing(settings).newest().id for _ in range(3)}
    assert len(keys) == 1
    assert stat.S_IMODE((tmp_path / "secrets.key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.key"]


def test_a_key_from_the_settings_needs_no_file(tmp_path: Path) -> None:
    old, new = os.urandom(32), os.urandom(32)
    before = KeyRing(Settings(data_dir=tmp_path, secrets_key=SecretStr(write_key(old))))
    wrapped = before.wrap(b"data", b"here")
    after = KeyRing(Settings(data_dir=tmp_path, secrets_key=SecretStr(f"{write_key(new)},{write_key(old)}")))
    assert after.unwrap(wrapped, b"here") == b"data"
    assert not after.is_wrapped_by_newest(wrapped)
    with pytest.raises(SecretUnreadable):
        after.unwrap(wrapped, b"elsewhere")
    without = KeyRing(Settings(data_dir=tmp_path, secrets_key=SecretStr(write_key(new))))
    with pytest.raises(SecretUnreadable, match="CODITECT_SECRETS_KEY"):
        without.unwrap(wrapped, b"here")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["short", "ä" * 44, write_key(bytes(range(31))), ""])
def test_a_key_that_is_none_is_refused_without_being_repeated(key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(secrets_key=SecretStr(f"{key},"))
    assert "32 random bytes" in str(refused.value)
    assert not key or key not in str(refused.value)


async def test_no_repr_shows_a_key_or_a_value(platform: Platform) -> None:
    organization = new_organization()
    await put(platform, organization, "a")
    async with platform.database.read(tenant(organization)) as session:
        found = await platform.secrets.get(session, organization, "a")
    shown = repr((found, str(found), platform, platform.secrets, platform.secrets.keys.newest()))
    assert VALUE.get_secret_value() not in shown
    assert repr(platform.secrets.keys.newest().secret) not in shown
