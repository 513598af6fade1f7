"""Reading an uploaded file over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from coditect.kernel.api import ResponseModel, problems
from coditect.kernel.platform import platform_of
from coditect.organizations import WorkflowWriter
from coditect.workflows.titles import title_of
from coditect.workflows.uploads.errors import FileNotReadable, FileTooLarge
from coditect.workflows.uploads.reading import Problem, read

router = APIRouter(prefix="/workflows", tags=["workflows"])

_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class FileText(ResponseModel):
    """The text of a file, for a person to look through before it is analysed."""

    title: str
    description: str


@router.post("/files", responses=problems(413), openapi_extra=_BODY)
async def read_file(
    name: Annotated[str, Query(min_length=1, max_length=255, description="The file's name, for its ending.")],
    request: Request,
    _: WorkflowWriter,
) -> FileText:
    """Return the text of a .txt, .md, .docx or .pdf file; nothing is stored."""
    text = await platform_of(request).cpu.run(read, name, await request.body())
    if isinstance(text, Problem):
        refusal = FileTooLarge if text.fault == "too_large" else FileNotReadable
        raise refusal(text.message)
    return FileText(title=title_of(text), description=text)
