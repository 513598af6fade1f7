"""Scores the rule engine on annotated process descriptions (PET): `python benchmarks/pet.py [--data PATH]`.

Strict span micro F1: a mention counts when its kind and its exact tokens are those of the annotation. A flow relation counts
when both its ends overlap the annotated mentions. Documents held out of rule writing are reported apart.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coditect.workflows.rules.process.reading import understand

HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parent.parent / "shared" / "data" / "pet" / "development.jsonl"
KINDS = {
    "Activity": "activity",
    "Activity Data": "object",
    "Actor": "actor",
    "XOR Gateway": "xor",
    "AND Gateway": "and",
    "Condition Specification": "condition",
    "Further Specification": "further",
}
Tokens = tuple[int, ...]


@dataclass
class Tally:
    """Found rightly, found in all, annotated in all."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str, *, right: int, found: int, gold: int) -> None:
        self.right[kind] += right
        self.found[kind] += found
        self.gold[kind] += gold

    def scores(self, kinds: Iterable[str]) -> tuple[float, float, float]:
        names = list(kinds)
        right, found, gold = (
            sum(table[name] for name in names) for table in (self.right, self.found, self.gold)
        )
        precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def held_out() -> list[str]:
    lines = (HERE / "pet_held_out.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def placed(tokens: list[dict[str, Any]]) -> tuple[str, list[tuple[int, int]]]:
    """The text as the engine gets it, and the place of each token."""
    text, spans = "", []
    for token in tokens:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(token["text"])))
        text += token["text"]
    return text, spans


def covered(spans: list[tuple[int, int]], start: int, end: int) -> Tokens:
    return tuple(index for index, (first, last) in enumerate(spans) if first < end and start < last)


def score(document: dict[str, Any], mentions: Tally, flows: Tally) -> None:
    text, spans = placed(document["tokens"])
    reading = understand(text)
    found = {m.id: (m.kind, covered(spans, m.start, m.end)) for m in reading.mentions}
    gold = [(KINDS[m["type"]], tuple(m["tokenDocumentIndices"])) for m in document["mentions"]]
    for kind in KINDS.values():
        ours, theirs = {t for k, t in found.values() if k == kind}, {t for k, t in gold if k == kind}
        mentions.count(kind, right=len(ours & theirs), found=len(ours), gold=len(theirs))
    ours_flow = [(found[r.head][1], found[r.tail][1]) for r in reading.relations if r.kind == "flow"]
    gold_flow = [
        (gold[r["headMentionIndex"]][1], gold[r["tailMentionIndex"]][1])
        for r in document["relations"]
        if r["type"] == "flow"
    ]
    matched = sum(any(overlap(pair, other) for other in ours_flow) for pair in gold_flow)
    rightly = sum(any(overlap(pair, other) for other in gold_flow) for pair in ours_flow)
    flows.count("flow", right=min(matched, rightly), found=len(ours_flow), gold=len(gold_flow))


def overlap(pair: tuple[Tokens, Tokens], other: tuple[Tokens, Tokens]) -> bool:
    return bool(set(pair[0]) & set(other[0])) and bool(set(pair[1]) & set(other[1]))


def report(title: str, documents: list[dict[str, Any]]) -> None:
    mentions, flows = Tally(), Tally()
    for document in documents:
        score(document, mentions, flows)
    print(
        f"\n{title}: {len(documents)} documents\n{'kind':<12}{'precision':>10}{'recall':>8}{'F1':>6}{'gold':>6}"
    )
    for kind in KINDS.values():
        line(kind, mentions, [kind])
    line("micro", mentions, list(KINDS.values()))
    line("flow", flows, ["flow"])


def line(label: str, tally: Tally, kinds: list[str]) -> None:
    precision, recall, f1 = tally.scores(kinds)
    print(
        f"{label:<12}{precision:>10.2f}{recall:>8.2f}{f1:>6.2f}{sum(tally.gold[kind] for kind in kinds):>6}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT)
    path: Path = parser.parse_args().data
    if not path.is_file():
        print(f"PET development documents are not here ({path}); nothing to score.")
        return
    documents = [json.loads(text) for text in path.read_text("utf-8").splitlines()]
    names = held_out()
    print(f"Held out of rule writing: {', '.join(names)}")
    report("Seen", [document for document in documents if document["name"] not in names])
    report("Held out", [document for document in documents if document["name"] in names])
    report("All", documents)


if __name__ == "__main__":
    main()
