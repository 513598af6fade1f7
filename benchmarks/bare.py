"""The servers that ours is compared with, as a developer with plain FastAPI and SQLAlchemy would write them.

Both are one application on the same database by the driver that SQLAlchemy ships for it, as durable as ours, with
answers of the same models and no middleware.

`/equal` does our work: the caller is found by a bearer token and one query, a project is asked for before it is used,
and what is stored are the rows that ours stores (a task with its activity, its memory of it and its outbox event; a
workflow with its run, nine steps, their needs, its activity and two outbox events), by the ORM in one transaction.
`/least` does the least that answers: nobody asks who calls, a list is one query, whatever is made is one row.

What ours does beyond `/equal` is what the comparison shows: tenants' walls, permissions, positions in the outbox,
idempotency keys, quotas, checked text, request ids, metrics and security headers.
"""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request
from pydantic import Field
from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from benchmarks import bare_models as rows
from coditect.kernel.api import Page, RequestModel, ResponseModel
from coditect.kernel.db import async_url
from coditect.projects.schemas import Activity, Project
from coditect.workflows.analysis import ANALYSTS
from coditect.workflows.schemas import Accepted

PROJECTS = 20
ACTIVITIES = 50
PROJECT_ID = UUID(int=1)
TOKEN = "token-of-the-benchmark"


class NewTask(RequestModel):
    """What the bare server takes for a task."""

    title: str
    description: str = ""
    priority: str = "medium"
    acceptance: list[str] = Field(default_factory=list)
    labels: list[str] = Field(default_factory=list)
    estimate: dict[str, Any] | None = None
    assignee: dict[str, Any] | None = None


class Task(ResponseModel):
    """What the bare server answers: about as much as ours."""

    id: UUID
    project_id: UUID
    number: int
    title: str
    description: str
    status: str
    position: float
    acceptance: list[str]
    estimate: dict[str, Any] | None
    assignee: dict[str, Any] | None
    priority: str
    labels: list[str]
    source: dict[str, Any] | None
    depends_on: list[UUID]
    created_at: datetime
    updated_at: datetime
    version: int


class NewWorkflow(RequestModel):
    """What the bare server takes for a workflow."""

    project_id: UUID
    description: str


async def _session(request: Request) -> AsyncIterator[AsyncSession]:
    async with request.app.state.sessions() as session:
        yield session


Session = Annotated[AsyncSession, Depends(_session)]


async def _caller(session: Session, authorization: Annotated[str, Header()]) -> rows.Account:
    digest = hashlib.sha256(authorization.removeprefix("Bearer ").encode()).hexdigest()
    found = await session.scalar(
        select(rows.Account)
        .join(rows.SignIn, rows.SignIn.account_id == rows.Account.id)
        .where(rows.SignIn.token_digest == digest, rows.SignIn.expires_at > _now())
    )
    if found is None:
        raise HTTPException(401)
    return found


Caller = Annotated[rows.Account, Depends(_caller)]


def bare_app(url: str) -> FastAPI:
    """Build the application."""
    engine = create_async_engine(async_url(url), pool_size=10)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _as_durable_as_ours)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await _fill(engine)
        yield
        await engine.dispose()

    app = FastAPI(lifespan=lifespan)
    app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
    app.include_router(equal)
    app.include_router(least)
    return app


equal = APIRouter(prefix="/equal")
least = APIRouter(prefix="/least")


@equal.get("/projects")
async def list_projects(caller: Caller, session: Session) -> Page[Project]:
    """The caller's projects, with what is counted of each."""
    open_tasks = (
        select(func.count())
        .select_from(rows.Task)
        .where(
            rows.Task.project_id == rows.Project.id,
            rows.Task.status.in_(("open", "in_progress", "blocked")),
        )
        .scalar_subquery()
    )
    workflows = (
        select(func.count())
        .select_from(rows.Workflow)
        .where(rows.Workflow.project_id == rows.Project.id)
        .scalar_subquery()
    )
    found = await session.execute(
        select(rows.Project, open_tasks, workflows)
        .where(rows.Project.organization_id == caller.organization_id)
        .order_by(rows.Project.id.desc())
        .limit(50)
    )
    items = [_project(project, tasks, count) for project, tasks, count in found]
    return Page(items=items, next_cursor=None)


@equal.get("/projects/{project_id}/activity")
async def list_activity(project_id: UUID, caller: Caller, session: Session) -> Page[Activity]:
    """What happened in a project of the caller."""
    await _own_project(session, project_id, caller)
    return await _activity(session, project_id)


@equal.post("/projects/{project_id}/tasks", status_code=201)
async def create_task(project_id: UUID, wanted: NewTask, caller: Caller, session: Session) -> Task:
    """Store a task, tell of it in the feed and announce that."""
    project = await _own_project(session, project_id, caller, lock=True)
    project.last_task_number += 1
    last = await session.scalar(
        select(func.max(rows.Task.position)).where(
            rows.Task.project_id == project_id, rows.Task.status == "open"
        )
    )
    task = _task(project_id, wanted, number=project.last_task_number, position=(last or 0) + 1)
    activity = _told(caller, project_id, "task.created", task, {"number": task.number})
    announced = _announced(caller, "activity_recorded", {"activity_id": str(activity.id)})
    change = rows.TaskChange(activity_id=activity.id, task_id=task.id, changes=[])
    session.add_all([task, activity, announced, change])
    await session.commit()
    return Task.model_validate(task)


@equal.post("/workflows", status_code=202)
async def create_workflow(wanted: NewWorkflow, caller: Caller, session: Session) -> Accepted:
    """Store a workflow and the run that analyses it, tell of it and announce both."""
    await _own_project(session, wanted.project_id, caller)
    now = _now()
    run = rows.Run(id=uuid4(), kind="analysis", status="queued", unfinished=len(ANALYSTS) + 1, created_at=now)
    workflow = _workflow(wanted, run.id)
    activity = _told(caller, wanted.project_id, "workflow.requested", workflow, {})
    session.add_all([workflow, run, activity])
    session.add(_announced(caller, "workflow_submitted", {"workflow_id": str(workflow.id)}))
    session.add(_announced(caller, "activity_recorded", {"activity_id": str(activity.id)}))
    steps = {
        key: rows.Step(
            id=uuid4(),
            run_id=run.id,
            key=key,
            handler="analyst",
            input={"workflow_id": str(workflow.id), "version": 1, "analyst": key},
            status="waiting" if needs else "ready",
            pending=len(needs),
            run_at=now,
            created_at=now,
        )
        for key, needs in _NEEDS.items()
    }
    session.add_all(steps.values())
    session.add_all(
        rows.StepNeed(step_id=steps[key].id, needs_id=steps[need].id, required=False)
        for key, needs in _NEEDS.items()
        for need in needs
    )
    await session.commit()
    return Accepted(id=workflow.id, status="queued")


@least.get("/projects")
async def list_all_projects(session: Session) -> Page[Project]:
    """All projects."""
    found = await session.scalars(select(rows.Project).order_by(rows.Project.id.desc()).limit(50))
    return Page(items=[_project(project, 1, 0) for project in found], next_cursor=None)


@least.get("/projects/{project_id}/activity")
async def list_all_activity(project_id: UUID, session: Session) -> Page[Activity]:
    """What happened in a project."""
    return await _activity(session, project_id)


@least.post("/projects/{project_id}/tasks", status_code=201)
async def create_just_a_task(project_id: UUID, wanted: NewTask, session: Session) -> Task:
    """Store a task."""
    task = _task(project_id, wanted, number=1, position=1)
    session.add(task)
    await session.commit()
    return Task.model_validate(task)


@least.post("/workflows", status_code=202)
async def create_just_a_workflow(wanted: NewWorkflow, session: Session) -> Accepted:
    """Store a workflow."""
    workflow = _workflow(wanted, None)
    session.add(workflow)
    await session.commit()
    return Accepted(id=workflow.id, status="queued")


_NEEDS: dict[str, tuple[str, ...]] = {analyst.name: tuple(analyst.needs) for analyst in ANALYSTS}
_NEEDS["aggregate"] = tuple(_NEEDS)


async def _own_project(
    session: AsyncSession, project_id: UUID, caller: rows.Account, *, lock: bool = False
) -> rows.Project:
    query = select(rows.Project).where(
        rows.Project.id == project_id, rows.Project.organization_id == caller.organization_id
    )
    found = await session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise HTTPException(404)
    return found


async def _activity(session: AsyncSession, project_id: UUID) -> Page[Activity]:
    found = await session.scalars(
        select(rows.Activity)
        .where(rows.Activity.project_id == project_id)
        .order_by(rows.Activity.id.desc())
        .limit(50)
    )
    return Page(items=[Activity.model_validate(row) for row in found], next_cursor=None)


def _project(row: rows.Project, open_tasks: int, workflows: int) -> Project:
    return Project.model_validate(
        {
            "id": row.id,
            "name": row.name,
            "slug": row.slug,
            "description": row.description,
            "created_at": row.created_at,
            "updated_at": row.updated_at,
            "open_tasks": open_tasks,
            "workflows": workflows,
            "repository": row.repository,
        }
    )


def _task(project_id: UUID, wanted: NewTask, *, number: int, position: float) -> rows.Task:
    now = _now()
    return rows.Task(
        id=uuid4(),
        project_id=project_id,
        number=number,
        status="open",
        position=position,
        source=None,
        depends_on=[],
        created_at=now,
        updated_at=now,
        version=1,
        **wanted.model_dump(),
    )


def _workflow(wanted: NewWorkflow, run_id: UUID | None) -> rows.Workflow:
    return rows.Workflow(
        id=uuid4(),
        run_id=run_id,
        title=wanted.description[:60],
        status="queued",
        created_at=_now(),
        **dict(wanted),
    )


def _told(
    caller: rows.Account, project_id: UUID, verb: str, of: rows.Task | rows.Workflow, data: dict[str, Any]
) -> rows.Activity:
    return rows.Activity(
        id=uuid4(),
        position=0,
        project_id=project_id,
        at=_now(),
        actor={"kind": "account", "id": str(caller.id), "name": caller.name},
        verb=verb,
        object={"kind": verb.partition(".")[0], "id": str(of.id), "title": of.title},
        sentence=f"{caller.name}: {verb} “{of.title}”.",
        reason=None,
        data=data,
    )


def _announced(caller: rows.Account, topic: str, payload: dict[str, Any]) -> rows.OutboxEvent:
    return rows.OutboxEvent(
        id=uuid4(),
        organization_id=caller.organization_id,
        topic=topic,
        payload=payload,
        created_at=_now(),
    )


async def _fill(engine: AsyncEngine) -> None:
    now, organization_id = _now(), uuid4()
    account = rows.Account(id=uuid4(), organization_id=organization_id, name="person1", email="p@example.com")
    sign_in = rows.SignIn(
        id=uuid4(),
        account_id=account.id,
        token_digest=hashlib.sha256(TOKEN.encode()).hexdigest(),
        expires_at=now + timedelta(days=1),
    )
    projects = [
        rows.Project(
            id=UUID(int=number + 1),
            organization_id=organization_id,
            name=f"Project {number}",
            slug=f"project-{number}",
            description="",
            created_at=now,
            updated_at=now,
            last_task_number=0,
            repository={"state": "ready", "default_branch": "main", "head": "0" * 40},
        )
        for number in range(PROJECTS)
    ]
    tasks = [
        _task(PROJECT_ID, NewTask(title=f"Task {number}"), number=-number, position=number)
        for number in range(ACTIVITIES)
    ]
    activities = [_told(account, PROJECT_ID, "task.created", task, {"number": task.number}) for task in tasks]
    async with engine.begin() as connection:
        await connection.run_sync(rows.Base.metadata.drop_all)
        await connection.run_sync(rows.Base.metadata.create_all)
    async with async_sessionmaker(engine).begin() as session:
        session.add_all([account, sign_in, *projects, *tasks, *activities])


def _as_durable_as_ours(connection: Any, _entry: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _now() -> datetime:
    # The bare tables have no type for zones.
    return datetime.now(UTC).replace(tzinfo=None)
