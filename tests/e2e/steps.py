"""What a person does on the pages, in the words that the pages use."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.story.people import PASSWORD

ANALYSTS = 8
EXPORTS = {
    "SVG": b"<svg",
    "PNG": b"\x89PNG",
    "PDF": b"%PDF-",
    "BPMN": b"<?xml",
    "Mermaid": b"flowchart",
    "HTML": b"<!doctype html",
}
SOMEWHERE_ELSE = re.compile(r"/(welcome|projects)")


def create_account(page: Page, email: str) -> None:
    """Fill the two fields of the sign-up page."""
    expect(page.get_by_role("heading", name="Create your account")).to_be_visible()
    assert page.locator("form input").count() == 2
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()


def follow_the_mailed_link(page: Page, email: str) -> None:
    """From "check your mail" through the development mailbox back to the sign-in page."""
    page.get_by_role("link", name="Open mailbox").click()
    expect(page.get_by_text(f"To {email}")).to_be_visible()
    page.get_by_role("link", name="Open the link").click()
    expect(page.get_by_text("Your email is confirmed")).to_be_visible()


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fill the sign-in form."""
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def stages(page: Page) -> Locator:
    """The eight analysts above an analysis."""
    return page.get_by_role("region", name="Analysts").get_by_role("listitem")


def wait_for_analysis(page: Page) -> None:
    """Wait until all eight are done and the drawing is there."""
    expect(page.locator("section[aria-label=Analysts] li[data-status=succeeded]")).to_have_count(ANALYSTS)
    expect(nodes(page).first).to_be_visible()


def nodes(page: Page) -> Locator:
    """The shapes of the diagram that stand for something in the text."""
    return page.get_by_role("region", name="Diagram").locator("[data-node-id]")


def lit_text(page: Page) -> list[str]:
    """The passages of the description that are lit now."""
    found: list[str] = page.evaluate("[...(CSS.highlights.get('evidence') ?? [])].map((range) => `${range}`)")
    return found


def lit_nodes(page: Page) -> Locator:
    """The shapes of the diagram that are lit now."""
    return page.get_by_role("region", name="Diagram").locator("[data-lit]")


def download(page: Page, label: str, folder: Path) -> Path:
    """Take one export from the menu and return the file."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("menuitem", name=re.compile(rf"^{label}\b")).click()
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def column(page: Page, name: str) -> Locator:
    """A column of the board."""
    return page.get_by_role("region", name=name, exact=True)


def cards(page: Page, name: str) -> Locator:
    """The cards in a column, as far as they are drawn."""
    return column(page, name).locator("[data-task]")


def drag(page: Page, card: Locator, to: Locator) -> None:
    """Move a card by pointer, as a hand does: press, move in steps, release."""
    start, end = card.bounding_box(), to.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 120, steps=12)
    page.mouse.up()


def no_sideways_scroll(page: Page) -> None:
    """Nothing on the page is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0, f"{urlsplit(page.url).path} scrolls sideways by {wide} px"
