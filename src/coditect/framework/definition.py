"""An agent definition: the keys its frontmatter may hold, and the typed value the rest of the platform uses."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from coditect.framework.references import MAX_NAME, NAME_PATTERN

TOOLS: Final = frozenset(
    {
        "Agent", "AskUserQuestion", "Bash", "BashOutput", "Edit", "ExitPlanMode", "Git", "Glob", "Grep", "KillShell",
        "LSP", "NotebookEdit", "NotebookRead", "Read", "Skill", "SlashCommand", "Task", "TodoWrite",
        "ToolSearch", "WebFetch", "WebSearch", "Write",
    }
)  # fmt: skip
_TOOL: Final = re.compile(r"(?P<name>[A-Za-z]+)(?:\((?P<scope>[^()]+)\))?")
_MCP_TOOL: Final = re.compile(r"mcp__[A-Za-z0-9_-]+")
_EXAMPLE: Final = re.compile(r"<example>\s*(.*?)\s*</example>", re.DOTALL)
_SCHEMA: Final = re.compile(r"`schemas/([a-z0-9-]+)\.json`")


def _split(value: object) -> object:
    """Turn `Read, Agent(a, b)` into its parts; a list stays a list."""
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r",(?![^()]*\))", value) if part.strip())
    return tuple(value) if isinstance(value, list) else value


def _known_tools(value: object) -> object:
    parts = _split(value)
    for part in parts if isinstance(parts, tuple) else ():
        found = _TOOL.fullmatch(part) if isinstance(part, str) else None
        if isinstance(part, str) and not (_MCP_TOOL.fullmatch(part) or (found and found["name"] in TOOLS)):
            raise ValueError(f"`{part}` is not a tool that exists")
    return parts


Name = Annotated[str, StringConstraints(pattern=f"^{NAME_PATTERN}$", max_length=MAX_NAME)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Tools = Annotated[tuple[str, ...], BeforeValidator(_known_tools)]
Names = Annotated[tuple[Text, ...], BeforeValidator(_split)]


class AgentFrontmatter(BaseModel):
    """The keys of an agent file. A field's description doubles as advice when the value is wrong."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, alias_generator=to_camel)

    name: Name = Field(
        description=f"Write lower-case words joined by single hyphens, at most {MAX_NAME} characters."
    )
    description: Text = Field(
        description="Say in text when to use the agent and when not; a block scalar (`description: |`) is safest."
    )
    tools: Tools | None = Field(
        None,
        description=f"List tool names, separated by commas: {', '.join(sorted(TOOLS))} or mcp__server__tool. Leave the key out to allow all.",
    )
    disallowed_tools: Tools | None = Field(None, description="List tool names, separated by commas.")
    model: Text | None = Field(
        None, description="Write `inherit`, an alias such as `sonnet`, or a full model id."
    )
    permission_mode: (
        Literal["default", "acceptEdits", "auto", "dontAsk", "bypassPermissions", "plan"] | None
    ) = Field(None, description="Write default, acceptEdits, auto, dontAsk, bypassPermissions or plan.")
    max_turns: Annotated[int, Field(ge=1, le=10_000)] | None = Field(
        None, description="Write a whole number from 1 to 10000."
    )
    skills: Names | None = Field(None, description="List names of skills.")
    mcp_servers: list[str | dict[str, Any]] | dict[str, dict[str, Any]] | None = Field(
        None, description="List names of MCP servers, or map names to their settings."
    )
    hooks: dict[str, list[dict[str, Any]]] | None = Field(
        None, description="Map events such as PreToolUse to lists of hooks."
    )
    memory: Literal["user", "project", "local"] | None = Field(
        None, description="Write user, project or local."
    )
    background: bool | None = Field(None, description="Write true or false.")
    effort: Literal["low", "medium", "high", "xhigh", "max"] | None = Field(
        None, description="Write low, medium, high, xhigh or max."
    )
    isolation: Literal["worktree"] | None = Field(None, description="Write worktree, or leave the key out.")
    color: Literal["red", "blue", "green", "yellow", "purple", "orange", "pink", "cyan"] | None = Field(
        None, description="Write red, blue, green, yellow, purple, orange, pink or cyan."
    )
    initial_prompt: Text | None = Field(None, description="Write the first prompt as text.")


@dataclass(frozen=True, slots=True)
class Agent:
    """One definition as loaded. `tools` is None when the file allows every tool; `digest` is the SHA-256 of `text`."""

    name: str
    description: str
    tools: tuple[str, ...] | None
    model: str | None
    body: str
    path: Path
    text: str
    digest: str
    frontmatter: AgentFrontmatter

    @property
    def summary(self) -> str:
        """The description without its examples."""
        return _EXAMPLE.sub("", self.description).strip()

    @property
    def examples(self) -> tuple[str, ...]:
        """What stands between `<example>` tags in the description."""
        return tuple(_EXAMPLE.findall(self.description))

    @property
    def output_schema(self) -> str | None:
        """The name of the JSON schema that the body gives as the output contract (`schemas/NAME.json`)."""
        found = _SCHEMA.search(self.body)
        return found[1] if found else None
