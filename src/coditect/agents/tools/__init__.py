"""Tools on a folder, as plain typed functions: who may call which, and when, is decided by `work`."""

from collections.abc import Mapping
from typing import Final

from coditect.agents.tools.contract import (
    Effect,
    FileChange,
    Tool,
    ToolContext,
    ToolLimits,
    ToolRefused,
    ToolResult,
)
from coditect.agents.tools.files import EDIT, READ, WRITE
from coditect.agents.tools.searching import GLOB, GREP
from coditect.agents.tools.shell import BASH, GIT
from coditect.agents.tools.todo import TODO
from coditect.agents.tools.undoing import undo
from coditect.agents.tools.web import WEB_FETCH

TOOLS: Final[Mapping[str, Tool]] = {
    tool.name: tool for tool in (READ, WRITE, EDIT, GLOB, GREP, BASH, GIT, WEB_FETCH, TODO)
}
"""By the names that agents list."""

__all__ = [
    "TOOLS",
    "Effect",
    "FileChange",
    "Tool",
    "ToolContext",
    "ToolLimits",
    "ToolRefused",
    "ToolResult",
    "undo",
]
