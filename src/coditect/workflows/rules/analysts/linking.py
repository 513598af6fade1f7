"""Which actor performs which task: the two analysts work apart, so their passages decide."""

from bisect import bisect_left
from collections.abc import Iterable

from coditect.workflows.analysis import Actor, ActorReport, Decomposition, ProcessTask, Responsibility, Span


class Assignments:
    """Actors by task, as far as the text says who does what."""

    def __init__(self, decomposition: Decomposition | None, report: ActorReport | None) -> None:
        self._actors = {actor.id: actor for actor in report.actors} if report else {}
        said = report.responsibilities if report else ()
        self._performs = _Passages([duty for duty in said if duty.part == "performs"])
        self._receives = _Passages([duty for duty in said if duty.part == "receives"])
        tasks = decomposition.tasks if decomposition else ()
        self._performer = {task.id: self._first(self._performs, task) for task in tasks}
        self._receivers = {task.id: self._all(self._receives, task) for task in tasks}

    def performer(self, task: str) -> Actor | None:
        return self._actors.get(self._performer.get(task) or "")

    def receivers(self, task: str) -> tuple[Actor, ...]:
        return tuple(self._actors[actor] for actor in self._receivers.get(task, ()) if actor in self._actors)

    def others_named(self, task: ProcessTask) -> tuple[str, ...]:
        """Further actors stated to perform the same task."""
        found = self._all(self._performs, task)
        return tuple(actor for actor in found if actor != self._performer.get(task.id))

    def _first(self, passages: "_Passages", task: ProcessTask) -> str | None:
        return next(iter(self._all(passages, task)), None)

    def _all(self, passages: "_Passages", task: ProcessTask) -> tuple[str, ...]:
        duties = [duty for span in task.evidence for duty in passages.within(span.start, span.end)]
        duties = duties or passages.named(task.label)
        same = [duty for duty in duties if duty.action.casefold() == task.label.casefold()]
        return tuple(dict.fromkeys(duty.actor for duty in (same or duties)))


class _Passages:
    """Responsibilities by their place in the text."""

    def __init__(self, duties: list[Responsibility]) -> None:
        self._duties = duties
        self._by_action: dict[str, list[Responsibility]] = {}
        for duty in duties:
            if not duty.evidence:
                self._by_action.setdefault(duty.action.casefold(), []).append(duty)
        self._places = Places((span, number) for number, duty in enumerate(duties) for span in duty.evidence)

    def named(self, action: str) -> list[Responsibility]:
        """By what is done, for outputs that cite no passage."""
        return self._by_action.get(action.casefold(), [])

    def within(self, start: int, end: int) -> list[Responsibility]:
        return [self._duties[number] for number in self._places.starting_in(start, end)]


class Places:
    """Numbered passages, found by where they start; a look-up costs little however many there are."""

    def __init__(self, placed: Iterable[tuple[Span, int]]) -> None:
        self._placed = sorted((span.start, number) for span, number in placed)

    def starting_in(self, start: int, end: int) -> list[int]:
        position = bisect_left(self._placed, (start, -1))
        found = []
        while position < len(self._placed) and self._placed[position][0] < end:
            found.append(self._placed[position][1])
            position += 1
        return found
