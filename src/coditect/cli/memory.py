"""`coditect context …`: what was done in a folder, remembered in its `MEMORY-CONTEXT/` for later sessions and other people."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coditect.cli import console

if TYPE_CHECKING:
    from coditect.agents.work.memory import Kind, Section
    from coditect.agents.work.schemas import AgentRunRead

app = typer.Typer(
    name="context",
    help="Checkpoints, hand-offs and exports of what was done in a folder.",
    no_args_is_help=True,
)

Title = Annotated[str, typer.Argument(help="What it is about.")]
Note = Annotated[str | None, typer.Option(help="What else is worth knowing: decisions, what comes next.")]
_RECENT = 10
_OPEN = frozenset(("queued", "working", "asking", "stopped", "delegating"))


@app.command()
def save(title: Title = "", *, note: Note = None) -> None:
    """Write a checkpoint: the state of git, what agents did lately, and your note."""
    _write("checkpoint", title, note, whole=False)


@app.command()
def handoff(title: Title = "", *, note: Note = None) -> None:
    """Write a hand-off for whoever goes on: as a checkpoint, with what is still open; it is told to the next agents."""
    _write("handoff", title, note, whole=False)


@app.command()
def export(title: Title = "") -> None:
    """Write down all that agents said and did here, each piece once, however often you export."""
    _write("export", title, None, whole=True)


@app.command()
def resume(
    which: Annotated[
        str | None, typer.Argument(help="A part of the name of a text; else the newest hand-off.")
    ] = None,
) -> None:
    """Show the newest hand-off or checkpoint, and what was committed since."""
    # Loaded only now: they bring the whole platform with them.
    from coditect.agents.work import git, memory

    folder = Path.cwd().resolve()
    if which is None:
        found = [*memory.names(folder, "handoff")[:1], *memory.names(folder, "checkpoint")[:1]]
    else:
        found = [name for name in memory.names(folder) if which in name]
    text = memory.read(folder, found[0]) if found else None
    if text is None:
        raise console.fail("There is nothing to go on with in MEMORY-CONTEXT; see coditect context list.", 2)
    console.OUT.print(text, markup=False, highlight=False, soft_wrap=True)
    since = _time_of(found[0])
    commits = git.ask("log", f"--since={since}", "--format=%h %s (%an)", where=folder) if since else None
    console.say("Committed since:" if commits else "Nothing was committed since.")
    for line in (commits or "").splitlines()[:20]:
        console.say(f"  {line}")


@app.command("list")
def list_texts() -> None:
    """List what is remembered, the newest first."""
    from coditect.agents.work import memory

    for name in memory.names(Path.cwd().resolve()):
        console.OUT.print(name, markup=False, highlight=False)


@app.command()
def recall(request: Annotated[str, typer.Argument(help="What an agent would be asked.")]) -> None:
    """Show what of the memory an agent would be told with a request, and why."""
    from coditect.agents.work import memory

    for fact in memory.recall(Path.cwd().resolve(), request):
        console.OUT.print(f"{fact.what} ({fact.why})", style="bold", markup=False, highlight=False)
        console.OUT.print(f"{fact.text}\n", markup=False, highlight=False, soft_wrap=True)


def _write(kind: "Kind", title: str, note: str | None, *, whole: bool) -> None:
    from coditect.agents.work import memory
    from coditect.agents.work.gitfacts import git_state
    from coditect.cli import running

    folder = Path.cwd().resolve()
    runs = running.past()
    sections = [memory.Section("Note", note)] if note else []
    if whole:
        sections += [_section(run, whole=True) for run in runs]
    else:
        sections.append(memory.Section("State of git", git_state(folder)))
        sections += _open(runs) if kind == "handoff" else []
        sections += [_section(run, whole=False) for run in runs[:_RECENT]]
    try:
        written = memory.write(folder, kind, title, sections)
    except OSError as problem:
        raise console.fail(str(problem)) from None
    if written.path is None:
        console.say("Nothing is new: all of it is remembered already.")
        return
    console.say(f"{written.new} new, {written.known} known already.")
    console.OUT.print(str(written.path.relative_to(folder)), markup=False, highlight=False)


def _open(runs: "Sequence[AgentRunRead]") -> "list[Section]":
    from coditect.agents.work.memory import Section

    lines = [f"- {run.agent}, {run.state}: {_line(run.request)}" for run in runs if run.state in _OPEN]
    return [Section("Still open", "\n".join(lines))] if lines else []


def _section(run: "AgentRunRead", *, whole: bool) -> "Section":
    from coditect.agents.work.memory import Section

    answer = (
        run.answer if isinstance(run.answer, str) else json.dumps(run.answer, ensure_ascii=False, indent=1)
    )
    parts = [f"Asked: {run.request}"]
    if whole:
        parts += [f"Said: {said.text}" for said in run.said]
        parts += [f"Called {call.tool}: {call.state}" for call in run.calls]
    parts.append(
        f"Answered: {answer}" if run.answer is not None else f"State: {run.state}. {run.reason or ''}"
    )
    if run.changed_files:
        parts.append(f"Changed: {', '.join(run.changed_files)}")
    return Section(f"{run.agent}: {_line(run.request)}", "\n\n".join(parts))


def _line(text: str) -> str:
    return " ".join(text.split())[:100]


def _time_of(name: str) -> str | None:
    try:
        return datetime.strptime(name[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return None
