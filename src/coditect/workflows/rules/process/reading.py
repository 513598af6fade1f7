"""A description, understood: document, participants, flow and graph, computed once for each text."""

from dataclasses import dataclass
from functools import lru_cache

from coditect.workflows.analysis import Mention, Relation
from coditect.workflows.rules.process.document import Document, read
from coditect.workflows.rules.process.flow import build
from coditect.workflows.rules.process.graph import Graph, draw
from coditect.workflows.rules.process.mentions import collect
from coditect.workflows.rules.process.participants import Cast, cast
from coditect.workflows.rules.process.things import Labels, Things
from coditect.workflows.rules.process.tree import Flow

_KEPT = 4


@dataclass(frozen=True)
class Reading:
    document: Document
    cast: Cast
    flow: Flow
    graph: Graph
    labels: Labels
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]


@lru_cache(maxsize=_KEPT)
def understand(text: str) -> Reading:
    """Everything the rules know about a text; the last few are kept, so that eight analysts read it once."""
    document = read(text)
    people = cast(document)
    flow = build(document, people)
    mentions, relations = collect(document, people, flow)
    labels = Labels(text, flow, people, Things(document))
    return Reading(document, people, flow, draw(flow), labels, mentions, relations)
