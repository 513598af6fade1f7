"""What is other than before in a process as it could be: a tag on each step, and a key below the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from coditect.workflows.diagrams.geometry import Box, PlacedNode, Point
from coditect.workflows.diagrams.model import Change, Diagram
from coditect.workflows.diagrams.palette import Palette, family_of_change
from coditect.workflows.diagrams.strokes import place, text_lines
from coditect.workflows.diagrams.typography import text_width, wrap

TAG_SIZE, TAG_HEIGHT = 10.0, 14.0
TAG_OVERHANG = TAG_HEIGHT / 2
_KEY_SIZE, _KEY_LINE, _KEY_GAP = 12.0, 18.0, 20.0
_MAX_LINES = 6


def tag(placed: PlacedNode, palette: Palette) -> str:
    """A word on the lower edge of a changed step."""
    change = placed.node.change
    if change is None:
        return ""
    width = _tag_width(change)
    corner = Point(placed.box.right - 10 - width, placed.box.bottom - TAG_OVERHANG)
    return _tag(change, corner, palette)


def _tag_width(change: Change) -> float:
    return text_width(change.value, TAG_SIZE) + 12


def _tag(change: Change, corner: Point, palette: Palette) -> str:
    tint = palette.tints[family_of_change(change)]
    box = Box(corner.x, corner.y, _tag_width(change), TAG_HEIGHT)
    pill = f'<rect{place(box)} rx="7" fill="{tint.ink}"/>'
    middle = Point(box.center.x, box.y + 10.4)
    return pill + text_lines((change.value,), middle, TAG_SIZE, 0, palette.background, anchor="middle")


@dataclass(frozen=True, slots=True)
class Key:
    """How often each change is made, and which steps fall away, wrapped to the width of the drawing."""

    counts: tuple[tuple[Change, int], ...]
    removed: tuple[str, ...]
    height: float


def key(diagram: Diagram, width: float) -> Key:
    counted = Counter(node.change for node in diagram.nodes if node.change is not None)
    counts = tuple((change, counted[change]) for change in Change if counted[change])
    removed = wrap(_removed(diagram.removed), _KEY_SIZE, width, _MAX_LINES) if diagram.removed else ()
    lines = (1 if counts else 0) + len(removed)
    return Key(counts, removed, lines * _KEY_LINE + _KEY_GAP if lines else 0.0)


def _removed(labels: tuple[str, ...]) -> str:
    return "No longer needed: " + ", ".join(labels)


def drawn_key(shown: Key, left: float, top: float, palette: Palette) -> Iterable[str]:
    y = top + _KEY_GAP
    x = left
    for change, count in shown.counts:
        yield _tag(change, Point(x, y), palette)
        x += _tag_width(change) + 6
        text = f"{count} {'step' if count == 1 else 'steps'}"
        yield text_lines((text,), Point(x, y + 11.2), _KEY_SIZE, 0, palette.muted)
        x += text_width(text, _KEY_SIZE) + 20
    if shown.counts:
        y += _KEY_LINE + 2
    if shown.removed:
        yield text_lines(shown.removed, Point(left, y + 11.2), _KEY_SIZE, _KEY_LINE, palette.muted)
