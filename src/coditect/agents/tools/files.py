"""Reading and changing files below the root, never through a link out of it."""

import difflib
import hashlib
from pathlib import Path

from anyio import to_thread
from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools.contract import FileChange, Tool, ToolContext, ToolRefused, ToolResult


class ReadInput(BaseModel):
    model_config = ConfigDict(extra="forbid")

    file_path: str
    offset: int = Field(default=1, ge=1, description="First line.")
    limit: int = Field(default=2_000, ge=1, le=10_000, description="Number of lines.")


class WriteInput(BaseModel):
    model_config = ConfigDict(extra="forbid")

    file_path: str
    content: str


class EditInput(BaseModel):
    model_config = ConfigDict(extra="forbid")

    file_path: str
    old_string: str = Field(description="Text that stands exactly once in the file.")
    new_string: str
    replace_all: bool = False


def _place(context: ToolContext, name: str) -> Path:
    root = context.root.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root) or ".git" in path.relative_to(root).parts:
        raise ToolRefused(f"{name} is outside the folder of this work, or belongs to git itself.")
    return path


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ToolRefused(f"{name} cannot be read: {error}.") from None


async def _read(context: ToolContext, given: ReadInput) -> ToolResult:
    text = await to_thread.run_sync(_text, _place(context, given.file_path), given.file_path)
    lines = text.splitlines()[given.offset - 1 : given.offset - 1 + given.limit]
    return ToolResult("\n".join(f"{number}\t{line}" for number, line in enumerate(lines, given.offset)))


async def _write(context: ToolContext, given: WriteInput) -> ToolResult:
    path = _place(context, given.file_path)
    before = _text(path, given.file_path) if path.exists() else None
    return await to_thread.run_sync(_put, path, given.file_path, before, given.content)


async def _edit(context: ToolContext, given: EditInput) -> ToolResult:
    path = _place(context, given.file_path)
    before = await to_thread.run_sync(_text, path, given.file_path)
    count = before.count(given.old_string)
    if count == 0 or (count > 1 and not given.replace_all):
        raise ToolRefused(
            f"The text to replace stands {count} times in {given.file_path}; it must stand once."
        )
    after = before.replace(given.old_string, given.new_string)
    return await to_thread.run_sync(_put, path, given.file_path, before, after)


def _put(path: Path, name: str, before: str | None, after: str) -> ToolResult:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(after, encoding="utf-8")
    diff = "".join(
        difflib.unified_diff(
            (before or "").splitlines(keepends=True),
            after.splitlines(keepends=True),
            f"a/{name}",
            f"b/{name}",
        )
    )
    digest = None if before is None else hashlib.sha256(before.encode()).hexdigest()
    return ToolResult(f"{name} is written.", (FileChange(path=name, before=digest, diff=diff),))


READ = Tool("Read", "Read a text file of the project, with line numbers.", ReadInput, "read", _read)
WRITE = Tool("Write", "Write a whole file.", WriteInput, "write", _write)
EDIT = Tool("Edit", "Replace a text that stands exactly once in a file.", EditInput, "write", _edit)
