"""The list of what an agent means to do, for itself and for whoever watches."""

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools.contract import Tool, ToolContext, ToolRefused, ToolResult

_SIGNS: Final = {"pending": "[ ]", "in_progress": "[>]", "completed": "[x]"}


class Todo(BaseModel):
    """One thing to do."""

    model_config = ConfigDict(extra="ignore")

    content: str = Field(min_length=1, max_length=1_000)
    status: Literal["pending", "in_progress", "completed"] = "pending"


class TodoInput(BaseModel):
    """The whole list, in place of the one before."""

    model_config = ConfigDict(extra="forbid")

    todos: list[Todo] = Field(max_length=100)


async def _write(context: ToolContext, given: TodoInput) -> ToolResult:
    if sum(todo.status == "in_progress" for todo in given.todos) > 1:
        raise ToolRefused("Only one thing can be in progress at a time.")
    context.todo[:] = [todo.model_dump() for todo in given.todos]
    return ToolResult(
        "\n".join(f"{_SIGNS[todo.status]} {todo.content}" for todo in given.todos) or "Nothing to do."
    )


TODO: Final = Tool(
    "TodoWrite",
    "Keep the list of what you mean to do; give the whole list each time.",
    TodoInput,
    "read",
    _write,
)
