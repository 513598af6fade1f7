"""The common shapes of the REST interface: models, pages, path parameters."""

from collections.abc import Iterator
from typing import Annotated, Any, Generic, Self, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

T = TypeVar("T")

Limit = Annotated[int, Query(ge=1, le=500, description="How many items at most.")]
DEFAULT_LIMIT = 50


class RequestModel(BaseModel):
    """Base of every request body: unknown keys are errors, and text is text that every part can store."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @model_validator(mode="wrap")
    @classmethod
    def _storable_text(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        faults = list(_unstorable(value)) if isinstance(value, dict) else []
        if faults:
            raise ValidationError.from_exception_data(cls.__name__, faults)
        return handler(value)


class ResponseModel(BaseModel):
    """Base of every answer; fields have no defaults, so that clients get exact types."""

    model_config = ConfigDict(from_attributes=True)


class Page(ResponseModel, Generic[T]):
    """One page of a list; `next_cursor` is None on the last one."""

    items: list[T]
    next_cursor: str | None


class ProblemField(ResponseModel):
    """A field of the request and what is wrong with it."""

    field: str
    message: str


class ProblemRead(BaseModel):
    """Every answer that is not a success (RFC 9457); `code` is for programs, `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    errors: list[ProblemField] = []


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return what a route's `responses=` says about problems of its own; `openapi` adds those of every route."""
    return {status: {"description": ""} for status in statuses}


def page_of(items: list[T], limit: int, cursor_of: Any) -> Page[T]:
    """Return a page from up to `limit + 1` items that were read, the surplus telling that more follow."""
    more = len(items) > limit
    shown = items[:limit]
    return Page(items=shown, next_cursor=str(cursor_of(shown[-1])) if more else None)


def _unstorable(document: dict[Any, Any]) -> Iterator[InitErrorDetails]:
    """Yield a fault for each text in `document`, keys included, that PostgreSQL or UTF-8 cannot hold."""
    # No recursion: JSON may be nested as deeply as the interpreter can go.
    open_places: list[tuple[tuple[int | str, ...], Any]] = [((), document)]
    while open_places:
        place, value = open_places.pop()
        if isinstance(value, str):
            if "\x00" in value:
                yield _fault(place, "Text must not contain a NUL character; send text, not binary data")
            elif any("\ud800" <= character <= "\udfff" for character in value):
                yield _fault(place, "Text must be valid Unicode; this contains half of a surrogate pair")
        elif isinstance(value, list):
            open_places += [((*place, index), item) for index, item in enumerate(value)]
        elif isinstance(value, dict):
            open_places += [(place, key) for key in value]
            open_places += [((*place, key), item) for key, item in value.items()]


def _fault(place: tuple[int | str, ...], message: str) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError("unstorable_text", message), loc=place, input=None)
