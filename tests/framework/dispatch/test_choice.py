"""Choices for plain requests, over the built-in library and over small ones made here."""

import random
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.dispatch import SEED, read_cases, score
from coditect.framework import Agent, Dispatcher, choose, load_library, parse_agent
from coditect.framework.dispatch.index import LONGEST_FIELD, fields, referrals_in
from coditect.framework.dispatch.tables import sections

LIBRARY = load_library().agents


ALIKE = 0.5
"""Requests that share this part of their words (Jaccard) count as the same."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9']+", text.lower()))


def alike(one: str, other: str) -> bool:
    return len(words(one) & words(other)) / len(words(one) | words(other)) >= ALIKE


def agents(**descriptions: str) -> Mapping[str, Agent]:
    made = {}
    for name, description in descriptions.items():
        indented = description.replace("\n", "\n  ")
        text = f"---\nname: {name}\ndescription: |\n  {indented}\n---\nYou work.\n"
        parsed = parse_agent(Path(f"{name}.md"), text)
        assert isinstance(parsed, Agent)
        made[name] = parsed
    return made


@pytest.mark.parametrize(
    ("request_", "agent"),
    [
        ("Use the debugger subagent to review the diff", "debugger"),
        ("where is the session timeout set", "codebase-locator"),
        ("implement an LRU cache in rust with generics", "rust-expert-developer"),
        ("our docker image takes 25 minutes to build", "devops-engineer"),
        ("draw C4 diagrams of our system", "software-design-architect"),
        ("book me a flight to Oslo on friday", None),
        ("knitting pattern for socks", None),
        ("hi", None),
        ("", None),
        ("   \n", None),
        ("¿dónde está la biblioteca?", None),
        ("42", None),
    ],
)
def test_plain_cases(request_: str, agent: str | None) -> None:
    choice = choose(request_)
    assert choice.agent == agent
    assert len(choice.candidates) == len(set(choice.candidates)) == 5
    assert set(choice.candidates) <= set(LIBRARY)
    assert choice.why.endswith(".")
    if agent:
        assert choice.candidates[0] == agent
        assert agent in choice.why


def test_the_reason_names_the_words_that_counted() -> None:
    assert "“rust”" in choose("port this parser to rust").why
    assert "the request is about “recipe”" in choose("recipe for lasagna").why


def test_a_named_agent_that_does_not_exist_is_said_and_the_nearest_offered() -> None:
    choice = choose("Use the rust-expert-develper subagent to port it")
    assert choice.agent is None
    assert choice.candidates[0] == "rust-expert-developer"
    assert "There is no agent rust-expert-develper. Did you mean rust-expert-developer" in choice.why


def test_what_an_agent_is_not_for_counts_for_the_other() -> None:
    two = agents(
        alpha="Paints walls. Use it for rooms. Not for wooden chairs (`beta`).",
        beta="Works with timber. Use it for shelves. Not for rooms (`alpha`).",
    )
    assert Dispatcher(two).rank("wooden chairs")[0] == "beta"


def test_an_own_agent_for_everyday_things_is_chosen() -> None:
    own = agents(
        travel="Books a flight, a hotel and the train for a trip. Use it for every travel request.\n"
        '<example>\nuser: "Find me a flight and a hotel for my holiday"\n</example>'
    )
    assert choose("book me a flight and a hotel", {**LIBRARY, **own}).agent == "travel"
    assert choose("book me a flight and a hotel").agent is None


def test_a_library_of_none_chooses_none() -> None:
    choice = choose("port this parser to rust", {})
    assert (choice.agent, choice.candidates) == (None, ())
    assert choose("Use the debugger subagent to help", {}).agent is None


def test_equal_agents_are_ranked_by_name() -> None:
    twins = agents(beta="Paints walls.", alpha="Paints walls.")
    assert Dispatcher(twins).rank("paint the walls") == ("alpha", "beta")


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_request_is_answered(text: str) -> None:
    choice = choose(text)
    assert choice.agent is None or choice.agent in LIBRARY
    assert choice.candidates
    assert choice.why


def test_a_huge_request_is_answered() -> None:
    assert choose("rust borrow checker and cargo crate lifetimes " * 5_000).agent == "rust-expert-developer"


@pytest.mark.parametrize("filler", ["`debugger` ", "not for x (`debugger`) ", "where is the rust bug, "])
def test_a_hostile_definition_wins_nothing_and_is_read_only_so_far(filler: str) -> None:
    hostile = agents(hostile=filler * (200_000 // len(filler)))
    dispatcher = Dispatcher({**LIBRARY, **hostile})
    assert dispatcher.choose("port this parser to rust").agent == "rust-expert-developer"
    assert dispatcher.choose("draw C4 diagrams of our system").agent == "software-design-architect"
    read = fields(hostile["hostile"], [])
    assert max(len(text) for text in read.values()) <= LONGEST_FIELD
    assert (
        sum(len(text) for found in referrals_in({**LIBRARY, **hostile}).values() for text in found) < 500_000
    )


def test_the_table_was_split_by_its_seed() -> None:
    cases = [case for case in read_cases() if case.half in {"tuning", "measuring"}]
    assert len(cases) >= 300
    assert len({case.request for case in read_cases()}) == len(read_cases())
    assert [case.request for case in cases] == sorted(case.request for case in cases)
    tuning = set(random.Random(SEED).sample(range(len(cases)), len(cases) // 2))
    assert [case.half == "tuning" for case in cases] == [at in tuning for at in range(len(cases))]
    assert sum(case.agent is None for case in cases) >= 25
    assert {case.agent for case in cases} - {None} <= set(LIBRARY)


def test_the_tuning_half_is_answered_well() -> None:
    """A floor under what was reached, so that a change of texts or tables that breaks the dispatcher is noticed."""
    tuning = [case for case in read_cases() if case.half == "tuning"]
    result = score(tuning, Dispatcher(LIBRARY))
    assert result.first / result.cases >= 0.85
    assert result.among_three / result.cases >= 0.95


def test_what_people_ask_leads_to_the_agent_it_is_for() -> None:
    asked = list(sections("requests.txt"))
    assert {name for name, _ in asked} == set(LIBRARY)
    measured = [case.request for case in read_cases() if case.half in {"measuring", "fresh"}]
    taught = [(request, one) for _, request in asked for one in measured if alike(request, one)]
    assert taught == [], "what is measured may not be taught"
    right = sum(choose(request).agent == name for name, request in asked)
    assert right / len(asked) > 0.9
