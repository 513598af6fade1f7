"""The two servers that `benchmarks.api` compares, each a uvicorn process: ours, and a bare FastAPI + SQLAlchemy one.

The bare one has no accounts, tenants, feed or outbox: a route is one query, or one insert and its commit, on the same
database by the same driver, with answers of the same size.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import uvicorn
from fastapi import FastAPI
from pydantic import Field
from sqlalchemy import JSON, event, select
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from coditect.kernel.api import Page, RequestModel, ResponseModel
from coditect.kernel.config import Settings
from coditect.kernel.db import async_url
from coditect.main import create_app
from coditect.projects.schemas import Activity, Project
from coditect.workflows.schemas import Accepted

PROJECTS = 20
ACTIVITIES = 50


class _Base(DeclarativeBase):
    pass


class _Project(_Base):
    __tablename__ = "bare_projects"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    slug: Mapped[str]
    description: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    open_tasks: Mapped[int]
    workflows: Mapped[int]
    repository: Mapped[dict[str, Any]] = mapped_column(JSON)


class _Task(_Base):
    __tablename__ = "bare_tasks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID]
    number: Mapped[int]
    title: Mapped[str]
    description: Mapped[str]
    status: Mapped[str]
    position: Mapped[float]
    acceptance: Mapped[list[str]] = mapped_column(JSON)
    estimate: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    assignee: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    priority: Mapped[str]
    labels: Mapped[list[str]] = mapped_column(JSON)
    source: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    depends_on: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]


class _Activity(_Base):
    __tablename__ = "bare_activity"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    project_id: Mapped[UUID]
    at: Mapped[datetime]
    actor: Mapped[dict[str, Any]] = mapped_column(JSON)
    verb: Mapped[str]
    object: Mapped[dict[str, Any]] = mapped_column(JSON)
    sentence: Mapped[str]
    reason: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class _Workflow(_Base):
    __tablename__ = "bare_workflows"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID]
    title: Mapped[str]
    description: Mapped[str]
    status: Mapped[str]
    created_at: Mapped[datetime]


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


def bare_app(url: str) -> FastAPI:
    """Build the bare application."""
    engine = create_async_engine(async_url(url), pool_size=10)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _as_durable_as_ours)
    sessions = async_sessionmaker(engine, expire_on_commit=False)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await _fill(engine)
        yield
        await engine.dispose()

    app = FastAPI(lifespan=lifespan)

    @app.get("/projects")
    async def projects() -> Page[Project]:
        async with sessions() as session:
            found = await session.scalars(select(_Project).order_by(_Project.id.desc()).limit(50))
            return Page(items=[Project.model_validate(row) for row in found], next_cursor=None)

    @app.get("/projects/{project_id}/activity")
    async def activity(project_id: UUID) -> Page[Activity]:
        async with sessions() as session:
            found = await session.scalars(
                select(_Activity)
                .where(_Activity.project_id == project_id)
                .order_by(_Activity.id.desc())
                .limit(50)
            )
            return Page(items=[Activity.model_validate(row) for row in found], next_cursor=None)

    @app.post("/projects/{project_id}/tasks", status_code=201)
    async def create_task(project_id: UUID, wanted: NewTask) -> Task:
        now = _now()
        row = _Task(
            id=uuid4(),
            project_id=project_id,
            number=1,
            status="open",
            position=1.0,
            source=None,
            depends_on=[],
            created_at=now,
            updated_at=now,
            version=1,
            **wanted.model_dump(),
        )
        async with sessions() as session:
            session.add(row)
            await session.commit()
        return Task.model_validate(row)

    @app.post("/workflows", status_code=202)
    async def create_workflow(wanted: NewWorkflow) -> Accepted:
        row = _Workflow(
            id=uuid4(), title=wanted.description[:60], status="queued", created_at=_now(), **dict(wanted)
        )
        async with sessions() as session:
            session.add(row)
            await session.commit()
        return Accepted(id=row.id, status="queued")

    return app


async def _fill(engine: AsyncEngine) -> None:
    now, project_id = _now(), UUID(int=1)
    projects = [
        _Project(
            id=uuid4(),
            name=f"Project {number}",
            slug=f"project-{number}",
            description="A project of the benchmark.",
            created_at=now,
            updated_at=now,
            open_tasks=1,
            workflows=0,
            repository={"state": "ready", "default_branch": "main", "head": "0" * 40},
        )
        for number in range(PROJECTS)
    ]
    activities = [
        _Activity(
            id=uuid4(),
            position=number,
            project_id=project_id,
            at=now,
            actor={"kind": "account", "id": str(project_id), "name": "person1"},
            verb="task.created",
            object={"kind": "task", "id": str(project_id), "title": f"Task {number}"},
            sentence=f"person1 created task {number} “Task {number}”.",
            reason=None,
            data={"number": number},
        )
        for number in range(ACTIVITIES)
    ]
    async with engine.begin() as connection:
        await connection.run_sync(_Base.metadata.drop_all)
        await connection.run_sync(_Base.metadata.create_all)
    async with async_sessionmaker(engine).begin() as session:
        session.add_all([*projects, *activities])


def _as_durable_as_ours(connection: Any, _entry: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _now() -> datetime:
    # The bare tables have no type for zones.
    return datetime.now(UTC).replace(tzinfo=None)


def main() -> None:
    """Serve `ours` or `bare` on a port: KIND PORT DATABASE_URL DATA_DIR."""
    kind, port, url, folder = sys.argv[1:]
    app = bare_app(url)
    if kind == "ours":
        # The role without worker and relay: what is compared is the answering of requests.
        app = create_app(Settings(database_url=url, data_dir=Path(folder)), "api")
    uvicorn.run(app, host="127.0.0.1", port=int(port), access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
