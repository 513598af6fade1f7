"""What `coditect run` shows: steps as they happen, diffs before they are made, questions, and what it cost."""

import difflib
import json
import sys
from pathlib import Path
from typing import Any, Literal, TextIO, cast

from rich.prompt import Prompt
from rich.syntax import Syntax
from rich.text import Text

from coditect.agents.work.events import AgentCallChanged, AgentRunChanged, AgentSpoke
from coditect.agents.work.models import AgentCallRow
from coditect.agents.work.schemas import AgentCallRead, AgentRunRead
from coditect.cli import console
from coditect.cli.prompting import Typed
from coditect.kernel.events import Event

_MARKS = {"done": "[green]✓[/]", "failed": "[red]✗[/]", "denied": "[yellow]-[/]", "unknown": "[yellow]?[/]"}

Decision = Literal["yes", "always", "no"]


class View:
    """Steps on standard error, the answer on standard output; with `as_json`, one object per line there instead."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._in_text = False

    def observe(self, event: Event) -> None:
        """Show what happened."""
        if self._as_json:
            self._line({"type": event.topic.removeprefix("agents."), **_plain(event)})
        elif isinstance(event, AgentSpoke):
            self._in_text = True
            console.ERR.print(event.text, end="", markup=False, highlight=False, style="dim", soft_wrap=True)
        elif isinstance(event, AgentRunChanged) and event.state == "delegating":
            self._break()
            console.say(f"{event.agent} hands work on")
        elif isinstance(event, AgentCallChanged) and event.state == "begun":
            self._break()

    def call(self, call: AgentCallRead) -> None:
        """Show a call that has ended, with its diff."""
        if self._as_json:
            return
        self._break()
        mark = _MARKS.get(call.state, " ")
        console.ERR.print(f"{mark} [bold]{call.tool}[/]", Text(brief(call.arguments)), highlight=False)
        for change in call.changes:
            show_diff(change.diff)
        if call.state in {"failed", "denied", "unknown"}:
            console.say(f"  {(call.result or '').strip()[:500]}")

    def ended(self, run: AgentRunRead, code: int) -> None:
        """Show how it ended."""
        self._break()
        spent = run.spent
        cost = f"${spent.cost_usd:.4f}" if spent.cost_usd is not None else "cost unknown"
        tokens = f"{spent.input_tokens + spent.output_tokens:,} tokens"
        if self._as_json:
            self._line({"type": "result", "exit_code": code, **run.model_dump(mode="json", exclude={"said"})})
            return
        if run.answer is not None:
            text = (
                run.answer
                if isinstance(run.answer, str)
                else json.dumps(run.answer, indent=2, ensure_ascii=False)
            )
            console.OUT.print(text, markup=False, highlight=False, soft_wrap=True)
        who = "by rules, without a model" if run.origin == "rules" else f"by {run.model or 'nobody yet'}"
        console.say(
            f"{run.agent}: {run.state}, {who}, {spent.turns} turns, {tokens}, {cost}, {spent.seconds:.1f} s"
        )
        if run.reason:
            console.say(run.reason)
        if run.state in {"stopped", "asking"}:
            console.say(f"Go on with: coditect run --resume {str(run.id)[-12:]}")

    def _break(self) -> None:
        if self._in_text:
            console.ERR.print()
            self._in_text = False

    def _line(self, content: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(content, ensure_ascii=False, default=str) + "\n")
        sys.stdout.flush()


def ask_leave(agent: str, call: AgentCallRow, folder: Path, typed: Typed) -> Decision:
    """Show what an agent wants to do, and ask whether it may."""
    console.ERR.print(f"[bold]{agent}[/] wants to use [bold]{call.tool}[/]:", Text(brief(call.arguments)))
    show_diff(preview(call.arguments, folder))
    choices = ["yes", "always", "no"]
    answer = _ask(typed, "Allow it?", choices=choices, default="yes")
    return "yes" if answer == "yes" else "always" if answer == "always" else "no"


def ask_why(typed: Typed) -> str:
    """Ask why not, for the agent."""
    words = "Why not (for the agent, may be empty)"
    return _ask(typed, words, default="", show_default=False)


def ask_question(agent: str, call: AgentCallRow, typed: Typed) -> str:
    """Put an agent's question."""
    console.ERR.print(f"[bold]{agent}[/] asks:", Text(str(call.arguments.get("question", ""))))
    for number, option in enumerate(call.arguments.get("options", ()), 1):
        console.say(f"  {number}. {option}")
    options = call.arguments.get("options", ())
    while True:
        answer = _ask(typed, "Your answer", default="", show_default=False).strip()
        if answer.isdigit() and 0 < int(answer) <= len(options):
            return str(options[int(answer) - 1])
        if answer:
            return answer


def _ask(
    typed: Typed, words: str, *, default: str, choices: list[str] | None = None, show_default: bool = True
) -> str:
    return Prompt.ask(
        words,
        choices=choices,
        default=default,
        show_default=show_default,
        console=console.ERR,
        stream=cast("TextIO", typed),
    )


def preview(arguments: dict[str, Any], folder: Path) -> str:
    """Return the diff that a write would make, as far as its arguments tell."""
    name = arguments.get("file_path")
    if not isinstance(name, str):
        return ""
    if isinstance(arguments.get("old_string"), str):
        before, after = str(arguments["old_string"]), str(arguments.get("new_string", ""))
    elif isinstance(arguments.get("content"), str):
        path = folder / name
        after = str(arguments["content"])
        try:
            before = path.read_text("utf-8") if path.is_file() and not path.is_symlink() else ""
        except (OSError, UnicodeDecodeError):
            before = ""
    else:
        return ""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    return "\n".join(lines)


def show_diff(diff: str) -> None:
    """Print a diff in colours."""
    if diff.strip():
        console.ERR.print(Syntax(diff.rstrip("\n"), "diff", theme="ansi_dark", background_color="default"))


def brief(arguments: dict[str, Any]) -> str:
    """Return the arguments of a call in a line."""
    for name in ("command", "file_path", "path", "pattern", "url", "question", "agent"):
        if arguments.get(name):
            text = " ".join(str(arguments[name]).split())
            return text if len(text) <= 160 else f"{text[:159]}…"
    return ""


def _plain(event: Event) -> dict[str, Any]:
    return {name: value for name, value in vars(event).items() if name != "organization_id"}
