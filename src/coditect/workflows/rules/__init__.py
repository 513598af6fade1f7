"""The built-in rule engine: analyses a description with no model, no network and no trained weights.

`analyst` runs one of the eight analysts, `aggregate` makes one analysis of their outputs, `analyse` does both; `refuse` says
why a text cannot be analysed. All are pure functions of their arguments, which can be pickled; lexicons load on first use.
"""

from coditect.workflows.analysis import (
    ANALYSTS,
    Analysis,
    AnalystName,
    AnalystOutput,
    AnalystOutputs,
    Domain,
    Flag,
    Overview,
    outputs_from,
)
from coditect.workflows.rules.collecting import uncollected

__all__ = ["aggregate", "analyse", "analyst", "flags", "in_domain", "refuse"]


def analyst(name: AnalystName, description: str, inputs: AnalystOutputs) -> AnalystOutput:
    """The output of one analyst, given those it needs; a missing input leaves what depends on it empty."""
    from coditect.workflows.rules.analysts.registry import run

    with uncollected():
        return run(name, description, inputs)


def aggregate(description: str, outputs: AnalystOutputs) -> Analysis:
    """One analysis from the outputs of the analysts."""
    from coditect.workflows.rules import aggregation

    with uncollected():
        return aggregation.aggregate(description, outputs)


def analyse(description: str, domain: Domain | None = None) -> Analysis:
    """All eight analysts in order, and the aggregation; `domain` overrules the detected one."""
    done: dict[AnalystName, AnalystOutput] = {}
    for spec in ANALYSTS:
        output = analyst(spec.name, description, outputs_from(done))
        done[spec.name] = in_domain(output, domain)
    return aggregate(description, outputs_from(done))


def in_domain(output: AnalystOutput, domain: Domain | None) -> AnalystOutput:
    """Let a person's choice of domain overrule the detected one, for all analysts that read it."""
    if domain is None or not isinstance(output, Overview):
        return output
    return output.model_copy(update={"domain": domain})


def refuse(description: str) -> Flag | None:
    """Why the rules cannot analyse the text: empty, binary or not English; None when they can."""
    from coditect.workflows.rules import screening

    return screening.refuse(description)


def flags(description: str) -> tuple[Flag, ...]:
    """What to warn a reader about, such as instructions aimed at the analyst."""
    from coditect.workflows.rules import screening

    return screening.flags(description)
