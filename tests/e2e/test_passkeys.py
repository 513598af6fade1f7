"""Passkeys with Chromium's virtual authenticator: made, alone enough to sign in, and good as a second factor."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.servers.coditect import Server
from tests.story.people import PASSWORD, sign_up

# The other tests' browser looks up no names; this one needs the name of this machine.
FLAGS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost")
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def named_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that people reach by a name: browsers make no passkeys for addresses."""
    server = Server(tmp_path_factory.mktemp("named-server"), {})
    server._settings["public_url"] = f"http://localhost:{server.port}"
    server.start()
    yield server
    server.close()


@pytest.fixture(scope="module")
def named_browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield browser
        browser.close()


def _sign_out(page: Page, base: str) -> None:
    assert page.context.request.post(f"{base}/api/v1/auth/logout").ok
    page.goto(f"{base}/login")


def test_a_passkey_signs_in_alone_and_as_a_second_factor(named_site: Server, named_browser: Browser) -> None:
    person = sign_up(named_site)
    base = f"http://localhost:{named_site.port}"
    page = named_browser.new_context(locale="en-GB").new_page()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    page.goto(f"{base}/login")
    _give_password(page, person.email)
    expect(page).not_to_have_url(re.compile("/login"))
    page.goto(f"{base}/settings?tab=security")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_text("Not used yet")).to_be_visible()

    _sign_out(page, base)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).not_to_have_url(re.compile("/login"))

    _sign_out(page, base)
    _give_password(page, person.email)
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page).not_to_have_url(re.compile("/login"))
    page.goto(f"{base}/settings?tab=security")
    page.get_by_role("button", name="Remove: Passkey 1").click()
    expect(page.get_by_text("Not used yet")).to_have_count(0)
    expect(page.get_by_role("button", name="Remove: Passkey 1")).to_have_count(0)

    # What was removed here opens nothing, though the device still has it.
    _sign_out(page, base)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page).to_have_url(re.compile("/login"))


def _give_password(page: Page, email: str) -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
