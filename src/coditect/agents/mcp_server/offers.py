"""What other agents can do here: one table of tools, each with the form of its input and the requests it stands for."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.mcp_server.api import Api, Json

LONGEST_WAIT: Final = 50
"""Seconds that one call may wait for an end; clients of the protocol give up after about a minute."""
_POLL: Final = 1.0

TaskStatus = Literal["open", "in_progress", "blocked", "done", "cancelled"]
Priority = Literal["critical", "high", "medium", "low"]
Wait = Annotated[
    float,
    Field(
        ge=0,
        le=LONGEST_WAIT,
        description="Seconds to wait for the end before answering with the state so far.",
    ),
]
Limit = Annotated[int, Field(ge=1, le=100)]
Cursor = Annotated[str | None, Field(description="`next_cursor` of the answer before.")]


class Input(BaseModel):
    """What a tool takes; unknown names are refused, so that a slip is noticed."""

    model_config = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Offer:
    """A tool. `effect` tells clients whether they should ask a person first."""

    name: str
    title: str
    description: str
    takes: type[Input]
    run: Callable[[Api, Any], Awaitable[Json]]
    effect: Literal["read", "write", "destroy"] = "read"


class Nothing(Input):
    pass


class Listing(Input):
    limit: Limit = 50
    cursor: Cursor = None


class AgentQuery(Listing):
    query: Annotated[
        str | None, Field(max_length=200, description="Words that the name or description must have.")
    ] = None


class AgentName(Input):
    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9@/._-]{1,120}$")]


class Need(Input):
    request: Annotated[
        str, Field(min_length=1, max_length=10_000, description="What is to be done, in plain words.")
    ]


class AgentWork(AgentName):
    project_id: UUID
    request: Annotated[str, Field(min_length=1, max_length=50_000)]


class Description(Input):
    project_id: UUID
    description: Annotated[
        str, Field(min_length=1, max_length=200_000, description="How work is done today, in plain words.")
    ]
    title: Annotated[str | None, Field(max_length=200)] = None
    domain: Literal["software", "manufacturing", "healthcare", "finance", "general"] | None = None


class WorkflowQuery(Listing):
    project_id: UUID | None = None


class WorkflowPart(Input):
    workflow_id: UUID
    part: Annotated[
        Literal["overview", "process", "build_tasks", "whole"],
        Field(description="`whole` may be very large: it has every finding with its evidence."),
    ] = "overview"
    wait_seconds: Wait = 0


class SendTasks(Input):
    workflow_id: UUID
    ids: Annotated[list[str] | None, Field(description="Build tasks to send; all of them when left out.")] = (
        None
    )


class TaskQuery(Listing):
    project_id: UUID
    status: list[TaskStatus] | None = None
    words: Annotated[str | None, Field(max_length=200)] = None


class NewTask(Input):
    project_id: UUID
    title: Annotated[str, Field(min_length=1, max_length=200)]
    description: str = ""
    priority: Priority = "medium"


class TaskId(Input):
    task_id: UUID


class TaskChange(TaskId):
    status: TaskStatus | None = None
    title: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    description: str | None = None
    priority: Priority | None = None


class RunQuery(Listing):
    project_id: UUID | None = None


class RunId(Input):
    run_id: UUID


class RunWait(RunId):
    wait_seconds: Wait = 0


async def _list_projects(api: Api, given: Listing) -> Json:
    return await api.get("/projects", limit=given.limit, cursor=given.cursor)


async def _list_agents(api: Api, given: AgentQuery) -> Json:
    found = await api.get("/agents", q=given.query, limit=given.limit, cursor=given.cursor)
    return {
        **found,
        "items": [_pick(agent, "name", "summary", "family", "own", "tools") for agent in found["items"]],
    }


async def _get_agent(api: Api, given: AgentName) -> Json:
    return await api.get(f"/agents/{given.name}")


async def _choose_agent(api: Api, given: Need) -> Json:
    return await api.post("/agents/choose", {"request": given.request})


async def _run_agent(api: Api, given: AgentWork) -> Json:
    return await api.post(
        f"/agents/{given.name}/runs", {"project_id": str(given.project_id), "request": given.request}
    )


async def _analyze(api: Api, given: Description) -> Json:
    return await api.post("/workflows", given.model_dump(mode="json", exclude_none=True))


async def _list_workflows(api: Api, given: WorkflowQuery) -> Json:
    return await api.get("/workflows", project_id=given.project_id, limit=given.limit, cursor=given.cursor)


async def _get_workflow(api: Api, given: WorkflowPart) -> Json:
    found = await _until_ended(api, f"/workflows/{given.workflow_id}", given.wait_seconds)
    return _part_of(found, given.part)


async def _send_tasks(api: Api, given: SendTasks) -> Json:
    return await api.post(
        f"/workflows/{given.workflow_id}/tasks", {"ids": given.ids} if given.ids is not None else {}
    )


async def _list_tasks(api: Api, given: TaskQuery) -> Json:
    return await api.get(
        f"/projects/{given.project_id}/tasks",
        status=given.status,
        q=given.words,
        limit=given.limit,
        cursor=given.cursor,
    )


async def _create_task(api: Api, given: NewTask) -> Json:
    body = given.model_dump(mode="json", exclude={"project_id"})
    return await api.post(f"/projects/{given.project_id}/tasks", body)


async def _get_task(api: Api, given: TaskId) -> Json:
    return await api.get(f"/tasks/{given.task_id}")


async def _change_task(api: Api, given: TaskChange) -> Json:
    body = given.model_dump(mode="json", exclude={"task_id"}, exclude_none=True)
    return await api.patch(f"/tasks/{given.task_id}", body)


async def _list_runs(api: Api, given: RunQuery) -> Json:
    return await api.get("/runs", project_id=given.project_id, limit=given.limit, cursor=given.cursor)


async def _get_run(api: Api, given: RunWait) -> Json:
    return await _until_ended(api, f"/runs/{given.run_id}", given.wait_seconds)


async def _cancel_run(api: Api, given: RunId) -> Json:
    return await api.post(f"/runs/{given.run_id}/cancel")


async def _pause_run(api: Api, given: RunId) -> Json:
    return await api.post(f"/runs/{given.run_id}/pause")


async def _resume_run(api: Api, given: RunId) -> Json:
    return await api.post(f"/runs/{given.run_id}/resume")


OFFERS: Final = {
    offer.name: offer
    for offer in (
        Offer(
            "list_projects", "Projects", "The projects of the caller's organization.", Listing, _list_projects
        ),
        Offer(
            "list_agents",
            "Agents",
            "The agents that can be asked, with what each is for.",
            AgentQuery,
            _list_agents,
        ),
        Offer(
            "get_agent",
            "One agent",
            "An agent's whole definition: method, tools, form of its answer.",
            AgentName,
            _get_agent,
        ),
        Offer(
            "choose_agent",
            "Who fits",
            "Ranks the agents for a plain request and says why; says when none fits.",
            Need,
            _choose_agent,
        ),
        Offer(
            "run_agent",
            "Let an agent work",
            "Starts an agent on a project's repository. Answers at once with the run; follow it with get_run.",
            AgentWork,
            _run_agent,
            "write",
        ),
        Offer(
            "analyze_workflow",
            "Analyse a description of work",
            "Eight analysts turn a description of how work is done into a typed analysis with diagrams and build tasks. "
            "Answers at once; read it with get_workflow.",
            Description,
            _analyze,
            "write",
        ),
        Offer("list_workflows", "Analyses", "Analyses, newest first.", WorkflowQuery, _list_workflows),
        Offer(
            "get_workflow",
            "One analysis",
            "State and result of an analysis, in parts that fit a context.",
            WorkflowPart,
            _get_workflow,
        ),
        Offer(
            "send_workflow_tasks",
            "Send build tasks to the board",
            "Puts build tasks of an analysis on the project's board, each once, however often it is called.",
            SendTasks,
            _send_tasks,
            "write",
        ),
        Offer("list_tasks", "Tasks", "The tasks on a project's board.", TaskQuery, _list_tasks),
        Offer("create_task", "New task", "Puts a task on a project's board.", NewTask, _create_task, "write"),
        Offer(
            "get_task", "One task", "A task with its description and acceptance criteria.", TaskId, _get_task
        ),
        Offer(
            "update_task",
            "Change a task",
            "Changes status, title, description or priority of a task.",
            TaskChange,
            _change_task,
            "write",
        ),
        Offer("list_runs", "Runs", "Durable executions, newest first.", RunQuery, _list_runs),
        Offer(
            "get_run", "One run", "A run with its steps; waits for its end when asked to.", RunWait, _get_run
        ),
        Offer(
            "pause_run",
            "Pause a run",
            "Starts no further step until it is resumed.",
            RunId,
            _pause_run,
            "write",
        ),
        Offer("resume_run", "Resume a run", "Lets a paused run go on.", RunId, _resume_run, "write"),
        Offer("cancel_run", "Cancel a run", "Ends a run for good.", RunId, _cancel_run, "destroy"),
    )
}

_ENDED: Final = frozenset({"completed", "partial", "failed", "cancelled"})


async def _until_ended(api: Api, path: str, seconds: float) -> Json:
    """Read again and again until it has ended or the time is over."""
    clock = asyncio.get_running_loop().time
    end = clock() + seconds
    found = await api.get(path)
    while found["status"] not in _ENDED and clock() < end:
        await asyncio.sleep(min(_POLL, max(end - clock(), 0)))
        found = await api.get(path)
    return found


def _part_of(workflow: Json, part: str) -> Json:
    if part == "whole":
        return workflow
    head = _pick(workflow, "id", "title", "status", "run_id", "project_id")
    head["analysts"] = [
        _pick(analyst, "name", "status", "summary") for analyst in workflow.get("analysts", [])
    ]
    analysis = workflow.get("analysis") or {}
    if part == "process":
        return head | {"process": _pick(analysis, "actors", "tasks", "gateways", "flows")}
    if part == "build_tasks":
        return head | {"build_tasks": analysis.get("build_tasks", [])}
    counts = {
        name: len(analysis.get(name, [])) for name in ("actors", "tasks", "gateways", "flows", "build_tasks")
    }
    return head | {"domain": analysis.get("domain"), "flags": analysis.get("flags", []), "counts": counts}


def _pick(values: Json, *names: str) -> Json:
    return {name: values[name] for name in names if name in values}
