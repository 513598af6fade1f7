"""What every part of a drawing is written with: lines of text, symbols, boxes and numbers."""

from __future__ import annotations

from coditect.workflows.diagrams.geometry import Box, Point
from coditect.workflows.diagrams.markup import escape


def text_lines(
    lines: tuple[str, ...],
    start: Point,
    size: float,
    line: float,
    color: str,
    *,
    anchor: str = "start",
    halo: str | None = None,
) -> str:
    style = f' font-size="{number(size)}" fill="{color}"'
    style += f' text-anchor="{anchor}"' if anchor != "start" else ""
    style += f' stroke="{halo}" stroke-width="3" paint-order="stroke" stroke-linejoin="round"' if halo else ""
    spans = "".join(
        f'<tspan x="{number(start.x)}" y="{number(start.y + index * line)}">{escape(text)}</tspan>'
        for index, text in enumerate(lines)
    )
    return f"<text{style}>{spans}</text>"


def icon(drawing: str, x: float, y: float, color: str, *, width: float = 1.25) -> str:
    """A symbol of `symbols`, 16 by 16."""
    style = f'fill="none" stroke="{color}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<g transform="translate({number(x)} {number(y)})" {style}>{drawing}</g>'


def place(box: Box) -> str:
    """The attributes of a rectangle."""
    return (
        f' x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    )


def number(value: float) -> str:
    """A coordinate, to a tenth, without trailing zeros."""
    return f"{value:.1f}".removesuffix(".0")
