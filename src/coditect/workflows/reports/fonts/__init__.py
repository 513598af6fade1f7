"""Geist Regular and SemiBold, for documents; the pictures have their own typefaces in `diagrams.fonts`."""

from __future__ import annotations

from pathlib import Path

from coditect.workflows.diagrams.fonts import FOLDER as OF_PICTURES

FOLDERS = (Path(__file__).parent, OF_PICTURES)
