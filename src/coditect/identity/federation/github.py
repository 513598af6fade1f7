"""GitHub: OAuth 2, where its user interface says who somebody is."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from pydantic import SecretStr

from coditect.identity.federation.asking import ask
from coditect.identity.federation.errors import AssertionRefused
from coditect.identity.federation.flow import Flow
from coditect.identity.federation.person import Person


@dataclass(frozen=True)
class GitHub:
    """github.com, or an Enterprise server at addresses of its own."""

    url: str
    api_url: str
    client_id: str
    client_secret: SecretStr | None = field(repr=False)
    key: str = "github"
    name: str = "GitHub"

    async def address(self, flow: Flow, redirect_uri: str) -> str:
        """Return where to send the browser."""
        asked = {
            "client_id": self.client_id,
            "redirect_uri": redirect_uri,
            "scope": "read:user user:email",
            "state": flow.state,
            "code_challenge": flow.challenge,
            "code_challenge_method": "S256",
        }
        return f"{self.url}/login/oauth/authorize?{urlencode(asked)}"

    async def person(self, flow: Flow, code: str, issuer: str | None, redirect_uri: str) -> Person:
        """Redeem the code and ask who it was; only an address that GitHub has verified is passed on as such."""
        if issuer not in {None, self.url, f"{self.url}/login/oauth"}:
            raise AssertionRefused("Another provider answered than the one that was asked.")
        secret = self.client_secret.get_secret_value() if self.client_secret else ""
        tokens = await ask(
            "POST",
            f"{self.url}/login/oauth/access_token",
            form={
                "client_id": self.client_id,
                "client_secret": secret,
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": flow.verifier,
            },
        )
        token = tokens.get("access_token") if isinstance(tokens, dict) else None
        if not isinstance(token, str):
            raise AssertionRefused("It did not take the code.")
        user = await ask("GET", f"{self.api_url}/user", bearer=token)
        addresses = await ask("GET", f"{self.api_url}/user/emails", bearer=token)
        # Logins change hands; the number does not.
        number = user.get("id") if isinstance(user, dict) else None
        if not isinstance(number, int) or isinstance(number, bool):
            raise AssertionRefused("It named nobody.")
        email = _primary(addresses)
        return Person(
            issuer=self.url,
            subject=str(number),
            email=email,
            email_verified=email is not None,
            name=next((user[part] for part in ("name", "login") if isinstance(user.get(part), str)), None),
            second_factor=False,
        )


def _primary(addresses: Any) -> str | None:
    """Return the primary address if it is verified, else any verified one."""
    verified = [
        one
        for one in (addresses if isinstance(addresses, list) else ())
        if isinstance(one, dict) and one.get("verified") is True and isinstance(one.get("email"), str)
    ]
    verified.sort(key=lambda one: one.get("primary") is not True)
    return verified[0]["email"] if verified else None
