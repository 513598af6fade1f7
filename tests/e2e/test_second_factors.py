"""Signing in with more than a password: an app's codes, a passkey, a forgotten password, a session ended from elsewhere."""

import re
import time
from uuid import uuid4

import pyotp
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.watch import UNAUTHORIZED
from tests.servers.coditect import Server
from tests.story.people import PASSWORD, sign_up


def _give_password(page: Page, email: str, password: str = PASSWORD) -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _add_app(page: Page) -> str:
    """Set an authenticator app up; return its key."""
    page.get_by_role("button", name="Set up: Authenticator app").click()
    expect(page.get_by_role("img", name="QR code with the key below")).to_be_visible()
    key = page.locator("code").inner_text()
    page.get_by_label("Code", exact=True).fill(pyotp.TOTP(key).now())
    page.get_by_role("button", name="Turn on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    return key


def test_a_recovery_code_opens_what_an_app_guards(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    page = enter(site, person).open("/settings?tab=security")
    _add_app(page)
    codes = page.locator("dialog pre").inner_text().split()
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_role("button", name="Remove: Authenticator app")).to_be_visible()

    other = enter(site).open("/login")
    _give_password(other, person.email)
    expect(other.get_by_role("heading", name="One more step")).to_be_visible()
    other.get_by_role("button", name="Use a recovery code").click()
    other.get_by_label("Recovery code").fill(codes[0])
    other.get_by_role("button", name="Go on").click()
    expect(other).not_to_have_url(re.compile("/login"))


def test_who_signs_up_and_sets_an_app_up_is_asked_for_its_code(site: Server, enter: Enter) -> None:
    email = f"careful-{uuid4().hex[:8]}@example.com"
    visit = enter(site)
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open("/signup")
    steps.create_account(page, email)
    steps.follow_the_mailed_link(page, email)
    steps.sign_in(page, email)
    expect(page.get_by_role("heading", name="Name your project")).to_be_visible()
    page.goto(f"{site.url}/settings?tab=security")
    key = _add_app(page)
    page.get_by_role("button", name="I have kept them").click()
    expect(page.get_by_role("button", name="Remove: Authenticator app")).to_be_visible()
    page.context.clear_cookies()

    page.goto(f"{site.url}/login")
    _give_password(page, email)
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    # The code of the set-up is used up; the next one is taken half a minute early.
    page.get_by_label("Code", exact=True).fill(pyotp.TOTP(key).at(int(time.time()) + 30))
    page.get_by_role("button", name="Go on").click()
    expect(page).not_to_have_url(re.compile("/login"))


def test_signing_out_elsewhere_ends_the_open_page(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    page = enter(site, person).open("/settings?tab=security")
    other = enter(site, person)
    other.watch.expect(UNAUTHORIZED)
    there = other.open("/settings")
    expect(there.get_by_role("heading", name="Settings")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Sign out everywhere else").click()
    expect(page.get_by_text("Every other device was signed out.")).to_be_visible()
    expect(there).to_have_url(re.compile("/login"))
