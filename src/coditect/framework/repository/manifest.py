"""`.coditect/manifest.json`: what the library has put into a repository, so that later it can tell own work from its."""

import json
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from coditect.framework.repository.errors import RepositoryRefused
from coditect.framework.repository.places import FOLDER, place, write

_NAME: Final = f"{FOLDER}/manifest.json"
_FORMAT: Final = 1


class _Stored(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal[1]
    library: str
    agents: list[str] | None
    files: dict[str, str]
    links: dict[str, str]


@dataclass
class Manifest:
    """Digests of files and targets of links by their place; `agents` is None when all are wanted."""

    agents: tuple[str, ...] | None = None
    files: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def read_manifest(root: Path) -> Manifest | None:
    """The manifest of a repository; None where the library was never put."""
    path = place(root, _NAME)
    if not path.exists():
        return None
    try:
        stored = _Stored.model_validate_json(path.read_bytes())
    except ValidationError as error:
        reason = error.errors()[0]["msg"]
        raise RepositoryRefused(
            f"{path} cannot be read: {reason}. Restore it, or delete it and run `coditect init` again."
        ) from None
    for name in (*stored.files, *stored.links):
        place(root, name)
    return Manifest(
        None if stored.agents is None else tuple(stored.agents), dict(stored.files), dict(stored.links)
    )


def write_manifest(root: Path, manifest: Manifest) -> None:
    """Store the manifest; a file that says the same already is left alone."""
    stored = _Stored(
        format=_FORMAT,
        library=version("coditect"),
        agents=None if manifest.agents is None else sorted(manifest.agents),
        files=dict(sorted(manifest.files.items())),
        links=dict(sorted(manifest.links.items())),
    )
    content = json.dumps(stored.model_dump(), indent=2, ensure_ascii=False).encode() + b"\n"
    path = place(root, _NAME)
    if not path.exists() or path.read_bytes() != content:
        write(path, content)


def delete_manifest(root: Path) -> None:
    """Forget what was put there."""
    place(root, _NAME).unlink(missing_ok=True)
