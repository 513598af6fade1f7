"""How the line is, is not how the run is: servers that vanish, networks that crawl, progress that streams."""

import contextlib
import re
import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import StartServer
from tests.e2e import places, steps
from tests.e2e.analysts import PatientModel
from tests.e2e.conftest import PICTURES, Enter
from tests.e2e.watch import CONNECTION_LOST, NOT_FOUND
from tests.model_server.server import ModelServer
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up

LOST = "Connection lost, trying again. The analysis goes on."
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
# Adds up what moved without being asked to, as browsers count it.
COUNT_SHIFTS = """
window.__shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });
"""
KEEP_SKELETONS = """
window.__skeletons = 0;
new MutationObserver(() => {
  window.__skeletons = Math.max(window.__skeletons, document.querySelectorAll('[class*=skeleton i], [class*=_bar_]').length);
}).observe(document, { subtree: true, childList: true });
"""


@pytest.fixture
def model(model_server: ModelServer) -> Iterator[PatientModel]:
    """A model that answers when the test says so."""
    model = PatientModel(model_server)
    yield model
    model.let_through(100)


def test_each_analyst_is_seen_at_work_and_a_killed_server_fails_none(
    start_server: StartServer, model: PatientModel, enter: Enter
) -> None:
    server = model.serve(start_server)
    page, workflow = _open_running_analysis(server, enter)
    page.evaluate("window.__here = true")
    status = page.get_by_role("region", name="Analysts").locator("[role=status]")
    for done in range(3):
        expect(status.filter(has_text=f"is reading, {done} of 8 done")).to_be_attached()
        model.let_through(1)
    expect(status.filter(has_text="is reading, 3 of 8 done")).to_be_attached()
    server.kill()
    expect(page.get_by_text(LOST)).to_be_visible()
    expect(page.get_by_text("Analyzing")).to_be_visible()
    expect(page.get_by_text("Failed")).to_have_count(0)
    server.restart()
    expect(page.get_by_text(LOST)).to_have_count(0)
    expect(page.get_by_text("Analyzing")).to_be_visible()
    model.let_through(100)
    expect(page.get_by_text("Completed")).to_be_visible(timeout=60_000)
    expect(page.locator("section[aria-label=Analysts] li[data-status=succeeded]")).to_have_count(8)
    assert page.evaluate("window.__here"), "the page was loaded anew"
    assert page.url.endswith(workflow)


def test_a_feed_goes_on_where_the_line_was_cut(server: Server, enter: Enter) -> None:
    person = sign_up(server)
    project = person.project()
    visit = enter(server, person)
    visit.watch.expect(CONNECTION_LOST)
    page = visit.open(f"/projects/{project}/activity")
    expect(page.get_by_text("created the project")).to_be_visible()
    server.kill()
    expect(_line(page)).to_be_visible()
    server.restart()
    person.post(f"/projects/{project}/tasks", 201, title="Made while nobody saw")
    expect(page.get_by_role("link", name="Made while nobody saw")).to_be_visible()
    expect(_line(page)).to_have_count(0)


def test_a_board_goes_on_when_the_server_is_back(server: Server, enter: Enter) -> None:
    """The page stays, nothing that happened meanwhile is missing, and only the line was ever said to be cut."""
    person = sign_up(server)
    project = person.project()
    person.post(f"/projects/{project}/tasks", 201, title="There from the start")
    visit = enter(server, person)
    visit.watch.expect(CONNECTION_LOST)
    page = visit.open(f"/projects/{project}/board")
    expect(steps.cards(page, "Open")).to_contain_text(["There from the start"])
    page.evaluate("window.__here = true")
    server.kill()
    expect(_line(page)).to_be_visible()
    server.restart()
    person.post(f"/projects/{project}/tasks", 201, title="Made while nobody saw")
    expect(steps.cards(page, "Open")).to_contain_text(["There from the start", "Made while nobody saw"])
    expect(_line(page)).to_have_count(0)
    assert page.evaluate("window.__here"), "the page was loaded anew"


PARTS = re.compile(r"/assets/|/health/live")


def test_a_part_that_cannot_be_fetched_comes_when_the_line_is_back(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    visit = enter(site, person)
    visit.watch.expect(CONNECTION_LOST)
    page = visit.open(f"/projects/{person.project()}")
    expect(page.get_by_role("heading").first).to_be_visible()
    visit.context.route(re.compile("Palette|/health/live"), lambda route: route.abort())
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visit.context.unroute_all()
    results = page.get_by_role("listbox", name="Results")
    expect(results).to_be_visible(timeout=30_000)
    expect(results).to_have_css("max-height", "360px")  # its styles have come too


def test_a_page_that_cannot_be_fetched_comes_when_the_line_is_back(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    person.project()
    visit = enter(site, person)
    visit.watch.expect(CONNECTION_LOST)
    page = visit.open("/")
    page.evaluate("window.__here = true")
    visit.context.route(PARTS, lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: "/health/live" in request.url):
        page.get_by_role("link", name="Agents").first.click()
    visit.context.unroute_all()
    expect(page.get_by_role("heading", name="Agents", level=1)).to_be_visible(timeout=30_000)
    assert page.evaluate("window.__here"), "the page was loaded anew"


def test_a_page_of_an_older_version_is_loaded_anew(site: Server, enter: Enter) -> None:
    """After an upgrade the server has no more the parts that an open page would load."""
    person = sign_up(site)
    person.project()
    visit = enter(site, person)
    visit.watch.expect(NOT_FOUND, "dynamically imported module")
    page = visit.open("/")
    page.evaluate("window.__here = true")
    visit.context.route(re.compile("/assets/LibraryPage"), lambda route: route.fulfill(status=404))
    with page.expect_event("load"):
        page.get_by_role("link", name="Agents").first.click()
    visit.context.unroute_all()
    expect(page.get_by_role("heading", name="Agents", level=1)).to_be_visible(timeout=30_000)


def test_two_pages_see_each_others_moves(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project()
    task = person.post(f"/projects/{project}/tasks", 201, title="Moves in both")
    one, other = (enter(site, person).open(f"/projects/{project}/board") for _ in range(2))
    for page in (one, other):
        expect(steps.cards(page, "Open")).to_contain_text(["Moves in both"])
    steps.cards(one, "Open").first.focus()
    for key in ("Space", "ArrowRight", "Space"):
        one.keyboard.press(key)
    expect(steps.cards(other, "In progress")).to_contain_text(["Moves in both"])
    person.api.patch(f"/tasks/{task['id']}", json={"status": "done"})
    for page in (one, other):
        expect(steps.cards(page, "Done")).to_contain_text(["Moves in both"])


def test_a_move_that_is_not_saved_is_taken_back(server: Server, enter: Enter) -> None:
    person = sign_up(server)
    project = person.project()
    person.post(f"/projects/{project}/tasks", 201, title="Stays where it is")
    visit = enter(server, person)
    visit.watch.expect(CONNECTION_LOST)
    page = visit.open(f"/projects/{project}/board")
    steps.cards(page, "Open").first.focus()
    server.kill()
    for key in ("Space", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_role("region", name="Messages")).to_contain_text("server cannot be reached")
    expect(steps.cards(page, "Open")).to_contain_text(["Stays where it is"])
    expect(steps.cards(page, "In progress")).to_have_count(0)


@pytest.mark.parametrize("name", ["overview", "board", "analysis", "activity"])
def test_a_slow_network_shows_places_first_and_nothing_jumps(
    site: Server, enter: Enter, slow_house: places.House, name: str
) -> None:
    visit = enter(site, slow_house.person)
    visit.context.add_init_script(COUNT_SHIFTS + KEEP_SKELETONS)
    visit.context.new_cdp_session(visit.page).send("Network.emulateNetworkConditions", SLOW)
    places.go(visit.page, site.url, slow_house, places.named(name))
    assert visit.page.evaluate("window.__skeletons") > 0, "nothing stood in for what was on its way"
    assert visit.page.evaluate("window.__shift") < 0.1


@pytest.fixture(scope="module")
def slow_house(shared_server: Server) -> places.House:
    """A project that is opened over a slow line."""
    return places.furnish(shared_server)


def test_people_in_a_project_see_each_other(server: Server, enter: Enter) -> None:
    ada, bo = sign_up(server), sign_up(server)
    project = ada.project()
    _let_join(server, bo, ada)
    pages = [enter(server, person).open(f"/projects/{project}/board") for person in (ada, bo)]
    here = [page.get_by_role("list", name="Also here").get_by_role("listitem") for page in pages]
    expect(here[0]).to_have_text([re.compile(_name(bo))])
    expect(here[1]).to_have_text([re.compile(_name(ada))])
    for page in pages:
        page.screenshot(path=PICTURES / f"presence-{pages.index(page)}.png")
    pages[1].goto(f"{server.url}/")
    expect(here[0]).to_have_count(0)


def _let_join(server: Server, person: Person, owner: Person) -> None:
    """Make `person` a member of the owner's organization, where their next sign-in begins."""
    organization = owner.get("/me")["active_organization_id"].replace("-", "")
    account = person.get("/me")["account"]["id"].replace("-", "")
    with contextlib.closing(sqlite3.connect(server.data_dir / "coditect.db")) as database, database:
        database.execute(
            "INSERT INTO memberships (organization_id, account_id, role, created_at)"
            " SELECT ?, account_id, 'developer', created_at FROM memberships WHERE account_id = ?",
            (organization, account),
        )
        database.execute(
            "UPDATE accounts SET active_organization_id = ? WHERE id = ?", (organization, account)
        )


def _name(person: Person) -> str:
    return str(person.get("/me")["account"]["name"])


def _line(page: Page) -> Locator:
    """What the frame says of the connection."""
    return page.get_by_role("banner").get_by_text("Reconnecting")


def _open_running_analysis(server: Server, enter: Enter) -> tuple[Page, str]:
    person: Person = sign_up(server)
    project = person.project()
    workflow = person.workflow(project)
    visit = enter(server, person)
    visit.watch.expect(CONNECTION_LOST)
    page = visit.open(f"/projects/{project}/analyses/{workflow}")
    expect(page.get_by_text("Analyzing")).to_be_visible()
    expect(page.get_by_text("is reading, 0 of 8 done")).to_be_attached()
    return page, workflow
