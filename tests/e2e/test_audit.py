"""The audit in the browser: what happened is found, filters stand in the address, the chain is verified, files come."""

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Enter
from tests.servers.coditect import Server
from tests.story.people import sign_in, sign_up, wait_until


def test_an_owner_finds_a_refusal_and_takes_the_audit_along(
    site: Server, enter: Enter, tmp_path: Path
) -> None:
    person = sign_up(site)
    person.api.post("/auth/login", json={"email": person.email, "password": "not the words of theirs"})
    sign_in(person.api, person.email)
    wait_until(lambda: person.get("/audit?action=sign_in.refused")["items"] or None)
    page = enter(site, person).open("/settings?tab=organization")
    page.get_by_role("link", name="Open the audit").click()
    rows = page.get_by_role("main").locator("li summary")
    expect(rows.filter(has_text="Sign-in refused")).to_have_count(1)
    expect(rows.filter(has_text="Signed up")).to_have_count(1)

    page.get_by_label("Outcome").select_option("Refused")
    expect(page).to_have_url(re.compile("outcome=refused"))
    expect(rows).to_have_count(1)
    page.reload()
    expect(rows).to_have_count(1)
    rows.first.click()
    facts = page.get_by_role("main").locator("li dl")
    expect(facts).to_contain_text("wrong password")
    expect(facts).to_contain_text(person.email)

    page.get_by_role("button", name="Clear").click()
    page.get_by_label("Search", exact=True).fill("nothing that ever happened")
    expect(page.get_by_role("heading", name="Nothing fits")).to_be_visible()
    page.get_by_label("Search", exact=True).fill("signed")
    expect(page).to_have_url(re.compile("q=signed"))
    page.get_by_label("Search", exact=True).fill("")
    expect(rows.filter(has_text="Signed up")).to_have_count(1)

    page.get_by_role("button", name="Verify the chain").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("The chain holds")

    with page.expect_download() as download:
        page.get_by_role("link", name="Export JSONL").click()
    file = tmp_path / "audit.jsonl"
    download.value.save_as(file)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["sequence"] for line in lines] == list(range(1, len(lines) + 1))
