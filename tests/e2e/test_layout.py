"""Names as long as they may be, on every page at every size: nothing is wider than the window."""

import pytest

from tests.e2e import places, steps
from tests.e2e.conftest import Enter
from tests.e2e.places import PRIVATE, House, Place, crowd
from tests.e2e.visit import PHONE, SIZES
from tests.servers.coditect import Server


@pytest.fixture(scope="module")
def house(shared_server: Server) -> House:
    """One crowded project for all pages."""
    return crowd(shared_server)


@pytest.mark.parametrize("place", PRIVATE, ids=lambda place: place.name)
def test_long_names_stay_inside(site: Server, enter: Enter, house: House, place: Place) -> None:
    page = enter(site, house.person, size=PHONE).page
    places.go(page, site.url, house, place)
    for size in SIZES.values():
        page.set_viewport_size(size)
        steps.no_sideways_scroll(page)


def test_too_wide_a_page_is_noticed(site: Server, enter: Enter) -> None:
    page = enter(site, size=PHONE).open("/login")
    page.get_by_role("heading", level=1).evaluate("(title) => { title.style.width = '500px' }")
    with pytest.raises(AssertionError, match="sideways"):
        steps.no_sideways_scroll(page)
