"""Whatever creates can be sent again: a lost answer must not make a second thing."""

from collections.abc import Iterator
from typing import Any

from coditect.main import openapi

# Each with its reason; nothing else that creates may go without an Idempotency-Key.
EXCEPTIONS = {
    "/api/v1/auth/register": "an answer kept by a key would tell whether an address is known; a second one changes nothing",
    "/api/v1/auth/resend-verification": "asks for a mail, and a second one is what somebody who asks again wants",
    "/api/v1/auth/forgot-password": "asks for a mail",
    "/api/v1/auth/mfa/send": "asks for a code; the next one replaces it",
    "/api/v1/auth/reauthenticate/send": "asks for a code; the next one replaces it",
    "/api/v1/me/email": "asks for a mail; the next request replaces this one",
    "/api/v1/me/factors/email": "begins a set-up; the next one replaces it",
    "/api/v1/me/factors/sms": "begins a set-up; the next one replaces it",
    "/api/v1/me/passkeys": "takes an answer of the browser, which counts once",
    "/api/v1/api-keys": "the text of a key is shown once and kept nowhere; whoever lost the answer revokes the key",
    "/api/v1/api-keys/{key_id}/rotate": "as above; a key that was replaced is not replaced again: 409",
    "/api/v1/runs/{run_id}/steps/{step_id}/retry": "a step that runs already is not run again: 409",
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
