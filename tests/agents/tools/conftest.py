"""A folder of work, and the tools called as an agent would call them."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from coditect.agents.tools import TOOLS, ToolContext, ToolResult

CallTool = Callable[..., Awaitable[ToolResult]]


@pytest.fixture
def context(tmp_path: Path) -> ToolContext:
    root = tmp_path / "work"
    root.mkdir()
    return ToolContext(root, tmp_path / "scratch")


@pytest.fixture
def call(context: ToolContext) -> CallTool:
    async def call_tool(name: str, /, **arguments: object) -> ToolResult:
        tool = TOOLS[name]
        return await tool.run(context, tool.input.model_validate(arguments))

    return call_tool
