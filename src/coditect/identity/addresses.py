"""Email addresses: what counts as one, and when two are the same."""

from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field, WithJsonSchema

LONGEST = 254
WITHDRAWN = "erased.invalid"
"""The domain of accounts that their owners deleted, until they are erased."""


def _valid(value: str) -> str:
    # An installation may stand in a closed network, whose addresses end in .local, .test or nothing at all.
    try:
        found = validate_email(
            value.strip(),
            check_deliverability=False,
            globally_deliverable=False,
            test_environment=True,
            allow_smtputf8=False,
        )
    except EmailNotValidError as error:
        raise ValueError(str(error)) from None
    return found.normalized


Email = Annotated[
    str,
    Field(max_length=LONGEST),
    AfterValidator(_valid),
    WithJsonSchema({"type": "string", "format": "email", "maxLength": LONGEST}),
]


def key_of(email: str) -> str:
    """Return what is equal for two spellings of one address."""
    return email.casefold()


def for_delivery(email: str) -> str:
    """Return the address as mail servers take it: an international domain in its ASCII form."""
    local, _, domain = email.rpartition("@")
    return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode()}"


def name_from(email: str) -> str:
    """Return a name to greet somebody by who gave none."""
    local = email.partition("@")[0].partition("+")[0]
    words = local.replace(".", " ").replace("_", " ").replace("-", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or local
