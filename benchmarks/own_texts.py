"""Scores the rule engine on 24 process descriptions of our own, answered by hand before a rule saw them.

One half may be used to tune rules, of the other only the totals are read. A task counts when verb, object and actor are the
expected ones; what follows what counts when the graph leads from one task to the other with nothing but gateways between.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from benchmarks.pet import Tally, covered
from coditect.workflows import rules
from coditect.workflows.analysis import Analysis, AssignedTask

HERE = Path(__file__).resolve().parent
KINDS = {
    "A": "activity",
    "D": "object",
    "R": "actor",
    "X": "xor",
    "&": "and",
    "C": "condition",
    "F": "further",
}
Half = Literal["tuning", "measuring"]
_MARK = re.compile(r"\[([ADRX&CF]):([^\]]+)\]")
_WORD = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")
_DETERMINER = re.compile(r"^(the|a|an|all|one|every|each|any|his|her|their|our|its|my)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class OwnText:
    name: str
    text: str
    marks: tuple[tuple[str, int, int], ...]
    tasks: tuple[tuple[str, str, str], ...]
    """Actor (a dash for nobody), verb and object."""
    actors: tuple[str, ...]
    gateways: dict[str, int]
    following: tuple[tuple[int, int], ...]


@dataclass
class Scores:
    elements: Tally = field(default_factory=Tally)
    marks: Tally = field(default_factory=Tally)


def texts(half: Half) -> list[OwnText]:
    entries = yaml.safe_load((HERE / f"own_texts_{half}.yaml").read_text("utf-8"))
    return [_own(entry) for entry in entries]


def _own(entry: dict[str, Any]) -> OwnText:
    plain, marks = unmark(entry["text"])
    return OwnText(
        entry["name"],
        plain,
        tuple(marks),
        tuple(_task(line) for line in entry["tasks"]),
        tuple(entry["actors"]),
        entry["gateways"],
        tuple((int(a), int(b)) for a, b in (pair.split("-") for pair in entry["next"])),
    )


def _task(line: str) -> tuple[str, str, str]:
    actor, _, what = line.partition(":")
    verb, _, thing = what.strip().partition(" ")
    return actor.strip(), verb, thing.strip()


def unmark(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and their places in it."""
    plain, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        marks.append((KINDS[match[1]], len(plain), len(plain) + len(match[2])))
        plain += match[2]
        last = match.end()
    return plain + marked[last:], marks


def score(own: OwnText, scores: Scores) -> list[str]:
    """Count one text into the scores; what was missed or found too much, in words."""
    analysis = rules.analyse(own.text)
    names = {actor.id: [_bare(name) for name in (actor.name, *actor.aliases)] for actor in analysis.actors}
    pairs = _matched(own.tasks, list(analysis.tasks), names)
    performed = [
        index
        for index, task in pairs.items()
        if own.tasks[index][0] != "-" and task.actor and _same(own.tasks[index][0], names[task.actor])
    ]
    known = {expected for expected in own.actors if any(_same(expected, found) for found in names.values())}
    after = _after(analysis)
    followed = [
        (a, b)
        for a, b in own.following
        if a - 1 in pairs and b - 1 in pairs and pairs[b - 1].id in after.get(pairs[a - 1].id, ())
    ]
    elements = scores.elements
    elements.count("task", right=len(pairs), found=len(analysis.tasks), gold=len(own.tasks))
    elements.count("actor", right=len(known), found=len(names), gold=len(own.actors))
    with_actor = [task for task in own.tasks if task[0] != "-"]
    assigned = sum(task.actor is not None for task in analysis.tasks)
    elements.count("who does it", right=len(performed), found=assigned, gold=len(with_actor))
    elements.count(
        "what follows",
        right=len(followed),
        found=len(followed),  # only what must follow is listed, not all that may
        gold=len(own.following),
    )
    _count_gateways(own, analysis, elements)
    _count_marks(own, analysis, scores.marks)
    missed = [f"task {own.tasks[i]}" for i in range(len(own.tasks)) if i not in pairs]
    missed += [f"actor {name}" for name in own.actors if name not in known]
    missed += [f"who {own.tasks[i]}" for i in pairs if own.tasks[i][0] != "-" and i not in performed]
    missed += [
        f"next {own.tasks[a - 1]} -> {own.tasks[b - 1]}" for a, b in own.following if (a, b) not in followed
    ]
    taken = {task.id for task in pairs.values()}
    return missed + [f"too much {task.label}" for task in analysis.tasks if task.id not in taken]


def _matched(
    expected: Iterable[tuple[str, str, str]], found: list[AssignedTask], names: dict[str, list[str]]
) -> dict[int, AssignedTask]:
    """Each expected task with the first task in the text that is it; those with the same actor are preferred."""
    pairs: dict[int, AssignedTask] = {}
    left = list(found)
    for index, (actor, verb, thing) in enumerate(expected):
        fitting = [task for task in left if task.verb.split()[0] == verb and _about(thing, task)]
        fitting.sort(key=lambda task: not (task.actor and _same(actor, names[task.actor])))
        if fitting:
            pairs[index] = fitting[0]
            left.remove(fitting[0])
    return pairs


def _about(thing: str, task: AssignedTask) -> bool:
    words = [_singular(word) for word in re.findall(r"[\w-]+", f"{task.object or ''} {task.label}".lower())]
    return all(_singular(word) in words for word in thing.lower().split())


def _singular(word: str) -> str:
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def _bare(name: str) -> str:
    return " ".join(_singular(word) for word in _DETERMINER.sub("", name.lower()).split())


def _same(expected: str, found: list[str]) -> bool:
    return _bare(expected) in found


def _after(analysis: Analysis) -> dict[str, set[str]]:
    """The tasks that follow each task with nothing but gateways and events between."""
    targets: dict[str, list[str]] = {}
    for flow in analysis.flows:
        targets.setdefault(flow.from_, []).append(flow.to)
    tasks = {task.id for task in analysis.tasks}
    return {task: _reached(task, targets, tasks) for task in tasks}


def _reached(start: str, targets: dict[str, list[str]], tasks: set[str]) -> set[str]:
    reached, seen, waiting = set(), {start}, list(targets.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node in tasks:
            reached.add(node)
        elif node not in seen:
            seen.add(node)
            waiting += targets.get(node, ())
    return reached


def _count_gateways(own: OwnText, analysis: Analysis, elements: Tally) -> None:
    for kind in ("xor", "and"):
        found = sum(gateway.kind == kind and gateway.direction == "split" for gateway in analysis.gateways)
        gold = own.gateways.get(kind, 0)
        elements.count(f"{kind} gateway", right=min(found, gold), found=found, gold=gold)


def _count_marks(own: OwnText, analysis: Analysis, marks: Tally) -> None:
    if not own.marks:
        return
    spans = [match.span() for match in _WORD.finditer(own.text)]
    for kind in KINDS.values():
        gold = {covered(spans, start, end) for k, start, end in own.marks if k == kind}
        found = {covered(spans, m.start, m.end) for m in analysis.mentions if m.kind == kind}
        marks.count(kind, right=len(gold & found), found=len(found), gold=len(gold))


def report(halves: tuple[Half, ...] = ("tuning", "measuring"), *, misses: bool = False) -> None:
    """Print precision, recall and F1 of both halves; of the tuning half, on request, what was missed."""
    for half in halves:
        scores, own_texts = Scores(), texts(half)
        for own in own_texts:
            wrong = score(own, scores)
            if misses and half == "tuning" and wrong:
                print(own.name, *wrong, sep="\n    ")
        print(
            f"\nOwn texts, {half}: {len(own_texts)}\n{'':<14}{'precision':>10}{'recall':>8}{'F1':>6}{'gold':>6}"
        )
        for kind in ("task", "actor", "who does it", "what follows", "xor gateway", "and gateway"):
            _line(kind, scores.elements, [kind])
        for kind in KINDS.values():
            _line(f"  {kind}", scores.marks, [kind])
        _line("  micro", scores.marks, list(KINDS.values()))


def _line(label: str, tally: Tally, kinds: list[str]) -> None:
    precision, recall, f1 = tally.scores(kinds)
    print(
        f"{label:<14}{precision:>10.2f}{recall:>8.2f}{f1:>6.2f}{sum(tally.gold[kind] for kind in kinds):>6}"
    )


if __name__ == "__main__":
    report()
