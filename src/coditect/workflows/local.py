"""A whole analysis in this process, with no server and no database: what `coditect analyze` does."""

from collections.abc import Callable
from typing import Any

from coditect import agents
from coditect.kernel.errors import FieldError
from coditect.workflows import rules
from coditect.workflows.analysing import Material, P, T, aggregate, run_analyst
from coditect.workflows.analysis import ANALYSTS, Analysis, AnalystOutputs, AnalystSpec, Domain
from coditect.workflows.errors import DescriptionRefused
from coditect.workflows.limits import MAX_DESCRIPTION_BYTES
from coditect.workflows.summaries import summary_of

OnAnalyst = Callable[[AnalystSpec, str], None]


async def analyse(
    description: str,
    *,
    domain: Domain | None,
    model: agents.ModelSettings | None,
    on_begin: Callable[[AnalystSpec], None],
    on_end: OnAnalyst,
) -> Analysis:
    """Let the eight analysts work one after the other and put their findings together.

    Raises `DescriptionRefused` for text that cannot be analysed and `agents.ModelProblem` when a model fails.
    """
    check(description, has_model=model is not None)
    found: dict[str, Any] = {}
    for analyst in ANALYSTS:
        on_begin(analyst)
        findings = AnalystOutputs.model_validate({name: found[name] for name in analyst.needs})
        material = Material(description=description, domain=domain, findings=findings)
        delivered = await run_analyst(analyst.name, material, compute=_here, model=model)
        found[analyst.name] = delivered.output
        on_end(analyst, summary_of(delivered.output))
    return await aggregate(description, AnalystOutputs.model_validate(found), compute=_here)


def check(description: str, *, has_model: bool) -> None:
    """Raise `DescriptionRefused` for text that nobody here can analyse; a model reads more languages than rules."""
    if not description.strip():
        raise _refused("The description is empty; describe in a few sentences how the work is done.")
    size = len(description.encode())
    if size > MAX_DESCRIPTION_BYTES:
        raise _refused(f"The description has {size // 1024} KB; {MAX_DESCRIPTION_BYTES // 1024} are allowed.")
    refusal = rules.refuse(description)
    if refusal is not None and not (has_model and refusal.code == "not_english"):
        raise _refused(refusal.message)


def _refused(why: str) -> DescriptionRefused:
    return DescriptionRefused(why, fields=(FieldError("description", why),))


async def _here(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    return function(*args, **kwargs)
