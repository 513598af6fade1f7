"""Whatever creates can be sent again: a lost answer must not make a second thing."""

from collections.abc import Iterator
from typing import Any

from coditect.main import openapi

# Each with its reason; nothing else that creates may go without an Idempotency-Key.
EXCEPTIONS = {
    "/api/v1/auth/register": "an answer kept by a key would tell whether an address is known; a second one changes nothing",
    "/api/v1/auth/resend-verification": "asks for a mail, and a second one is what somebody who asks again wants",
    "/api/v1/dead-letters/{step_id}/requeue": "a step that was requeued is no dead letter any more: 409",
}


def creating() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, operations in openapi()["paths"].items():
        operation = operations.get("post", {})
        if operation.get("responses", {}).keys() & {"201", "202"}:
            yield path, operation


def takes_key(operation: dict[str, Any]) -> bool:
    return any(
        one["in"] == "header" and one["name"].lower() == "idempotency-key" and not one["required"]
        for one in operation.get("parameters", ())
    )


def test_everything_that_creates_takes_a_key() -> None:
    without = [path for path, operation in creating() if not takes_key(operation)]
    assert sorted(without) == sorted(EXCEPTIONS)


def test_there_is_something_that_creates() -> None:
    assert {"/api/v1/projects", "/api/v1/workflows"} <= {path for path, _ in creating()}
