"""The watch over the pages sees every kind of misdeed; without it the other tests would prove little."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.visit import Visit, begin
from tests.servers.coditect import Server

MISDEEDS = {
    "policy violation: connect-src": "fetch('http://192.0.2.1/pixel', {mode: 'no-cors'}).catch(() => 0)",
    "policy violation: script-src": "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
    "console: went wrong": "console.error('went wrong')",
    "uncaught: thrown later": "void setTimeout(() => { throw new Error('thrown later') })",
    "status of 404": "fetch('/api/v1/nothing-here')",
    "left for http://192.0.2.2": "location.assign('http://192.0.2.2/')",
}


@pytest.fixture
def unguarded(browser: Browser, site: Server) -> Visit:
    """A visit whose misdeeds do not fail the test."""
    visit = begin(browser, site, {})
    visit.open("/login")
    return visit


@pytest.mark.parametrize("expected", MISDEEDS)
def test_misdeeds_are_noticed(unguarded: Visit, expected: str) -> None:
    unguarded.page.evaluate(MISDEEDS[expected])
    unguarded.context.close()
    assert any(expected in problem for problem in unguarded.watch.problems), unguarded.watch.problems


def test_a_server_error_is_noticed(unguarded: Visit) -> None:
    unguarded.page.route("**/broken", lambda route: route.fulfill(status=503, body=""))
    unguarded.page.evaluate("fetch('/broken')")
    unguarded.context.close()
    assert any(problem.startswith("503 from GET") for problem in unguarded.watch.problems)


def test_what_a_test_provokes_is_not_held_against_the_page(unguarded: Visit) -> None:
    unguarded.watch.expect(r"status of 404")
    unguarded.page.evaluate("fetch('/api/v1/nothing-here')")
    unguarded.context.close()
    assert unguarded.watch.problems == []


def test_a_quiet_page_has_no_problems(unguarded: Visit) -> None:
    unguarded.context.close()
    assert unguarded.watch.problems == []
