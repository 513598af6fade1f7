"""The common shapes of the REST interface: models, pages, path parameters."""

from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=500, description="How many items at most.")]
DEFAULT_LIMIT = 50


class RequestModel(BaseModel):
    """Base of every request body: unknown keys are errors, and text is text that every part can store."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="wrap")
    @classmethod
    def _storable_text(cls, value: Any, handler: ModelWrapValidatorHandler["RequestModel"]) -> "RequestModel":
        if isinstance(value, dict):
            for key, item in value.items():
                _refuse_unstorable(key, item)
        return handler(value)


class ResponseModel(BaseModel):
    """Base of every answer; fields have no defaults, so that clients get exact types."""

    model_config = ConfigDict(from_attributes=True)


class Page(ResponseModel, Generic[T]):
    """One page of a list; `next_cursor` is None on the last one."""

    items: list[T]
    next_cursor: str | None


def page_of(items: list[T], limit: int, cursor_of: Any) -> Page[T]:
    """Return a page from up to `limit + 1` items that were read, the surplus telling that more follow."""
    more = len(items) > limit
    shown = items[:limit]
    return Page(items=shown, next_cursor=str(cursor_of(shown[-1])) if more else None)


def _refuse_unstorable(field: str, value: Any) -> None:
    if isinstance(value, str):
        if "\x00" in value:
            raise ValueError(f"{field} contains a NUL character; send text, not binary data")
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise ValueError(f"{field} contains half of a surrogate pair; send valid Unicode")
    elif isinstance(value, list):
        for item in value:
            _refuse_unstorable(field, item)
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_unstorable(f"{field}.{key}", item)
