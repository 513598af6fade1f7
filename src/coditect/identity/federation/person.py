"""Who somebody is, by a provider's word."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Issuer and subject never change and never pass to another; the address may."""

    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    second_factor: bool
    """Whether the provider asked for one, and we take its word."""
