"""Grows the tree of the flow, sentence by sentence: what follows, branches off, goes back or is done beside."""

from dataclasses import dataclass

from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.beside import TOGETHER, at_once, listed_at_once
from coditect.workflows.rules.process.document import Document, ReadSentence
from coditect.workflows.rules.process.participants import Cast
from coditect.workflows.rules.process.statements import Condition, Span, Unit, subject_condition, units
from coditect.workflows.rules.process.tree import (
    Branch,
    Choice,
    Flow,
    Jump,
    Parallel,
    Sequence,
    Stop,
    Work,
    walk,
)

_LOOKS_BACK = 6
"""How far an `otherwise` looks for the choice it belongs to, in elements of its sequence."""
_LONGEST_RUN = 30


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
        self._while: tuple[ReadSentence, Span | None, Sequence] | None = None
        self._main: tuple[ReadSentence, Sequence] | None = None
        self._last_condition: tuple[int, Condition] | None = None
        self._told = 0
        """Sentences so far that tell of work: filler between two conditions does not part them."""

    def add(self, read: ReadSentence) -> None:
        self._leave_lists(read)
        known = len(self._works_so_far)
        told = units(self._document, read)
        self._told += bool(told)
        for unit in told:
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
        found = TOGETHER.search(text) if text.endswith(":") else None
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
        elif unit.role == "this_case" and self._asked_just_now() and body:
            self._sequence.append(Choice([Branch(unit.condition, unit.marker, body)]))
        elif unit.role == "this_case" and (choice := self._open_choice()):
            choice.branches[-1].body.extend(body)
        elif unit.role == "sometimes" and body:
            self._sequence.append(Choice([Branch(unit.condition, unit.marker, body)]))
        elif unit.condition:
            self._conditional(unit.condition, body)
        elif not (body and self._side_by_side(read, unit, body)):
            self._sequence.extend(body)
        self._while = (read, unit.marker, body) if unit.role == "while" else self._while
        self._main = (read, body) if unit.role == "main" else self._main
        if unit.opens_list and unit.condition:
            self._contexts.append(_Context(read.sentence.block.level, self._branch_body(body)))

    def _side_by_side(self, read: ReadSentence, unit: Unit, body: Sequence) -> bool:
        """Put work that is done at the same time as other work beside it, if the unit says so."""
        marker = unit.marker if unit.role == "meanwhile" else None
        if listed := listed_at_once(self._document.text, marker or at_once(self._document.text, unit), body):
            self._sequence.append(Parallel(listed, marker or at_once(self._document.text, unit)))
        elif unit.role == "meanwhile":
            self._meanwhile(marker, body)
        elif unit.role == "while" and self._main_before(read):
            self._while_after(unit, body)
        elif unit.role == "main" and (marker := at_once(self._document.text, unit)):
            self._done_at_once(unit, marker, body)
        elif unit.role == "main" and self._goes_on_beside(unit, body):
            self._beside().extend(body)
        elif unit.role == "main" and self._while_before(read):
            self._join_while(body)
        else:
            return False
        return True

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

    def _asked_just_now(self) -> bool:
        """`He checks whether the account exists. If so, …`: the question was put by the last thing done."""
        last = self._sequence[-1] if self._sequence else None
        return isinstance(last, Work) and last.activity.content is not None

    def _otherwise(self, read: ReadSentence, unit: Unit, body: Sequence) -> None:
        choice = None if self._asked_just_now() and unit.role != "contrast" else self._open_choice()
        if unit.role == "contrast" and (choice is None or choice is not self._sequence[-1]):
            self._contrast(read, unit, body)
            return
        if choice is None:
            branch = (
                [Branch(unit.condition, unit.marker, body, otherwise=True)] if body and unit.marker else []
            )
            self._sequence.extend([Choice(branch)] if branch else body)
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

    def _conditional(self, condition: Condition, body: Sequence) -> None:
        branch = Branch(condition, condition.marker, body)
        last = self._sequence[-1] if self._sequence else None
        if isinstance(last, Choice) and not last.inline and self._same_question(last, condition):
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
        self._last_condition = (self._told, condition)

    def _same_question(self, choice: Choice, condition: Condition) -> bool:
        """Two conditions in a row are branches of one choice if they are about the same thing."""
        earlier = choice.branches[-1].condition
        if earlier is None and len(choice.branches) == 1:
            return condition.vague  # `If not, we refuse. If it is, we go on`
        if earlier is None or any(branch.otherwise for branch in choice.branches):
            return False
        index = self._last_condition[0] if self._last_condition else self._told
        near = self._told - index <= 1
        cases = self._in_case(earlier) and self._in_case(condition)
        return near and (condition.vague or cases or bool(earlier.nouns & condition.nouns))

    def _in_case(self, condition: Condition) -> bool:
        """`in case of approval … in case of rejection`."""
        return self._document.text[slice(*condition.marker)].lower() == "in case of"

    # Parallel work

    def _meanwhile(self, marker: Span | None, body: Sequence) -> None:
        run = self._run_of_one_performer(self._sequence)
        if not run:
            self._sequence.extend(body)
            return
        del self._sequence[len(self._sequence) - len(run) :]
        self._sequence.append(Parallel([run, body], marker))

    def _while_before(self, read: ReadSentence) -> bool:
        return self._while is not None and self._while[0] is read and bool(self._while[2])

    def _main_before(self, read: ReadSentence) -> bool:
        body = self._main[1] if self._main and self._main[0] is read else []
        return bool(body) and self._sequence[-len(body) :] == body

    def _while_after(self, unit: Unit, body: Sequence) -> None:
        """`The setter mounts the mould while the operator cleans the machine`."""
        first = self._main[1] if self._main else []
        del self._sequence[len(self._sequence) - len(first) :]
        self._sequence.append(Parallel([list(first), body], unit.marker))

    def _done_at_once(self, unit: Unit, marker: Span, body: Sequence) -> None:
        """Two who act in one sentence work side by side; one alone works beside what came before."""
        first = [
            element
            for element in body
            if isinstance(element, Work) and element.activity is unit.activities[0]
        ]
        later = [element for element in body if element not in first]
        inherited = all(isinstance(e, Work) and not e.activity.inherited for e in later)
        if first and later and inherited:
            self._sequence.append(Parallel([list(first), later], marker))
        else:
            self._meanwhile(marker, body)

    def _beside(self) -> Sequence:
        last = self._sequence[-1] if self._sequence else None
        return last.branches[-1] if isinstance(last, Parallel) and last.branches else []

    def _goes_on_beside(self, unit: Unit, body: Sequence) -> bool:
        """`Meanwhile the cook makes the soup. He then fills the bowls`: whoever began beside the others goes on so."""
        last = self._sequence[-1] if self._sequence else None
        if not isinstance(last, Parallel) or len(last.branches) < 2 or not body or unit.condition:
            return False
        who = self._performers(body[:1])
        others = set().union(*(self._performers(branch) for branch in last.branches[:-1]))
        return bool(who) and who == self._performers(last.branches[-1]) and not who & others

    def _performers(self, sequence: Sequence) -> set[str]:
        references = [r for work in walk(sequence) for r in work.activity.performers]
        return {who.key for r in references if (who := self._cast.meant_by(r))}

    def _join_while(self, body: Sequence) -> None:
        _, marker, first = self._while or (None, None, [])
        self._while = None
        if not body:
            return
        if self._sequence[-len(first) :] == first:
            del self._sequence[len(self._sequence) - len(first) :]
        self._sequence.append(Parallel([first, body], marker))
