"""PDF, one page as large as the drawing, through vl-convert."""

from __future__ import annotations

from coditect.workflows.diagrams.fold import Sheet
from coditect.workflows.diagrams.fonts import register_fonts
from coditect.workflows.diagrams.palette import LIGHT, Palette
from coditect.workflows.diagrams.svg import drawing_size, svg

MAX_SIDE = 14_400  # units of 1/72 inch: what PDF readers accept


def pdf(drawn: Sheet, palette: Palette = LIGHT) -> bytes:
    import vl_convert  # a large native library, loaded on first use

    register_fonts()
    width, height = drawing_size(drawn)
    scale = min(0.75, MAX_SIDE / width, MAX_SIDE / height)
    return bytes(vl_convert.svg_to_pdf(svg(drawn, palette, scale=scale)))
