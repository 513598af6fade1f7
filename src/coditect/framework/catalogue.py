"""The built-in library: read on first use, then kept for the life of the process."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from coditect.framework.definition import Agent
from coditect.framework.errors import Fault
from coditect.framework.loader import load_agents
from coditect.framework.references import is_name, parse_reference

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

LIBRARY: Final = Path(__file__).parent / "library"


@dataclass(frozen=True, slots=True)
class Library:
    """Every agent that could be read, by name, and what was wrong with the others."""

    agents: Mapping[str, Agent]
    faults: tuple[Fault, ...]


def load_folder(folder: Path) -> Library:
    """Read the agents below `folder`, fresh from disk."""
    agents, faults = load_agents(folder)
    return Library(MappingProxyType(agents), tuple(faults))


@cache
def load_library() -> Library:
    """The library that comes with CODITECT."""
    return load_folder(LIBRARY / "agents")


def agent(reference: str) -> Agent:
    """Return a built-in agent by its name; raise `LookupError` when there is none."""
    wanted = parse_reference(reference)
    found = load_library().agents.get(wanted.name)
    if found is None or wanted.publisher or wanted.version not in {None, f"sha256:{found.digest}"}:
        raise LookupError(f"The built-in library has no agent {wanted}.")
    return found


@cache
def output_schema(name: str) -> Mapping[str, Any]:
    """Return the JSON schema `schemas/NAME.json` of the library."""
    path = LIBRARY / "schemas" / f"{name}.json"
    if not is_name(name) or not path.is_file():
        raise LookupError(f"The built-in library has no schema {name!r}.")
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return MappingProxyType(schema)


def answer_faults(name: str, answer: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is wrong with an answer in the form `schemas/NAME.json`, beginning with where it is."""
    # Loaded where it is used: the forms of all agents, and the validator, cost what few commands need.
    from coditect.framework.contracts import CONTRACTS

    if (contract := CONTRACTS.get(name)) is not None:
        try:
            contract.model_validate_json(json.dumps(answer))
        except ValidationError as error:
            return tuple(
                f"{'.'.join(map(str, one['loc'])) or 'the answer'}: {one['msg']}"
                for one in error.errors(include_url=False, include_input=False)
            )
        return ()
    found = _validator(name).iter_errors(dict(answer))
    return tuple(
        f"{'.'.join(map(str, one.instance_path)) or 'the answer'}: {one.message[:300]}" for one in found
    )


@cache
def _validator(name: str) -> "Draft202012Validator":
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(dict(output_schema(name)))
