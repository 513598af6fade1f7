"""The providers that the settings name."""

from collections.abc import Mapping
from typing import Protocol

from coditect.identity.federation.errors import ProviderUnknown
from coditect.identity.federation.flow import Flow
from coditect.identity.federation.github import GitHub
from coditect.identity.federation.oidc import OpenIdProvider
from coditect.identity.federation.person import Person
from coditect.kernel.config import Settings


class Provider(Protocol):
    """Says who somebody is."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...

    async def address(self, flow: Flow, redirect_uri: str) -> str:
        """Return where to send the browser."""

    async def person(self, flow: Flow, code: str, issuer: str | None, redirect_uri: str) -> Person:
        """Return who came back, or raise what does not hold."""


def providers_of(settings: Settings) -> Mapping[str, Provider]:
    """Return the providers with an id of ours, in the order of the sign-in page."""
    found: list[Provider] = []
    if settings.google_client_id:
        found.append(
            OpenIdProvider(
                "google",
                "Google",
                settings.google_issuer,
                settings.google_client_id,
                settings.google_client_secret,
            )
        )
    if settings.github_client_id:
        found.append(
            GitHub(
                settings.github_url.rstrip("/"),
                settings.github_api_url.rstrip("/"),
                settings.github_client_id,
                settings.github_client_secret,
            )
        )
    if settings.linkedin_client_id:
        found.append(
            OpenIdProvider(
                "linkedin",
                "LinkedIn",
                settings.linkedin_issuer,
                settings.linkedin_client_id,
                settings.linkedin_client_secret,
                # LinkedIn does not repeat the nonce; state and PKCE bind its answer to the browser.
                repeats_nonce=False,
            )
        )
    if settings.oidc_issuer and settings.oidc_client_id:
        found.append(
            OpenIdProvider(
                "oidc",
                settings.oidc_name,
                settings.oidc_issuer,
                settings.oidc_client_id,
                settings.oidc_client_secret,
                second_factor_counts=settings.oidc_second_factor_counts,
            )
        )
    return {provider.key: provider for provider in found}


def provider_of(settings: Settings, key: str) -> Provider:
    """Return one provider, or raise `ProviderUnknown`."""
    found = providers_of(settings).get(key)
    if found is None:
        raise ProviderUnknown
    return found
