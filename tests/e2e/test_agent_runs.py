"""An agent at work on its page: steps as they come, a question, leave, a diff and its undo, stop, going on, replay."""

import re
import threading

from playwright.sync_api import Page, expect

from tests.conftest import StartServer
from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.e2e.test_accessibility import OTHER_PASSES, PASSES, _violations
from tests.e2e.visit import PHONE
from tests.e2e.watch import REFUSED
from tests.model_server.script import Call, Calls, Reply, Request, Text
from tests.model_server.server import ModelServer
from tests.servers.coditect import Server
from tests.story.people import Person, sign_up

MENDER = """---
name: mender
description: |
  Mends small things. Use it when a check fails. Not for designs (`code-reviewer`).

  <example>
  user: "Mend the prices."
  assistant: "I'll ask the mender subagent."
  </example>
  <example>
  user: "The check fails."
  assistant: "I'll ask the mender subagent."
  </example>
tools: Read, Write, Edit, AskUserQuestion
model: inherit
---

You mend things.
"""
ASK = Call(
    {"question": "Refuse negative amounts?", "options": ["Refuse them", "Count them"]}, tool="AskUserQuestion"
)
WRITE = Call(
    {"file_path": "prices.py", "content": "def total(items):\n    return sum(items)\n"}, tool="Write"
)


class Mender:
    """A model that looks, asks, writes and reports; the first time, its report waits until it is let go."""

    def __init__(self, model_server: ModelServer) -> None:
        self.asked_again = threading.Event()
        self.let_go = threading.Event()
        model_server.script = self._answer

    def _answer(self, request: Request) -> Reply:
        if "Shop" not in request.text.rpartition("[end of request")[2]:
            return Calls(
                (Call({"file_path": "README.md"}, tool="Read"), ASK), "I look at the **readme** first."
            )
        if "prices.py is written" not in request.text:
            return WRITE
        if not self.asked_again.is_set():
            self.asked_again.set()
            self.let_go.wait(120)
        return Text("The *first* amount counts now.")


def _serve(start_server: StartServer, model: ModelServer) -> tuple[Server, Person]:
    server = start_server(
        model="anthropic:scripted", anthropic_api_key=model.api_key, anthropic_base_url=model.anthropic_url
    )
    person = sign_up(server)
    person.post("/agents", 201, text=MENDER)
    person.post("/projects", 201, name="Shop", description="Sells things.")
    return server, person


def _give_work(page: Page) -> None:
    page.get_by_role("link", name="Give work").click()
    expect(page.get_by_role("heading", name="Give mender work")).to_be_visible()
    page.get_by_label("What should they do?").fill("The total leaves out the first amount.")
    expect(page.get_by_role("radio", name=re.compile("^Ask first"))).to_be_checked()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="The total leaves out", level=1)).to_be_visible()


def test_an_agent_is_watched_answered_allowed_stopped_and_undone(
    start_server: StartServer, model_server: ModelServer, enter: Enter
) -> None:
    mender = Mender(model_server)
    try:
        server, person = _serve(start_server, model_server)
        visit = enter(server, person, calm=True)
        page = visit.open("/agents/mender")
        _give_work(page)
        waits = page.get_by_role("region", name="Waits for you")
        journal = page.get_by_role("region", name="Steps", exact=True)
        status = page.get_by_role("main").get_by_role("status").first
        expect(waits.get_by_role("heading", name="mender asks")).to_be_visible()
        expect(journal.get_by_text("I look at the readme first.")).to_be_visible()
        expect(journal.get_by_role("group").filter(has_text="README.md")).to_be_visible()
        waits.get_by_role("button", name="Refuse them").click()
        expect(waits.get_by_role("heading", name="mender wants to use Write")).to_be_visible()
        expect(waits.get_by_role("region", name="What it would change")).to_contain_text("return sum(items)")
        assert _violations(page, passes=(*PASSES, *OTHER_PASSES)) == []
        page.set_viewport_size(PHONE)
        steps.no_sideways_scroll(page)
        page.set_viewport_size({"width": 1440, "height": 900})

        waits.get_by_role("button", name="Allow", exact=True).click()
        diff = journal.get_by_role("region", name="Changes of prices.py")
        expect(diff).to_contain_text("def total(items):")
        expect(status).to_contain_text("At work")
        assert mender.asked_again.wait(60)
        page.get_by_role("button", name="Stop").click()
        rests = page.get_by_role("region", name="It rests")
        expect(rests).to_contain_text("A person stopped it.")
        rests.get_by_label("Turns").fill("50")
        rests.get_by_role("button", name="Let it go on").click()
        expect(page.get_by_text("The first amount counts now.")).to_be_visible()
        expect(status).to_contain_text("Done")
        expect(page.get_by_role("complementary", name="At a glance")).to_contain_text("of 50")
        assert _violations(page, passes=(*PASSES, *OTHER_PASSES)) == []

        journal.get_by_role("button", name="Undo").click()
        expect(journal.get_by_text("taken back")).to_be_visible()
        expect(page.get_by_role("heading", name="Changed files")).to_have_count(0)
        page.get_by_role("button", name="Step through it").click()
        expect(journal.get_by_role("listitem")).to_have_count(1)
        page.get_by_role("slider", name="Step").press("End")
        expect(page).to_have_url(re.compile(r"\?at=4$"))
        expect(journal.locator("[aria-current=step]")).to_contain_text("prices.py")

        visit.open("/runs")
        page.get_by_role("main").get_by_role("link", name="The total leaves out").click()
        expect(page).to_have_url(re.compile("/agent-runs/"))
        stranger = enter(server, sign_up(server))
        stranger.watch.expect(REFUSED)
        hidden = stranger.open(page.url.removeprefix(server.url))
        expect(hidden.get_by_role("heading", name="This page does not exist")).to_be_visible()
    finally:
        mender.let_go.set()
