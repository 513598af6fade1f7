"""The flow of work as a tree: sequences of activities, choices, parallel branches, jumps back and ends.

A tree cannot express crossing arrows, and that is its merit: whatever is drawn from it opens and closes its gateways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.activities import Activity
from coditect.workflows.rules.process.document import Document, ReadSentence
from coditect.workflows.rules.process.participants import Cast
from coditect.workflows.rules.process.statements import Condition, Span, Unit, subject_condition, units

_LOOKS_BACK = 6
"""How far an `otherwise` looks for the choice it belongs to, in elements of its sequence."""
_LONGEST_RUN = 30
_TOGETHER = re.compile(
    r"\b(?:in parallel|parallel|simultaneously|at the same time|concurrently|independently)\b", re.IGNORECASE
)


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


def build(document: Document, cast: Cast) -> Flow:
    builder = _Builder(document, cast)
    for read in document.sentences:
        builder.add(read)
    return Flow(builder.root)


@dataclass
class _Context:
    """An open list: its items go into `sequence` while they stand deeper than `level`."""

    level: int
    sequence: Sequence
    together: Parallel | None = None


class _Builder:
    def __init__(self, document: Document, cast: Cast) -> None:
        self._document, self._cast = document, cast
        self.root: Sequence = []
        self._contexts: list[_Context] = []
        self._numbered: dict[int, Work] = {}
        self._works_so_far: list[Work] = []
        self._done: dict[tuple[str, str], Work] = {}
        self._latest: dict[str, Work] = {}
        self._parents: list[tuple[int, Work]] = []
        self._while: tuple[ReadSentence, Sequence] | None = None
        self._last_condition: tuple[int, Condition] | None = None

    def add(self, read: ReadSentence) -> None:
        self._leave_lists(read)
        known = len(self._works_so_far)
        for unit in units(self._document, read):
            self._add_unit(read, unit)
        new = self._works_so_far[known:]
        if read.sentence.block.number is not None and read.sentence.first and new:
            self._numbered[read.sentence.block.number] = new[0]
        self._open_parallel_list(read)

    # Lists

    @property
    def _sequence(self) -> Sequence:
        return self._contexts[-1].sequence if self._contexts else self.root

    def _leave_lists(self, read: ReadSentence) -> None:
        block = read.sentence.block
        if not read.sentence.first:
            return
        while self._contexts and block.level <= self._contexts[-1].level:
            self._contexts.pop()
        while self._parents and self._parents[-1][0] >= block.level:
            self._parents.pop()
        if self._contexts and (together := self._contexts[-1].together):
            together.branches.append([])
            self._contexts[-1].sequence = together.branches[-1]

    def _open_parallel_list(self, read: ReadSentence) -> None:
        text = self._document.text[read.sentence.start : read.sentence.end].rstrip()
        found = _TOGETHER.search(text) if text.endswith(":") else None
        if found:
            marker = (read.sentence.start + found.start(), read.sentence.start + found.end())
            parallel = Parallel([], marker)
            self._sequence.append(parallel)
            self._contexts.append(_Context(read.sentence.block.level, [], parallel))

    # Units

    def _add_unit(self, read: ReadSentence, unit: Unit) -> None:
        body = self._body(read, unit)
        if unit.role == "otherwise" or (unit.role == "contrast" and unit.condition):
            self._otherwise(read, unit, body)
        elif unit.role == "former" and (choice := self._open_choice()):
            choice.branches[0].body.extend(body)
        elif unit.role == "this_case" and (choice := self._open_choice()):
            choice.branches[-1].body.extend(body)
        elif unit.role == "sometimes" and body:
            self._sequence.append(Choice([Branch(unit.condition, unit.marker, body)]))
        elif unit.condition:
            self._conditional(read, unit.condition, body)
        elif unit.role == "meanwhile" and body:
            self._meanwhile(unit, body)
        elif unit.role == "main" and self._while_before(read):
            self._join_while(body)
        else:
            self._sequence.extend(body)
        self._while = (read, body) if unit.role == "while" else self._while
        if unit.opens_list and unit.condition:
            self._contexts.append(_Context(read.sentence.block.level, self._branch_body(body)))

    def _branch_body(self, body: Sequence) -> Sequence:
        """The list of elements that `body` became part of: a branch may have been merged."""
        choice = self._open_choice()
        return choice.branches[-1].body if choice else body

    def _body(self, read: ReadSentence, unit: Unit) -> Sequence:
        sequences = [self._works(read, activities) for activities in unit.alternatives]
        body: Sequence = list(sequences[0])
        if len(sequences) > 1:
            branches = [Branch(None, unit.choice_marker, list(sequence)) for sequence in sequences]
            body = [Choice(branches, inline=True)]
        body.extend(self._back(unit, body))
        if unit.ends:
            body.append(Stop(unit.span))
        return body

    def _works(self, read: ReadSentence, activities: tuple[Activity, ...]) -> list[Work]:
        return [self._work(read, activity) for activity in activities]

    def _work(self, read: ReadSentence, activity: Activity) -> Work:
        level = read.sentence.block.level
        work = Work(activity, read, parent=next((w for at, w in reversed(self._parents) if at < level), None))
        key = (activity.verb, activity.objects[0].head if activity.objects else "")
        if activity.role in {"when", "before"} and key in self._done:
            work.same_as = self._done[key]
        self._done.setdefault(key, work)
        self._works_so_far.append(work)
        self._remember_parent(work)
        return work

    def _remember_parent(self, work: Work) -> None:
        """The first task of a list item owns the items below it."""
        sentence = work.read.sentence
        owns = (
            sentence.first and sentence.block.kind == "item" and work.activity.role not in {"when", "before"}
        )
        if owns and (not self._parents or self._parents[-1][0] < sentence.block.level):
            self._parents.append((sentence.block.level, work))

    # Jumps

    def _back(self, unit: Unit, body: Sequence) -> list[Jump]:
        target, condition = None, None
        works = list(walk(body))
        if unit.until:
            target, condition = (works[0] if works else None), f"until {unit.until.text}"
        elif unit.back_to_step is not None:
            target = self._numbered.get(unit.back_to_step) if unit.back_to_step else self._beginning()
        elif unit.repeats:
            target = self._start_of_run()
        elif unit.condition or unit.role in {"otherwise", "this_case"}:
            target = self._returned_to(works)
        self._remember_performers(works)
        return [Jump(target, condition, unit.span)] if target else []

    def _remember_performers(self, works: list[Work]) -> None:
        for work in works:
            for reference in work.activity.performers:
                if (who := self._cast.meant_by(reference)) is not None:
                    self._latest[who.key] = work

    def _returned_to(self, works: list[Work]) -> Work | None:
        """`it is sent back to the claims officer`: to the last thing that officer did."""
        if not works or works[-1].activity.verb not in verbs.GOES_BACK:
            return None
        for reference in works[-1].activity.recipients:
            who = self._cast.meant_by(reference)
            if who and who.key in self._latest and self._latest[who.key] not in works:
                return self._latest[who.key]
        return None

    def _beginning(self) -> Work | None:
        return self._works_so_far[0] if self._works_so_far else None

    def _start_of_run(self) -> Work | None:
        """What `this procedure is repeated` means: the run of elements with one performer before it."""
        run = self._run_of_one_performer(self._sequence)
        return next(walk(run), None)

    def _run_of_one_performer(self, sequence: Sequence) -> Sequence:
        performer: str | None = None
        start = len(sequence)
        for position in range(len(sequence) - 1, max(-1, len(sequence) - 1 - _LONGEST_RUN), -1):
            names = {
                who.key
                for work in walk([sequence[position]])
                for r in work.activity.performers
                if (who := self._cast.meant_by(r))
            }
            if (
                len(names) > 1
                or (names and performer and names != {performer})
                or isinstance(sequence[position], Parallel)
            ):
                break
            if any(
                work.activity.role == "when" or (work.activity.recipients and not names)
                for work in walk([sequence[position]])
            ):
                break
            performer = performer or next(iter(names), None)
            start = position
        return sequence[start:]

    # Choices

    def _open_choice(self) -> Choice | None:
        for element in reversed(self._sequence[-_LOOKS_BACK:]):
            if isinstance(element, Choice):
                return element
        return None

    def _otherwise(self, read: ReadSentence, unit: Unit, body: Sequence) -> None:
        choice = self._open_choice()
        if unit.role == "contrast" and (choice is None or choice is not self._sequence[-1]):
            self._contrast(read, unit, body)
            return
        if choice is None:
            self._sequence.extend(body)
            return
        position = next(i for i in range(len(self._sequence) - 1, -1, -1) if self._sequence[i] is choice)
        between = self._sequence[position + 1 :]
        del self._sequence[position + 1 :]
        choice.branches[-1].body.extend(between)
        if choice.inline and len(choice.branches) > 1:
            choice.branches[-1].body.extend(body)  # `in the latter case`
        else:
            choice.branches.append(Branch(unit.condition, unit.marker, body, otherwise=True))

    def _contrast(self, read: ReadSentence, unit: Unit, body: Sequence) -> None:
        """`small amounts are approved, whereas large amounts require approval`."""
        earlier = self._sequence.pop() if self._sequence else None
        condition = None
        if isinstance(earlier, Work) and unit.marker:
            condition = subject_condition(
                self._document, read, read.parsed.clauses[earlier.activity.group], unit.marker
            )
        first = [Branch(condition, unit.marker, [earlier])] if earlier else []
        self._sequence.append(
            Choice([*first, Branch(unit.condition, unit.marker, body, otherwise=not first)])
        )

    def _conditional(self, read: ReadSentence, condition: Condition, body: Sequence) -> None:
        branch = Branch(condition, condition.marker, body)
        last = self._sequence[-1] if self._sequence else None
        if isinstance(last, Choice) and not last.inline and self._same_question(read, last, condition):
            same = next(
                (
                    b
                    for b in last.branches
                    if b.condition and b.condition.text.lower() == condition.text.lower()
                ),
                None,
            )
            if same:
                same.body.extend(body)
            else:
                last.branches.append(branch)
        else:
            self._sequence.append(Choice([branch]))
        self._last_condition = (read.index, condition)

    def _same_question(self, read: ReadSentence, choice: Choice, condition: Condition) -> bool:
        """Two conditions in a row are branches of one choice if they are about the same thing."""
        earlier = choice.branches[-1].condition
        if earlier is None or any(branch.otherwise for branch in choice.branches):
            return False
        index = self._last_condition[0] if self._last_condition else read.index
        near = read.index - index <= 1
        cases = self._in_case(earlier) and self._in_case(condition)
        return near and (condition.vague or cases or bool(earlier.nouns & condition.nouns))

    def _in_case(self, condition: Condition) -> bool:
        """`in case of approval … in case of rejection`."""
        return self._document.text[slice(*condition.marker)].lower() == "in case of"

    # Parallel work

    def _meanwhile(self, unit: Unit, body: Sequence) -> None:
        run = self._run_of_one_performer(self._sequence)
        if not run:
            self._sequence.extend(body)
            return
        del self._sequence[len(self._sequence) - len(run) :]
        self._sequence.append(Parallel([run, body], unit.marker))

    def _while_before(self, read: ReadSentence) -> bool:
        return self._while is not None and self._while[0] is read and bool(self._while[1])

    def _join_while(self, body: Sequence) -> None:
        _, first = self._while or (None, [])
        self._while = None
        if not body:
            return
        if self._sequence[-len(first) :] == first:
            del self._sequence[len(self._sequence) - len(first) :]
        self._sequence.append(Parallel([first, body], None))
