"""A real Chromium before a real server. A test fails when its pages misbehave, whatever it looked at."""

import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Protocol, Unpack

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from tests.conftest import SERVERS
from tests.e2e.visit import DEADLINE_MILLISECONDS, Look, Visit, begin
from tests.servers.coditect import Server
from tests.story import people
from tests.story.people import Person

PICTURES = Path(__file__).parents[2] / "test-output" / "e2e"
VISITS = pytest.StashKey[list[Visit]]()
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is looked up, whoever asks.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
expect.set_options(timeout=DEADLINE_MILLISECONDS)


# Not for the whole session: an open driver keeps an event loop running, and other tests here need one of their own.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A Chromium with a profile of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that neither stop it nor set it up; each brings people of its own."""
    server = Server(tmp_path_factory.mktemp("shared-server"), {})
    server.start()
    yield server
    server.close()


@pytest.fixture
def site(request: pytest.FixtureRequest, shared_server: Server) -> Server:
    """The shared server, whose log is shown when this test fails."""
    request.node.stash.setdefault(SERVERS, []).append(shared_server)
    return shared_server


class Enter(Protocol):
    """Opens a browser window on a server: a stranger's, or that of a signed-in person."""

    def __call__(self, server: Server, person: Person | None = None, **look: Unpack[Look]) -> Visit: ...


@pytest.fixture
def enter(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Enter]:
    """Opens browser windows; the test need not close them."""
    visits = request.node.stash.setdefault(VISITS, [])

    def enter(server: Server, person: Person | None = None, **look: Unpack[Look]) -> Visit:
        visit = begin(browser, server, look)
        visits.append(visit)
        if person is not None:
            visit.sign_in(person)
        return visit

    yield enter
    for visit in visits:
        visit.context.close()
    problems = [problem for visit in visits for problem in visit.watch.problems]
    if problems:
        pytest.fail("the pages misbehaved:\n" + "\n".join(problems))


@pytest.fixture(scope="module", autouse=True)
def _close_clients() -> Iterator[None]:
    yield
    people.close_all()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed and report.when == "call":
        PICTURES.mkdir(parents=True, exist_ok=True)
        for number, visit in enumerate(_visits_of(item)):
            name = re.sub(r"[^\w-]+", "-", f"{item.path.stem}-{item.name}-{number}")
            _keep_sight(visit, PICTURES / f"{name}.png", report)
    return report


def _visits_of(item: pytest.Item) -> list[Visit]:
    return item.stash.get(VISITS, [])


def _keep_sight(visit: Visit, picture: Path, report: pytest.TestReport) -> None:
    try:
        visit.page.screenshot(path=picture, timeout=5000)
    except Error as error:
        report.sections.append(("browser", f"no picture: {error.message}"))
        return
    said = "\n".join(visit.watch.problems) or "nothing to complain about"
    report.sections.append(("browser", f"{visit.page.url}\n{picture}\n{said}"))
