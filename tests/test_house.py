"""The rules of the house that no linter knows: locks, licence, sizes, names."""

import importlib.metadata
import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
DEVELOPMENT: list[str] = RUNTIME + PROJECT["dependency-groups"]["dev"]
LOCKS = {"requirements.lock": RUNTIME, "requirements-dev.lock": DEVELOPMENT}
PYTHON_LOCKS = [*LOCKS, "scripts/node.lock"]
# Put together here, so that this file does not name them either.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
    )
] + [f"{name}.debian.org" for name in ("deb", "security", "snapshot")]
LONGEST_MODULE = 400
LARGEST_FILE = 2_000_000


def tracked() -> list[Path]:
    """Every file that git keeps and that is still there."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    files = [ROOT / name for name in names.split("\0") if name]
    return [file for file in files if file.is_file()]


def npm_locks() -> list[Path]:
    return [file for file in tracked() if file.name == "package-lock.json"]


def pinned(lock: str) -> dict[str, Requirement]:
    """The pins of a Python lock, by name."""
    entries = (ROOT / lock).read_text().replace("\\\n", " ").splitlines()
    texts = [re.split(r"\s+--hash", entry)[0] for entry in entries if entry and not entry.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in map(Requirement, texts)}


def applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    return requirement.marker is None or any(
        requirement.marker.evaluate({"extra": extra}) for extra in ("", *extras)
    )


def reachable(wanted: list[str]) -> Iterator[Requirement]:
    """What the requirements need on this machine, their needs included, by what is installed."""
    waiting = [(Requirement(text), frozenset[str]()) for text in wanted]
    seen = set[tuple[str, frozenset[str]]]()
    while waiting:
        requirement, asked_by = waiting.pop()
        key = (canonicalize_name(requirement.name), frozenset(requirement.extras))
        if not applies(requirement, asked_by):
            continue
        yield requirement
        if key not in seen:
            seen.add(key)
            needs = importlib.metadata.requires(requirement.name) or []
            waiting += [(Requirement(need), key[1]) for need in needs]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_pyproject_asks_for(lock: str) -> None:
    pins = pinned(lock)
    needed = set[str]()
    for requirement in reachable(LOCKS[lock]):
        name = canonicalize_name(requirement.name)
        needed.add(name)
        assert name in pins, f"{requirement} is missing: run `make lock`"
        version = str(pins[name].specifier).removeprefix("==")
        assert requirement.specifier.contains(Version(version), prereleases=True), (
            f"{requirement}: run `make lock`"
        )
    here = {name for name, pin in pins.items() if applies(pin, frozenset())}
    assert here <= needed, "nobody needs these any more: run `make lock`"


@pytest.mark.parametrize("lock", PYTHON_LOCKS)
def test_a_python_lock_has_hashes_and_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "--hash=sha256:" in text
    entries = text.replace("\\\n", " ").splitlines()
    assert [entry for entry in entries if not entry.startswith("#") and "--hash=sha256:" not in entry] == []


def test_both_python_locks_pin_the_same_versions() -> None:
    runtime, development = pinned("requirements.lock"), pinned("requirements-dev.lock")
    assert {name: str(development[name].specifier) for name in runtime} == {
        name: str(pin.specifier) for name, pin in runtime.items()
    }


def test_npm_locks_name_no_place_and_match_their_package() -> None:
    assert npm_locks(), "no package-lock.json is tracked"
    for lock in npm_locks():
        packages: dict[str, dict[str, Any]] = json.loads(lock.read_text())["packages"]
        assert [name for name, entry in packages.items() if "resolved" in entry] == [], lock
        package = json.loads((lock.parent / "package.json").read_text())
        for kind in ("dependencies", "devDependencies"):
            assert packages[""].get(kind) == package.get(kind), f"{lock}: run `make lock`"


def test_npm_locks_hold_the_optional_packages_of_every_platform() -> None:
    # npm leaves out what it could not find, and `npm ci` then refuses the lock on every machine.
    for lock in npm_locks():
        packages: dict[str, dict[str, Any]] = json.loads(lock.read_text())["packages"]
        held = {name.rpartition("node_modules/")[2] for name in packages}
        asked = {name for entry in packages.values() for name in entry.get("optionalDependencies", {})}
        assert asked <= held, lock


def test_no_file_names_a_registry() -> None:
    named = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in tracked()
        for host in REGISTRY_HOSTS
        if host.encode() in file.read_bytes()
    ]
    assert named == []


def test_no_lock_of_another_kind_is_kept() -> None:
    others = {"uv.lock", "poetry.lock", "pdm.lock", "yarn.lock", "pnpm-lock.yaml"}
    assert [file for file in tracked() if file.name in others] == []


def test_the_licence_is_apache_2() -> None:
    licence = (ROOT / "LICENSE").read_text()
    assert re.search(r"Apache License\s+Version 2\.0, January 2004", licence)
    assert "9. Accepting Warranty or Additional Liability" in licence
    assert PROJECT["project"]["license"] == "Apache-2.0"
    packages = [json.loads(lock.with_name("package.json").read_text()) for lock in npm_locks()]
    assert {package["license"] for package in packages} == {"Apache-2.0"}


def test_modules_stay_short() -> None:
    lengths = {
        file: len(file.read_text().splitlines())
        for file in tracked()
        if file.suffix == ".py" and file.is_relative_to(ROOT / "src") and "migrations" not in file.parts
    }
    assert {file: length for file, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_large_file_is_kept() -> None:
    assert {file: size for file in tracked() if (size := file.stat().st_size) > LARGEST_FILE} == {}


def test_names_tell_the_topic() -> None:
    vague = {"utils", "util", "helpers", "misc", "controllers"}
    source = [
        file
        for file in tracked()
        if file.is_relative_to(ROOT / "src") or file.is_relative_to(ROOT / "web/src")
    ]
    assert [
        file for file in source if {part.partition(".")[0] for part in file.relative_to(ROOT).parts} & vague
    ] == []
