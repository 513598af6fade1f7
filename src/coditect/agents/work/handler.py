"""The durable step in which an agent works: on the server and in `coditect run` alike."""

import importlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from anyio import to_thread
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine, framework
from coditect.agents import directory
from coditect.agents.errors import AgentNotFound, ModelAnswerUnusable, ModelProblem
from coditect.agents.mcp_client.offering import Servers, Usable
from coditect.agents.offline import answer_offline, works_offline
from coditect.agents.providers import ModelSettings
from coditect.agents.tools import TOOLS, Tool, ToolContext
from coditect.agents.used import keep_used, read_used
from coditect.agents.work import activity, conversations, facts, limits, prompt
from coditect.agents.work.answering import form_of
from coditect.agents.work.given import HANDLER, AgentResult, AgentTask
from coditect.agents.work.journal import Call, Journal, Observe, Stored, Work, used_of
from coditect.agents.work.material import Fact
from coditect.agents.work.models import AgentRunRow
from coditect.agents.work.modes import narrowed
from coditect.agents.work.offer import Offer, offer
from coditect.agents.work.places import Place, Places, changed_files
from coditect.framework import Agent
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant

if TYPE_CHECKING:
    from types import ModuleType

    from coditect.agents.work.loop import Ending

FindModels = Callable[[AsyncSession, OrganizationId, Agent], Awaitable[Sequence[ModelSettings]]]
"""Returns the models to ask for an agent, the first one first; none where rules shall do the work."""

FindAgents = Callable[[AsyncSession], Awaitable[Mapping[str, Agent]]]
"""Returns every agent that takes work, by name."""

FindServers = Callable[[AsyncSession, OrganizationId, AgentTask], Awaitable[Sequence[Usable]]]
"""Returns the servers of tools that a person approved where an agent works."""

LONGEST_SECONDS = 7 * 86_400.0
MOST_AGENT_RUNS = 100
"""In one run, however they hand work on."""


@dataclass(frozen=True)
class Surroundings:
    """What differs between the server and a folder on somebody's own machine."""

    places: Places
    models: FindModels
    agents: FindAgents = directory.usable_agents
    observe: Observe | None = None
    tools: Mapping[str, Tool] = field(default_factory=lambda: TOOLS)
    allowed_hosts: frozenset[str] = frozenset()
    servers: FindServers | None = None


def step_handler(platform: Platform, surroundings: Surroundings) -> engine.StepHandler[AgentTask]:
    """Return the handler of agent runs."""
    return engine.StepHandler(
        HANDLER, AgentTask, _Handler(platform, surroundings).work, timeout_seconds=LONGEST_SECONDS
    )


class _Handler:
    def __init__(self, platform: Platform, surroundings: Surroundings) -> None:
        self._platform = platform
        self._around = surroundings

    async def work(self, context: engine.StepContext, given: AgentTask) -> engine.StepResult | engine.Park:
        work = Work(context.organization_id, context.run_id, context.step_id, context.key, context.attempt)
        journal = Journal(self._platform, work, given.agent_name, self._around.observe)
        stored = await journal.open(given)
        if stored.row.state == "done":
            return engine.StepResult(_result(stored.row))
        attempt = _Attempt(
            self._platform, self._around, journal, given=given, stored=stored, outputs=context.outputs
        )
        try:
            return await attempt.run()
        except (ModelProblem, engine.StepFailed) as problem:
            lasts = isinstance(problem, engine.StepFailed) or not problem.transient
            raw = {"raw": problem.raw} if isinstance(problem, ModelAnswerUnusable) else {}
            await journal.save(state="failed" if lasts else "queued", reason=str(problem), **raw)
            if lasts:
                raise engine.StepFailed(str(problem)) from None
            raise


class _Attempt:
    """One attempt at an agent run, with all that it needs at hand."""

    def __init__(
        self,
        platform: Platform,
        around: Surroundings,
        journal: Journal,
        *,
        given: AgentTask,
        stored: Stored,
        outputs: Mapping[str, Mapping[str, Any] | None],
    ) -> None:
        self._platform = platform
        self._around = around
        self._journal = journal
        self._given = given
        self._stored = stored
        self._outputs = outputs

    async def run(self) -> engine.StepResult | engine.Park:
        owner = self._journal.work.organization_id
        async with self._platform.database.read(tenant(owner)) as session:
            agent = _read(await read_used(session, self._given.agent), self._given)
            models = await self._around.models(session, owner, agent)
            servers = Servers(
                await self._around.servers(session, owner, self._given) if self._around.servers else ()
            )
            handed_back = await self._handed_back(session)
        place = await self._around.places.open(self._journal.work, self._given)
        if not models:
            return await self._by_rules(agent, place)
        offered = offer(
            agent,
            {**self._around.tools, **servers.tools()},
            granted=servers.granted(agent),
            may_ask=self._given.depth == 0,
            may_delegate=self._journal.orders.budget.depth > 0,
        )
        loop = await _loop_module()
        chain = loop.Chain(models)
        async with chain, servers:
            context = ToolContext(place.root, place.scratch, allowed_hosts=self._around.allowed_hosts)
            working = loop.Loop(
                agent, self._journal, chain, offer=offered, context=context, stored=self._stored
            )
            ending = await working.run(lambda: self._first_prompt(agent, offered, place), handed_back)
        return await self._end(loop, ending, place)

    async def _first_prompt(self, agent: Agent, offered: Offer, place: Place) -> prompt.Prompt:
        found = await to_thread.run_sync(facts.gather, place.root, self._given.request)
        if self._given.conversation_id is not None:
            found = [*await self._former_turns(self._given.conversation_id), *found]
        return prompt.build(
            agent,
            self._given.request,
            found,
            offered,
            mode=self._journal.orders.mode,
            answers_in_form=form_of(agent) is not None,
        )

    async def _former_turns(self, conversation_id: UUID) -> Sequence[Fact]:
        work = self._journal.work
        async with self._platform.database.read(tenant(work.organization_id)) as session:
            return await conversations.former_turns(session, conversation_id, work.id, self._given.request)

    async def _by_rules(self, agent: Agent, place: Place) -> engine.StepResult:
        own = framework.load_library().agents.get(agent.name)
        if own is None or own.digest != agent.digest or not works_offline(agent.name):
            raise engine.StepFailed(
                f"The agent {agent.name} needs a model, and none is set. Set CODITECT_MODEL with its key or address,"
                " or name a model in the organization's settings."
            )
        answer = await to_thread.run_sync(answer_offline, agent.name, place.root, self._given.request)
        return await self._finished(place, answer.model_dump(mode="json"), {"origin": "rules"})

    async def _end(
        self, loop: "ModuleType", ending: "Ending", place: Place
    ) -> engine.StepResult | engine.Park:
        if isinstance(ending, loop.Finished):
            return await self._finished(place, ending.answer, {**ending.last, "origin": "model"})
        if isinstance(ending, loop.Unusable):
            await self._journal.save(**ending.last, raw=ending.raw)
            raise engine.StepFailed(ending.detail)
        if isinstance(ending, loop.HandsOn):
            await self._around.places.hand_on(place)
            return await self._hand_on(ending.calls)
        return engine.Park(waits=self._still_rests)

    async def _finished(
        self, place: Place, answer: dict[str, Any] | str, last: Mapping[str, Any]
    ) -> engine.StepResult:
        record = await self._around.places.close(place, _title(self._given))
        used, row = self._journal.used, self._stored.row
        output = AgentResult(
            agent_run_id=self._journal.work.id,
            agent=self._given.agent,
            answer=answer,
            origin=str(last["origin"]),
            model=last.get("model") or row.model,
            turns=used.turns,
            tokens=used.tokens,
            cost_micros=used.cost_micros if used.cost_known else None,
            changed_files=changed_files([call.changes for call in self._stored.calls]),
            conflicts=record.conflicts,
        )

        async def write(session: AsyncSession) -> None:
            events = await self._journal.write(
                session,
                state="done",
                answer={"answer": answer, "changed_files": output.changed_files},
                place=record.model_dump(mode="json"),
                **last,
            )
            self._journal.tell(events)
            if self._given.project_id is not None and self._given.depth == 0:
                await activity.record_done(
                    session,
                    self._given.project_id,
                    self._journal.work.id,
                    agent=self._given.agent_name,
                    request=self._given.request,
                    files=len(output.changed_files),
                    conflicts=tuple(record.conflicts),
                )

        return engine.StepResult(output, write)

    # ---- resting and handing on

    async def _still_rests(self, session: AsyncSession) -> bool:
        state = await session.scalar(select(AgentRunRow.state).where(AgentRunRow.id == self._journal.work.id))
        return state in {"asking", "stopped"}

    async def _hand_on(self, calls: Sequence[Call]) -> engine.StepResult | engine.Park:
        work, budget = self._journal.work, limits.left(self._journal.orders.budget, self._journal.used)
        async with self._platform.database.read(tenant(work.organization_id)) as session:
            agents = await self._around.agents(session)
            count = await _count_of_run(session, work)
        taken: list[tuple[Call, Agent]] = []
        refused: list[Call] = []
        for call in calls:
            agent = agents.get(str(call.arguments["agent"]))
            if agent is None:
                known = ", ".join(sorted(agents))
                call.state, call.result = (
                    "failed",
                    f"There is no agent {call.arguments['agent']}. There are: {known}.",
                )
                refused.append(call)
            elif count + len(taken) >= MOST_AGENT_RUNS:
                call.state, call.result = "failed", f"This run has {MOST_AGENT_RUNS} agent runs already."
                refused.append(call)
            else:
                taken.append((call, agent))
        if not taken:
            await self._journal.save(changed_calls=refused, state="queued")
            return engine.Park(waits=_never)
        async with self._platform.database.write(tenant(work.organization_id)) as session:
            references = [await keep_used(session, work.organization_id, agent) for _, agent in taken]
        children = tuple(
            engine.StepDraft(
                key=_child_key(work, call),
                handler=HANDLER,
                input=AgentTask(
                    agent=reference,
                    agent_name=agent.name,
                    request=str(call.arguments["task"]),
                    project_id=self._given.project_id,
                    mode=narrowed(self._journal.orders.mode, agent),
                    budget=budget,
                    depth=self._given.depth + 1,
                    parent_id=work.id,
                    created_by=self._given.created_by,
                ),
            )
            for (call, agent), reference in zip(taken, references, strict=True)
        )
        now = utc_now()
        for call, _ in taken:
            call.state, call.begun_at = "handed_on", now

        async def write(session: AsyncSession) -> None:
            self._journal.tell(
                await self._journal.write(
                    session, changed_calls=[*refused, *(call for call, _ in taken)], state="delegating"
                )
            )

        return engine.Park(children=children, write=write)

    async def _handed_back(self, session: AsyncSession) -> Sequence[Call]:
        """Return the calls whose work other agents have ended, with what they gave."""
        back: list[Call] = []
        for call in self._stored.calls:
            key = _child_key(self._journal.work, call)
            if call.state != "handed_on" or key not in self._outputs:
                continue
            child = await session.scalar(
                select(AgentRunRow).where(
                    AgentRunRow.run_id == self._journal.work.run_id, AgentRunRow.key == key
                )
            )
            if child is not None:
                self._journal.used.add(used_of(child))
            _give_back(call, self._outputs[key], child)
            back.append(call)
        return back


async def _never(_session: AsyncSession) -> bool:
    return False


def _give_back(call: Call, output: Mapping[str, Any] | None, child: AgentRunRow | None) -> None:
    call.ended_at = utc_now()
    if output is None:
        reason = (child.reason if child else None) or "Its step failed."
        call.state, call.result = "failed", f"The agent {call.arguments['agent']} could not do it: {reason}"
        return
    given = AgentResult.model_validate(output)
    call.state, call.result = "done", given.told()


async def _count_of_run(session: AsyncSession, work: Work) -> int:
    found = await session.scalars(select(AgentRunRow.id).where(AgentRunRow.run_id == work.run_id))
    return len(found.all())


def _child_key(work: Work, call: Call) -> str:
    return f"{work.key}/{call.number}"


def _read(used: Any, given: AgentTask) -> Agent:
    loaded = framework.parse_agent(Path(f"{given.agent_name}.md"), used.text)
    if isinstance(loaded, list):
        raise AgentNotFound("The text that this agent run works by cannot be read.")
    return loaded


def _title(given: AgentTask) -> str:
    first = given.request.strip().splitlines()[0] if given.request.strip() else given.agent_name
    return first[:72]


def _result(row: AgentRunRow) -> AgentResult:
    answer = row.answer or {}
    return AgentResult(
        agent_run_id=row.id,
        agent=row.agent,
        answer=answer.get("answer", ""),
        origin=row.origin or "model",
        model=row.model,
        turns=row.turns,
        tokens=row.input_tokens + row.output_tokens,
        cost_micros=row.cost_micros if row.cost_known else None,
        changed_files=answer.get("changed_files", []),
        conflicts=(row.place or {}).get("conflicts", []),
    )


@cache
def _load_loop() -> "ModuleType":
    return importlib.import_module("coditect.agents.work.loop")


async def _loop_module() -> "ModuleType":
    # In a thread the first time: importing takes more than a second, which would stall every other task.
    return await to_thread.run_sync(_load_loop)
