"""Inviting somebody who has no account, giving them another role, and removing them while their page is open."""

import re
from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.watch import REFUSED
from tests.servers.coditect import Server
from tests.story.people import mailed_token, sign_up, wait_until


def test_an_invited_person_comes_gets_another_role_and_is_removed(site: Server, enter: Enter) -> None:
    # What stands before the plus sign is the name of whoever gave none.
    host, guest_email = sign_up(site), f"heron+{uuid4().hex[:8]}@example.com"
    mailbox = site.data_dir / "mailbox"
    page = enter(site, host).open("/settings?tab=team")
    page.get_by_label("Email").fill(guest_email)
    page.get_by_label("Role", exact=True).select_option("developer")
    page.get_by_role("button", name="Invite", exact=True).click()
    expect(page.get_by_role("button", name=f"Take back: {guest_email}")).to_be_visible()
    invitation = wait_until(lambda: mailed_token(mailbox, guest_email))

    visit = enter(site)
    visit.watch.expect(REFUSED)
    there = visit.open(f"/invitation?token={invitation}")
    there.get_by_role("link", name="Create an account to accept").click()
    expect(there.get_by_label("Email")).to_have_value(guest_email)
    steps.create_account(there, guest_email)
    confirmation = wait_until(
        lambda: token if (token := mailed_token(mailbox, guest_email)) != invitation else None
    )
    there.goto(f"{site.url}/verify-email?token={confirmation}")
    expect(there.get_by_text("Your email is confirmed")).to_be_visible()
    steps.sign_in(there, guest_email)
    there.get_by_role("button", name="Accept invitation").click()
    expect(there).to_have_url(re.compile(r"/(welcome.*)?$"))
    there.goto(f"{site.url}/settings?tab=team")
    expect(there.get_by_text(host.email)).to_be_visible()

    page.reload()
    page.get_by_label("Role of Heron").select_option("viewer")
    expect(page.get_by_text("Saved.")).to_be_visible()
    there.reload()
    expect(there.get_by_role("button", name="Leave", exact=True)).to_be_visible()
    page.get_by_role("button", name="Remove: Heron").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_role("button", name="Remove: Heron")).to_have_count(0)
    expect(
        there.get_by_role("heading", name="You are no longer a member of this organization")
    ).to_be_visible()
    there.get_by_role("button", name=re.compile("Go on in")).click()
    expect(
        there.get_by_role("heading", name="You are no longer a member of this organization")
    ).to_have_count(0)
