"""Agents at work in a folder, for `coditect run`: a worker in this process, shown and answered at this terminal."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from rich.table import Table
from rich.text import Text

from coditect import framework
from coditect.agents.mcp_client import folder as declared
from coditect.agents.work import local, service
from coditect.agents.work.limits import Budget
from coditect.agents.work.modes import Mode
from coditect.agents.work.offer import ASK
from coditect.agents.work.schemas import AgentRunRead, AgentRunSummary, BudgetGiven
from coditect.cli import console, mcp_servers, work_view
from coditect.cli.prompting import LeftError, Typed
from coditect.cli.serve import own_folder
from coditect.cli.work_view import View
from coditect.framework import Agent
from coditect.kernel.bus import Subscription
from coditect.kernel.lock import DataFolderInUseError
from coditect.kernel.logs import configure_logs
from coditect.kernel.migrate import migrate
from coditect.kernel.platform import Platform
from coditect.main import build_platform

DONE, FAILED, WRONG_CALL, RESTS = 0, 1, 2, 3
_LOOK_SECONDS = 0.5
_MOST_PAST = 50
_ENDED = frozenset(("done", "failed", "cancelled"))
_SHOWN = frozenset(("done", "failed", "denied", "unknown"))


@dataclass(frozen=True)
class Wish:
    """What a call of the command asks for."""

    request: str | None
    agent: str | None
    mode: Mode
    resume: bool
    budget: BudgetGiven
    ask_servers: bool = False
    """Whether to ask again about MCP servers that were refused."""


def run(wish: Wish, *, as_json: bool) -> int:
    """Work in the present folder; return the exit code."""
    folder = Path.cwd().resolve()
    view = View(as_json=as_json)
    chosen = None if wish.resume else _agent(folder, wish.agent, wish.request or "")

    async def begin(at: _Session) -> UUID:
        if chosen is None:
            return await _resume(at, wish.request, wish.budget)
        console.say(f"{chosen.name} works in {folder}")
        begun = await at.work.begin(chosen, wish.request or "", wish.mode, wish.budget.over(Budget()))
        return begun.agent_run_id

    servers = declared.read(folder)

    async def prepare(platform: Platform) -> None:
        may_ask = sys.stdin.isatty() and not as_json
        await mcp_servers.settle(platform, folder, servers, may_ask=may_ask, again=wish.ask_servers)

    return _in_folder(lambda: _with_work(folder, view, begin, prepare, servers.servers))


def show(which: str | None, *, as_json: bool) -> int:
    """List what agents did in the present folder, or show one run."""
    folder = Path.cwd().resolve()
    if not (folder / local.FOLDER / "state.db").is_file():
        raise console.fail("No agent has worked in this folder yet.")

    async def shown() -> int:
        async with local.at_work(build_platform(local.settings_in(folder)), folder) as (work, _):
            items = await work.newest()
            if which is None:
                _list(items, as_json=as_json)
                return DONE
            one = await work.read(_found(items, which))
        view = View(as_json=as_json)
        for call in one.calls:
            view.call(call)
        view.ended(one, DONE)
        return DONE

    return _in_folder(shown)


def past() -> Sequence[AgentRunRead]:
    """Return what agents did in the present folder, the newest first; nothing where none has worked."""
    folder = Path.cwd().resolve()
    found: list[AgentRunRead] = []
    if not (folder / local.FOLDER / "state.db").is_file():
        return found

    async def look() -> int:
        async with local.at_work(build_platform(local.settings_in(folder)), folder) as (work, _):
            found.extend([await work.read(one.id) for one in (await work.newest())[:_MOST_PAST]])
        return DONE

    _in_folder(look)
    return found


class _Session:
    """One call of the command: the work, its worker, and how it is told what happens."""

    def __init__(self, work: local.LocalWork, view: View, folder: Path) -> None:
        self.work = work
        self.view = view
        self.folder = folder
        self.typed = Typed()
        self._shown: set[tuple[UUID, int]] = set()

    async def follow(self, root_id: UUID, woken: Subscription) -> int:
        """Show and answer until the run has ended or rests."""
        while True:
            root = await self.work.read(root_id)
            await self._show_calls(root)
            if root.state in _ENDED:
                code = DONE if root.state == "done" else FAILED
                self.view.ended(root, code)
                return code
            resting = await self.work.waiting(root_id)
            if resting is None:
                await woken.wait(_LOOK_SECONDS)
            elif not await self._answered(resting):
                self.view.ended(await self.work.read(root_id), RESTS)
                return RESTS

    async def _show_calls(self, run: AgentRunRead) -> None:
        for call in run.calls:
            if call.state in _SHOWN and (run.id, call.number) not in self._shown:
                self._shown.add((run.id, call.number))
                self.view.call(call)
        for child in run.children:
            await self._show_calls(await self.work.read(child.id))

    async def _answered(self, resting: AgentRunRead) -> bool:
        """Ask the person what an agent asks; False when nobody is there or wants to answer, or nothing is asked."""
        try:
            return await self._answer(resting)
        except LeftError:
            return False

    async def _answer(self, resting: AgentRunRead) -> bool:
        call = await self.work.asked(resting.id)
        if call is None or not sys.stdin.isatty():
            return False
        if call.tool == ASK:
            text = await asyncio.to_thread(work_view.ask_question, resting.agent, call, self.typed)
            await self.work.do(service.answer, resting.id, call.number, text, None)
            return True
        decision = await asyncio.to_thread(work_view.ask_leave, resting.agent, call, self.folder, self.typed)
        if decision == "no":
            why = await asyncio.to_thread(work_view.ask_why, self.typed)
            await self.work.do(service.refuse, resting.id, call.number, why, None)
        else:
            more: Mode | None = None
            if decision == "always":
                more = "accept_edits" if call.effect == "write" else "autonomous"
            await self.work.do(service.allow, resting.id, call.number, None, from_now_on=more)
        return True


async def _with_work(
    folder: Path,
    view: View,
    begin: Callable[[_Session], Coroutine[object, object, UUID]],
    prepare: Callable[[Platform], Coroutine[object, object, None]],
    servers: Sequence[declared.Declared],
) -> int:
    platform = build_platform(local.settings_in(folder))
    async with local.at_work(platform, folder, view.observe, servers) as (work, worker):
        await prepare(platform)
        session = _Session(work, view, folder)
        root_id = await begin(session)
        with platform.bus.listen("steps") as woken, _stopping(session, root_id):
            working = asyncio.create_task(worker.run())
            try:
                return await session.follow(root_id, woken)
            finally:
                working.cancel()
                await asyncio.gather(working, return_exceptions=True)


@contextlib.contextmanager
def _stopping(session: _Session, root_id: UUID) -> Iterator[None]:
    """The first Ctrl-C lets the agent rest, the second one ends at once; both leave a run to go on with."""
    loop = asyncio.get_running_loop()
    asked: list[asyncio.Task[None]] = []
    whole = asyncio.current_task()

    def interrupted() -> None:
        # Whoever is asked something leaves by this; what is asked stays open.
        session.typed.leave()
        if asked:
            if whole is not None:
                whole.cancel()
            return
        console.say("It stops as soon as the call that is under way has ended; Ctrl-C again ends it at once.")
        asked.append(loop.create_task(session.work.do(service.stop, root_id)))

    loop.add_signal_handler(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)


async def _resume(at: _Session, which: str | None, given: BudgetGiven) -> UUID:
    items = await at.work.newest()
    open_items = [one for one in items if one.state not in _ENDED]
    if which is None and not open_items:
        raise console.fail("Nothing waits to be gone on with in this folder.", WRONG_CALL)
    root_id = open_items[0].id if which is None else _found(items, which)
    root = await at.work.read(root_id)
    resting = await at.work.waiting(root_id)
    for one in (root, resting):
        if one is not None and (one.state == "stopped" or one.stop_asked):
            await at.work.do(service.go_on, one.id, given.over(one.budget))
    return root_id


def _found(items: Sequence[AgentRunSummary], which: str) -> UUID:
    found = [one.id for one in items if str(one.id).endswith(which) or str(one.id).startswith(which)]
    if len(found) != 1:
        raise console.fail(
            f"{len(found)} runs of this folder are called {which}; see coditect runs.", WRONG_CALL
        )
    return found[0]


def _in_folder(work: Callable[[], Coroutine[object, object, int]]) -> int:
    settings = console.exit_on_problem(lambda: local.settings_in(Path.cwd().resolve()))
    configure_logs(settings.model_copy(update={"log_level": "error"}))
    _keep_out_of_git(settings.data_dir)

    async def all_of_it() -> int:
        await migrate(settings.owner_database_url)
        return await work()

    def held() -> int:
        try:
            with own_folder(settings):
                return asyncio.run(all_of_it())
        except DataFolderInUseError:
            raise console.fail(
                "Another `coditect run` is at work in this folder; wait for its end."
            ) from None
        except asyncio.CancelledError:
            return RESTS

    return console.exit_on_problem(held)


def _keep_out_of_git(state: Path) -> None:
    """Our state is nobody's source: git shall not see it, unless the folder has words of its own about that."""
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignoring = state / ".gitignore"
    if not ignoring.exists():
        ignoring.write_text("state.db*\nserver.lock\nscratch/\n.gitignore\n", encoding="utf-8")


def _agent(folder: Path, name: str | None, request: str) -> Agent:
    agents = local.agents_in(folder)
    if name is not None:
        if name not in agents:
            raise console.fail(f"There is no agent {name}; see coditect agents list.", WRONG_CALL)
        return agents[name]
    choice = framework.Dispatcher(agents).choose(request)
    if choice.agent is None:
        near = ", ".join(choice.candidates[:5])
        raise console.fail(f"{choice.why} Name one with --agent; the nearest are {near}.", WRONG_CALL)
    console.say(choice.why)
    return agents[choice.agent]


def _list(items: Sequence[AgentRunSummary], *, as_json: bool) -> None:
    if as_json:
        for one in items:
            sys.stdout.write(one.model_dump_json() + "\n")
        return
    table = Table(box=None, pad_edge=False)
    for title in ("run", "agent", "state", "turns", "tokens", "cost", "request"):
        table.add_column(title)
    for one in items:
        cost = f"${one.spent.cost_usd:.4f}" if one.spent.cost_usd is not None else "unknown"
        tokens = f"{one.spent.input_tokens + one.spent.output_tokens:,}"
        request = " ".join(one.request.split())[:60]
        table.add_row(
            str(one.id)[-12:], one.agent, one.state, str(one.spent.turns), tokens, cost, Text(request)
        )
    console.OUT.print(table)
