"""Requests and answers about edits and versions."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.workflows.editing.comparing import Difference
from coditect.workflows.editing.operations import Operation


class NewEdits(RequestModel):
    """Operations to carry out together, on the revision that their author saw."""

    base: Annotated[int, Field(ge=0)]
    operations: Annotated[list[Operation], Field(min_length=1, max_length=50)]


class Base(RequestModel):
    """The revision that the author of the request saw."""

    base: Annotated[int, Field(ge=0)]


class EditRead(ResponseModel):
    """One edit; `words` says what the ids in the operation were called when it was made."""

    id: UUID
    state: Literal["applied", "undone", "lapsed"]
    operation: Operation
    words: dict[str, str]
    why: str | None
    author: str
    created_at: datetime


class EditLog(ResponseModel):
    """All edits of a workflow, oldest first; `revision` is the base of the next one."""

    revision: int
    items: list[EditRead]


class VersionRead(ResponseModel):
    """A state of the analysis that can be compared: as the analysts left it, or as people edited it."""

    version: int
    edited: bool
    created_at: datetime
    tasks: int


class Which(RequestModel):
    """Two versions; each with the edits that people made, or as the analysts left it."""

    before: Annotated[int, Field(ge=1)] = 1
    after: Annotated[int, Field(ge=1)] = 1
    before_edited: bool = False
    after_edited: bool = True


class Comparison(ResponseModel):
    differences: list[Difference]
