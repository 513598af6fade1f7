"""The whole path of an analysis: a file, live stages, edits and undo, versions, tasks on the board, completion."""

import io
import re

import docx
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.servers.coditect import Server
from tests.story.people import INVOICES, sign_up

_MARKED = "[aria-label=Diagram] [data-mark={}]"


def _word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("How invoices are paid")
    document.add_paragraph(text)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _edit(page: Page, task: str) -> None:
    page.get_by_role("button", name=f"Edit “{task}”").click()
    expect(page.get_by_role("dialog", name="Edit task")).to_be_visible()


def _drawn(page: Page, words: str) -> None:
    """The diagram breaks long labels into lines; what is said of it does not."""
    expect(page.get_by_role("region", name="Diagram").locator("svg[role=img]")).to_contain_text(
        re.compile(r"\s*".join(words.split()))
    )


def test_from_a_file_to_done_on_the_diagram(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project()
    page = enter(site, person).open(f"/projects/{project}/analyses/new")
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Choose a file").click()
    choosing.value.set_files({"name": "invoices.docx", "mimeType": "", "buffer": _word(INVOICES)})
    expect(page.get_by_label("Description")).to_have_value(re.compile("The clerk receives the invoice"))
    expect(page.get_by_label("Title")).to_have_value("How invoices are paid")
    page.get_by_role("button", name="Analyze").click()
    steps.wait_for_analysis(page)
    workflow = page.url.rsplit("/", 1)[-1].split("?")[0]

    _edits_are_made_and_taken_back(page)
    address = f"/projects/{project}/analyses/{workflow}"
    _a_second_window_is_told(enter(site, person).open(address), page)
    _versions_differ_on_the_diagram(page)

    page.get_by_role("tab", name="Build tasks").click()
    page.get_by_role("button", name="Choose what to send").click()
    dialog = page.get_by_role("dialog", name="Send to board")
    dialog.get_by_label("All tasks").uncheck()
    planned = person.get(f"/workflows/{workflow}")["analysis"]["build_tasks"]
    first = next(task for task in planned if task["source_task"])
    dialog.get_by_label(first["title"], exact=True).check()
    dialog.get_by_label(f"Assignee of “{first['title']}”").select_option(index=1)
    dialog.get_by_label(f"Least hours of “{first['title']}”").fill("3")
    dialog.get_by_label(f"Most hours of “{first['title']}”").fill("5")
    dialog.get_by_role("button", name="Send one task").click()
    expect(page.locator(_MARKED.format("planned"))).to_have_count(1)
    [task] = person.get(f"/projects/{project}/tasks")["items"]
    assert (task["title"], task["assignee"]["kind"]) == (first["title"], "account")
    assert (task["estimate"]["low_hours"], task["estimate"]["high_hours"]) == (3, 5)

    person.patch(f"/tasks/{task['id']}", 200, status="done")
    expect(page.locator(_MARKED.format("done"))).to_have_count(1)
    expect(page.get_by_role("region", name="Diagram").get_by_text("1 done")).to_be_visible()


def _edits_are_made_and_taken_back(page: Page) -> None:
    page.get_by_role("tab", name=re.compile("^Tasks")).click()
    _edit(page, "Receive invoice")
    dialog = page.get_by_role("dialog", name="Edit task")
    dialog.get_by_label("Name").fill("Take in the bill")
    dialog.get_by_label("Done by").select_option("new")
    dialog.get_by_label("Name of the new actor").fill("Front desk")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    _drawn(page, "Take in the bill")
    _drawn(page, "Front desk")
    expect(page.get_by_text("2 edits by hand")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("One edit by hand")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.get_by_text("0 edits by hand")).to_be_visible()
    _drawn(page, "Receive invoice")
    page.get_by_role("button", name="Redo").click()
    expect(page.get_by_text("One edit by hand")).to_be_visible()
    _drawn(page, "Take in the bill")


def _a_second_window_is_told(other: Page, page: Page) -> None:
    """What is entered while somebody else edits is neither lost nor laid over theirs unseen."""
    other.get_by_role("tab", name=re.compile("^Tasks")).click()
    _edit(other, "Take in the bill")
    other.get_by_role("dialog").get_by_label("Name").fill("Accept the bill")
    page.get_by_role("button", name="Undo").click()
    _drawn(page, "Receive invoice")
    dialog = other.get_by_role("dialog", name="Edit task")
    expect(dialog).to_contain_text("Somebody changed this analysis while you were here.")
    dialog.get_by_role("button", name="Go on with my entries").click()
    dialog.get_by_role("button", name="Save").click()
    _drawn(page, "Accept the bill")


def _versions_differ_on_the_diagram(page: Page) -> None:
    page.get_by_role("tab", name="Versions").click()
    expect(page.locator(_MARKED.format("changed"))).to_have_count(1)
    expect(page.get_by_role("tabpanel")).to_contain_text("Receive invoice")
    page.get_by_role("button", name="Version 1", exact=True).click()
    expect(page).to_have_url(re.compile("side=before"))
    _drawn(page, "Receive invoice")
    page.reload()
    expect(page.locator(_MARKED.format("changed"))).to_have_count(1)


def test_history_is_found_by_its_address(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project()
    person.finished_workflow(project)
    page = enter(site, person).open(f"/projects/{project}/analyses?status=failed")
    expect(page.get_by_text("No analysis is like this.")).to_be_visible()
    page.get_by_label("Status").select_option("completed")
    rows = page.get_by_role("main").locator("li time")
    expect(rows).to_have_count(1)
    page.get_by_label("Find by title").fill("zebra")
    expect(rows).to_have_count(0)
    expect(page).to_have_url(re.compile("q=zebra.*status=completed|status=completed.*q=zebra"))
    page.get_by_role("button", name="Clear filters").click()
    expect(rows).to_have_count(1)
    page.get_by_label("From day").fill("2099-01-01")
    expect(rows).to_have_count(0)
    page.get_by_label("From day").fill("")
    rows.first.click()
    page.get_by_role("button", name="Delete analysis").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("No analyses yet")).to_be_visible()
