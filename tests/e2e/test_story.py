"""The story that must always work, in a real browser: from the address to tasks on a board, and out again."""

import re
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.visit import Visit
from tests.e2e.watch import UNAUTHORIZED
from tests.servers.coditect import Server

PROJECT = "Purchase to pay"
# Keeps every state that the line of analysts went through, since a fast machine shows each only for a moment.
RECORD_PROGRESS = """
window.__progress = [];
new MutationObserver(() => {
  const done = document.querySelectorAll('section[aria-label=Analysts] li[data-status=succeeded]').length;
  if (window.__progress.at(-1) !== done) window.__progress.push(done);
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-status'] });
"""


def test_from_the_address_to_tasks_on_a_board_and_out_again(
    site: Server, enter: Enter, tmp_path: Path
) -> None:
    # What stands before the plus sign is the name of whoever gave none.
    email = f"ada+{uuid4().hex[:8]}@example.com"
    visit = enter(site)
    _sign_up(visit, email)
    _set_up_a_project(visit.page)
    _watch_the_analysts_work(visit.page)
    _see_where_the_result_comes_from(visit.page)
    _take_the_exports(visit.page, tmp_path)
    sent = _send_to_the_board(visit.page)
    _work_on_the_board(visit.page, sent)
    _read_the_feed(visit.page, sent)
    _leave(visit, email)


def _sign_up(visit: Visit, email: str) -> None:
    # A stranger is asked to sign in.
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open("/")
    page.get_by_role("link", name="Create an account").click()
    steps.create_account(page, email)
    expect(page.get_by_text(email)).to_be_visible()
    steps.follow_the_mailed_link(page, email)
    steps.sign_in(page, email)


def _set_up_a_project(page: Page) -> None:
    page.get_by_label("Project name").fill(PROJECT)
    page.get_by_role("button", name="Continue").click()
    set_up = page.get_by_role("list", name="Set-up").get_by_role("listitem")
    expect(set_up).to_have_text([re.compile(name) for name in ("Project", "Git repository", "board", "feed")])
    expect(set_up.and_(page.locator("[data-done]"))).to_have_count(4)
    expect(set_up.nth(1)).to_contain_text(re.compile(r"at [0-9a-f]{7}"))
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("group", name="Sample").get_by_text("Invoice approval", exact=True).click()


def _watch_the_analysts_work(page: Page) -> None:
    page.evaluate(RECORD_PROGRESS)
    page.get_by_role("button", name="Analyze").click()
    expect(steps.stages(page)).to_have_count(steps.ANALYSTS)
    steps.wait_for_analysis(page)
    expect(page.get_by_text("Completed")).to_be_visible()
    progress = page.evaluate("window.__progress")
    assert progress == sorted(progress), "an analyst became undone"
    assert len(set(progress) - {0, steps.ANALYSTS}) >= 2, f"not live: only {progress} were seen"


def _see_where_the_result_comes_from(page: Page) -> None:
    expect(page.get_by_role("tabpanel")).to_contain_text("process")
    # From the diagram to the text …
    archive = steps.nodes(page).filter(has_text=re.compile(r"Archive"))
    archive.first.scroll_into_view_if_needed()
    archive.first.hover()
    expect(steps.lit_nodes(page)).to_have_count(1)
    assert ["archive" in passage for passage in steps.lit_text(page)] == [True]
    # … from the text to the diagram …
    page.get_by_text("releases", exact=True).hover()
    expect(steps.lit_nodes(page)).to_contain_text(["Release"])
    # … and from a row, by focus, to both.
    page.get_by_role("tab", name=re.compile("^Tasks")).click()
    row = page.get_by_role("tabpanel").get_by_role("listitem").filter(has_text="Schedule payment").first
    page.mouse.move(0, 0)
    row.focus()
    expect(steps.lit_nodes(page)).to_contain_text(["Schedule"])
    assert ["schedules" in passage for passage in steps.lit_text(page)] == [True]


def _take_the_exports(page: Page, folder: Path) -> None:
    for label, mark in steps.EXPORTS.items():
        file = steps.download(page, label, folder)
        assert mark.lower() in file.read_bytes()[:200].lower(), file.name
        assert file.stat().st_size > 200
    names = {file.name for file in folder.iterdir()}
    assert len(names) == len(steps.EXPORTS), names


def _send_to_the_board(page: Page) -> int:
    page.get_by_role("button", name="Send to board", exact=True).click()
    message = page.get_by_role("region", name="Messages")
    expect(message).to_contain_text(re.compile(r"\d+ tasks are on the board now"))
    found = re.search(r"\d+", message.inner_text())
    assert found
    page.get_by_role("link", name="Open board").click()
    return int(found[0])


def _work_on_the_board(page: Page, sent: int) -> None:
    expect(steps.column(page, "Open").get_by_role("heading")).to_contain_text(str(sent))
    first, second = steps.cards(page, "Open").nth(0), steps.cards(page, "Open").nth(1)
    by_keyboard, by_pointer = first.get_attribute("data-task"), second.get_attribute("data-task")
    first.focus()
    with page.expect_response(lambda response: response.request.method == "PATCH") as saved:
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Space")
    assert saved.value.ok
    with page.expect_response(lambda response: response.request.method == "PATCH") as saved:
        steps.drag(page, page.locator(f"[data-task='{by_pointer}']"), steps.column(page, "Done"))
    assert saved.value.ok
    for _ in range(2):
        expect(steps.cards(page, "In progress")).to_have_attribute("data-task", by_keyboard or "")
        expect(steps.cards(page, "Done")).to_have_attribute("data-task", by_pointer or "")
        expect(steps.column(page, "Open").get_by_role("heading")).to_contain_text(str(sent - 2))
        page.reload()


def _read_the_feed(page: Page, sent: int) -> None:
    page.get_by_role("navigation", name="Project").get_by_role("link", name="Activity").click()
    feed = page.get_by_role("main")
    for sentence in (
        "Ada created the project",
        "CODITECT created the git repository",
        "Ada asked for an analysis of Invoice approval",
        "Workflow Analyzer found",
        f"Ada sent {sent} build tasks",
        f"Ada created {sent} tasks",
    ):
        expect(feed.get_by_text(sentence)).to_be_visible()


def _leave(visit: Visit, email: str) -> None:
    page = visit.page
    page.get_by_role("button", name="Account menu").click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert PROJECT not in page.content()
    assert email not in page.content()
    names = {cookie["name"] for cookie in visit.context.cookies()}
    assert not names & {"coditect_session", "coditect_refresh"}
