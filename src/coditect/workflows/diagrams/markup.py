"""Escaping for the formats that are XML or HTML."""

from __future__ import annotations

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Text for an element or a quoted attribute, in XML and HTML alike."""
    return text.translate(_TEXT)


def attributes(**values: str | None) -> str:
    """Attributes with a space before each; underscores become hyphens and None is left out."""
    return "".join(
        f' {name.replace("_", "-")}="{escape(value)}"' for name, value in values.items() if value is not None
    )
