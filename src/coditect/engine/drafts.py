"""What a submitter hands in: a run as steps and the needs between them."""

from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from pydantic import BaseModel

from coditect.engine.errors import InvalidPlan
from coditect.engine.states import DEFAULT_TRIES, MEDIUM
from coditect.kernel.ids import OrganizationId


@dataclass(frozen=True)
class Need:
    """A step's need of another; when that fails, `required` decides between skipping and going on without it."""

    key: str
    required: bool = True


@dataclass(frozen=True)
class StepDraft:
    """One step: a registered handler, its input and what must end before."""

    key: str
    handler: str
    input: BaseModel
    needs: tuple[Need, ...] = ()
    priority: int = MEDIUM
    max_tries: int = DEFAULT_TRIES


@dataclass(frozen=True)
class RunDraft:
    """One run of an organization; the same idempotency key and kind give the same run."""

    kind: str
    organization_id: OrganizationId
    steps: tuple[StepDraft, ...]
    idempotency_key: str | None = field(default=None)


def check(draft: RunDraft) -> None:
    """Raise `InvalidPlan` for no steps, repeated keys, repeated or unknown needs, and cycles."""
    keys = [step.key for step in draft.steps]
    if not keys:
        raise InvalidPlan("A run needs at least one step.")
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        raise InvalidPlan(f"Each step needs a key of its own; repeated: {', '.join(repeated)}.")
    doubled = sorted(
        step.key for step in draft.steps if len({need.key for need in step.needs}) < len(step.needs)
    )
    if doubled:
        raise InvalidPlan(f"A step may need another once, not twice: {', '.join(doubled)}.")
    unknown = sorted({need.key for step in draft.steps for need in step.needs} - set(keys))
    if unknown:
        raise InvalidPlan(f"No step has the key that another one needs: {', '.join(unknown)}.")
    try:
        TopologicalSorter({step.key: [need.key for need in step.needs] for step in draft.steps}).prepare()
    except CycleError as error:
        raise InvalidPlan(f"These steps wait for each other: {' → '.join(error.args[1])}.") from None
