"""Where the text names the elements of the process, and how these mentions relate."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from coditect.workflows.analysis import Mention, Relation
from coditect.workflows.rules.process import verbs
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.document import Document
from coditect.workflows.rules.process.participants import Cast
from coditect.workflows.rules.process.references import Reference
from coditect.workflows.rules.process.statements import Condition, Span
from coditect.workflows.rules.process.tree import Choice, Flow, Jump, Parallel, Sequence, Work


@dataclass
class _Collected:
    spans: dict[tuple[str, int, int], None] = field(default_factory=dict)
    relations: dict[tuple[str, tuple[str, int, int], tuple[str, int, int]], None] = field(
        default_factory=dict
    )

    def mention(self, kind: str, span: Span) -> tuple[str, int, int]:
        key = (kind, *span)
        self.spans.setdefault(key)
        return key

    def relate(self, kind: str, head: tuple[str, int, int], tail: tuple[str, int, int]) -> None:
        if head != tail:
            self.relations.setdefault((kind, head, tail))


def collect(document: Document, cast: Cast, flow: Flow) -> tuple[tuple[Mention, ...], tuple[Relation, ...]]:
    """All mentions in reading order, and the relations between them."""
    found = _Collected()
    for work in flow.works():
        _around(found, cast, work.activity)
    _Flows(found).sequence(flow.root, [])
    ordered = sorted(found.spans, key=lambda key: (key[1], key[2], key[0]))
    ids = {key: f"m{number}" for number, key in enumerate(ordered, 1)}
    mentions = tuple(
        Mention.model_validate(
            {
                "id": ids[key],
                "kind": key[0],
                "start": key[1],
                "end": key[2],
                "text": document.text[key[1] : key[2]],
            }
        )
        for key in ordered
    )
    relations = tuple(
        Relation.model_validate({"kind": kind, "head": ids[head], "tail": ids[tail]})
        for kind, head, tail in found.relations
    )
    return mentions, relations


def _around(found: _Collected, cast: Cast, activity: Activity) -> None:
    head = found.mention("activity", (activity.start, activity.end))
    receives = activity.verb in verbs.RECEIVES
    for reference in activity.performers:
        actor = _actor(found, cast, reference)
        if actor:
            found.relate("receives" if receives else "performs", head, actor)
    for reference in activity.recipients:
        if actor := _actor(found, cast, reference):
            found.relate("receives", head, actor)
    for reference in activity.sources:
        if actor := _actor(found, cast, reference):
            found.relate("performs", head, actor)
    if activity.object_span:
        found.relate("uses", head, found.mention("object", activity.object_span))
    for span in activity.manner:
        found.mention("further", span)


def _actor(found: _Collected, cast: Cast, reference: Reference) -> tuple[str, int, int] | None:
    return found.mention("actor", (reference.start, reference.end)) if cast.meant_by(reference) else None


_Key = tuple[str, int, int]


class _Flows:
    """Follows the tree and relates each mention to those that can come next."""

    def __init__(self, found: _Collected) -> None:
        self._found = found

    def sequence(self, sequence: Sequence, outs: list[_Key]) -> list[_Key]:
        for element in sequence:
            if isinstance(element, Work):
                outs = self._to(outs, self._activity(element))
            elif isinstance(element, Choice):
                outs = self._choice(element, outs)
            elif isinstance(element, Parallel):
                outs = self._parallel(element, outs)
            elif isinstance(element, Jump):
                outs = self._jump(element, outs)
            else:
                outs = []
        return outs

    def _activity(self, work: Work) -> _Key:
        return ("activity", work.activity.start, work.activity.end)

    def _to(self, outs: Iterable[_Key], key: _Key) -> list[_Key]:
        for out in outs:
            self._found.relate("flow", out, key)
        return [key]

    def _choice(self, choice: Choice, outs: list[_Key]) -> list[_Key]:
        ends: list[_Key] = []
        entry = outs
        for index, branch in enumerate(choice.branches):
            into = entry if index == 0 or branch.marker is None or choice.inline else []
            if branch.marker and not (index and choice.inline):
                entry_kind = self._found.mention("xor", branch.marker)
                into = self._to(into, entry_kind)
                entry = into if choice.inline else entry
            elif branch.marker:
                into = entry
            if not choice.exhaustive:
                ends += into
            if branch.condition:
                into = self._condition(branch.condition, into)
            ends += self.sequence(branch.body, into) if branch.body else into
        return list(dict.fromkeys(ends))

    def _condition(self, condition: Condition, into: list[_Key]) -> list[_Key]:
        return self._to(into, self._found.mention("condition", (condition.start, condition.end)))

    def _parallel(self, parallel: Parallel, outs: list[_Key]) -> list[_Key]:
        if parallel.marker:
            outs = self._to(outs, self._found.mention("and", parallel.marker))
        ends = [end for body in parallel.branches for end in self.sequence(body, outs)]
        return list(dict.fromkeys(ends))

    def _jump(self, jump: Jump, outs: list[_Key]) -> list[_Key]:
        self._to(outs, self._activity(jump.target))
        return outs if jump.condition else []
