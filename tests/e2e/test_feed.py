"""The feed in a browser: news while somebody reads, sentences in the reader's language."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Enter
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up


@pytest.fixture
def person(site: Server) -> Person:
    return sign_up(site)


def test_news_come_at_once_at_the_top_and_wait_for_who_reads_further_down(
    site: Server, enter: Enter, person: Person
) -> None:
    project = person.project()
    task = person.post(f"/projects/{project}/tasks", 201, title="Moved to and fro")
    for turn in range(14):
        status = "done" if turn % 2 else "blocked"
        person.patch(f"/tasks/{task['id']}", 200, status=status)
        person.post(f"/projects/{project}/tasks", 201, title=f"Task in between {turn}")
    page = enter(site, person).open(f"/projects/{project}/activity")
    feed = page.get_by_role("main").get_by_role("listitem")
    expect(feed.first).to_be_visible()
    person.post(f"/projects/{project}/tasks", 201, title="Seen at once")
    expect(page.get_by_role("link", name="Seen at once")).to_be_visible()
    page.mouse.move(700, 500)
    page.mouse.wheel(0, 600)
    page.wait_for_function("window.scrollY > 300")
    person.post(f"/projects/{project}/tasks", 201, title="Waits above")
    news = page.get_by_role("button", name="1 new")
    expect(news).to_be_visible()
    expect(page.get_by_role("link", name="Waits above")).to_have_count(0)
    news.click()
    expect(page.get_by_role("link", name="Waits above")).to_be_in_viewport()
    expect(news).to_have_count(0)


def test_the_feed_speaks_the_readers_language(site: Server, enter: Enter, person: Person) -> None:
    project = person.project("Rechnungen")
    task = person.post(f"/projects/{project}/tasks", 201, title="Prüfen")
    visit = enter(site, person)
    page = visit.open(f"/projects/{project}/activity")
    main = page.get_by_role("main")
    expect(main).to_contain_text("created the project Rechnungen")
    person.patch(f"/tasks/{task['id']}", 200, status="done")
    page.evaluate("localStorage.setItem('coditect-language', 'de')")
    page.reload()
    expect(main).to_contain_text("hat das Projekt Rechnungen angelegt")
    expect(main).to_contain_text("hat Aufgabe #1 Prüfen von Offen nach Erledigt verschoben")
