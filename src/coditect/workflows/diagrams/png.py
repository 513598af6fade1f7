"""PNG, at twice the size of the drawing, through vl-convert."""

from __future__ import annotations

import math

from coditect.workflows.diagrams.fold import Sheet
from coditect.workflows.diagrams.fonts import register_fonts
from coditect.workflows.diagrams.palette import LIGHT, Palette
from coditect.workflows.diagrams.svg import drawing_size, svg

SCALE = 2.0
MAX_SIDE = 32_767 - 1
MAX_PIXELS = 48_000_000  # about 200 MB while it is drawn


def png(drawn: Sheet, palette: Palette = LIGHT) -> bytes:
    return picture_png(svg(drawn, palette), *drawing_size(drawn))


def picture_png(drawing: str, width: float, height: float) -> bytes:
    """Any drawing of ours as a picture."""
    import vl_convert  # a large native library, loaded on first use

    register_fonts()
    return bytes(vl_convert.svg_to_png(drawing, scale=scale_for(width, height)))


def scale_for(width: float, height: float) -> float:
    """Twice the size, or as much as neither side nor the number of pixels allows more than."""
    return min(SCALE, MAX_SIDE / width, MAX_SIDE / height, math.sqrt(MAX_PIXELS / (width * height)))
