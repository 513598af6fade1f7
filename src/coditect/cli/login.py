"""`coditect login`, `logout` and `whoami`: signing in on a machine without a browser, by a code that one approves elsewhere."""

import platform
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx

from coditect.cli import console, credentials
from coditect.cli.credentials import Credentials

T = TypeVar("T")

_CLIENT = "coditect-cli"
_DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"


def login(server: str) -> None:
    """Sign in at an installation: shows a code that you approve in your browser."""
    console.exit_on_problem(lambda: _reach(server, lambda: _login(server.rstrip("/"))))
    console.say(f"You are signed in. It is kept in {credentials.path()}, which only you may read.")


def logout() -> None:
    """Sign out: the server forgets this machine, and so does the machine."""
    known = credentials.load()
    if known is None:
        console.say("Nobody is signed in here.")
        return
    try:
        with _client(known.server) as client:
            client.post("/oauth/revoke", data={"client_id": _CLIENT, "token": known.refresh_token})
    except httpx.HTTPError:
        console.say("The server does not answer; end the session in your settings there.")
    credentials.forget()
    console.say("You are signed out.")


def whoami() -> None:
    """Say who is signed in, and where."""
    known = credentials.load()
    if known is None:
        raise console.fail("Nobody is signed in here; run: coditect login")
    me = console.exit_on_problem(lambda: _reach(known.server, lambda: _me(known)))
    organization = next(
        (one["name"] for one in me["organizations"] if one["id"] == me["active_organization_id"]), "—"
    )
    console.OUT.print(
        f"{me['account']['email']}  {organization}  {known.server}", highlight=False, markup=False
    )


def _reach(server: str, ask: Callable[[], T]) -> T:
    try:
        return ask()
    except (httpx.HTTPError, httpx.InvalidURL):
        raise ValueError(f"{server} does not answer.") from None


def _login(server: str) -> None:
    with _client(server) as client:
        begun = _answer(
            client.post(
                "/oauth/device_authorization", data={"client_id": _CLIENT, "device_name": platform.node()}
            )
        )
        console.say(f"Open {begun['verification_uri']} and enter the code {begun['user_code']}")
        console.say(f"or open {begun['verification_uri_complete']} and compare the code.")
        tokens = _wait(client, begun)
    credentials.keep(
        Credentials(server=server, access_token=tokens["access_token"], refresh_token=tokens["refresh_token"])
    )


def _wait(client: httpx.Client, begun: Mapping[str, Any]) -> Mapping[str, Any]:
    interval = float(begun["interval"])
    asked = {"client_id": _CLIENT, "grant_type": _DEVICE_GRANT, "device_code": begun["device_code"]}
    while True:
        time.sleep(interval)
        answer = client.post("/oauth/token", data=asked)
        if answer.status_code == 200:
            tokens: Mapping[str, Any] = answer.json()
            return tokens
        error = answer.json().get("error")
        if error == "slow_down":
            interval += 5
        elif error != "authorization_pending":
            raise ValueError(
                {"access_denied": "It was refused.", "expired_token": "Nobody approved it in time."}.get(
                    error, f"The server refuses: {error}."
                )
            )


def _me(known: Credentials) -> Mapping[str, Any]:
    with _client(known.server) as client:
        answer = client.get("/api/v1/me", headers={"Authorization": f"Bearer {known.access_token}"})
        if answer.status_code == 401:
            known = _refreshed(client, known)
            answer = client.get("/api/v1/me", headers={"Authorization": f"Bearer {known.access_token}"})
        return _answer(answer)


def _refreshed(client: httpx.Client, known: Credentials) -> Credentials:
    answer = client.post("/oauth/token", data=renewal(known))
    if answer.status_code != 200:
        raise ValueError("Your session has ended; run: coditect login")
    return renewed(known, answer.json())


def renewal(known: Credentials) -> dict[str, str]:
    """The form that asks `/oauth/token` for a new access token."""
    return {"client_id": _CLIENT, "grant_type": "refresh_token", "refresh_token": known.refresh_token}


def renewed(known: Credentials, tokens: Mapping[str, Any]) -> Credentials:
    """Keep what `/oauth/token` answered, and return it."""
    # Right after another command has refreshed there is no new refresh token: that one has kept it.
    fresh = Credentials(
        server=known.server,
        access_token=tokens["access_token"],
        refresh_token=tokens.get("refresh_token", known.refresh_token),
    )
    if "refresh_token" in tokens:
        credentials.keep(fresh)
    return fresh


def _client(server: str) -> httpx.Client:
    return httpx.Client(base_url=server, timeout=30, follow_redirects=False)


def _answer(answer: httpx.Response) -> Mapping[str, Any]:
    try:
        body = answer.json()
    except ValueError:
        raise ValueError(f"{answer.url} is no installation of ours.") from None
    if answer.status_code != 200:
        raise ValueError(body.get("detail") or body.get("error_description") or "The server refuses.")
    found: Mapping[str, Any] = body
    return found
