"""`coditect agents …`: the library listed, shown, checked, and asked for the right agent."""

import difflib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from coditect import framework
from coditect.cli import console
from coditect.framework import repository
from coditect.framework.catalogue import LIBRARY

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
    console.say(_count(len(agents), "agent"))
    if not agents:
        raise typer.Exit(1)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="The agent's name.")],
    as_file: Annotated[bool, typer.Option("--file", help="The definition as it stands in its file.")] = False,
) -> None:
    """Show one agent: what it is for, its tools, its output contract and its text."""
    agents = _visible()
    if (agent := agents.get(name)) is None:
        near = difflib.get_close_matches(name, agents, n=3, cutoff=0.5)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `coditect agents list` shows all."
        raise console.fail(f"There is no agent {name}.{hint}")
    if as_file:
        sys.stdout.write(agent.text)
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    for key, value in (
        ("Tools", ", ".join(agent.tools) if agent.tools is not None else "all"),
        ("Model", agent.model or "inherit"),
        ("Answers in", f"schemas/{agent.output_schema}.json" if agent.output_schema else "free text"),
        ("Digest", f"sha256:{agent.digest[:16]}…"),
        ("File", str(agent.path)),
    ):
        table.add_row(f"[dim]{key}[/]", Text(value))
    console.OUT.print(
        Text(agent.name, style="bold"), Text(agent.summary), "", table, "", Markdown(agent.body), sep="\n"
    )


@app.command()
def validate(
    path: Annotated[
        Path | None, typer.Argument(help="A file or folder; else this repository's agents, else the library.")
    ] = None,
) -> None:
    """Report everything that is wrong with definitions; exits with 1 when something is."""
    chosen = path or repository.own_agents(Path.cwd()) or LIBRARY / "agents"
    agents, faults = framework.check(chosen)
    for fault in faults:
        console.OUT.print(Text(str(fault)), soft_wrap=True)
    console.say(f"{chosen}: {_count(len(agents), 'agent')}, {_count(len(faults), 'fault')}")
    if faults:
        raise typer.Exit(1)


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="Lower-case words joined by single hyphens.")],
    folder: Annotated[Path, typer.Option("--in", help="The repository.")] = Path(),
) -> None:
    """Begin an agent of your own; what only you know is marked in the file."""
    try:
        path = repository.new_agent(repository.root_of(folder), name)
    except (repository.RepositoryRefused, OSError) as error:
        raise console.fail(str(error)) from None
    console.OUT.print(Text(str(path)), soft_wrap=True)
    console.say(f"Replace each `{repository.FILL_IN} …`, then run `coditect agents validate {path}`.")


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
    """The library, and over it the agents of the repository that the command is called in."""
    library = framework.load_library().agents
    folder = repository.own_agents(Path.cwd())
    return {**library, **framework.load_folder(folder).agents} if folder else library


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _holding(word: str | None, agents: Mapping[str, framework.Agent]) -> Mapping[str, framework.Agent]:
    if word is None:
        return agents
    wanted = word.casefold()
    return {name: agent for name, agent in agents.items() if wanted in agent.text.casefold()}
