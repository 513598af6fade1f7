"""The Workflow Analyzer over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import StreamingResponse

from coditect import agents
from coditect.kernel.api import Page, page_of, problems
from coditect.kernel.entitlements import Use
from coditect.kernel.idempotency import Once, once
from coditect.kernel.platform import Platform, platform_of
from coditect.kernel.streams import LastEventId, stream_of
from coditect.organizations import (
    ReadSession,
    ReplicaSession,
    TaskWriter,
    WorkflowReader,
    WorkflowWriter,
    WriteSession,
    still_members,
)
from coditect.workflows import exporting, local, removing, sending, service, store
from coditect.workflows.analysis import AnalystName
from coditect.workflows.diagrams import Look, State
from coditect.workflows.models import Workflow
from coditect.workflows.presentation import accepted, read_of, so_far_of, summary_of
from coditect.workflows.progress import channel_of
from coditect.workflows.reports import ARTIFACTS
from coditect.workflows.samples import samples
from coditect.workflows.schemas import (
    Accepted,
    AnalysisSoFar,
    ArtifactRead,
    NewWorkflow,
    Regeneration,
    SampleRead,
    SendTasks,
    SentTasks,
    WorkflowList,
    WorkflowRead,
    WorkflowSummary,
)

router = APIRouter(prefix="/workflows", tags=["workflows"])

Download = Annotated[bool, Query(description="Answer as an attachment with a file name.")]

_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {} for media_type in exporting.media_types()}}
}
_DOCUMENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {} for media_type in exporting.artifact_media_types()}}
}


@router.post("", status_code=202, responses=problems(404, 429))
async def submit_workflow(
    new: NewWorkflow,
    request: Request,
    member: WorkflowWriter,
    session: WriteSession,
    only_once: Annotated[Once, Depends(once)],
) -> Accepted:
    """Hand in a description; its analysis runs in the background."""
    has_model = await agents.has_model(platform_of(request), session, member.organization_id)
    local.check(new.description, has_model=has_model)

    async def create() -> Accepted:
        workflow = await service.submit(
            session, member, new.project_id, new.description, title=new.title, domain=new.domain
        )
        await _count_analysis(platform_of(request), session, workflow)
        return accepted(workflow)

    return await only_once(session, member.organization_id, Accepted, create)


@router.get("")
async def list_workflows(
    member: WorkflowReader,
    session: ReplicaSession,
    which: Annotated[WorkflowList, Query()],
) -> Page[WorkflowSummary]:
    """List workflows, newest first."""
    limit = which.limit
    found = await store.list_workflows(
        session, which.of(member.organization_id), limit=limit + 1, before=which.cursor
    )
    runs = await service.run_states(session, member, found)
    items = [summary_of(workflow, runs[workflow.run_id]) for workflow in found]
    return page_of(items, limit, lambda item: item.id)


@router.get("/samples")
async def list_samples(_: WorkflowReader) -> Page[SampleRead]:
    """List descriptions to try the analyzer with."""
    return Page(items=[SampleRead.model_validate(sample) for sample in samples()], next_cursor=None)


@router.get("/{workflow_id}", response_model=WorkflowRead)
async def read_workflow(workflow_id: UUID, member: WorkflowReader, session: ReadSession) -> Response:
    """Return a workflow, the state of its analysts and, when there is one, its analysis."""
    return Response(read_of(await service.read(session, member, workflow_id)), media_type="application/json")


@router.get("/{workflow_id}/analysis", response_model=AnalysisSoFar, responses=problems(409))
async def read_analysis(
    workflow_id: UUID, request: Request, _: WorkflowReader, session: ReadSession
) -> Response:
    """Return the newest analysis: whole, or what its analysts have delivered while they are at work."""
    found = await service.so_far(platform_of(request), session, workflow_id)
    return Response(so_far_of(found), media_type="application/json")


@router.delete("/{workflow_id}", status_code=204, responses=problems(409))
async def delete_workflow(
    workflow_id: UUID, request: Request, member: WorkflowWriter, session: WriteSession
) -> None:
    """Remove a workflow with its analyses and files; tasks on the board stay."""
    platform = platform_of(request)
    await removing.remove(platform, session, member, workflow_id)


@router.get("/{workflow_id}/analysts/{analyst}/agent")
async def read_agent_of_analyst(
    workflow_id: UUID, analyst: AnalystName, _: WorkflowReader, session: ReadSession
) -> agents.UsedAgent:
    """Return the definition that a model worked by in the newest version, whatever the agent is now."""
    return await service.agent_of(session, workflow_id, analyst)


@router.get("/{workflow_id}/events", response_class=StreamingResponse)
async def stream_workflow(
    workflow_id: UUID,
    request: Request,
    member: WorkflowReader,
    session: ReadSession,
    last_event_id: LastEventId = None,
) -> Response:
    """Stream the progress of the newest analysis as server-sent events; ends when the analysis ends.

    Who asks for what comes after the end gets 204.
    """
    workflow = await store.get_workflow(session, workflow_id)
    platform = platform_of(request)
    channel = channel_of(platform.database, workflow)
    return await stream_of(platform.hub, member, still_members, channel, last_event_id or 0)


@router.get("/{workflow_id}/export/{format_name}", response_class=Response, responses=_FILES | problems(409))
async def export_workflow(
    workflow_id: UUID,
    format_name: str,
    request: Request,
    _: WorkflowReader,
    session: ReplicaSession,
    *,
    of: Annotated[State, Query(description="The process as it is, or as it could be.")] = "as_is",
    variant: Annotated[Look, Query(description="In colour, to print in black, or for dark pages.")] = "light",
    download: Download = False,
) -> Response:
    """Return the diagram and findings as a file: svg, png, pdf, mermaid, bpmn, html and others; zip has every file."""
    wanted = exporting.drawing(format_name, of, variant)
    workflow, source = await service.source_of(session, workflow_id)
    return _answered(
        await exporting.export(platform_of(request), workflow, source, wanted), download=download
    )


@router.get("/{workflow_id}/artifacts")
async def list_artifacts(workflow_id: UUID, _: WorkflowReader, session: ReadSession) -> Page[ArtifactRead]:
    """List the documents that can be made of the analysis, with their formats."""
    await store.get_workflow(session, workflow_id)
    items = [ArtifactRead.model_validate(artifact) for artifact in ARTIFACTS.values()]
    return Page(items=items, next_cursor=None)


@router.get(
    "/{workflow_id}/artifacts/{artifact}/{file_format}",
    response_class=Response,
    responses=_DOCUMENTS | problems(409),
)
async def export_artifact(
    workflow_id: UUID,
    artifact: str,
    file_format: str,
    request: Request,
    _: WorkflowReader,
    *,
    session: ReplicaSession,
    download: Download = False,
) -> Response:
    """Return a document to hand on, made of the analysis: the report, a specification, the roadmap or a template."""
    wanted = exporting.artifact(artifact, file_format)
    workflow, source = await service.source_of(session, workflow_id)
    return _answered(
        await exporting.export(platform_of(request), workflow, source, wanted), download=download
    )


def _answered(file: exporting.Export, *, download: bool) -> Response:
    disposition = "attachment" if download else "inline"
    return Response(
        file.content,
        media_type=file.media_type,
        headers={
            "content-disposition": f'{disposition}; filename="{file.file_name}"',
            # A file made from somebody's text runs nothing, even when it is opened by its own address.
            "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        },
    )


@router.post("/{workflow_id}/regenerate", status_code=202, responses=problems(409, 429))
async def regenerate_workflow(
    workflow_id: UUID,
    request: Request,
    member: WorkflowWriter,
    session: WriteSession,
    only_once: Annotated[Once, Depends(once)],
    *,
    wanted: Regeneration | None = None,
) -> Accepted:
    """Analyse the workflow again, as its next version: all of it, or from one analyst on."""
    how = wanted or Regeneration()

    async def create() -> Accepted:
        workflow = await service.regenerate(
            session, member, workflow_id, start_at=how.start_at, fresh=how.fresh
        )
        await _count_analysis(platform_of(request), session, workflow)
        return accepted(workflow)

    return await only_once(session, member.organization_id, Accepted, create)


@router.post("/{workflow_id}/tasks", responses=problems(409))
async def send_tasks(
    workflow_id: UUID, member: TaskWriter, session: WriteSession, chosen: SendTasks | None = None
) -> SentTasks:
    """Put build tasks on the project's board: all of them, or those with the given ids; each once."""
    wanted = chosen or SendTasks()
    added = await sending.send_tasks(session, member, workflow_id, wanted.ids, wanted.choices or {})
    created = sum(task.created for task in added)
    return SentTasks(created=created, existing=len(added) - created, items=[task.task for task in added])


async def _count_analysis(platform: Platform, session: AsyncSession, workflow: Workflow) -> None:
    use = Use("workflows", str(workflow.run_id))
    await platform.entitlements.take(session, workflow.organization_id, "analyses", use)
