"""Pictures of every page for eyes to judge, in `test-output/looks`: three sizes, light and dark, plain and extreme data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e import places
from tests.e2e.conftest import Enter
from tests.e2e.places import GROUPS, PUBLIC, House, crowd
from tests.e2e.visit import SIZES, Scheme
from tests.e2e.watch import REFUSED
from tests.servers.coditect import Server

pytestmark = pytest.mark.slow
PICTURES = Path(__file__).parents[2] / "test-output" / "looks"
HOUSES: dict[str, Callable[[Server], House]] = {"plain": places.furnish, "long": crowd}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", HOUSES)
def test_every_page_can_be_looked_at(site: Server, enter: Enter, kind: str) -> None:
    house = HOUSES[kind](site)
    folder = PICTURES / kind
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        stranger, person = (
            enter(site, scheme=scheme, calm=True),
            enter(site, house.person, scheme=scheme, calm=True),
        )
        stranger.watch.expect(REFUSED)
        for place in (place for group in GROUPS.values() for place in group):
            page = (stranger if place in PUBLIC else person).page
            places.go(page, site.url, house, place)
            for width, size in SIZES.items():
                page.set_viewport_size(size)
                picture = folder / f"{place.name}-{width}-{scheme}.png"
                page.screenshot(path=picture, animations="disabled")
                assert picture.stat().st_size > 4000, f"nothing to see on {place.name}"
