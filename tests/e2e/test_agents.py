"""The library of agents and the organization's own: find, read, ask, write with live validation, version, retire."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.test_accessibility import OTHER_PASSES, PASSES, _violations
from tests.e2e.visit import PHONE
from tests.e2e.watch import REFUSED
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up

TEXT = """---
name: invoice-clerk
description: |
  Checks invoices against orders. Use it when one arrives. Not for code (`code-reviewer`).

  <example>
  user: "Check invoice 17."
  assistant: "I'll ask the invoice-clerk subagent."
  </example>
tools: Read, Grep
---

You compare each line with its order.
"""
HOSTILE = TEXT.replace("Checks invoices", "<img src=x onerror=alert(1)> Checks") + f"\n## {'W' * 300}\n"


def _with_own_agent(site: Server, text: str = TEXT) -> Person:
    person = sign_up(site)
    person.post("/agents", 201, text=text)
    return person


def _rows(page: Page) -> list[str]:
    return [row.strip() for row in page.locator("main section li a > span:nth-child(2)").all_inner_texts()]


def test_the_library_is_found_from_the_rail_and_searched(site: Server, enter: Enter) -> None:
    person = _with_own_agent(site)
    page = enter(site, person).open("/agents")
    library = person.get("/agents?limit=500")["items"]
    families = page.get_by_role("navigation", name="Families")
    expect(families.get_by_role("link", name="All")).to_contain_text(str(len(library)))
    expect(page.get_by_role("region", name="Your organization")).to_contain_text("invoice-clerk")
    page.get_by_label("Find an agent").fill("miri")
    expect(page.get_by_role("region", name="Your organization")).to_have_count(0)
    assert _rows(page) == [agent["name"] for agent in library if "miri" in agent["description"].lower()]
    page.get_by_label("Find an agent").fill("the borrow checker rejects my Rust code")
    expect(page.get_by_role("status").filter(has_text="Ask rust-expert-developer.")).to_be_visible()
    assert _rows(page)[0] == "rust-expert-developer"
    page.get_by_role("link", name="rust-expert-developer").first.click()
    expect(page.get_by_role("heading", name="rust-expert-developer", level=1)).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Find an agent")).to_have_value("the borrow checker rejects my Rust code")


def test_a_family_is_looked_at_alone(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    person.project()
    page = enter(site, person).open("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Agents").click()
    family = person.get("/agent-families")["items"][1]
    page.get_by_role("navigation", name="Families").get_by_role("link", name=family["title"]).click()
    expect(page.locator("main section")).to_have_count(1)
    expected = [a["name"] for a in person.get("/agents?limit=500")["items"] if a["family"] == family["key"]]
    assert _rows(page) == expected


def test_an_agent_reads_like_a_colleague(site: Server, enter: Enter) -> None:
    visit = enter(site, sign_up(site))
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open("/agents/codebase-locator")
    expect(page.get_by_text("When not", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Examples")).to_be_visible()
    aside = page.get_by_role("complementary", name="At a glance")
    expect(aside.get_by_role("listitem").filter(has_text="Search files")).to_have_attribute(
        "data-may", "true"
    )
    expect(aside.get_by_role("listitem").filter(has_text="Change files")).to_contain_text("Not:")
    aside.get_by_label("What should they do?").fill("find the login page")
    aside.get_by_role("button", name="Copy the request").click()
    expect(page.get_by_role("region", name="Messages")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Use the codebase-locator subagent to find the login page"
    aside.get_by_role("link", name="codebase-analyzer").click()
    expect(page).to_have_url(re.compile("/agents/codebase-analyzer$"))


def test_an_agent_is_written_with_its_faults_in_sight(site: Server, enter: Enter) -> None:
    visit = enter(site, sign_up(site))
    visit.watch.expect(REFUSED)
    page = visit.open("/agents/new")
    field = page.get_by_label("Definition")
    state = page.get_by_role("status").filter(has_text=re.compile("fault|Line|Fault"))
    expect(state).to_contain_text("This part is not written yet.")
    field.fill(TEXT.replace("Read, Grep", "Read, Fly").replace("invoice-clerk\n", "debugger\n", 1))
    expect(state).to_contain_text("`Fly` is not a tool that exists")
    expect(page.get_by_text("List tool names, separated by commas")).to_be_visible()
    page.get_by_role("button", name="Line 10").click()
    assert field.evaluate("(it) => it.value.slice(it.selectionStart, it.selectionEnd)") == "tools: Read, Fly"
    page.get_by_role("button", name="Create agent").click()
    expect(page.get_by_role("alert")).to_contain_text("Fly")
    field.fill(TEXT.replace("invoice-clerk\n", "debugger\n", 1))
    expect(state).to_contain_text("The name `debugger` is taken")
    field.fill(TEXT)
    expect(page.get_by_text("No faults.")).to_be_visible()
    field.press("Control+s")
    expect(page.get_by_role("heading", name="invoice-clerk", level=1)).to_be_visible()
    expect(page.get_by_text("version 1 by")).to_be_visible()


def test_line_numbers_stand_beside_their_lines(site: Server, enter: Enter) -> None:
    page = enter(site, sign_up(site), size=PHONE).open("/agents/new")
    page.get_by_label("Definition").fill("word " * 200 + "\n\n" + "W" * 300 + "\nlast")
    heights = page.evaluate(
        "(() => { const field = document.querySelector('textarea');"
        " return [field.scrollHeight, field.clientHeight, field.previousElementSibling.clientHeight] })()"
    )
    assert len(set(heights)) == 1, heights
    steps.no_sideways_scroll(page)


def test_versions_are_kept_and_taken_back(site: Server, enter: Enter) -> None:
    person = _with_own_agent(site)
    page = enter(site, person).open("/agents/invoice-clerk")
    page.get_by_role("link", name="Edit").click()
    field = page.get_by_label("Definition")
    field.fill(TEXT.replace("each line", "every single line"))
    page.get_by_role("button", name="Save version 2").click()
    expect(page.get_by_role("article")).to_contain_text("every single line")
    page.get_by_role("list", name="Versions").get_by_role("link", name="Version 1").click()
    expect(page.get_by_text("Version 1 of 2.")).to_be_visible()
    expect(page.get_by_role("article")).to_contain_text("You compare each line")
    page.get_by_role("button", name="Use this text again").click()
    expect(page.get_by_role("list", name="Versions").get_by_role("listitem")).to_have_count(3)
    assert person.get("/agents/invoice-clerk")["text"] == TEXT


def test_a_stale_edit_is_told(site: Server, enter: Enter) -> None:
    person = _with_own_agent(site)
    visit = enter(site, person)
    visit.watch.expect(REFUSED)
    page = visit.open("/agents/invoice-clerk/edit")
    page.get_by_label("Definition").fill(TEXT + "\nMine.\n")
    person.api.put("/agents/invoice-clerk", json={"text": TEXT + "\nTheirs.\n", "version": 1})
    page.get_by_role("button", name="Save version 2").click()
    expect(page.get_by_role("alert")).to_contain_text("It is at version 2 now")
    expect(page.get_by_label("Definition")).to_have_value(TEXT + "\nMine.\n")


def test_what_is_not_saved_is_not_lost_by_a_click(site: Server, enter: Enter) -> None:
    page = enter(site, sign_up(site)).open("/agents/new")
    page.get_by_label("Definition").fill("half an idea")
    asked: list[str] = []

    def stay(dialog: object) -> None:
        asked.append(str(getattr(dialog, "message", "")))
        getattr(dialog, "dismiss")()  # noqa: B009 - the type of dialogs is not imported for this

    page.on("dialog", stay)
    page.get_by_role("link", name="Cancel").click()
    expect(page.get_by_label("Definition")).to_have_value("half an idea")
    assert asked == ["Leave without saving?"]


def test_retiring_can_be_undone(site: Server, enter: Enter) -> None:
    person = _with_own_agent(site)
    page = enter(site, person).open("/agents/invoice-clerk")
    page.get_by_role("button", name="Retire").click()
    expect(page.get_by_text("nobody can hand work to this agent")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Edit")).to_be_visible()
    page.get_by_role("button", name="Retire").click()
    page.get_by_role("navigation", name="Path").get_by_role("link", name="Agents").click()
    page.get_by_role("link", name="Retired").click()
    page.get_by_role("link", name="invoice-clerk").click()
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_role("button", name="Retire")).to_be_visible()
    assert person.get("/agents/invoice-clerk")["retired_at"] is None


def test_an_agent_of_the_library_becomes_ones_own(site: Server, enter: Enter) -> None:
    page = enter(site, sign_up(site)).open("/agents/debugger")
    page.get_by_role("link", name="Make it yours").click()
    expect(page.get_by_label("Definition")).to_have_value(re.compile("^---\nname: my-debugger\n"))
    expect(page.get_by_text("No faults.")).to_be_visible()
    page.get_by_role("button", name="Create agent").click()
    expect(page.get_by_role("heading", name="my-debugger", level=1)).to_be_visible()


def test_another_organization_meets_no_agent(site: Server, enter: Enter) -> None:
    _with_own_agent(site)
    visit = enter(site, sign_up(site))
    visit.watch.expect(REFUSED)
    page = visit.open("/agents/invoice-clerk")
    expect(page.get_by_text("does not exist")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    ["/agents", "/agents?find=rust", "/agents/rust-expert-developer", "/agents/invoice-clerk", "/agents/new"],
)
def test_nothing_stands_in_anybodys_way(site: Server, enter: Enter, path: str) -> None:
    page = enter(site, _with_own_agent(site, HOSTILE), calm=True).open(path)
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("status", name="Loading")).to_have_count(0)
    if path.endswith("/new"):
        page.get_by_label("Definition").fill("---\nname: No\n---\nx")
        expect(page.get_by_role("button", name="Line 2")).to_be_visible()
    assert _violations(page, passes=(*PASSES, *OTHER_PASSES)) == []
    page.set_viewport_size(PHONE)
    steps.no_sideways_scroll(page)
