"""Texts of own agents, good and bad: what live validation says, and that storing says the same."""

import json
from typing import Any

import httpx
import pytest

from coditect.agents import checking
from coditect.framework import Agent
from tests.agents.house import API, TEXT, called, create

Fault = dict[str, Any]


async def faults(client: httpx.AsyncClient, text: str, name: str | None = None) -> list[Fault]:
    answer = await client.post(f"{API}/agents/validate", json={"text": text, "name": name})
    assert answer.status_code == 200, answer.text
    found: list[Fault] = answer.json()["faults"]
    return found


BAD = {
    "empty": ("", 1, "does not open"),
    "no-frontmatter": ("# Hello", 1, "does not open"),
    "unclosed": ("---\nname: a\n", 1, "never closed"),
    "colon": ("---\nname: a-b\ndescription: Use: now\n---\nDo.", 3, "not valid YAML"),
    "unknown-key": (TEXT.replace("tools:", "tool:"), 10, "`tool` is unknown"),
    "unknown-tool": (TEXT.replace("Read, Grep", "Read, Fly"), 10, "`Fly`"),
    "bad-name": (called("Invoice Clerk"), 2, "`name` is wrong"),
    "builtin-name": (called("debugger"), 2, "`debugger` is taken"),
    "no-body": (TEXT.split("\nYou compare")[0], None, "no text below"),
    "no-such-delegate": (TEXT.replace("Read, Grep", "Read, Agent(nobody)"), 10, "delegate to `nobody`"),
    "itself": (
        TEXT.replace("Read, Grep", "Agent(invoice-clerk)"),
        10,
        "in a circle: invoice-clerk → invoice-clerk",
    ),
    "no-such-form": (TEXT.replace("schemas/review", "schemas/reviews"), 15, "no schema reviews.json"),
    "any-file": (TEXT.replace("schemas/review.json", "schemas//etc/passwd"), 15, "no schema /etc/passwd"),
    "unwritten": (TEXT + "\nFILL IN: the rest\n", 17, "not written yet"),
    "near-miss": (TEXT.replace("`code-reviewer`", "`code-reviewers`"), 13, "`code-reviewers` is no agent"),
    "too-large": (TEXT + "x" * 300_000, None, "the limit is"),
    "deep": ("---\nname: a\ndescription: " + "[" * 5000 + "\n---\nDo.", 3, "nests deeper"),
    "alias": ("---\nname: &n a\ndescription: *n\n---\nDo.", None, "aliases"),
}


@pytest.mark.parametrize("case", BAD)
async def test_bad_texts_are_named_by_line_and_mend(ada: httpx.AsyncClient, case: str) -> None:
    text, line, words = BAD[case]
    found = await faults(ada, text)
    assert words in found[0]["message"], found
    assert found[0]["mend"]
    if line is not None:
        assert found[0]["line"] == line
    answer = await ada.post(f"{API}/agents", json={"text": text})
    assert answer.status_code == 422
    assert [error["message"] for error in answer.json()["errors"]] == [fault["message"] for fault in found]
    assert answer.json()["errors"][0].keys() == {"field", "message", "line", "mend"}


async def test_a_good_text_has_no_faults_and_is_not_stored(ada: httpx.AsyncClient) -> None:
    assert await faults(ada, TEXT) == []
    assert (await ada.get(f"{API}/agents/invoice-clerk")).status_code == 404
    await create(ada)
    assert [fault["line"] for fault in await faults(ada, TEXT)] == [2]
    assert await faults(ada, TEXT, "invoice-clerk") == []
    assert await faults(ada, TEXT.replace("Read, Grep", "Agent(debugger)"), "invoice-clerk") == []
    assert await faults(ada, called("head-clerk", TEXT.replace("Read, Grep", "Agent(invoice-clerk)"))) == []


async def test_two_own_agents_do_not_delegate_in_a_circle(ada: httpx.AsyncClient) -> None:
    await create(ada)
    await create(ada, called("head-clerk", TEXT.replace("Read, Grep", "Agent(invoice-clerk)")))
    back = TEXT.replace("Read, Grep", "Agent(head-clerk)")
    [fault] = await faults(ada, back, "invoice-clerk")
    assert "invoice-clerk → head-clerk → invoice-clerk" in fault["message"]
    assert fault["line"] == 10


async def test_what_no_database_stores_is_refused(ada: httpx.AsyncClient) -> None:
    for text in (TEXT + "\0", TEXT + "\ud800"):
        answer = await ada.post(
            f"{API}/agents",
            content=json.dumps({"text": text}),
            headers={"content-type": "application/json"},
        )
        assert answer.status_code == 422


async def test_of_many_faults_the_first_are_told(ada: httpx.AsyncClient) -> None:
    found = await faults(ada, "---\n" + "".join(f"key{n}: 1\n" for n in range(5000)) + "---\nDo.")
    assert len(found) == 50


async def test_a_body_of_five_megabytes_is_refused(ada: httpx.AsyncClient) -> None:
    answer = await ada.post(f"{API}/agents/validate", json={"text": "x" * 5_000_000})
    assert answer.status_code == 413


async def test_a_hostile_text_is_only_text(ada: httpx.AsyncClient) -> None:
    hostile = TEXT.replace("Checks invoices", "<script>alert(1)</script> '); DROP TABLE own_agents; --")
    made = await create(ada, hostile)
    assert made["text"] == hostile
    assert "<script>" in made["does"]


async def test_the_text_is_kept_as_written(ada: httpx.AsyncClient) -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n") + "  \r\n"
    assert (await create(ada, text))["text"] == text


def test_reading_a_text_twice_reads_it_once() -> None:
    first = checking.read(TEXT)
    assert isinstance(first, Agent)
    assert checking.read(TEXT) is first
