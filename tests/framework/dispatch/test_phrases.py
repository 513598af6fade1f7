"""Requests that name their agents."""

import pytest

from coditect.framework.dispatch.phrases import Assignment, parse

KNOWN = {"debugger", "code-reviewer", "rust-expert-developer", "research-agent"}


@pytest.mark.parametrize(
    ("request_", "chain"),
    [
        ("Use the debugger subagent to find the leak", [("debugger", "find the leak")]),
        ("use debugger subagent to find the leak.", [("debugger", "find the leak")]),
        ("Please use subagent debugger to find it", [("debugger", "find it")]),
        ("Use our Rust Expert Developer subagent to port it", [("rust-expert-developer", "port it")]),
        ("use the rust_expert_developer sub-agent to port it", [("rust-expert-developer", "port it")]),
        ("@debugger why does it hang?", [("debugger", "why does it hang?")]),
        ("debugger: why does it hang?", [("debugger", "why does it hang?")]),
        (
            "Use the debugger subagent to find the leak while having the code-reviewer subagent check the fix",
            [("debugger", "find the leak"), ("code-reviewer", "check the fix")],
        ),
        (
            "Use the research-agent subagent to look,\nand then use the rust-expert-developer subagent to build it, while having the code-reviewer subagent read along.",
            [
                ("research-agent", "look"),
                ("rust-expert-developer", "build it"),
                ("code-reviewer", "read along"),
            ],
        ),
        ("Use the plumber subagent to mend the pipe", [("plumber", "mend the pipe")]),
    ],
)
def test_named_agents_and_their_tasks(request_: str, chain: list[tuple[str, str]]) -> None:
    assert parse(request_, KNOWN) == tuple(Assignment(*each) for each in chain)


@pytest.mark.parametrize(
    "plain",
    [
        "",
        "use a subagent to review my code",
        "run three subagents in parallel",
        "which subagent to choose?",
        "note: the debugger is broken",
        "http://example.org/debugger",
        "we use the debugger every day",
        "a@b.c wrote to me",
    ],
)
def test_what_only_looks_like_a_name(plain: str) -> None:
    assert parse(plain, KNOWN) == ()


def test_an_endless_request_is_read_in_one_go() -> None:
    hostile = "use the " * 20_000 + "subagent " * 20_000
    assert len(parse(hostile, KNOWN)) <= 20_000
