"""`coditect analyze`: a description in, `analysis.json` and diagrams out, with no server."""

import asyncio
import codecs
import os
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
    settings: Settings,
    source: str,
    out: Path,
    formats: Sequence[str] | None,
    domain: str | None,
    *,
    report: bool = False,
    of: workflows.State = "as_is",
    look: workflows.Look = "light",
) -> int:
    """Analyse the text of `source` into the folder `out`; return the exit code."""
    try:
        chosen, chosen_domain = _formats(formats), _domain(domain)
        _check_folder(out)
        description = _read(source)
        model = agents.configured(settings)
        workflows.check(description, has_model=model is not None)
        analysis = _analyse(description, chosen_domain, model)
        out.mkdir(parents=True, exist_ok=True)
        made_of = workflows.Source(analysis.title, analysis.model_dump_json(), description)
        written = [*_write_analysis(out, analysis), *_draw(out, made_of, chosen, of, look)]
        written += _write_documents(out, made_of) if report else []
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
    return tuple(dict.fromkeys(wanted or workflows.FORMATS))


def _domain(wanted: str | None) -> workflows.Domain | None:
    if wanted is None:
        return None
    domains: tuple[workflows.Domain, ...] = get_args(workflows.Domain)
    for domain in domains:
        if domain == wanted:
            return domain
    raise _WrongCallError(f"There is no domain {wanted}; choose from {', '.join(domains)}.")


def _check_folder(out: Path) -> None:
    """Find out before the work, not after it, whether its result can be written."""
    existing = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not existing.is_dir():
        raise _WrongCallError(f"{out} cannot be the folder for the results: {existing} is a file.")
    if not os.access(existing, os.W_OK | os.X_OK):
        raise _WrongCallError(f"{out} cannot be the folder for the results: you may not write to {existing}.")


def _read(source: str) -> str:
    """Return the text; what is surely too long is not read to its end."""
    most = workflows.MAX_DESCRIPTION_BYTES + len(codecs.BOM_UTF8)
    try:
        if source == "-":
            content = sys.stdin.buffer.read(most + 1)
        else:
            with Path(source).open("rb") as file:
                content = file.read(most + 1)
    except OSError as error:
        raise _WrongCallError(f"{source} cannot be read: {error.strerror}.") from None
    if len(content) > most:
        kilobytes = workflows.MAX_DESCRIPTION_BYTES // 1024
        raise workflows.DescriptionRefused(f"{source} has more than the {kilobytes} KB that are allowed.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _WrongCallError(f"{source} is not UTF-8 text; save it as plain text first.") from None


def _analyse(
    description: str, domain: workflows.Domain | None, model: agents.ModelSettings | None
) -> workflows.Analysis:
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
                model=model,
                on_begin=begin,
                on_end=end,
            )
        )


def _write_analysis(out: Path, analysis: workflows.Analysis) -> Sequence[Path]:
    document = out / "analysis.json"
    document.write_text(analysis.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return [document]


def _draw(
    out: Path,
    source: workflows.Source,
    formats: Sequence[str],
    of: workflows.State,
    look: workflows.Look,
) -> Sequence[Path]:
    written = []
    for name in formats:
        path = out / f"diagram{workflows.FORMATS[name].extension}"
        path.write_bytes(workflows.render_export(source, name, of=of, look=look))
        written.append(path)
    return written


def _write_documents(out: Path, source: workflows.Source) -> Sequence[Path]:
    written = []
    for artifact in workflows.ARTIFACTS.values():
        for name in artifact.formats:
            path = out / f"{artifact.name}{workflows.DOCUMENT_FORMATS[name].extension}"
            path.write_bytes(workflows.render_artifact(source, artifact.name, name))
            written.append(path)
    return written


def _show(analysis: workflows.Analysis, written: Sequence[Path]) -> None:
    # Not as markup: somebody wrote it.
    console.OUT.print(analysis.title, markup=False, highlight=False, soft_wrap=True)
    table = Table(show_header=False)
    rows = (
        ("Domain", analysis.domain),
        ("Actors", str(len(analysis.actors))),
        ("Tasks", str(len(analysis.tasks))),
        ("Gateways", str(len(analysis.gateways))),
        ("Build tasks", str(len(analysis.build_tasks))),
        ("Quality", f"{analysis.quality.value:.0f} of 100"),
        ("Flags", ", ".join(flag.code for flag in analysis.flags) or "none"),
    )
    for name, value in rows:
        table.add_row(name, value)
    console.OUT.print(table)
    # One line each, whole in the narrowest window, so that programs can read them.
    for path in written:
        console.OUT.print(str(path), markup=False, highlight=False, soft_wrap=True)
