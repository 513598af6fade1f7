"""The main job without a mouse: every step is reached by Tab, and where one is can be seen."""

import re
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.watch import UNAUTHORIZED
from tests.servers.coditect import Server
from tests.story.people import PASSWORD, sign_up

FARTHEST = 60
# What a person sees of the focus: an outline or a ring, on the element or on the frame around a field.
VISIBLE_FOCUS = """
(element) => {
  const shows = (one) => {
    const look = getComputedStyle(one);
    return (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none';
  };
  const chosen = element.matches('input[type=radio]') ? element.closest('label') : element;
  return shows(chosen) || shows(element.parentElement) || element.matches('textarea');
}
"""


def test_the_main_job_without_a_mouse(site: Server, enter: Enter) -> None:
    email = f"keys-{uuid4().hex[:8]}@example.com"
    visit = enter(site)
    visit.watch.expect(UNAUTHORIZED)
    page = visit.open("/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    _press(page, page.get_by_role("link", name="Create an account"))
    _type(page, page.get_by_label("Email"), email)
    _type(page, page.get_by_label("Password", exact=True), PASSWORD)
    page.keyboard.press("Enter")
    _press(page, page.get_by_role("link", name="Open mailbox"))
    _press(page, page.get_by_role("link", name="Open the link"))
    expect(page.get_by_text("Your email is confirmed")).to_be_visible()
    _type(page, page.get_by_label("Email"), email)
    _type(page, page.get_by_label("Password", exact=True), PASSWORD)
    page.keyboard.press("Enter")

    _type(page, page.get_by_label("Project name"), "By hand")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Setting up")).to_be_visible()
    expect(page.get_by_role("button", name="Continue")).to_be_enabled()
    _press(page, page.get_by_role("button", name="Continue"))
    expect(page.get_by_role("radio").first).to_be_attached()
    _reach(page, page.get_by_role("radio", checked=True))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    _press(page, page.get_by_role("button", name="Analyze"))
    steps.wait_for_analysis(page)

    _reach(page, page.get_by_role("tab", selected=True))
    page.keyboard.press("ArrowRight")
    row = page.get_by_role("tabpanel").locator("li[tabindex]").first
    _reach(page, row)
    expect(steps.lit_nodes(page)).to_have_count(1)
    assert len(steps.lit_text(page)) >= 1
    _reach(page, page.get_by_role("button", name="Export"), back=True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem").first).to_be_focused()
    with page.expect_download() as coming:
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("menuitem").nth(1)).to_be_focused()
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename.endswith(".docx")
    page.keyboard.press("Escape")
    _press(page, page.get_by_role("button", name="Send to board", exact=True))
    expect(page.get_by_role("region", name="Messages")).to_contain_text("on the board now")

    page.keyboard.press("Control+k")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.type("board")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Board")
    page.keyboard.press("Enter")
    first = steps.cards(page, "Open").first
    expect(first).to_be_visible()
    moved = first.get_attribute("data-task") or ""
    _reach(page, first)
    for key in ("Space", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(steps.cards(page, "In progress")).to_have_attribute("data-task", moved)
    expect(steps.cards(page, "In progress")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary", name="Task")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Task")).to_have_count(0)

    _reach(page, page.get_by_role("button", name=re.compile("Account menu")))
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio").first).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("menuitem", name="Sign out")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_form_begins_in_its_first_field(site: Server, enter: Enter) -> None:
    page = enter(site).open("/signup")
    expect(page.get_by_label("Email")).to_be_focused()


def test_the_first_stop_leads_past_the_navigation(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    person.project()
    page = enter(site, person).open("/")
    expect(page.get_by_role("heading", name="Projects")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("main").get_by_role("link").first).to_be_focused()


def _reach(page: Page, target: Locator, *, back: bool = False) -> None:
    """Go on with Tab until the target has the focus, and see that it shows."""
    expect(target).to_be_attached()
    for _ in range(FARTHEST):
        if target.evaluate("(element) => element === document.activeElement"):
            assert target.evaluate(VISIBLE_FOCUS), f"the focus on {target} cannot be seen"
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{target} is not reached by Tab")


def _press(page: Page, target: Locator) -> None:
    _reach(page, target)
    page.keyboard.press("Enter")


def _type(page: Page, field: Locator, text: str) -> None:
    _reach(page, field)
    page.keyboard.type(text)
