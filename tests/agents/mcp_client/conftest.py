"""Servers of tools: an independent one, and ones that mean no good."""

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from coditect.agents.mcp_client.connecting import Around, Connection
from coditect.agents.mcp_client.offering import Usable
from coditect.agents.mcp_client.spec import Described, ServerSpec, digest_of
from tests.fixtures.platforms import PATIENCE_SECONDS, plain_logs, platform
from tests.servers.process import free_port

__all__ = ["plain_logs", "platform"]

SERVERS = Path(__file__).with_name("servers")
PACKAGES = (
    "mcp", "mcp_types", "pydantic", "pydantic_core", "pydantic_settings", "anyio", "httpx2", "httpcore2", "h11", "starlette",
    "uvicorn", "sse_starlette", "annotated_types", "typing_inspection", "typing_extensions", "idna", "click",
    "python_multipart", "opentelemetry", "cryptography", "cffi", "_cffi_backend", "jwt", "jsonschema", "referencing", "rpds",
    "attr", "attrs", "jsonschema_specifications", "sniffio", "dotenv", "certifi", "truststore",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of work with the hostile server in it."""
    root = tmp_path / "work"
    root.mkdir()
    shutil.copy(SERVERS / "hostile.py", root)
    return root


@pytest.fixture
def independent(folder: Path) -> Sequence[str]:
    """The command of the protocol's own server, in the folder with all that it needs, our interpreter included."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    shutil.copytree(
        base / "lib" / name, folder / ".python" / "lib" / name, copy_function=_linked,
        ignore=shutil.ignore_patterns("__pycache__", "site-packages", "dist-packages", "test", "idlelib", "config-*"),
    )  # fmt: skip
    for shared in base.glob("lib/libpython*"):
        shutil.copy(shared, folder / ".python" / "lib")
    (folder / ".python" / "bin").mkdir()
    shutil.copy(base / "bin" / name, folder / ".python" / "bin")
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        if found is None:
            continue
        for place in found.submodule_search_locations or ():
            shutil.copytree(
                place, folder / ".deps" / package, copy_function=_linked, dirs_exist_ok=True,
                ignore=shutil.ignore_patterns("__pycache__", "tests"),
            )  # fmt: skip
        if not found.submodule_search_locations and found.origin:
            shutil.copy(found.origin, folder / ".deps")
    for one in importlib.metadata.distributions():
        home = (
            Path(str(one.locate_file(".")))
            / f"{one.metadata['Name'].replace('-', '_')}-{one.version}.dist-info"
        )
        if home.is_dir():
            shutil.copytree(home, folder / ".deps" / home.name, copy_function=_linked, dirs_exist_ok=True)
    shutil.copy(SERVERS / "independent.py", folder)
    inside = "/workspace/.python"
    variables = [f"PYTHONHOME={inside}", "PYTHONPATH=/workspace/.deps", f"LD_LIBRARY_PATH={inside}/lib"]
    return ["env", *variables, f"{inside}/bin/{name}", "independent.py"]


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)


@pytest.fixture
def weather_url() -> Iterator[str]:
    """The protocol's own server over HTTP."""
    port = free_port()
    with subprocess.Popen([sys.executable, str(SERVERS / "independent.py"), str(port)]) as process:
        try:
            with httpx.Client(transport=httpx.HTTPTransport(retries=PATIENCE_SECONDS)) as client:
                client.get(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/mcp"
        finally:
            process.kill()


def hostile(manner: str) -> ServerSpec:
    return ServerSpec(name="odd", transport="stdio", command=("python3", "hostile.py", manner))


async def looked(spec: ServerSpec, folder: Path, hosts: frozenset[str] = frozenset()) -> list[Described]:
    """Return what a server offers."""
    connection = Connection(spec, {}, Around(folder, hosts))
    try:
        return await connection.tools()
    finally:
        await connection.close()


class Approved:
    """A server as a person approved it; `changed` holds what it was noticed to offer since."""

    def __init__(self, spec: ServerSpec, tools: Sequence[Described], **more: Any) -> None:
        self.changed: list[list[str]] = []
        given: dict[str, Any] = {
            "allowed": None,
            "every_agent": True,
            "seconds": 30.0,
            "output_characters": 30_000,
            "changed": self._note,
            **more,
        }
        self.usable = Usable(spec=spec, tools=tools, approved=digest_of(spec, tools), **given)

    async def _note(self, tools: Sequence[Described]) -> None:
        self.changed.append([tool.name for tool in tools])
