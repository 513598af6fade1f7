"""PDF, set by Typst: pages of A4 with real text, bookmarks and tags, the same bytes for the same document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import groupby
from pathlib import Path

from coditect.workflows.reports.document import Block, Document, Picture, clean
from coditect.workflows.reports.fonts import FOLDERS

_TEMPLATE = Path(__file__).with_name("document.typ")

Json = None | bool | float | str | list["Json"] | dict[str, "Json"]


def pdf(document: Document) -> bytes:
    import typst  # a large native library, loaded on first use

    told = {
        "kind": clean(document.kind),
        "title": clean(document.title),
        "facts": _plain(document.facts),
        "groups": list(_groups(document.blocks)),
    }
    return bytes(
        typst.compile(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            font_paths=[*FOLDERS],
            format="pdf",
            sys_inputs={"document": json.dumps(told)},
            timestamp=0,
        )
    )


def _groups(blocks: tuple[Block, ...]) -> Iterator[Json]:
    """The blocks, in which wide pictures that follow one another share pages that lie on their side."""
    for wide, group in groupby(blocks, lambda one: isinstance(one, Picture) and one.wide):
        if wide:
            yield {"type": "lying", "shown": [_plain(one) for one in group]}
        else:
            yield from (_typed(one) for one in group)


def _typed(block: Block) -> Json:
    told = _plain(block)
    assert isinstance(told, dict)
    return {"type": type(block).__name__.lower(), **told}


def _plain(value: object) -> Json:
    """What JSON can say of a part of a document; drawings are markup of ours, all other text is cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    assert is_dataclass(value)
    told = {part.name: getattr(value, part.name) for part in fields(value)}
    return {name: one if name == "svg" else _plain(one) for name, one in told.items()}
