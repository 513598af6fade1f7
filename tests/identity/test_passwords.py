"""Which passwords are accepted."""

import pytest

from coditect.identity import passwords
from coditect.identity.errors import UnsuitablePassword
from coditect.kernel.db import Database
from coditect.kernel.scope import NOBODY

EMAIL = "ada.lovelace@analytical-engines.example"


@pytest.mark.parametrize(
    "password",
    [
        "seven quiet herons at dawn",
        "correct horse battery stable",
        "Tr0ub4dor&3-again",
        "xk7!mQ2p#vL9-wZ",
        "fifteen letters",
        "пять тихих цапель на заре",
        "静かな鷺が五羽、夜明けの川辺にいる",
        "".join(f"{chr(97 + n * 7 % 26)}{n % 10}" for n in range(64)),  # 128 characters
        "integration-test-user-1",
        "E2e!Story2026xyz",
    ],
)
def test_accepted(password: str) -> None:
    passwords.check_new(password, EMAIL)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("fourteen chars", "at least 15 characters"),
        ("é" * 14, "at least 15 characters"),
        ("seven quiet herons" * 8, "at most 128 characters"),
        (EMAIL, "email address"),
        (EMAIL.upper(), "email address"),
        ("AdaLovelace1815!", "email address"),
        ("analytical-engines.example", "email address"),
        ("aaaaaaaaaaaaaaaa", "repeats"),
        ("abcabcabcabcabc", "repeats"),
        ("heron1heron1heron1", "repeats"),
        ("password1234567", "first passwords"),
        ("P@ssw0rd1234567", "first passwords"),
        ("Password-2026!!", "first passwords"),
        ("iloveyou!!!!2026", "first passwords"),
        ("administrator12", "first passwords"),
        ("123456789012345", "first passwords"),
        ("abcdefghijklmno", "first passwords"),
        ("zyxwvutsrqponml", "first passwords"),
        ("qwertyuiopasdfg", "first passwords"),
        ("1qaz2wsx3edc4rfv", "first passwords"),
    ],
)
def test_refused_with_the_reason(password: str, reason: str) -> None:
    with pytest.raises(UnsuitablePassword, match=reason) as refusal:
        passwords.check_new(password, EMAIL)
    assert [error.field for error in refusal.value.fields] == ["password"]


async def test_all_ways_to_type_a_password_are_one() -> None:
    composed, decomposed = "caf\u00e9 au lait, deux", "cafe\u0301 au lait, deux"
    stored = await passwords.hashed(composed)
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    async with passwords.slot():
        assert await passwords.matches(decomposed, stored)
        assert not await passwords.matches("cafe au lait, deux", stored)
        assert not await passwords.matches(composed, None)


async def test_no_hash_is_computed_while_the_writer_is_held(migrated_database_url: str) -> None:
    database = Database(migrated_database_url)
    async with database.write(NOBODY):
        with pytest.raises(RuntimeError, match="writing unit of work"):
            await passwords.hashed("seven quiet herons at dawn")
        with pytest.raises(RuntimeError, match="writing unit of work"):
            await passwords.matches("seven quiet herons at dawn", None)
    await database.close()
