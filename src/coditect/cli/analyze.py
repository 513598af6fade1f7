"""`coditect analyze`: a description in, `analysis.json` and diagrams out, with no server."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn
from rich.table import Table

from coditect import agents, workflows
from coditect.cli import console
from coditect.kernel.config import Settings
from coditect.kernel.errors import Problem

DONE, FAILED, WRONG_CALL, REFUSED = 0, 1, 2, 3


class _WrongCallError(Exception):
    """The call or its file is not usable."""


def analyze(
    settings: Settings, source: str, out: Path, formats: Sequence[str] | None, domain: str | None
) -> int:
    """Analyse the text of `source` into the folder `out`; return the exit code."""
    try:
        chosen = _formats(formats)
        description = _read(source)
        analysis = _analyse(settings, description, _domain(domain))
        written = _write(out, analysis, chosen)
    except _WrongCallError as error:
        console.fail(str(error))
        return WRONG_CALL
    except workflows.DescriptionRefused as error:
        console.fail(str(error))
        return REFUSED
    except (Problem, OSError) as error:
        console.fail(str(error))
        return FAILED
    _show(analysis, written)
    return DONE


def _formats(wanted: Sequence[str] | None) -> Sequence[str]:
    unknown = sorted(set(wanted or ()) - set(workflows.FORMATS))
    if unknown:
        raise _WrongCallError(
            f"There is no format {', '.join(unknown)}; choose from {', '.join(workflows.FORMATS)}."
        )
    return wanted or tuple(workflows.FORMATS)


def _domain(wanted: str | None) -> workflows.Domain | None:
    if wanted is None:
        return None
    domains: tuple[workflows.Domain, ...] = get_args(workflows.Domain)
    for domain in domains:
        if domain == wanted:
            return domain
    raise _WrongCallError(f"There is no domain {wanted}; choose from {', '.join(domains)}.")


def _read(source: str) -> str:
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise _WrongCallError(f"{source} cannot be read: {error.strerror}.") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _WrongCallError(f"{source} is not UTF-8 text; save it as plain text first.") from None


def _analyse(settings: Settings, description: str, domain: workflows.Domain | None) -> workflows.Analysis:
    columns = (SpinnerColumn(finished_text="✓"), TextColumn("{task.description}"))
    with Progress(*columns, console=console.ERR) as progress:
        lines: dict[str, TaskID] = {}

        def begin(analyst: workflows.AnalystSpec) -> None:
            lines[analyst.name] = progress.add_task(analyst.title, total=1)

        def end(analyst: workflows.AnalystSpec, summary: str) -> None:
            progress.update(lines[analyst.name], completed=1, description=f"{analyst.title} {summary}")

        return asyncio.run(
            workflows.analyse(
                description,
                domain=domain,
                model=agents.configured(settings),
                on_begin=begin,
                on_end=end,
            )
        )


def _write(out: Path, analysis: workflows.Analysis, formats: Sequence[str]) -> Sequence[Path]:
    out.mkdir(parents=True, exist_ok=True)
    document = out / "analysis.json"
    document.write_text(analysis.model_dump_json(indent=2) + "\n", encoding="utf-8")
    written = [document]
    for name in formats:
        path = out / f"diagram{workflows.FORMATS[name].extension}"
        path.write_bytes(workflows.render_export(analysis.title, analysis.model_dump_json(), name))
        written.append(path)
    return written


def _show(analysis: workflows.Analysis, written: Sequence[Path]) -> None:
    table = Table(title=analysis.title, title_justify="left", show_header=False)
    rows = (
        ("Domain", analysis.domain),
        ("Actors", str(len(analysis.actors))),
        ("Tasks", str(len(analysis.tasks))),
        ("Gateways", str(len(analysis.gateways))),
        ("Build tasks", str(len(analysis.build_tasks))),
        ("Quality", f"{analysis.quality.value:.0f} of 100"),
        ("Flags", ", ".join(flag.code for flag in analysis.flags) or "none"),
        ("Written", "\n".join(str(path) for path in written)),
    )
    for name, value in rows:
        table.add_row(name, value)
    console.OUT.print(table)
