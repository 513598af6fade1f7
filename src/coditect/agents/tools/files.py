"""Reading and changing files: Read, Write and Edit."""

from anyio import to_thread
from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools import undoing
from coditect.agents.tools.contract import Tool, ToolContext, ToolRefused, ToolResult
from coditect.agents.tools.texts import NEW, change_of, decode
from coditect.agents.tools.tree import LARGEST_BYTES, Tree

_LONGEST_LINE = 2_000
_PATH = "Path of a file below the folder of the work, such as `src/main.py`."


class ReadInput(BaseModel):
    """Which lines of which file."""

    model_config = ConfigDict(extra="forbid")

    file_path: str = Field(description=_PATH)
    offset: int = Field(default=1, ge=1, description="First line.")
    limit: int = Field(default=2_000, ge=1, le=10_000, description="Number of lines.")


class WriteInput(BaseModel):
    """A file and all that it shall hold."""

    model_config = ConfigDict(extra="forbid")

    file_path: str = Field(description=_PATH)
    content: str = Field(max_length=LARGEST_BYTES // 4, description="All that the file shall hold.")


class EditInput(BaseModel):
    """A text in a file and what shall stand in its place."""

    model_config = ConfigDict(extra="forbid")

    file_path: str = Field(description=_PATH)
    old_string: str = Field(
        min_length=1, description="Text that stands exactly once in the file, with its indentation."
    )
    new_string: str = Field(description="What shall stand in its place.")
    replace_all: bool = Field(default=False, description="Replace it wherever it stands.")


async def _read(context: ToolContext, given: ReadInput) -> ToolResult:
    return await to_thread.run_sync(_read_now, context, given)


def _read_now(context: ToolContext, given: ReadInput) -> ToolResult:
    tree = Tree(context.root)
    name = tree.relative(given.file_path)
    text, _ = decode(tree.read(given.file_path), name)
    if not text:
        return ToolResult(f"[{name} is empty]")
    lines = text.removesuffix("\n").split("\n")
    if given.offset > len(lines):
        raise ToolRefused(f"{name} has {len(lines)} lines; there is no line {given.offset}.")
    shown: list[str] = []
    room = context.limits.output_characters
    for number, line in enumerate(lines[given.offset - 1 : given.offset - 1 + given.limit], given.offset):
        cut = line.removesuffix("\r")
        cut = cut if len(cut) <= _LONGEST_LINE else f"{cut[:_LONGEST_LINE]}… [{len(cut)} characters]"
        room -= len(cut) + 8
        if room < 0 and shown:
            break
        shown.append(f"{number}\t{cut}")
    last = given.offset + len(shown) - 1
    more = f"\n[{len(lines)} lines in all; go on with offset {last + 1}]" if last < len(lines) else ""
    return ToolResult("\n".join(shown) + more)


async def _write(context: ToolContext, given: WriteInput) -> ToolResult:
    return await to_thread.run_sync(_write_now, context, given)


def _write_now(context: ToolContext, given: WriteInput) -> ToolResult:
    tree = Tree(context.root)
    name = tree.relative(given.file_path)
    before = tree.read_if_there(given.file_path)
    form = NEW
    if before:
        try:
            _, form = decode(before, name)
        except ToolRefused:
            form = NEW
    return _put(context, tree, name, before, form.encode(given.content, name))


async def _edit(context: ToolContext, given: EditInput) -> ToolResult:
    return await to_thread.run_sync(_edit_now, context, given)


def _edit_now(context: ToolContext, given: EditInput) -> ToolResult:
    tree = Tree(context.root)
    name = tree.relative(given.file_path)
    before = tree.read(given.file_path)
    text, form = decode(before, name)
    old, new = form.fitted(given.old_string), form.fitted(given.new_string)
    if old == new:
        raise ToolRefused("The new text is the same as the old one.")
    count = text.count(old)
    if count == 0:
        raise ToolRefused(f"The text to replace does not stand in {name}.{_hint(text, old)}")
    if count > 1 and not given.replace_all:
        places = ", ".join(str(number) for number in _lines_of(text, old)[:10])
        raise ToolRefused(
            f"The text to replace stands {count} times in {name} (lines {places}). Give more of the lines around it, or"
            " set replace_all."
        )
    return _put(context, tree, name, before, form.encode(text.replace(old, new), name))


def _put(context: ToolContext, tree: Tree, name: str, before: bytes | None, after: bytes) -> ToolResult:
    if after == before:
        return ToolResult(f"{name} holds exactly this already.")
    if len(after) > LARGEST_BYTES:
        raise ToolRefused(f"{name} would have {len(after)} bytes; at most {LARGEST_BYTES} are written.")
    undoing.keep(context.scratch, before)
    tree.write(name, after)
    return ToolResult(f"{name} is written.", (change_of(name, before, after),))


def _lines_of(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(text.count("\n", 0, at) + 1)
        at = text.find(part, at + len(part))
    return found


def _hint(text: str, old: str) -> str:
    """Say where a text stands that differs in white space only."""
    first = next((line.strip() for line in old.splitlines() if line.strip()), "")
    numbers = [number for number, line in enumerate(text.split("\n"), 1) if first and line.strip() == first]
    if not numbers:
        return " Read the file again: it may have changed."
    return f" Its first line stands, with other white space around it or other lines after it, at line {numbers[0]}."


READ = Tool(
    "Read", "Read a text file, with line numbers. Long files are shown in parts.", ReadInput, "read", _read
)
WRITE = Tool(
    "Write", "Write a whole file, new or in place of what it held. Use Edit for small changes.", WriteInput, "write",
    _write,
)  # fmt: skip
EDIT = Tool(
    "Edit",
    "Replace a text that stands exactly once in a file, or everywhere in it.",
    EditInput,
    "write",
    _edit,
)
