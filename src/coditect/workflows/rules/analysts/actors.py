"""Actor Identifier: who takes part, who does what as stated, and where work changes hands."""

from collections.abc import Iterator

from coditect.workflows.analysis import (
    Actor,
    ActorReport,
    AnalystOutputs,
    Handoff,
    Interaction,
    Responsibility,
    System,
)
from coditect.workflows.rules.analysts.items import INFERRED, READ, STATED, spans
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.participants import Participant
from coditect.workflows.rules.process.reading import Reading
from coditect.workflows.rules.process.references import Reference
from coditect.workflows.rules.process.tree import Work

# `The system` is what is to be built, not one to connect to.
_UNNAMED = frozenset({"system", "software", "computer system", "it system"})


def identify(reading: Reading, _inputs: AnalystOutputs) -> ActorReport:
    people = [who for who in reading.cast.participants.values() if who.mentions]
    ids = {who.key: f"a{number}" for number, who in enumerate(people, 1)}
    return ActorReport(
        actors=tuple(_actor(ids[who.key], who) for who in people),
        responsibilities=tuple(_responsibilities(reading, ids)),
        handoffs=tuple(_handoffs(reading, ids)),
        systems=tuple(_systems(reading, ids)),
        interactions=tuple(_interactions(reading, ids)),
    )


def _actor(identity: str, who: Participant) -> Actor:
    return Actor(
        id=identity,
        name=who.name,
        aliases=tuple(who.aliases),
        kind=who.kind,
        evidence=spans(who.mentions),
        confidence=STATED if who.acts else READ,
        origin="rule",
    )


def performer(reading: Reading, work: Work) -> Participant | None:
    """Who does it: the subject or agent; else the lane; else who does the task that it details."""
    for reference in work.activity.performers:
        if who := reading.cast.meant_by(reference):
            return who
    lane = work.read.sentence.block.lane
    if lane:
        return reading.cast.named(lane)
    return performer(reading, work.parent) if work.parent else None


def _responsibilities(reading: Reading, ids: dict[str, str]) -> Iterator[Responsibility]:
    number = 0
    for work in reading.flow.works():
        activity = work.activity
        performers = [who for r in activity.performers if (who := reading.cast.meant_by(r))]
        if not performers and (who := performer(reading, work)):
            performers = [who]
        receivers = [who for r in activity.recipients if (who := reading.cast.meant_by(r))]
        for part, parties in (("performs", performers), ("receives", receivers)):
            for key in dict.fromkeys(party.key for party in parties):
                number += 1
                yield Responsibility.model_validate(
                    {
                        "id": f"d{number}",
                        "actor": ids[key],
                        "part": part,
                        "action": reading.labels.label(work),
                        "evidence": spans([(activity.start, activity.end)]),
                        "confidence": STATED if activity.performers else READ,
                        "origin": "rule",
                    }
                )


def _handoffs(reading: Reading, ids: dict[str, str]) -> Iterator[Handoff]:
    """From one task to the next with another performer, along the arrows."""
    graph = reading.graph
    following: dict[str, list[str]] = {}
    for arrow in graph.arrows:
        following.setdefault(arrow.source, []).append(arrow.target)
    passed = {node.id for node in graph.nodes.values() if node.work is None}
    number = 0
    for node in graph.nodes.values():
        giver = performer(reading, node.work) if node.work else None
        if node.work is None or giver is None:
            continue
        for target in _next_tasks(node.id, following, passed):
            later = graph.nodes[target].work
            taker = performer(reading, later) if later else None
            if later is None or taker is None or taker.key == giver.key:
                continue
            number += 1
            yield Handoff(
                id=f"h{number}",
                from_actor=ids[giver.key],
                to_actor=ids[taker.key],
                what=reading.labels.object(node.work) or reading.labels.object(later) or "work",
                evidence=spans([(work.activity.first, work.activity.last) for work in (node.work, later)]),
                confidence=READ,
                origin="rule",
            )


def _next_tasks(node: str, following: dict[str, list[str]], passed: set[str]) -> list[str]:
    """Tasks reached over gateways and events only."""
    found: list[str] = []
    seen, queue = {node}, list(following.get(node, []))
    while queue:
        target = queue.pop(0)
        if target in seen:
            continue
        seen.add(target)
        if target in passed:
            queue.extend(following.get(target, []))
        else:
            found.append(target)
    return found


def _systems(reading: Reading, ids: dict[str, str]) -> Iterator[System]:
    """Systems that act, and those that work is done with or in."""
    used: dict[str, tuple[str, list[tuple[int, int]], str | None]] = {}
    for work in reading.flow.works():
        for reference in _things_at(work.activity):
            if _is_named_system(reference) and not reading.cast.meant_by(reference):
                name, places, _ = used.setdefault(
                    reference.key, (_name(reference), [], reading.labels.label(work))
                )
                places.append((reference.start, reference.end))
    number = 0
    for who in reading.cast.participants.values():
        if who.kind == "system" and who.mentions and who.key not in _UNNAMED:
            number += 1
            first = next((w for w in reading.flow.works() if performer(reading, w) is who), None)
            purpose = reading.labels.label(first) if first else None
            yield System(
                id=f"s{number}",
                name=who.name,
                actor=ids[who.key],
                used_for=purpose,
                evidence=spans(who.mentions),
                confidence=READ,
                origin="rule",
            )
    for name, places, purpose in used.values():
        number += 1
        yield System(
            id=f"s{number}",
            name=name,
            actor=None,
            used_for=purpose,
            evidence=spans(places),
            confidence=INFERRED,
            origin="rule",
        )


def _is_named_system(reference: Reference) -> bool:
    return nouns.names_system(list(reference.words)) and reference.key not in _UNNAMED


def _things_at(activity: Activity) -> Iterator[Reference]:
    yield from activity.objects
    yield from (reference for _, reference in activity.attached)


def _name(reference: Reference) -> str:
    words = reference.text.split()
    while len(words) > 1 and words[0].lower() in {"the", "a", "an", "our", "their", "its", "this"}:
        words = words[1:]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _interactions(reading: Reading, ids: dict[str, str]) -> Iterator[Interaction]:
    number = 0
    for work in reading.flow.works():
        giver = performer(reading, work)
        if giver is None or work.activity.verb not in verbs.SENDS | verbs.ADDRESSES | verbs.RECEIVES:
            continue
        receivers = [who for r in work.activity.recipients if (who := reading.cast.meant_by(r))]
        senders = [who for r in work.activity.sources if (who := reading.cast.meant_by(r))]
        for first, second in [(giver, who) for who in receivers] + [(who, giver) for who in senders]:
            if first.key == second.key:
                continue
            number += 1
            yield Interaction(
                id=f"i{number}",
                from_actor=ids[first.key],
                to_actor=ids[second.key],
                verb=work.activity.verb,
                what=reading.labels.object(work),
                evidence=spans([(work.activity.first, work.activity.last)]),
                confidence=READ,
                origin="rule",
            )
