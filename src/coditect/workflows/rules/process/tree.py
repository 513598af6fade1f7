"""The flow of work as a tree: sequences of activities, choices, parallel branches, jumps back and ends.

A tree cannot express crossing arrows, and that is its merit: whatever is drawn from it opens and closes its gateways.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.document import ReadSentence
from coditect.workflows.rules.process.statements import Condition, Span


@dataclass(eq=False)
class Work:
    """An activity at its place in the flow."""

    activity: Activity
    read: ReadSentence
    parent: "Work | None" = None
    same_as: "Work | None" = None
    """The work that this only refers back to: `after the claim is registered`."""


@dataclass(eq=False)
class Branch:
    condition: Condition | None
    marker: Span | None
    body: "Sequence"
    otherwise: bool = False


@dataclass(eq=False)
class Choice:
    branches: list[Branch]
    inline: bool = False
    """Made by `or` between activities, with no condition stated."""

    @property
    def exhaustive(self) -> bool:
        """Whether one of the branches is always taken."""
        return self.inline or len(self.branches) > 1


@dataclass(eq=False)
class Parallel:
    branches: "list[Sequence]"
    marker: Span | None


@dataclass(eq=False)
class Jump:
    """Back to earlier work; `condition` says when, if the jump is not in a branch."""

    target: Work
    condition: str | None
    span: Span


@dataclass(eq=False)
class Stop:
    """The process ends here."""

    span: Span


Element = Work | Choice | Parallel | Jump | Stop
Sequence = list[Element]


@dataclass(eq=False)
class Flow:
    root: Sequence = field(default_factory=list)

    def works(self) -> Iterator[Work]:
        return walk(self.root)


def walk(sequence: Sequence) -> Iterator[Work]:
    """All work in reading order."""
    for element in sequence:
        if isinstance(element, Work):
            yield element
        elif isinstance(element, Choice):
            for branch in element.branches:
                yield from walk(branch.body)
        elif isinstance(element, Parallel):
            for body in element.branches:
                yield from walk(body)
