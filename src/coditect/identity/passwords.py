"""Passwords: which ones are accepted, and their Argon2id hashes, computed beside the event loop.

A password is the only factor, so it has at least 15 characters, may be a long sentence in any script, and needs no
digits or signs; what everybody tries first is refused.
"""

import os
import re
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache

import anyio.to_thread
from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from pwdlib.hashers.argon2 import Argon2Hasher

from coditect.identity.errors import UnsuitablePassword
from coditect.kernel.errors import FieldError, Unavailable
from coditect.kernel.writing import forbid_in_write

SHORTEST = 15
LONGEST = 128
NO_PASSWORD = ""
"""Stands where a hash would for somebody who signs in otherwise; nothing matches it."""
_LONGEST_QUEUE = 500

_HASHER = Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_slots = RunVar[CapacityLimiter]("coditect_password_slots")

# Words that the first lines of every list of leaked passwords are made of.
_COMMON = frozenset(
    [
        "password",
        "passwort",
        "passwd",
        "pass",
        "kennwort",
        "motdepasse",
        "contrasena",
        "senha",
        "parola",
        "wachtwoord",
        "secret",
        "secretpassword",
        "mypassword",
        "newpassword",
        "changeme",
        "changeit",
        "letmein",
        "letmeinnow",
        "welcome",
        "welcomeback",
        "iloveyou",
        "ilovemyself",
        "admin",
        "administrator",
        "adminadmin",
        "root",
        "rootroot",
        "superuser",
        "sysadmin",
        "user",
        "username",
        "login",
        "loginlogin",
        "guest",
        "default",
        "test",
        "testtest",
        "tester",
        "testing",
        "testpassword",
        "demo",
        "example",
        "sample",
        "temp",
        "temporary",
        "qwerty",
        "qwertyuiop",
        "qwertz",
        "azerty",
        "asdfgh",
        "asdfghjkl",
        "zxcvbn",
        "zxcvbnm",
        "qwertyqwerty",
        "qazwsx",
        "qazwsxedc",
        "abc",
        "abcd",
        "abcdef",
        "abcdefgh",
        "abcdefghijkl",
        "football",
        "baseball",
        "basketball",
        "superman",
        "batman",
        "princess",
        "sunshine",
        "monkey",
        "dragon",
        "shadow",
        "master",
        "michael",
        "jordan",
        "charlie",
        "trustno",
        "trustnoone",
        "whatever",
        "starwars",
        "pokemon",
        "computer",
        "internet",
        "google",
        "facebook",
        "company",
        "coditect",
        "hello",
        "helloworld",
        "hallo",
    ]
)
_WALKS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "a1b2c3d4e5f6g7h8i9j0",
)
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")


def normalised(password: str) -> str:
    """Return the form that is hashed, equal for all ways to type the same characters."""
    return unicodedata.normalize("NFKC", password)


def check_new(password: str, email: str) -> None:
    """Raise `UnsuitablePassword` with the reason if `password` would not protect the account of `email`."""
    password = normalised(password)
    reason = _too_short_or_long(password) or _guessable(password.casefold(), email.casefold())
    if reason is not None:
        raise UnsuitablePassword(reason, fields=(FieldError("password", reason),))


async def hashed(password: str) -> str:
    """Return the salted hash of `password`."""
    async with slot():
        return await anyio.to_thread.run_sync(_HASHER.hash, normalised(password))


async def matches(password: str, password_hash: str | None) -> bool:
    """Tell whether `password` has this hash; without one (no such account) take as long and say no.

    The caller holds a `slot`.
    """
    forbid_in_write("Checking a password")
    checked_against = password_hash or _nobodys_hash()
    verified = await anyio.to_thread.run_sync(_HASHER.verify, normalised(password), checked_against)
    return verified and bool(password_hash)


@asynccontextmanager
async def slot() -> AsyncIterator[None]:
    """Hold one of the few places in which this process computes hashes; each needs a core and 19 MiB."""
    forbid_in_write("Hashing a password")
    limiter = _slots.get(None)
    if limiter is None:
        limiter = CapacityLimiter(max(2, os.cpu_count() or 1))
        _slots.set(limiter)
    if limiter.statistics().tasks_waiting >= _LONGEST_QUEUE:
        raise Unavailable("Very many people are signing in right now. Try again in a minute.")
    async with limiter:
        yield


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _HASHER.hash("the password of nobody")


def _too_short_or_long(password: str) -> str | None:
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters; a few words in a row are easy to remember."
    if len(password) > LONGEST:
        return f"Use at most {LONGEST} characters."
    return None


def _guessable(password: str, email: str) -> str | None:
    if _is_address(password, email):
        return "Use something other than your email address."
    if len(set(password)) < 5 or re.fullmatch(r"(.{1,6}?)\1+.{0,5}", password, re.DOTALL):
        return "This repeats itself; use different words."
    if _is_common(password):
        return (
            "This is one of the first passwords that are tried; use words that only you would put together."
        )
    return None


def _is_address(password: str, email: str) -> bool:
    parts = {email, *email.split("@")}
    bare = re.sub(r"[\W\d_]+", "", password)
    return any(
        password == part or (len(part) >= 4 and bare == re.sub(r"[\W\d_]+", "", part)) for part in parts
    )


def _is_common(password: str) -> bool:
    compact = re.sub(r"[\W_]+", "", password)
    letters = {
        re.sub(r"[\d\W_]+", "", password),
        re.sub(r"\W+", "", re.sub(r"[\d\W_]+$", "", password).translate(_LOOKALIKES)),
    }
    return bool(letters & _COMMON) or any(compact in walk or compact in walk[::-1] for walk in _WALKS)
