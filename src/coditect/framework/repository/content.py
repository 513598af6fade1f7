"""What the built-in library offers to a repository, and how two versions of a file are compared."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from coditect.framework.catalogue import LIBRARY, load_library
from coditect.framework.repository.errors import RepositoryRefused
from coditect.framework.repository.places import FOLDER

SHARED: Final = ("skills", "commands")
_IGNORE: Final = b"# What runs leave here stays on this machine.\nstate.db*\n"


def offered(agents: Sequence[str] | None) -> Mapping[str, bytes]:
    """Files by their place in a repository: the agents named (all when None), the schemas they use, what all share."""
    return {f"{FOLDER}/.gitignore": _IGNORE} | {
        f"{FOLDER}/{path.relative_to(LIBRARY).as_posix()}": path.read_bytes() for path in _files(agents)
    }


def _files(names: Sequence[str] | None) -> Iterator[Path]:
    library = load_library().agents
    unknown = [name for name in names or () if name not in library]
    if unknown:
        raise RepositoryRefused(
            f"The library has no agent {', '.join(unknown)}. `coditect agents list` shows all."
        )
    schemas: set[str] = set()
    for name, agent in library.items():
        if names is None or name in names:
            yield agent.path
            schemas |= {agent.output_schema} if agent.output_schema else set()
    yield from (LIBRARY / "schemas" / f"{schema}.json" for schema in sorted(schemas))
    for folder in SHARED:
        yield from sorted(path for path in (LIBRARY / folder).rglob("*") if path.is_file())


def digest(content: bytes) -> str:
    """The SHA-256 of the content with plain line ends: git may turn them on checkout, and nobody has changed a word."""
    return f"sha256:{hashlib.sha256(plain(content)).hexdigest()}"


def plain(content: bytes) -> bytes:
    """The content with line ends as the library writes them."""
    return content.replace(b"\r\n", b"\n")


def like(content: bytes, present: bytes) -> bytes:
    """The new content with the line ends that the present file has."""
    windows = b"\r\n" in present and b"\n" not in present.replace(b"\r\n", b"")
    return plain(content).replace(b"\n", b"\r\n") if windows else content
