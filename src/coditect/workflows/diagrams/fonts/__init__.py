"""The typefaces of the pictures, so that they look the same on a machine that has no fonts at all.

Geist Medium, and Noto for what it lacks: Arabic, Hebrew and emoji. Letters of other scripts come from the machine.
One weight only: with two, the PDF writer puts its fonts in a different order each time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def register_fonts() -> None:
    """Make the typeface known to vl-convert, once per process."""
    import vl_convert  # a large native library, loaded on first use

    vl_convert.register_font_directory(str(FOLDER))
