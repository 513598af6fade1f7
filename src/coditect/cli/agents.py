"""`coditect agents …`: the library listed, shown, checked, and asked for the right agent."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from rich.table import Table

from coditect import framework
from coditect.cli import console

app = typer.Typer(name="agents", help="List, show, check and choose agents.", no_args_is_help=True)


@app.command("list")
def list_agents(
    word: Annotated[str | None, typer.Argument(help="Only agents whose text holds this word.")] = None,
    need: Annotated[
        str | None, typer.Option("--need", help="What you need, in your words; the best come first.")
    ] = None,
) -> None:
    """List the agents; search them by a word, or by what you need."""
    agents = _holding(word, _visible())
    if need is not None:
        ranked = framework.Dispatcher(agents).rank(need)
        agents = {name: agents[name] for name in ranked[:10]}
    table = Table(show_header=False, box=None, pad_edge=False)
    for agent in agents.values():
        table.add_row(f"[bold]{agent.name}[/]", _gist(agent))
    console.OUT.print(table)
    console.say(f"{len(agents)} agent{'' if len(agents) == 1 else 's'}")
    if not agents:
        raise typer.Exit(1)


@app.command()
def choose(
    request: Annotated[
        str | None, typer.Argument(help="What you want; left out, one request per line of standard input.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as one line of JSON.")] = False,
) -> None:
    """Say which agent is for a request, and why."""
    dispatcher = framework.Dispatcher(_visible())
    if request is None:
        for line in _lines():
            sys.stdout.write(_json(dispatcher.choose(line)) + "\n")
            sys.stdout.flush()
    elif as_json:
        sys.stdout.write(_json(dispatcher.choose(request)) + "\n")
    else:
        _show_choice(dispatcher.choose(request))


def _json(choice: framework.Choice) -> str:
    answer = {"agent": choice.agent, "candidates": choice.candidates, "why": choice.why}
    return json.dumps(answer, ensure_ascii=False)


def _lines() -> Iterator[str]:
    """Each line of standard input without its end; bytes that are no UTF-8 are replaced, so that every line is answered."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _show_choice(choice: framework.Choice) -> None:
    console.OUT.print(f"[bold]{choice.agent or 'none'}[/]", highlight=False)
    console.OUT.print(choice.why, highlight=False, markup=False)
    for assignment in choice.chain:
        console.OUT.print(f"  {assignment.agent}: {assignment.task}", highlight=False, markup=False)


def _gist(agent: framework.Agent) -> str:
    """The first sentence of the description."""
    text = " ".join(agent.summary.split())
    found = re.match(r".*?[.:?](?=\s|$)", text)
    return found[0].rstrip(":") if found else text


def _visible() -> Mapping[str, framework.Agent]:
    return framework.load_library().agents


def _holding(word: str | None, agents: Mapping[str, framework.Agent]) -> Mapping[str, framework.Agent]:
    if word is None:
        return agents
    wanted = word.casefold()
    return {name: agent for name, agent in agents.items() if wanted in agent.text.casefold()}
