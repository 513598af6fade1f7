"""Every page that has an address, and a project with something to show on each."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.servers.coditect import Server
from tests.story.people import INVOICES, Person, mailed_token, sign_up, wait_until


@dataclass(frozen=True)
class Place:
    """A page; `shows` selects what is there once it is complete, `part` what differs from other pages."""

    name: str
    path: str
    shows: str = "h1"
    part: str = "body"


@dataclass(frozen=True)
class House:
    """A person whose project has an analysis, tasks and a past."""

    person: Person
    project: str
    workflow: str
    task: str
    invitation: str
    """The token of an open invitation."""
    agent_run: str

    def path(self, place: Place) -> str:
        return place.path.format(
            project=self.project,
            workflow=self.workflow,
            task=self.task,
            invitation=self.invitation,
            agent_run=self.agent_run,
        )


HOSTILE = "<img src=x onerror=\"window.__owned = 'image'\"><script>window.__owned = 'script'</script>{{7*7}}"
LONG = (HOSTILE + "W" * 200)[:200]
WORDS = (HOSTILE + "Rechtsschutzversicherungsgesellschaften und Nachbarn " * 4)[:200].strip()
_PROJECT = "/projects/{project}"
_ANALYSIS = _PROJECT + "/analyses/{workflow}"
_TABS = ("tasks", "actors", "automation", "requirements", "design", "quality", "technical", "versions")
PUBLIC = (
    Place("sign-in", "/login"),
    Place("sign-up", "/signup"),
    Place("check-mail", "/check-mail?email=somebody@example.com", "a:text('Open mailbox')"),
    Place("verify", "/verify-email?token=spent", "h1:text('did not work')"),
    Place("invitation", "/invitation?token={invitation}", "h1:text('Join')"),
    Place("mailbox", "/mailbox", "article h2"),
    Place("missing", "/no/such/page", "h1:text('does not exist')"),
)
START = (
    Place("welcome-name", "/welcome?step=project", "input[name=name]"),
    Place("welcome-set-up", "/welcome?step=create&project={project}", "ol li[data-done]:nth-child(4)"),
    Place("welcome-sample", "/welcome?step=sample&project={project}", "fieldset label"),
    Place("home", "/", f"main a[href^='{_PROJECT}']"),
    Place("settings", "/settings", "main fieldset"),
    Place("settings-notifications", "/settings?tab=notifications", "main input[role=switch]"),
    Place("settings-organization", "/settings?tab=organization", "main dl code"),
    Place("settings-members", "/settings?tab=team", "main ul li small"),
    Place("notifications", "/notifications", "main nav"),
    Place("audit", "/audit", "main details"),
)
PROJECT = (
    Place("overview", _PROJECT, "main ol time"),
    Place("analyses", f"{_PROJECT}/analyses", "main li time"),
    Place("new-analysis", f"{_PROJECT}/analyses/new", "aside li button"),
    Place("board", f"{_PROJECT}/board", "[data-task]"),
    Place("task", f"{_PROJECT}/tasks/{{task}}", "aside textarea"),
    Place("activity", f"{_PROJECT}/activity", "main ol time"),
    Place("tools", f"{_PROJECT}/tools", "main li code"),
)
ANALYSIS = (
    Place("analysis", _ANALYSIS, "[data-node-id]"),
    *(
        Place(f"analysis-{tab}", f"{_ANALYSIS}?tab={tab}", "[data-node-id]", "[role=tabpanel]")
        for tab in _TABS
    ),
)
AGENTS = (
    Place("agents", "/agents", "main section li a"),
    Place("agents-for-a-need", "/agents?find=our+rust+build+is+slow", "main section li a"),
    Place("agent", "/agents/rust-expert-developer", "article h3"),
    Place("new-agent", "/agents/new", "button:text('Line 4')"),
    Place("give-work", "/agents/codebase-locator/run", "main textarea"),
    Place("agent-runs", "/agent-runs", "main li time"),
    Place("agent-run", "/agent-runs/{agent_run}", "h2:text('Answer')"),
)
PRIVATE = {"start": START, "project": PROJECT, "analysis": ANALYSIS, "agents": AGENTS}
GROUPS = {"public": PUBLIC} | PRIVATE


def furnish(server: Server, name: str = "Purchase to pay", **workflow: Any) -> House:
    """Sign a person up and fill a project for them."""
    person = sign_up(server)
    project = person.project(name)
    sample = person.get("/workflows/samples")["items"][0]
    asked = {"description": sample["description"], "title": sample["title"]} | workflow
    started = person.post("/workflows", 202, project_id=project, **asked)
    ended = person.wait_for_end(started["id"])
    assert ended["status"] == "completed", ended["analysts"]
    sent = person.post(f"/workflows/{ended['id']}/tasks", 200)["items"]
    for task, status in zip(sent, ("done", "in_progress", "blocked"), strict=False):
        person.patch(f"/tasks/{task['id']}", 200, status=status)
    command = ["python3", "tools/weather.py"]
    person.post(f"/projects/{project}/mcp-servers", 201, name="weather", transport="stdio", command=command)
    return House(
        person,
        project,
        ended["id"],
        sent[-1]["id"],
        _people(server, person),
        _work_by_rules(person, project, name),
    )


def _people(server: Server, person: Person) -> str:
    """Invite somebody, make a role, claim a domain; return the token of the invitation."""
    guest = f"guest-{uuid4().hex[:8]}@example.com"
    person.post("/invitations", 201, email=guest, role="developer")
    person.post("/custom-roles", 201, name="Gardener", permissions=["project:write", "task:write"])
    person.post("/domains", 201, name=f"{uuid4().hex[:8]}.example")
    return wait_until(lambda: mailed_token(server.data_dir / "mailbox", guest))


def _work_by_rules(person: Person, project: str, name: str) -> str:
    """Let an agent that needs no model do something; return the id of its run."""
    request = f"Where is the readme of {name}?"
    begun = person.post("/agents/codebase-locator/runs", 202, project_id=project, request=request)["id"]
    wait_until(lambda: person.get(f"/agent-runs/{begun}")["state"] == "done" or None)
    return str(begun)


def crowd(server: Server) -> House:
    """A project in which every name is as long as it may be and would like to be markup."""
    house = furnish(
        server, LONG, title=LONG, description=f"The {HOSTILE} clerk {'W' * 300} files the form. {INVOICES}"
    )
    person = house.person
    person.patch(f"/projects/{house.project}", 200, description=WORDS)
    person.patch(f"/tasks/{house.task}", 200, title=LONG, description=LONG + WORDS)
    person.post(f"/projects/{house.project}/tasks", 201, title=WORDS)
    return house


def named(name: str) -> Place:
    """The place of that name."""
    return next(place for group in GROUPS.values() for place in group if place.name == name)


def go(page: Page, origin: str, house: House, place: Place) -> None:
    """Open a page and wait until it is complete."""
    page.goto(origin + house.path(place))
    shown = place.shows.format(project=house.project)
    expect(page.locator(shown).first).to_be_visible()
    expect(page.get_by_role("status", name="Loading")).to_have_count(0)
