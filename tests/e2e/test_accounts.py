"""Signing up, in and out when people press twice, mistype, wait too long, or use two tabs."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.visit import Visit
from tests.e2e.watch import REFUSED, UNAUTHORIZED
from tests.servers.coditect import Server
from tests.story.people import sign_up

SESSION = "coditect_session"


def asked(page: Page, method: str, path: str) -> list[Request]:
    """Keep the requests that the page makes from now on."""
    found: list[Request] = []

    def keep(request: Request) -> None:
        if request.method == method and request.url.endswith(path):
            found.append(request)

    page.on("request", keep)
    return found


def test_a_double_click_creates_one_account(site: Server, enter: Enter) -> None:
    page = enter(site).open("/signup")
    registered = asked(page, "POST", "/auth/register")
    email = f"twice-{uuid4().hex[:8]}@example.com"
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill("a long walk along the quiet river")
    page.get_by_role("button", name="Create account").dblclick()
    expect(page.get_by_role("heading", name="Check your mail")).to_be_visible()
    assert len(registered) == 1
    page.get_by_role("link", name="Open mailbox").click()
    mails = page.get_by_role("navigation", name="Mails").get_by_role("listitem")
    expect(mails.filter(has_text=email)).to_have_count(1)


def test_mistakes_are_named_where_they_were_made(site: Server, enter: Enter) -> None:
    page = enter(site).open("/signup")
    registered = asked(page, "POST", "/auth/register")
    page.get_by_label("Email").fill("nobody")
    page.get_by_label("Password", exact=True).fill("too short")
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_label("Email")).to_have_accessible_description(re.compile("email address"))
    expect(page.get_by_label("Password", exact=True)).to_have_accessible_description("6 more characters.")
    expect(page.get_by_label("Email")).to_have_attribute("aria-invalid", "true")
    assert registered == []


def test_a_wrong_password_says_so_and_keeps_the_address(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    visit = enter(site)
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open("/login")
    steps.sign_in(page, person.email, "not what it was at all")
    expect(page.get_by_role("alert")).to_have_text(re.compile("do not match an account"))
    expect(page.get_by_label("Email")).to_have_value(person.email)
    steps.sign_in(page, person.email)
    expect(page.get_by_role("heading", name="Name your project")).to_be_visible()


def test_an_address_that_is_not_confirmed_is_led_to_its_mail(site: Server, enter: Enter) -> None:
    visit = enter(site)
    visit.watch.expect(REFUSED)
    page = visit.open("/signup")
    email = f"early-{uuid4().hex[:8]}@example.com"
    steps.create_account(page, email)
    expect(page.get_by_role("heading", name="Check your mail")).to_be_visible()
    page.get_by_role("link", name="Sign in").click()
    steps.sign_in(page, email)
    expect(page.get_by_role("heading", name="Check your mail")).to_be_visible()
    expect(page.get_by_text(email)).to_be_visible()


def test_a_link_leads_through_the_sign_in_to_where_it_points(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project("Deep link")
    visit = enter(site)
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open(f"/projects/{project}/board?find=invoice")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    steps.sign_in(page, person.email)
    expect(page).to_have_url(f"{site.url}/projects/{project}/board?find=invoice")
    expect(page.get_by_label("Filter tasks")).to_have_value("invoice")


@pytest.mark.parametrize("how", ["over", "spoilt"])
def test_an_access_token_that_is_over_is_renewed_unseen(site: Server, enter: Enter, how: str) -> None:
    person = sign_up(site)
    project = person.project("Unseen")
    visit = enter(site, person)
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open(f"/projects/{project}")
    expect(page.get_by_role("heading", name="Unseen")).to_be_visible()
    # Nobody is there to find out before the page that is watched.
    page.goto("about:blank")
    _lose_the_access_token(visit, how)
    refreshed = asked(page, "POST", "/auth/refresh")
    # Several requests find out at once; they share one renewal.
    page.goto(f"{site.url}/projects/{project}")
    expect(page.get_by_role("heading", name="Unseen")).to_be_visible()
    expect(page.get_by_role("main").get_by_text("created the project")).to_be_visible()
    assert len(refreshed) == 1
    assert SESSION in {cookie["name"] for cookie in visit.context.cookies()}


def test_two_tabs_renew_the_session_at_once(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project("Two tabs")
    visit = enter(site, person)
    visit.watch.expect(UNAUTHORIZED)
    tabs = [visit.open(f"/projects/{project}"), visit.context.new_page()]
    tabs[1].goto(f"{site.url}/projects/{project}")
    for _ in range(2):
        _lose_the_access_token(visit, "over")
        for tab in tabs:
            tab.evaluate("location.reload()")
        for tab in tabs:
            expect(tab.get_by_role("heading", name="Two tabs")).to_be_visible()


def test_signing_out_in_one_tab_ends_the_other(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project("Not for strangers")
    visit = enter(site, person)
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open(f"/projects/{project}")
    expect(page.get_by_role("heading", name="Not for strangers")).to_be_visible()
    other = visit.context.new_page()
    other.goto(f"{site.url}/settings")
    other.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_role("navigation", name="Project").get_by_role("link", name="Board").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert "Not for strangers" not in page.content()


def test_another_organizations_project_does_not_exist(site: Server, enter: Enter) -> None:
    theirs = sign_up(site).project("Their secret")
    visit = enter(site, sign_up(site))
    visit.watch.expect(REFUSED)
    page = visit.open(f"/projects/{theirs}/board")
    expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()
    assert "Their secret" not in page.content()


def _lose_the_access_token(visit: Visit, how: str) -> None:
    """Browsers drop the cookie when its time is over; a server with a new key finds it spoilt."""
    visit.context.clear_cookies(name=SESSION)
    if how == "spoilt":
        visit.context.add_cookies([{"name": SESSION, "value": "spoilt", "url": visit.origin}])
