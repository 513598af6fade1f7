"""What the Requirements Extractor delivers: what a system that supports the process must do."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.workflows.analysis.common import Item, Value

Quality = Literal["performance", "security", "scalability", "compliance"]


class Requirement(Item):
    text: str
    kind: Literal["functional", "non_functional", "data", "integration", "business_rule"]
    quality: Quality | None
    """For non-functional requirements only."""
    priority: Literal["must", "should", "could"]
    source_task: str | None
    acceptance: tuple[str, ...]


class TestScenario(Item):
    __test__ = False  # the name is the domain's, not pytest's

    requirement: str
    given: str
    when: str
    then: str


class Deadline(Item):
    text: str
    minutes: Annotated[float, Field(gt=0)] | None
    task: str | None


class RequirementsReport(Value):
    functional: tuple[Requirement, ...]
    non_functional: tuple[Requirement, ...]
    data: tuple[Requirement, ...]
    integration: tuple[Requirement, ...]
    business_rules: tuple[Requirement, ...]
    test_scenarios: tuple[TestScenario, ...]
    deadlines: tuple[Deadline, ...]
