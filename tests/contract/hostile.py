"""Requests that a machine makes up from the API's own description, sound ones and broken ones, to a running server."""

from collections.abc import Iterator, Mapping
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.story.people import Person

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EVENTS = "text/event-stream"
# What would end the sign-in session or the account that all requests are made with.
ENDING = ("/auth/logout", "/auth/sessions", "/me/sessions", "/me/export", "/account/delete", "/me/password")

Ids = Mapping[str, str]
AnyOperation = APIOperation[Any, Any, Any, Any]


def described(person: Person) -> dict[str, Any]:
    """Return the server's description, without the sign-in, which the machine would make up too."""
    origin = str(person.api.base_url).removesuffix("/api/v1/")
    description: dict[str, Any] = person.api.get(f"{origin}/api/openapi.json").json()
    del description["components"]["securitySchemes"]
    for operations in description["paths"].values():
        for operation in operations.values():
            operation.pop("security", None)
    return description


def violations(person: Person, description: dict[str, Any], ids: Ids, examples: int) -> Iterator[str]:
    """Yield what the server answered against its description; each operation is asked in four ways."""
    schema = schemathesis.openapi.from_dict(description)
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr] # an unreadable operation raises here, which is right
        if operation.path.removeprefix("/api/v1").startswith(ENDING):
            continue
        for known in ids, {}:
            given_ids = {name: known[name] for name in _names(operation) if name in known}
            # A stream of what exists has no end that could be waited for.
            if bool(known) != bool(given_ids) or (given_ids and _is_stream(operation)):
                continue
            for mode in GenerationMode.POSITIVE, GenerationMode.NEGATIVE:
                yield from _ask(person, operation, mode, given_ids, examples)


def filled(person: Person) -> dict[str, str]:
    """Give a person one of everything and return the ids by the names that paths have for them."""
    project_id = person.project()
    task_id = person.post(f"/projects/{project_id}/tasks", 201, title="Call the client")["id"]
    comment = person.post(f"/tasks/{task_id}/comments", 201, text="Tomorrow")
    workflow = person.finished_workflow(project_id)
    return {
        "project_id": project_id,
        "task_id": task_id,
        "comment_id": comment["id"],
        "workflow_id": workflow["id"],
        "run_id": workflow["run_id"],
        "name": "code-reviewer",
        "format_name": "svg",
    }


def _names(operation: AnyOperation) -> set[str]:
    return {parameter.name for parameter in operation.path_parameters}


def _is_stream(operation: AnyOperation) -> bool:
    return EVENTS in operation.definition.raw["responses"].get("200", {}).get("content", {})


def _ask(
    person: Person, operation: AnyOperation, mode: GenerationMode, ids: Mapping[str, str], examples: int
) -> Iterator[str]:
    origin = str(person.api.base_url).removesuffix("/api/v1/")
    problems: list[str] = []
    session = requests.Session()
    session.headers["authorization"] = person.api.headers["authorization"]

    @seed(1)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(mode, path_parameters=dict(ids) or None))
    def ask(case: Any) -> None:
        answer = case.call(base_url=origin, session=session, stream=True, timeout=60)
        case.validate_response(answer, checks=CHECKS)

    try:
        ask()
    except Unsatisfiable:
        pass  # nothing about it can be wrong
    except (Exception, FailureGroup) as error:  # noqa: BLE001 - each operation is to be looked at, whatever the one before did
        problems.append(f"{operation.label} ({mode.value}): {_told(error)}")
    finally:
        session.close()
    yield from problems


def _told(error: BaseException) -> str:
    """Return what is wrong and how to see it again."""
    inner = getattr(error, "exceptions", None)
    facts = "; ".join(_told(one) for one in inner) if inner else str(error)[:700]
    again = [line for line in str(error).splitlines() if "curl" in line]
    return "\n".join([facts, *(again[:1] if inner else [])])
