"""axe-core finds nothing on any page: light and dark, on a desk and on a phone, at rest and in use."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e import places
from tests.e2e.conftest import Enter
from tests.e2e.places import GROUPS, PRIVATE, PUBLIC, House
from tests.e2e.visit import PHONE, WIDE, Scheme
from tests.e2e.watch import REFUSED
from tests.servers.coditect import Server
from tests.story.people import INVOICES

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
Pass = tuple[Scheme, ViewportSize]
PASSES: tuple[Pass, ...] = (("light", WIDE), ("dark", PHONE))
OTHER_PASSES: tuple[Pass, ...] = (("dark", WIDE), ("light", PHONE))
# A change of scheme fades; colours are measured when they have arrived.
LOOKS = 3
SETTLE = """
() => new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled))).then(() =>
  Promise.allSettled(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished)))
"""


@pytest.fixture(scope="module")
def house(shared_server: Server) -> House:
    """One project for all pages."""
    return places.furnish(shared_server, description=INVOICES)


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_stands_in_anybodys_way(site: Server, enter: Enter, house: House, group: str) -> None:
    assert _of_all_pages(enter, site, house, group, PASSES) == []


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_the_other_way_of_looking_is_as_good(site: Server, enter: Enter, house: House, group: str) -> None:
    assert _of_all_pages(enter, site, house, group, OTHER_PASSES) == []


def _of_all_pages(enter: Enter, site: Server, house: House, group: str, passes: Iterable[Pass]) -> list[str]:
    visit = enter(site, house.person if group in PRIVATE else None, calm=True)
    visit.watch.expect(REFUSED)
    found: list[str] = []
    for place in GROUPS[group]:
        places.go(visit.page, site.url, house, place)
        found += [f"{place.name} {violation}" for violation in _violations(visit.page, place.part, passes)]
    return found


def _open_palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_be_visible()


def _open_exports(page: Page) -> None:
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("menuitem", name="BPMN Process tools")).to_be_visible()


def _send_again(page: Page) -> None:
    page.get_by_role("button", name="Send to board", exact=True).click()
    expect(page.get_by_role("region", name="Messages")).to_contain_text("on the board already")


def _enlarge_the_diagram(page: Page) -> None:
    page.get_by_role("button", name="Full view").click()


def _add_a_task(page: Page) -> None:
    page.get_by_role("button", name="Add task").click()
    page.get_by_label("Title of the new task").fill("Something")


def _filter_to_nothing(page: Page) -> None:
    page.get_by_label("Filter tasks").fill("no such words")
    expect(page.get_by_text("No match").first).to_be_visible()


def _lift_a_card(page: Page) -> None:
    page.locator("[data-task]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")


def _make_mistakes(page: Page) -> None:
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("alert").first).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "palette": ("board", _open_palette),
    "exports": ("analysis", _open_exports),
    "message": ("analysis", _send_again),
    "full-view": ("analysis", _enlarge_the_diagram),
    "adding": ("board", _add_a_task),
    "no-match": ("board", _filter_to_nothing),
    "lifted": ("board", _lift_a_card),
    "mistakes": ("sign-up", _make_mistakes),
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_stands_in_the_way_of_who_uses_it(
    site: Server, enter: Enter, house: House, state: str
) -> None:
    name, act = STATES[state]
    place = places.named(name)
    visit = enter(site, None if place in PUBLIC else house.person, calm=True)
    places.go(visit.page, site.url, house, place)
    act(visit.page)
    assert _violations(visit.page) == []


def test_axe_sees_what_is_wrong(site: Server, enter: Enter) -> None:
    page = enter(site, calm=True).open("/login")
    page.get_by_label("Email").evaluate("(field) => document.querySelector(`[for='${field.id}']`).remove()")
    page.get_by_role("button", name="Sign in").evaluate("(button) => { button.style.color = '#4a90e2' }")
    assert {violation.split(":")[0].split()[-1] for violation in _violations(page)} >= {"color-contrast"}


def _at_rest(page: Page, part: str) -> dict[str, Any]:
    """What axe finds and still finds a moment later: colours on their way to another scheme are no finding."""
    result: dict[str, Any] = {}
    for _ in range(LOOKS):
        page.evaluate(SETTLE)
        result = page.evaluate("(part) => axe.run(part, { resultTypes: ['violations'] })", part)
        if not result["violations"]:
            break
        page.wait_for_timeout(500)
    return result


def _why(node: dict[str, Any]) -> str:
    messages = [check["message"] for check in (*node["any"], *node["all"], *node["none"])]
    return f"{'; '.join(messages)}: {node['html'][:160]}"


def _violations(page: Page, part: str = "body", passes: Iterable[Pass] = PASSES) -> list[str]:
    """What axe finds in a part of the page. The debugger puts axe there, so the policy stays as it is."""
    page.evaluate(AXE.read_text())
    found: list[str] = []
    for scheme, size in passes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        result = _at_rest(page, part)
        found += [
            f"{scheme} {size['width']} {violation['id']}: {json.dumps(node['target'])} {_why(node)}"
            for violation in result["violations"]
            for node in violation["nodes"][:5]
        ]
    return found
