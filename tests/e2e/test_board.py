"""The board by pointer and by keyboard, in two windows, and with five thousand tasks."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.visit import PHONE
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up

MANY = 5000
# What a browser can hold without effort, whatever the board holds.
MOST_CARDS_DRAWN = 150


def _board(site: Server, enter: Enter, *titles: str) -> tuple[Person, str, Page]:
    person = sign_up(site)
    project = person.project("Workshop")
    for title in titles:
        person.post(f"/projects/{project}/tasks", 201, title=title)
    page = enter(site, person).open(f"/projects/{project}/board")
    return person, project, page


def test_a_task_is_added_opened_and_changed(site: Server, enter: Enter) -> None:
    person, project, page = _board(site, enter)
    expect(page.get_by_text("Nothing to do")).to_be_visible()
    page.get_by_role("button", name="Add task").click()
    page.get_by_label("Title of the new task").fill("Oil the hinges")
    page.keyboard.press("Enter")
    steps.cards(page, "Open").filter(has_text="Oil the hinges").click()
    panel = page.get_by_role("complementary", name="Task")
    panel.get_by_label("Status").select_option("Blocked")
    panel.get_by_label("Description").fill("All three doors.")
    with page.expect_response(lambda answer: answer.request.method == "PATCH"):
        panel.get_by_label("Description").press("Control+Enter")
    expect(steps.cards(page, "Blocked")).to_have_count(1)
    page.keyboard.press("Escape")
    page.reload()
    steps.cards(page, "Blocked").click()
    expect(page.get_by_role("complementary", name="Task").get_by_label("Description")).to_have_value(
        "All three doors."
    )
    [task] = person.get(f"/projects/{project}/tasks")["items"]
    assert (task["status"], task["description"]) == ("blocked", "All three doors.")


def test_a_card_is_moved_up_and_down_and_put_back(site: Server, enter: Enter) -> None:
    _, _, page = _board(site, enter, "First", "Second", "Third")
    cards = steps.cards(page, "Open")
    expect(cards).to_contain_text(["First", "Second", "Third"])
    cards.filter(has_text="Third").focus()
    for key in ("Space", "ArrowUp", "ArrowUp", "Space"):
        page.keyboard.press(key)
    expect(cards).to_contain_text(["Third", "First", "Second"])
    expect(cards.filter(has_text="Third")).to_be_focused()
    for key in ("Space", "ArrowRight", "Escape"):
        page.keyboard.press(key)
    expect(page.get_by_role("status").filter(has_text="Put back.")).to_be_attached()
    expect(cards).to_contain_text(["Third", "First", "Second"])
    page.reload()
    expect(cards).to_contain_text(["Third", "First", "Second"])


def test_a_drag_that_is_broken_off_changes_nothing(site: Server, enter: Enter) -> None:
    _, _, page = _board(site, enter, "Stays")
    card = steps.cards(page, "Open").first
    card.hover()
    page.mouse.down()
    box = steps.column(page, "Done").bounding_box()
    assert box
    page.mouse.move(box["x"] + 50, box["y"] + 150, steps=5)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(steps.cards(page, "Open")).to_have_count(1)
    expect(page.get_by_role("complementary", name="Task")).to_have_count(0)


def test_a_move_is_seen_in_the_other_window(site: Server, enter: Enter) -> None:
    person, project, page = _board(site, enter, "Shared")
    other = enter(site, person).open(f"/projects/{project}/board")
    for window in (page, other):
        expect(steps.cards(window, "Open")).to_have_count(1)
    page.evaluate("window.__here = true")
    steps.cards(other, "Open").first.focus()
    for key in ("Space", "ArrowRight", "Space"):
        other.keyboard.press(key)
    expect(steps.cards(page, "In progress")).to_contain_text(["Shared"])
    person.post(f"/projects/{project}/tasks", 201, title="By a program")
    for window in (page, other):
        expect(steps.cards(window, "Open")).to_contain_text(["By a program"])
    assert page.evaluate("window.__here"), "the page was loaded anew"


def test_a_phone_changes_the_status_in_the_task(site: Server, enter: Enter) -> None:
    person, project, _ = _board(site, enter, "Call back")
    page = enter(site, person, size=PHONE).open(f"/projects/{project}/board")
    steps.cards(page, "Open").click()
    panel = page.get_by_role("complementary", name="Task")
    panel.get_by_label("Status").select_option("Done")
    panel.get_by_role("button", name="Close").click()
    expect(steps.cards(page, "Done")).to_contain_text(["Call back"])
    steps.no_sideways_scroll(page)


def test_back_goes_from_a_task_to_the_filtered_board(site: Server, enter: Enter) -> None:
    _, _, page = _board(site, enter, "Red lamp", "Green lamp")
    page.get_by_label("Filter tasks").fill("red")
    expect(steps.cards(page, "Open")).to_have_count(1)
    steps.cards(page, "Open").click()
    expect(page.get_by_role("complementary", name="Task")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("complementary", name="Task")).to_have_count(0)
    expect(page.get_by_label("Filter tasks")).to_have_value("red")
    expect(steps.cards(page, "Open")).to_have_count(1)


def test_a_long_column_is_drawn_in_part(site: Server, enter: Enter) -> None:
    _, _, page = _board(site, enter, *(f"Step {number}" for number in range(60)))
    expect(steps.column(page, "Open").get_by_role("heading")).to_contain_text("60")
    assert 5 < page.locator("[data-task]").count() < 30
    page.locator("[data-column=open]").evaluate("(list) => { list.scrollTop = list.scrollHeight }")
    expect(page.get_by_text("#60", exact=True)).to_be_in_viewport()


def test_cards_are_walked_and_moved_by_arrows(site: Server, enter: Enter) -> None:
    _, _, page = _board(site, enter, "First", "Second")
    cards = steps.cards(page, "Open")
    cards.filter(has_text="First").focus()
    page.keyboard.press("ArrowDown")
    expect(cards.filter(has_text="Second")).to_be_focused()
    page.keyboard.press("Shift+ArrowRight")
    moved = steps.cards(page, "In progress").filter(has_text="Second")
    expect(moved).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(cards.filter(has_text="First")).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.type("high")
    page.keyboard.press("Enter")
    expect(cards.get_by_role("img", name="high priority")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_label("Title of the new task")).to_be_focused()
    page.keyboard.press("Escape")


def test_chosen_tasks_change_together_and_back(site: Server, enter: Enter) -> None:
    person, project, page = _board(site, enter, "One", "Two", "Three")
    page.get_by_role("button", name="List").click()
    rows = page.locator("li[data-task]")
    expect(rows).to_have_count(3)
    rows.filter(has_text="One").get_by_role("checkbox").click()
    rows.filter(has_text="Three").get_by_role("checkbox").click(modifiers=["Shift"])
    bar = page.get_by_role("toolbar", name="Selected tasks")
    expect(bar).to_contain_text("3 selected")
    bar.get_by_role("button", name="Status").click()
    page.get_by_role("option", name="Done").click()
    messages = page.get_by_role("region", name="Messages")
    expect(messages).to_contain_text("3 tasks changed.")
    assert {task["status"] for task in person.get(f"/projects/{project}/tasks")["items"]} == {"done"}
    messages.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Open 3")).to_be_visible()
    bar.get_by_role("button", name="Delete").click()
    expect(rows).to_have_count(0)
    messages.get_by_role("button", name="Undo").last.click()
    expect(rows).to_have_count(3)


def test_a_filter_stands_in_the_address(site: Server, enter: Enter) -> None:
    person, project, page = _board(site, enter, "Calm")
    person.post(f"/projects/{project}/tasks", 201, title="Urgent", priority="high")
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_role("option", name="Priority").click()
    page.get_by_role("option", name="High").click()
    page.keyboard.press("Escape")
    expect(steps.cards(page, "Open")).to_contain_text(["Urgent"])
    expect(page.get_by_text("1 of 2")).to_be_visible()
    assert "high" in page.url
    page.reload()
    expect(steps.cards(page, "Open")).to_contain_text(["Urgent"])
    page.go_back()
    expect(steps.cards(page, "Open")).to_have_count(2)
    page.go_forward()
    page.get_by_role("button", name="Remove filter Priority High").click()
    expect(steps.cards(page, "Open")).to_have_count(2)


def test_a_comment_names_a_member(site: Server, enter: Enter) -> None:
    person, _, page = _board(site, enter, "Talk about it")
    name = person.get("/me")["account"]["name"]
    steps.cards(page, "Open").click()
    comments = page.get_by_role("region", name="Comments")
    comments.get_by_label("Write a comment").press_sequentially(f"Ask @{name[:3]}")
    comments.get_by_role("option", name=name).click()
    page.keyboard.type("about <b>this</b> and **that**")
    page.keyboard.press("Control+Enter")
    written = comments.get_by_role("listitem")
    expect(written).to_contain_text(f"Ask @{name} about <b>this</b> and that")
    expect(written.locator("b")).to_have_count(0)
    expect(page.get_by_role("region", name="History")).to_contain_text("commented")
    comments.get_by_role("button", name="Delete comment").click()
    expect(written).to_have_count(0)


def test_who_is_second_hears_of_it(site: Server, enter: Enter) -> None:
    person, project, page = _board(site, enter, "Shared words")
    [task] = person.get(f"/projects/{project}/tasks")["items"]
    visit = enter(site, person)
    visit.watch.expect("status of 409")
    second = visit.open(f"/projects/{project}/tasks/{task['id']}")
    title = second.get_by_role("complementary", name="Task").get_by_label("Title", exact=True)
    title.focus()
    title.press_sequentially(" mine")
    person.patch(f"/tasks/{task['id']}", 200, title="Changed by another")
    expect(steps.cards(page, "Open")).to_contain_text(["Changed by another"])
    expect(steps.cards(second, "Open")).to_contain_text(["Changed by another"])
    title.press("Enter")
    expect(second.get_by_role("region", name="Messages")).to_contain_text("Somebody else has just changed")
    expect(title).to_have_value("Changed by another")
    assert person.get(f"/tasks/{task['id']}")["title"] == "Changed by another"


def test_a_resting_finger_picks_a_card_up(site: Server, enter: Enter) -> None:
    _, _, page = _board(site, enter, "By finger")
    box = steps.cards(page, "Open").first.bounding_box()
    goal = steps.column(page, "Blocked").bounding_box()
    assert box
    assert goal
    touch = page.context.new_cdp_session(page)
    point = {"x": box["x"] + 40, "y": box["y"] + 30}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    expect(page.locator("[data-dragging]")).to_have_count(1)
    for part in (0.3, 0.7, 1.0):
        x = point["x"] + (goal["x"] + 80 - point["x"]) * part
        moved = {"x": x, "y": goal["y"] + 150}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [moved]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(steps.cards(page, "Blocked")).to_contain_text(["By finger"])


def test_bars_of_the_timeline_move_by_keys(site: Server, enter: Enter) -> None:
    person, project, _ = _board(site, enter)
    body = {"title": "Build", "starts_on": "2026-03-02", "due_on": "2026-03-04"}
    task = person.post(f"/projects/{project}/tasks", 201, **body)
    page = enter(site, person).open(f"/projects/{project}/board?view=timeline")
    page.get_by_role("button", name="#1 Build").focus()
    for key, days in (
        ("ArrowRight", ("2026-03-03", "2026-03-05")),
        ("Shift+ArrowRight", ("2026-03-03", "2026-03-06")),
    ):
        with page.expect_response(lambda answer: answer.request.method == "PATCH"):
            page.keyboard.press(key)
        now = person.get(f"/tasks/{task['id']}")
        assert (now["starts_on"], now["due_on"]) == days


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_five_thousand_tasks_remain_usable(site: Server, enter: Enter) -> None:
    person, project, page = _board(site, enter)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: _add(person, project, number), range(MANY)))
    page.reload()
    expect(steps.column(page, "Open").get_by_role("heading")).to_contain_text("5,000")
    assert 5 < page.locator("[data-task]").count() < MOST_CARDS_DRAWN
    # The last one is reached, and what was above it is no longer drawn.
    page.locator("[data-column=open]").evaluate("(list) => { list.scrollTop = list.scrollHeight }")
    expect(page.get_by_text("#5000", exact=True)).to_be_visible()
    assert page.locator("[data-task]").count() < MOST_CARDS_DRAWN
    steps.drag(page, steps.cards(page, "Open").last, steps.column(page, "Done"))
    expect(steps.cards(page, "Done")).to_have_count(1)
    page.get_by_label("Filter tasks").fill("number 1234 of")
    # The filter finds the number of a task as well as its title.
    wanted = steps.cards(page, "Open").filter(has_text="Number 1234 of many")
    expect(wanted).to_have_count(1)
    wanted.focus()
    for key in ("Space", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(steps.cards(page, "In progress")).to_contain_text(["Number 1234 of many"])
    steps.no_sideways_scroll(page)


def _add(person: Person, project: str, number: int) -> None:
    person.post(f"/projects/{project}/tasks", 201, title=f"Number {number} of many")
