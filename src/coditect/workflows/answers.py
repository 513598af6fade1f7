"""What people answered to the clarifying questions: told to a model, and read for the figures that it states."""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.workflows.analysis import Question
from coditect.workflows.editing.operations import FigureName
from coditect.workflows.models import WorkflowEdit
from coditect.workflows.rules.process.quantities import quantities

_KINDS: Final[Mapping[str, FigureName]] = {
    "volume": "volume",
    "hourly_cost": "hourly_cost",
    "build_cost": "build_cost",
    "run_cost": "run_cost",
    "error_rate": "error_rate",
}
_BARE_NUMBER = re.compile(r"(\d)\s+(?=(?:per|an?|each|every)\s)", re.IGNORECASE)


class Answered(BaseModel):
    """A question with what a person answered."""

    question: str
    answer: str


async def answers_of(session: AsyncSession, workflow_id: UUID) -> tuple[Answered, ...]:
    """Return the answers that stand, in the order in which they were given."""
    edits = await session.scalars(
        select(WorkflowEdit)
        .where(WorkflowEdit.workflow_id == workflow_id, WorkflowEdit.state == "applied")
        .order_by(WorkflowEdit.position)
    )
    given: dict[str, str | None] = {}
    for edit in edits:
        if edit.operation["kind"] == "answer_question":
            asked = edit.operation["question"]
            given[edit.words.get(asked, asked)] = edit.operation["answer"]
    return tuple(Answered(question=asked, answer=answer) for asked, answer in given.items() if answer)


def figures_in(questions: Sequence[Question]) -> dict[FigureName, float]:
    """Return the figures that answers state: `about 40 a week` is a volume of 2,080 cases a year."""
    found: dict[FigureName, float] = {}
    for question in questions:
        said = _BARE_NUMBER.sub(r"\1 cases ", question.answer or "")
        for quantity in quantities(said, 0, len(said)):
            if name := _KINDS.get(quantity.kind):
                found[name] = quantity.value
    return found
