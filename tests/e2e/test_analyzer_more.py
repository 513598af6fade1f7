"""What is done less often to an analysis: a file dropped, questions answered, figures slid, stages made again, limits."""

import re
import sqlite3
import subprocess

from playwright.sync_api import Page, expect

from tests.e2e import steps
from tests.e2e.conftest import Enter
from tests.servers.coditect import COMMAND, Server
from tests.story.people import INVOICES, Person, sign_up

_DROP = """([target, name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, { type: 'text/markdown' }));
    for (const kind of ['dragover', 'drop'])
        target.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""
_STATED = INVOICES + " There are 6,000 invoices per year."


def test_figures_and_answers_become_part_of_the_analysis(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    page = enter(site, person).open(f"/projects/{person.project()}/analyses/new")
    target = page.get_by_label("Description")
    page.evaluate(_DROP, [target.element_handle(), "invoices.md", _STATED])
    expect(target).to_have_value(_STATED)
    page.get_by_role("button", name="Analyze").click()
    steps.wait_for_analysis(page)
    workflow = page.url.rsplit("/", 1)[-1].split("?")[0]
    _figures_are_slid_and_saved(page, person, workflow)
    _a_question_is_answered(page, person, workflow)
    _an_actor_is_named_anew(page)
    _a_stage_is_made_again(page, person, workflow)


def _figures_are_slid_and_saved(page: Page, person: Person, workflow: str) -> None:
    """What is shown while sliding is what the server reckons once it is saved."""
    page.get_by_role("tab", name="Automation").click()
    panel = page.get_by_role("tabpanel")
    panel.get_by_label("Share of the time saved, %").fill("50")
    panel.get_by_label("Minutes of work per case").fill("10")
    panel.get_by_label("Cost of an hour").fill("40")
    panel.get_by_label("Cost to build").fill("10000")
    panel.get_by_label("Cost to run, per year").fill("2000")
    # 6,000 cases of 10 minutes, half of it saved: 500 hours, at 40 each 20,000, less 2,000 to run.
    expect(panel).to_contain_text("500")
    expect(panel).to_contain_text("18,000")
    expect(panel).to_contain_text("6.7")
    panel.get_by_role("button", name="Save as assumptions").click()
    expect(panel.get_by_role("button", name="Save as assumptions")).to_be_disabled()
    roi = person.get(f"/workflows/{workflow}")["analysis"]["analysts"]["automation-assessor"]["roi"]
    assert (roi["hours_saved_per_year"], roi["saving_per_year"]) == (500, 18_000)
    assert round(roi["payback_months"], 1) == 6.7


def _a_question_is_answered(page: Page, person: Person, workflow: str) -> None:
    page.get_by_role("tab", name="Summary").click()
    page.get_by_role("button", name=re.compile("^Reply to")).first.click()
    page.get_by_label("Answer").fill("Ten minutes for each invoice.")
    page.get_by_role("tabpanel").get_by_role("button", name="Save").click()
    expect(page.get_by_role("tabpanel").get_by_text("Ten minutes for each invoice.")).to_be_visible()
    asked = person.get(f"/workflows/{workflow}")["analysis"]["analysts"]["workflow-analyzer"]["questions"]
    assert "Ten minutes for each invoice." in [question["answer"] for question in asked]


def _an_actor_is_named_anew(page: Page) -> None:
    page.get_by_role("tab", name=re.compile("^Actors")).click()
    page.get_by_role("button", name="Edit “Accountant”").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Bookkeeper")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("region", name="Diagram").locator("svg[role=img]")).to_contain_text("Bookkeeper")


def _a_stage_is_made_again(page: Page, person: Person, workflow: str) -> None:
    """People's edits of the stages before stay."""
    page.get_by_role("button", name="Analyze again from a stage").click()
    page.get_by_role("menuitem", name="Technical Analyzer").click()
    steps.wait_for_analysis(page)
    expect(page.get_by_role("region", name="Diagram").locator("svg[role=img]")).to_contain_text("Bookkeeper")
    assert person.get(f"/workflows/{workflow}")["version"] == 2


def test_a_tier_says_what_is_left_before_it_ends(site: Server, enter: Enter) -> None:
    person = sign_up(site)
    project = person.project()
    organization = person.get("/me")["active_organization_id"]
    assign = [COMMAND, "tiers", "assign", organization, "free", "--data-dir", site.data_dir]
    subprocess.run(assign, check=True, timeout=120, env=site.environment)
    person.finished_workflow(project)
    _use(site, organization, 40)
    page = enter(site, person).open(f"/projects/{project}/analyses/new")
    expect(page.get_by_text("40 of 50 analyses of this month are used.")).to_be_visible()
    page.get_by_label("Description").fill(INVOICES)
    expect(page.get_by_role("button", name="Analyze")).to_be_enabled()
    _use(site, organization, 50)
    page.reload()
    expect(page.get_by_text("All 50 analyses of this month are used.")).to_be_visible()
    expect(page.get_by_role("button", name="Analyze")).to_be_disabled()


def _use(server: Server, organization: str, analyses: int) -> None:
    """Make as many analyses as used as only weeks of work would."""
    with sqlite3.connect(server.data_dir / "coditect.db", timeout=60) as database:
        changed = database.execute(
            "UPDATE usage_counters SET used = ? WHERE measure = 'analyses' AND organization_id = ?",
            (analyses, organization.replace("-", "")),
        )
        assert changed.rowcount == 1
