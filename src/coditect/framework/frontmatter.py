"""Reads a markdown file that opens with YAML frontmatter: bounded, UTF-8, strict, with the line of every key."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from coditect.framework.errors import Fault

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 20
FENCE: Final = "---"

# libyaml is about eight times faster; wheels carry it on every common platform.
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COLON_MEND: Final = (
    "A value that holds a colon must be quoted or written as a block scalar: "
    "`key: |` with the text indented on the lines below."
)
_SYNTAX_MEND: Final = "Check indentation, quotes and brackets near this line."


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart: the frontmatter as plain values, the line of each key, and the markdown below."""

    path: Path
    text: str
    fields: dict[str, object]
    lines: dict[str, int]
    body: str


def read_text(path: Path) -> str | Fault:
    """Return the file's text, or the reason why it is not taken."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Fault(path, None, "This is not a regular file.", "Put the definition into a plain file.")
        if status.st_size > MAX_BYTES:
            return _too_large(path, status.st_size)
        data = path.read_bytes()
    except OSError as error:
        return Fault(
            path,
            None,
            f"The file cannot be read: {error.strerror}.",
            "Check that it exists and its permissions.",
        )
    if len(data) > MAX_BYTES:
        return _too_large(path, len(data))
    return _decode(path, data)


def parse(path: Path, text: str) -> Document | list[Fault]:
    """Split and read the frontmatter; the values are plain, not yet checked against any key table."""
    if fault := _text_fault(path, text):
        return [fault]
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != FENCE:
        return [
            Fault(
                path,
                1,
                "The file does not open with frontmatter.",
                f"Make the first line `{FENCE}`, then the keys, then another `{FENCE}`.",
            )
        ]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return [
            Fault(
                path,
                1,
                "The frontmatter is never closed.",
                f"Add a line `{FENCE}` between the keys and the text.",
            )
        ]
    body = "\n".join(lines[end + 1 :]).strip("\n")
    return _read_fields(path, text, "\n".join(lines[1:end]), body)


def _read_fields(path: Path, text: str, source: str, body: str) -> Document | list[Fault]:
    try:
        if fault := _shape_fault(path, source):
            return [fault]
        node, value = _construct(source)
    except (yaml.YAMLError, ValueError) as error:
        return [_syntax_fault(path, error)]
    if not isinstance(node, yaml.MappingNode):
        mend = "Write `key: value` lines, at least `name` and `description`."
        return [Fault(path, 2, "The frontmatter holds no keys.", mend)]
    if faults := list(_key_faults(path, node)):
        return faults
    lines = {key.value: key.start_mark.line + 2 for key, _ in node.value}
    return Document(path, text, value, lines, body)


def _construct(source: str) -> tuple[yaml.Node | None, dict[str, object]]:
    loader = _Loader(source)
    try:
        node = loader.get_single_node()
        return node, loader.construct_document(node) if isinstance(node, yaml.MappingNode) else {}
    finally:
        loader.dispose()


def _shape_fault(path: Path, source: str) -> Fault | None:
    """Look at the flat stream of events first: libyaml composes by recursion and crashes on deep nesting."""
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 2 if event.start_mark else 2
        if depth > MAX_DEPTH:
            return Fault(
                path, line, f"The frontmatter nests deeper than {MAX_DEPTH} levels.", "Make it flatter."
            )
        if isinstance(event, yaml.AliasEvent):
            mend = "Write the value out where it is needed."
            return Fault(path, line, "Anchors and aliases are not taken.", mend)
    return None


def _mappings(root: yaml.Node) -> Iterator[yaml.MappingNode]:
    pending = [root]
    while pending:
        node = pending.pop()
        if isinstance(node, yaml.MappingNode):
            yield node
            pending += [child for pair in node.value for child in pair]
        elif isinstance(node, yaml.SequenceNode):
            pending += node.value


def _key_faults(path: Path, root: yaml.MappingNode) -> Iterator[Fault]:
    """Refuse what YAML accepts in silence: a key given twice, a key that is not text."""
    for node in _mappings(root):
        first: dict[str, int] = {}
        for key, _ in node.value:
            line = key.start_mark.line + 2
            if key.tag != "tag:yaml.org,2002:str":
                mend = "Quote it: YAML reads on, yes, no, null and numbers as other types."
                yield Fault(path, line, "A key is not plain text.", mend)
            elif key.value in first:
                message = f"The key `{key.value}` is given twice; first on line {first[key.value]}."
                yield Fault(path, line, message, "Keep one of the two.")
            else:
                first[key.value] = line


def _syntax_fault(path: Path, error: Exception) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is malformed"
    mend = _COLON_MEND if "mapping values" in str(problem) else _SYNTAX_MEND
    return Fault(path, mark.line + 2 if mark else 2, f"The frontmatter is not valid YAML: {problem}.", mend)


def _decode(path: Path, data: bytes) -> str | Fault:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Fault(path, line, f"The file is not UTF-8 (byte {error.start}).", "Save it as UTF-8.")
    return text


def _text_fault(path: Path, text: str) -> Fault | None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        return Fault(path, line, "The text holds half of a character pair.", "Save it as UTF-8.")
    if size > MAX_BYTES:
        return _too_large(path, size)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "The file holds a NUL character, so it is not text."
        return Fault(path, line, message, "Save it as plain text in UTF-8.")
    return None


def _too_large(path: Path, size: int) -> Fault:
    mend = f"Keep a definition under {MAX_BYTES // 1024} KB; move long material into files that it refers to."
    return Fault(path, None, f"The file has {size:,} bytes; the limit is {MAX_BYTES:,}.", mend)
