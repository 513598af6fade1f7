"""The description of the REST interface says all that is answered: problems by status, streams, who must sign in.

What follows from the manners of every route is added here; what a route alone may answer stands at that route, as
`responses=problems(409)`. The framework describes a form of its own for bad input, which is never sent.
"""

from collections.abc import Collection, Iterator
from http import HTTPStatus
from typing import Any

from coditect.kernel.api import ProblemRead

PROBLEM = "application/problem+json"
EVENTS = "text/event-stream"
_SAFE = {"get", "head", "options"}
_SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    "session": {"type": "apiKey", "in": "cookie", "name": "coditect_session"},
}

_EVENT = {
    "type": "object",
    "description": "One event of the stream.",
    "properties": {name: {"type": "string"} for name in ("id", "event", "data", "retry")},
}

Operation = tuple[str, str]
"""Path and method in lower case."""


def describe(description: dict[str, Any], public: Collection[Operation]) -> None:
    """Complete what the framework has written; `public` are the operations that need no sign-in."""
    components: dict[str, Any] = description["components"]
    schemas: dict[str, Any] = components["schemas"]
    schema = ProblemRead.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= schema.pop("$defs") | {"ProblemRead": schema}
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    components["securitySchemes"] = _SCHEMES
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            signed_in = (path, method) not in public
            if signed_in:
                operation["security"] = [{name: []} for name in _SCHEMES]
            _describe_problems(operation, set(_statuses(path, method, signed_in=signed_in)))
            _describe_stream(operation)


def _statuses(path: str, method: str, *, signed_in: bool) -> Iterator[int]:
    """Yield what any route like this may answer; a NUL in the address is bad input everywhere."""
    yield from (422, 500)
    if signed_in:
        yield from (401, 403)
    if "{" in path:
        yield 404
    if method not in _SAFE:
        yield from (403, 413)


def _describe_problems(operation: dict[str, Any], statuses: set[int]) -> None:
    responses: dict[str, Any] = operation["responses"]
    statuses |= {int(status) for status in responses if status.isdecimal() and int(status) >= 400}
    for status in sorted(statuses):
        responses[str(status)] = {
            "description": f"{HTTPStatus(status).phrase}; `code` names the problem",
            "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/ProblemRead"}}},
        }


def _describe_stream(operation: dict[str, Any]) -> None:
    """Whoever takes `Last-Event-ID` answers with server-sent events, and 204 when nothing more will come."""
    if not any(parameter["name"].lower() == "last-event-id" for parameter in operation.get("parameters", ())):
        return
    responses: dict[str, Any] = operation["responses"]
    responses["200"]["content"] = {EVENTS: {"schema": _EVENT}}
    responses.setdefault("204", {"description": "The stream is over, and the client has seen its end."})
