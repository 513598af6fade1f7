"""A run in the browser: found in the list, read down to a step, run again from there."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Enter
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up


@pytest.fixture
def person(site: Server) -> Person:
    return sign_up(site)


def test_a_step_is_looked_at_and_run_again(site: Server, enter: Enter, person: Person) -> None:
    workflow = person.finished_workflow(person.project())
    page = enter(site, person).open("/runs")
    page.get_by_role("link", name=workflow["title"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(workflow["title"])
    expect(page.get_by_text("9 of 9 steps")).to_be_visible()

    page.get_by_label("Steps", exact=True).get_by_role("link", name="Task decomposer").click()
    panel = page.get_by_label("Step", exact=True)
    expect(panel.get_by_role("heading")).to_have_text("Task decomposer")
    panel.get_by_role("tab", name="Input").click()
    expect(panel.get_by_label("Input").last).to_contain_text(workflow["id"])
    page.reload()
    expect(panel.get_by_label("Input").last).to_contain_text(workflow["id"])

    panel.get_by_role("tab", name="Tries").click()
    panel.get_by_role("button", name="Retry from here").click()
    expect(panel.get_by_role("tab", name="Tries")).to_contain_text("2")
    expect(page.locator("header").get_by_text("Completed")).to_be_visible()
    expect(panel.get_by_text("Succeeded").nth(2)).to_be_visible()
    again = person.wait_for_end(workflow["id"])
    assert again["status"] == "completed"
    assert again["analysis"] == workflow["analysis"]


def test_filters_are_in_the_address(site: Server, enter: Enter, person: Person) -> None:
    person.finished_workflow(person.project())
    page = enter(site, person).open("/runs")
    filters = page.get_by_label("Filter by state")
    filters.get_by_role("link", name="Failed").click()
    expect(page.get_by_text("No runs in this state")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("listitem").filter(has_text="9 of 9 steps")).to_be_visible()
