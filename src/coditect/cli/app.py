"""The tree of commands."""

import asyncio
from pathlib import Path
from typing import Annotated, Literal

import typer

from coditect.cli import agents, audit, clients, console, init, keys, memory, secrets, tiers, work
from coditect.cli.options import DataDir, settings_of
from coditect.kernel.config import Role

app = typer.Typer(
    name="coditect",
    help="People and AI agents build software together, on their own machines.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)

for group in (agents.app, tiers.app, secrets.app, keys.app, clients.app, audit.app, memory.app):
    app.add_typer(group)
for command in (init.init, init.update, init.remove, work.run, work.runs):
    app.command()(command)


@app.command()
def login(
    server: Annotated[str, typer.Option(help="Address of the installation.")] = "http://127.0.0.1:8000",
) -> None:
    """Sign in at an installation: shows a code that you approve in your browser."""
    from coditect.cli.login import login as run

    run(server)


@app.command()
def logout() -> None:
    """Sign out: the server forgets this machine, and so does the machine."""
    from coditect.cli.login import logout as run

    run()


@app.command()
def whoami() -> None:
    """Say who is signed in here, and where."""
    from coditect.cli.login import whoami as run

    run()


@app.command()
def mcp(
    server: Annotated[
        str | None, typer.Option(help="Address of the installation; left out, the one you are signed in at.")
    ] = None,
) -> None:
    """Serve the Model Context Protocol on standard input and output, for other people's agents.

    Uses the key in CODITECT_API_KEY, or who is signed in by `coditect login`.
    """
    from coditect.cli.mcp import serve as run

    console.exit_on_problem(lambda: run(server))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = None,
    data_dir: DataDir = None,
    role: Annotated[Role, typer.Option(help="What this process does.")] = "all",
) -> None:
    """Run the platform; migrates its database first and prints its address."""
    from coditect.cli.serve import serve as run

    settings = settings_of(host=host, port=port, data_dir=data_dir)
    raise typer.Exit(console.exit_on_problem(lambda: run(settings, role)))


@app.command()
def migrate(
    data_dir: DataDir = None,
    source: Annotated[
        str | None, typer.Option("--from", help="sqlite:///path of an installation that shall move.")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--to", help="postgresql://… of the empty database it moves to.")
    ] = None,
) -> None:
    """Bring the database to the schema of this version; with --from and --to, move it to PostgreSQL."""
    from coditect.cli.serve import bring_up_to_date

    if source is not None or target is not None:
        from coditect.cli.transfer import move

        console.exit_on_problem(lambda: move(source, target))
        return
    settings = settings_of(data_dir=data_dir)
    console.exit_on_problem(lambda: asyncio.run(bring_up_to_date(settings)))
    console.say("The database is up to date.")


@app.command()
def backup(
    to: Annotated[
        Path, typer.Option("--to", help="A folder, in which a new one is made, or a file that ends in .tar.")
    ],
    data_dir: DataDir = None,
) -> None:
    """Back up the database, the repositories, the files and the keys; the server may go on working."""
    from coditect.cli.backup import backup as run

    console.exit_on_problem(lambda: run(settings_of(data_dir=data_dir), to))


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="A backup: its folder or its .tar file.")],
    data_dir: DataDir = None,
) -> None:
    """Restore a backup into an empty data folder and an empty database, after checking all of it."""
    from coditect.cli.backup import restore as run

    console.exit_on_problem(lambda: run(settings_of(data_dir=data_dir), source))


@app.command()
def doctor(
    data_dir: DataDir = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings for programs.")] = False,
) -> None:
    """Look at the set-up and at what runs, and say how to mend what is wrong; exits with 1 when something is."""
    from coditect.cli.doctor import examine, is_well, report, report_json

    findings = asyncio.run(examine(settings_of(data_dir=data_dir)))
    (report_json if as_json else report)(findings)
    if not is_well(findings):
        raise typer.Exit(1)


@app.command()
def analyze(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the results; made when it is missing.")],
    formats: Annotated[
        list[str] | None, typer.Option("--format", help="Only this format; may be given several times.")
    ] = None,
    domain: Annotated[
        str | None, typer.Option(help="software, manufacturing, healthcare, finance or general.")
    ] = None,
    *,
    report: Annotated[
        bool,
        typer.Option(
            "--report", help="Also the report, requirements, roadmap and templates, in all formats."
        ),
    ] = False,
    of: Annotated[
        Literal["as_is", "to_be"], typer.Option(help="Draw the process as it is, or as it could be.")
    ] = "as_is",
    variant: Annotated[
        Literal["light", "print", "dark"], typer.Option(help="Draw in colour, in black, or for dark pages.")
    ] = "light",
) -> None:
    """Analyse a description of work, with no server: analysis.json and diagrams go to the folder.

    Exit codes: 0 done, 1 something failed, 2 the call or the file is wrong, 3 the text cannot be analysed.
    """
    from coditect.cli.analyze import analyze as run

    raise typer.Exit(run(settings_of(), file, out, formats, domain, report=report, of=of, look=variant))
