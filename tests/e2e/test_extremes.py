"""Names as long as they may be, full of markup, on every page at every size: nothing runs, nothing leaves the window."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import places, steps
from tests.e2e.conftest import Enter
from tests.e2e.places import PRIVATE, House, crowd
from tests.e2e.visit import MIDDLE, PHONE, WIDE
from tests.servers.coditect import Server

NAMELESS = {"welcome-name", "welcome-sample"}


@pytest.fixture(scope="module")
def house(shared_server: Server) -> House:
    """One crowded project for all pages."""
    return crowd(shared_server)


@pytest.mark.parametrize("group", PRIVATE)
def test_long_hostile_names_stay_text_and_inside(
    site: Server, enter: Enter, house: House, group: str
) -> None:
    page = enter(site, house.person).page
    for place in PRIVATE[group]:
        places.go(page, site.url, house, place)
        _nothing_ran(page)
        if place.name not in NAMELESS:
            expect(page.get_by_text("<img src=x").first).to_be_attached()
        for size in (PHONE, MIDDLE, WIDE):
            page.set_viewport_size(size)
            steps.no_sideways_scroll(page)


def test_the_palette_shows_names_as_they_are(site: Server, enter: Enter, house: House) -> None:
    page = enter(site, house.person).page
    places.go(page, site.url, house, places.named("board"))
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("onerror")
    expect(page.get_by_role("option").first).to_contain_text("<img src=x")
    _nothing_ran(page)
    steps.no_sideways_scroll(page)


def test_too_wide_a_page_is_noticed(site: Server, enter: Enter) -> None:
    page = enter(site, size=PHONE).open("/login")
    page.get_by_role("heading", level=1).evaluate("(title) => { title.style.width = '500px' }")
    with pytest.raises(AssertionError, match="sideways"):
        steps.no_sideways_scroll(page)


def test_markup_that_ran_is_noticed(site: Server, enter: Enter) -> None:
    visit = enter(site)
    # The policy would stop the handler, and the watch would tell: here only the picture counts.
    visit.watch.expect("policy", "status of 404", "Policy")
    page = visit.open("/login")
    page.get_by_role("heading", level=1).evaluate("(title) => { title.innerHTML = '<img src=x>' }")
    with pytest.raises(AssertionError):
        _nothing_ran(page)


def _nothing_ran(page: Page) -> None:
    assert page.evaluate("window.__owned") is None
    assert page.locator("img[src=x], main script").count() == 0
