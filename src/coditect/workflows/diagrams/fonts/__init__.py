"""Geist Medium, the typeface of the pictures, so that they look the same on a machine that has no fonts at all.

One weight only: with two, the PDF writer puts its fonts in a different order each time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def register_fonts() -> None:
    """Make the typeface known to vl-convert, once per process."""
    import vl_convert  # a large native library, loaded on first use

    vl_convert.register_font_directory(str(Path(__file__).parent))
