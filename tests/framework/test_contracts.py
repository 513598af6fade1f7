"""The forms of answers: what fits passes, and an answer that contradicts itself does not."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from coditect import framework
from coditect.framework.contracts import CONTRACTS
from tests.model_server.samples import conforming

Json = Any
Change = Callable[[Json], object]


def setting(path: str, value: object) -> Change:
    """A change of one place: `streams.0.needs`."""

    def change(answer: Json) -> None:
        *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        for part in way:
            answer = answer[part]
        answer[last] = value

    return change


def doubling(path: str, **differences: object) -> Change:
    """A second item in a list, equal to the first but for `differences`."""

    def change(answer: Json) -> None:
        answer[path].append({**deepcopy(answer[path][0]), **differences})

    return change


FITTING: dict[str, tuple[Change, ...]] = {
    "acceptance-report": (setting("verdict", "hold"),),
    "data-design": (
        setting("access_patterns.0.name", "open orders"),
        setting("tables.0.indexes.0.serves", ["open orders"]),
        setting("migrations.0.order", 1),
    ),
    "decision-brief": (
        doubling("options", name="b"),
        setting("choice", "b"),
        setting("drivers.0.id", "speed"),
        *(
            setting(f"options.{place}.{field}", ["speed"])
            for place in range(3)
            for field in ("serves", "hurts")
        ),
    ),
    "design-document": (
        setting("requirements.0.id", "r1"),
        setting("design.0.satisfies", ["r1"]),
        setting("checks", {"r1": "test_r1"}),
        setting("unsatisfied", []),
        setting("unrequested", []),
    ),
    "detailed-plan": (
        doubling("streams", key="b"),
        setting("streams.0.owns", ["src/a"]),
        setting("streams.1.owns", ["src/b"]),
        setting("streams.0.needs", []),
        setting("streams.1.needs", []),
        setting("agreements.0.between", ["key", "b"]),
        setting("critical_path", ["key"]),
        setting("checkpoints.0.after", ["b"]),
        setting("threats.0.stream", "b"),
    ),
    "investment-memo": (
        setting("returns.0.probability", 1),
        setting("sources.0.id", "s1"),
        setting("strengths.0.sources", ["s1"]),
        setting("concerns.0.sources", ["s1"]),
    ),
    "market-analysis": (
        setting("sources.0.id", "s1"),
        setting("competitors.0.strengths.0.sources", ["s1"]),
        setting("competitors.0.weaknesses.0.sources", ["s1"]),
        setting("opportunities.0.evidence", ["s1"]),
    ),
    "metric-analysis": (
        setting("definitions.0.name", "conversion"),
        setting("figures.0.metric", "conversion"),
    ),
    "model-evaluation": (setting("candidates.0.name", "rules"), setting("choice", "rules")),
    "observability-design": (
        setting("indicators.0.name", "sign-in"),
        setting("alerts.0.indicator", "sign-in"),
    ),
    "panel-verdict": (
        setting("verdict", "reject"),
        setting("members.0.agent", "debugger"),
        setting("findings.0.raised_by", ["debugger"]),
        setting("findings.0.verified", "confirmed"),
        setting("findings.0.severity", "blocker"),
    ),
    "pattern-examples": (setting("variants.0.name", "cursor"), setting("follow", "cursor")),
    "plan": (setting("steps.0.needs", []), setting("gates.0.after", "key")),
    "protocol-design": (
        setting("states", ["live", "closed"]),
        setting("transitions.0", {"source": "live", "event": "close", "target": "closed"}),
        setting("messages.0.valid_in", ["live"]),
    ),
    "research-report": (
        setting("sources.0.id", "s1"),
        setting("claims.0.sources", ["s1"]),
        setting("contradictions.0.sources", ["s1", "s1"]),
    ),
    "review": (setting("verdict", "reject"), setting("findings.0.severity", "blocker")),
    "runbook": (
        setting("steps.0.order", 1),
        setting("steps.0.undo", None),
        setting("point_of_no_return", 1),
    ),
    "scorecard": (
        setting("criteria.0.weight", 100),
        setting("criteria.0.points", 90),
        setting("total", 90),
        setting("threshold", 80),
        setting("blockers", []),
        setting("verdict", "pass"),
    ),
    "system-design": (
        setting("elements.0", {**conforming(framework.output_schema("system-design"))["elements"][0]}),
        setting("elements.0.id", "shop"),
        setting("elements.0.level", "system"),
        setting("elements.0.parent", None),
        doubling("elements", id="web", level="container", parent="shop"),
        setting("relations.0.source", "web"),
        setting("relations.0.target", "shop"),
    ),
}
"""What the smallest answer that a schema describes needs besides, to be of one piece."""

BROKEN: list[tuple[str, str, Change]] = [
    ("acceptance-report", "held", setting("verdict", "release")),
    ("data-design", "access patterns", setting("tables.0.indexes.0.serves", ["closed orders"])),
    ("data-design", "numbered", setting("migrations.0.order", 2)),
    ("decision-brief", "options", setting("choice", "z")),
    ("decision-brief", "drivers", setting("options.1.hurts", ["beauty"])),
    ("design-document", "requirements", setting("design.0.satisfies", ["r9"])),
    ("design-document", "unsatisfied", setting("unsatisfied", ["r1"])),
    ("design-document", "unrequested", setting("unrequested", ["id"])),
    (
        "detailed-plan",
        "circle",
        lambda answer: [setting(f"streams.{n}.needs", [k])(answer) for n, k in ((0, "b"), (1, "key"))],
    ),
    ("detailed-plan", "streams named", setting("threats.0.stream", "c")),
    ("detailed-plan", "streams named", setting("checkpoints.0.after", ["c"])),
    ("detailed-plan", "both own", setting("streams.1.owns", ["src/a/deep"])),
    ("detailed-plan", "given twice", setting("streams.1.key", "key")),
    ("detailed-plan", "hours", setting("streams.0.hours_low", 50)),
    ("diagnosis", "confirmed cause", setting("cause", None)),
    ("infrastructure-design", "monthly costs", setting("costs.0.monthly_low", 9)),
    ("investment-memo", "add up", setting("returns.0.probability", 0.5)),
    ("investment-memo", "sources", setting("concerns.0.sources", ["s2"])),
    ("market-analysis", "sources", setting("opportunities.0.evidence", ["s2"])),
    ("market-analysis", "sizes", setting("sizing.0.low", 9)),
    ("metric-analysis", "metrics", setting("figures.0.metric", "revenue")),
    ("metric-analysis", "interval", setting("figures.0.low", 9)),
    ("model-evaluation", "candidates", setting("choice", "magic")),
    ("observability-design", "indicators", setting("alerts.0.indicator", "mood")),
    ("panel-verdict", "members", setting("findings.0.raised_by", ["nobody"])),
    ("panel-verdict", "blocker", setting("verdict", "approve")),
    ("pattern-examples", "variants", setting("follow", "offset")),
    ("plan", "earlier steps", setting("steps.0.needs", ["key"])),
    ("plan", "steps named", setting("gates.0.after", "later")),
    ("plan", "spend more", setting("max_tokens", 1)),
    ("protocol-design", "closed", setting("transitions", [])),
    ("protocol-design", "states", setting("messages.0.valid_in", ["dreaming"])),
    ("research-report", "sources", setting("claims.0.sources", ["s2"])),
    ("research-report", "sources", setting("contradictions.0.sources", ["s1", "s2"])),
    ("review", "not approved", setting("verdict", "approve_with_changes")),
    ("review", "given twice", doubling("findings")),
    ("runbook", "cannot be undone", setting("steps.0.undo", "put it back")),
    ("runbook", "numbered", setting("steps.0.order", 3)),
    ("scorecard", "weights", setting("criteria.0.weight", 90)),
    ("scorecard", "weighted mean", setting("total", 95)),
    ("scorecard", "does not pass", setting("blockers", ["a breached wall"])),
    ("scorecard", "does not pass", setting("threshold", 91)),
    ("system-design", "elements named", setting("relations.0.target", "cellar")),
    ("system-design", "parent of web", setting("elements.1.parent", None)),
    ("system-design", "parent of shop", setting("elements.0.parent", "web")),
]


def fitting(name: str) -> dict[str, Any]:
    built = deepcopy(conforming(framework.output_schema(name)))
    for change in FITTING.get(name, ()):
        change(built)
    return built


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_takes_what_its_schema_describes_and_nothing_else(name: str) -> None:
    contract, answer = CONTRACTS[name], fitting(name)
    contract.model_validate(answer)
    with pytest.raises(ValidationError):
        contract.model_validate({**answer, "invented": 1})
    for field in answer:
        with pytest.raises(ValidationError):
            contract.model_validate({key: value for key, value in answer.items() if key != field})


@pytest.mark.parametrize(("name", "complaint", "change"), BROKEN)
def test_an_answer_that_contradicts_itself_is_refused(name: str, complaint: str, change: Change) -> None:
    answer = fitting(name)
    change(answer)
    with pytest.raises(ValidationError, match=complaint) as refusal:
        CONTRACTS[name].model_validate(answer)
    assert refusal.value.error_count() == 1


def test_streams_that_follow_each_other_may_own_the_same_path() -> None:
    answer = fitting("detailed-plan")
    setting("streams.1.owns", ["src/a"])(answer)
    setting("streams.1.needs", ["key"])(answer)
    CONTRACTS["detailed-plan"].model_validate(answer)
