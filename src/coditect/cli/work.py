"""`coditect run` and `coditect runs`: agents at work in this folder, without a server."""

from typing import Annotated, Literal

import typer

from coditect.cli import console

WRONG_CALL = 2
_MODES: dict[str, Literal["plan", "ask", "accept_edits", "autonomous"]] = {
    "plan": "plan",
    "ask": "ask",
    "accept-edits": "accept_edits",
    "autonomous": "autonomous",
}

AsJson = Annotated[
    bool, typer.Option("--json", help="JSON lines on standard output, for programs; the last is the result.")
]


def run(
    request: Annotated[
        str | None, typer.Argument(help="What is to be done; with --resume, which run.")
    ] = None,
    *,
    agent: Annotated[str | None, typer.Option(help="Who shall do it; else whoever fits best.")] = None,
    mode: Annotated[
        str, typer.Option(help="plan, ask, accept-edits or autonomous: what happens without asking you.")
    ] = "ask",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the newest run that is not done, or the one named.")
    ] = False,
    as_json: AsJson = False,
    ask_servers: Annotated[
        bool, typer.Option("--ask-servers", help="Ask again about MCP servers that you refused.")
    ] = False,
    max_turns: Annotated[int | None, typer.Option(min=1, max=10_000, help="Answers of the model.")] = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=1_000, max=1_000_000_000, help="Tokens in both directions.")
    ] = None,
    max_cost: Annotated[
        float | None, typer.Option(min=0.0001, max=100_000, help="Dollars, where prices are known.")
    ] = None,
    max_seconds: Annotated[int | None, typer.Option(min=1, max=604_800, help="Seconds at work.")] = None,
    max_depth: Annotated[
        int | None, typer.Option(min=0, max=10, help="How many times work may be handed on.")
    ] = None,
) -> None:
    """Let an agent work in this folder: its steps, diffs and cost are shown as they come; it asks before it writes.

    Exit codes: 0 done, 1 failed, 2 the call is wrong, 3 it rests (at a limit, stopped, or waiting for your answer).
    """
    if mode not in _MODES:
        raise console.fail(f"There is no mode {mode}; choose from {', '.join(_MODES)}.", WRONG_CALL)
    if not resume and not (request or "").strip():
        raise console.fail('Say what is to be done: coditect run "…"', WRONG_CALL)
    # Loaded only now: they bring the whole platform with them.
    from coditect.agents.work.schemas import BudgetGiven
    from coditect.cli import running

    limits = {
        "turns": max_turns,
        "tokens": max_tokens,
        "cost_usd": max_cost,
        "seconds": max_seconds,
        "depth": max_depth,
    }
    wish = running.Wish(request, agent, _MODES[mode], resume, BudgetGiven.model_validate(limits), ask_servers)
    raise typer.Exit(running.run(wish, as_json=as_json))


def runs(
    which: Annotated[
        str | None, typer.Argument(help="The id of a run, or its end; left out, all are listed.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """List what agents did in this folder, or show one run with its calls."""
    from coditect.cli import running

    raise typer.Exit(running.show(which, as_json=as_json))
