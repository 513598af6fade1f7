"""The colours of a drawn diagram: light, dark, print, and one that follows the page it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from coditect.workflows.diagrams.model import Change, Family, Node, NodeKind


@dataclass(frozen=True, slots=True)
class Tint:
    fill: str
    stroke: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    background: str
    surface: str
    hairline: str
    text: str
    muted: str
    edge: str
    tints: Mapping[Family, Tint]


LIGHT = Palette(
    background="#ffffff",
    surface="#f9fafc",
    hairline="#e2e6ec",
    text="#151a22",
    muted="#56606f",
    edge="#8791a1",
    tints={
        Family.PEOPLE: Tint("#effcf9", "#86d9c9", "#0a6957"),
        Family.AGENT: Tint("#eff6fe", "#9cc4f1", "#1c5cb0"),
        Family.SYSTEM: Tint("#fff8ea", "#efc77e", "#855200"),
        Family.COORDINATION: Tint("#fbf0fd", "#dda6e8", "#870f98"),
        Family.DONE: Tint("#f4fbea", "#add97b", "#3a730a"),
        Family.NEUTRAL: Tint("#f7f8fa", "#cbd1da", "#48515f"),
    },
)

DARK = Palette(
    background="#0e1116",
    surface="#12161c",
    hairline="#262c36",
    text="#eceff4",
    muted="#9da7b5",
    edge="#6d7888",
    tints={
        Family.PEOPLE: Tint("#0f2a26", "#2b7566", "#7ee6d0"),
        Family.AGENT: Tint("#11243c", "#315f99", "#8fc2ff"),
        Family.SYSTEM: Tint("#2d220e", "#846323", "#ffca6b"),
        Family.COORDINATION: Tint("#2d1233", "#7f3b8a", "#ec9df8"),
        Family.DONE: Tint("#19290d", "#4c8123", "#a9e36d"),
        Family.NEUTRAL: Tint("#1a1f27", "#3e4754", "#b6bfcc"),
    },
)

PRINT = Palette(
    background="#ffffff",
    surface="#ffffff",
    hairline="#9aa0aa",
    text="#000000",
    muted="#333333",
    edge="#444444",
    tints=dict.fromkeys(Family, Tint("#ffffff", "#444444", "#000000")),
)

_OF_CHANGE = {
    Change.AUTOMATED: Family.AGENT,
    Change.MERGED: Family.COORDINATION,
    Change.PARALLEL: Family.COORDINATION,
    Change.ADDED: Family.DONE,
}


def family_of_change(change: Change) -> Family:
    """The colours of what is other than before; the drawing writes the word beside them."""
    return _OF_CHANGE[change]


def family_of_node(node: Node, lane: Family) -> Family:
    """The colours of a node in a lane of the family `lane`."""
    if node.kind is NodeKind.TASK:
        return node.family or (lane if node.change is None else _OF_CHANGE[node.change])
    if node.kind is NodeKind.GATEWAY:
        return Family.COORDINATION
    return Family.DONE if node.kind is NodeKind.END else Family.NEUTRAL


_PLAIN = tuple(field.name for field in fields(Palette) if field.name != "tints")


def variables(palette: Palette) -> dict[str, str]:
    """The palette as CSS custom properties, in the names that `FOLLOWS_PAGE` refers to."""
    plain = {f"--diagram-{name}": str(getattr(palette, name)) for name in _PLAIN}
    tinted = {
        f"--diagram-{family}-{part}": str(getattr(tint, part))
        for family, tint in palette.tints.items()
        for part in ("fill", "stroke", "ink")
    }
    return plain | tinted


def _following_page() -> Palette:
    """Each colour is a custom property; where a page does not set it, the light one stands."""
    named = {name: f"var({name},{value})" for name, value in variables(LIGHT).items()}

    def tint(family: Family) -> Tint:
        return Tint(*(named[f"--diagram-{family}-{part}"] for part in ("fill", "stroke", "ink")))

    plain = {name: named[f"--diagram-{name}"] for name in _PLAIN}
    return Palette(**plain, tints={family: tint(family) for family in Family})


FOLLOWS_PAGE = _following_page()
