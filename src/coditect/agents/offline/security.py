"""What can be checked of a repository's safety without a model and without a network: secrets, dependencies, licences."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final, Literal

from coditect.agents.detecting import find_secrets
from coditect.agents.offline.files import SourceFile, Tree
from coditect.framework.contracts import Certainty, Place, Review, ReviewFinding

MOST_FINDINGS: Final = 100
_LOCKS: Final = {
    "package.json": ("package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"),
    "Cargo.toml": ("Cargo.lock",),
    "go.mod": ("go.sum",),
    "Gemfile": ("Gemfile.lock",),
    "composer.json": ("composer.lock",),
}
_PYTHON_LOCKS: Final = re.compile(r"(?:uv|poetry|pdm|Pipfile)\.lock$|requirements.*\.(?:lock|txt)$")
_EXACT: Final = re.compile(r"==|===|@ ")
_COPYLEFT: Final = re.compile(r"\b(A?GPL|SSPL|OSL|EUPL|CC-BY-SA)\b", re.IGNORECASE)
_PERMISSIVE: Final = re.compile(r"\b(MIT|Apache|BSD|ISC|Unlicense|MPL)\b", re.IGNORECASE)
_TEST_PATH: Final = re.compile(r"(^|/)(tests?|fixtures?|examples?|samples?|docs?|__tests__)(/|$)")

Severity = Literal["blocker", "major", "minor", "note"]


class _Findings:
    """Findings, numbered as they come."""

    def __init__(self) -> None:
        self._ids = count(1)
        self.all: list[ReviewFinding] = []

    def add(
        self,
        severity: Severity,
        title: str,
        evidence: str,
        consequence: str,
        remedy: str,
        *,
        rule: str | None,
        place: Place | None = None,
        certainty: Certainty = "high",
    ) -> None:
        self.all.append(
            ReviewFinding(
                id=f"f{next(self._ids)}",
                severity=severity,
                title=title,
                place=place,
                evidence=evidence,
                consequence=consequence,
                remedy=remedy,
                rule=rule,
                certainty=certainty,
            )
        )


def review_security(tree: Tree, request: str) -> Review:
    """Look for secrets in files, dependencies that may change under one's feet, and licences that clash."""
    findings = _Findings()
    _secrets(tree, findings)
    _dependencies(tree, findings)
    licences = _licences(tree, findings)
    found = findings.all[:MOST_FINDINGS]
    blocked = any(finding.severity == "blocker" for finding in found)
    counted = f"{len(findings.all)} findings" if findings.all else "Nothing was found"
    return Review(
        verdict="reject" if blocked else "inconclusive",
        summary=f"{counted} in {len(tree.files)} files by fixed rules for {request.strip() or 'the whole repository'}. "
        "Rules find what has a form; they do not read the code's logic.",
        findings=tuple(found),
        checked=(
            f"Secrets by form and entropy in {len(tree.files)} files of the present tree",
            "Manifests: lock files, exact versions, addresses, install scripts",
            f"Licences that lock files and the repository declare ({licences} packages)",
        ),
        not_checked=(
            "Access control, injection and everything else that takes an understanding of the code: that needs a model",
            "Secrets in the history, in images and in logs",
            "Known vulnerabilities of dependencies: they stand in a database that is not here",
        ),
    )


def _secrets(tree: Tree, findings: _Findings) -> None:
    for file in tree.files:
        if file.generated or not file.text:
            continue
        for secret in find_secrets(file.text):
            line = file.text.count("\n", 0, secret.start) + 1
            sample = _TEST_PATH.search(file.path) is not None
            findings.add(
                "minor" if sample else "blocker",
                f"{secret.kind[:1].upper()}{secret.kind[1:]} in a file",
                f"{file.path}:{line} holds {file.text[secret.start : secret.start + 4]}… ({secret.end - secret.start} characters)",
                "Whoever can read the repository, now or later, can use it.",
                "Revoke it at its issuer first, then read it from the environment or a secret store.",
                rule="CWE-798",
                place=Place(file=file.path, line=line),
                certainty="low" if sample else "medium" if secret.kind.startswith("value") else "high",
            )


def _dependencies(tree: Tree, findings: _Findings) -> None:
    for file in tree.files:
        if file.name in _LOCKS:
            folder = f"{file.folder}/" if file.folder else ""
            roots = {folder, ""}
            if not any(f"{root}{lock}" in tree.by_path for root in roots for lock in _LOCKS[file.name]):
                _unlocked(file, findings)
        if file.name == "package.json":
            _node(file, findings)
        elif file.name == "pyproject.toml":
            _python(file, tree, findings)
        elif re.match(r"requirements.*\.txt$", file.name):
            _requirements(file, findings)


def _unlocked(file: SourceFile, findings: _Findings) -> None:
    findings.add(
        "major",
        "Dependencies without a lock file",
        f"{file.path} stands alone; none of its lock files is tracked",
        "Two builds of one commit may hold different code, and a hijacked release arrives by itself.",
        "Commit the lock file and install from it.",
        rule="CWE-1357",
        place=Place(file=file.path, line=None),
    )


def _node(file: SourceFile, findings: _Findings) -> None:
    manifest = _object(file)
    for group in ("dependencies", "devDependencies", "optionalDependencies"):
        for name, wanted in _mapping(manifest.get(group)).items():
            text = str(wanted)
            if text in {"*", "latest", ""}:
                _floating(file, name, text or "any", findings)
            elif re.match(r"(?:git|http|github:|[\w-]+/[\w-]+(?:#|$))", text):
                _from_address(file, name, text, findings)
    for hook in ("preinstall", "install", "postinstall"):
        if command := _mapping(manifest.get("scripts")).get(hook):
            findings.add(
                "minor",
                f"A script runs at installation ({hook})",
                f"{file.path}: {str(command)[:120]}",
                "It runs on every machine that installs, with that person's rights.",
                "Move it to a step that is called on purpose.",
                rule="CWE-829",
                place=_line_of(file, f'"{hook}"'),
            )


def _python(file: SourceFile, tree: Tree, findings: _Findings) -> None:
    try:
        project = _mapping(tomllib.loads(file.text).get("project"))
    except tomllib.TOMLDecodeError:
        return
    wanted = project.get("dependencies")
    if isinstance(wanted, list) and wanted and not any(_PYTHON_LOCKS.search(path) for path in tree.by_path):
        _unlocked(file, findings)
    for line in wanted if isinstance(wanted, list) else ():
        if " @ " in str(line):
            name, _, address = str(line).partition(" @ ")
            _from_address(file, name, address, findings)


def _requirements(file: SourceFile, findings: _Findings) -> None:
    loose = [
        (at, line)
        for at, line in enumerate(file.lines, 1)
        if re.match(r"[A-Za-z0-9]", line) and not _EXACT.search(line)
    ]
    if loose:
        findings.add(
            "minor",
            "Requirements that are not exact",
            f"{file.path}: {len(loose)} of them, first {loose[0][1].strip()[:80]}",
            "What is installed depends on the day.",
            "Compile them to exact versions with hashes.",
            rule="CWE-1357",
            place=Place(file=file.path, line=loose[0][0]),
        )


def _floating(file: SourceFile, name: str, wanted: str, findings: _Findings) -> None:
    findings.add(
        "minor",
        f"{name} in any version",
        f"{file.path} asks for {name} {wanted}",
        "Without the lock file the newest release is taken, whatever it is.",
        "Name a range that you have tried.",
        rule="CWE-1357",
        place=_line_of(file, f'"{name}"'),
    )


def _from_address(file: SourceFile, name: str, address: str, findings: _Findings) -> None:
    pinned = re.search(r"#[0-9a-f]{40}|@[0-9a-f]{40}|sha256=", address) is not None
    findings.add(
        "note" if pinned else "major",
        f"{name} from an address of its own",
        f"{file.path}: {address[:120]}",
        "Nobody but that address vouches for it" + ("." if pinned else ", and what stands there may change."),
        "Take it from the registry, or pin the commit and keep a copy.",
        rule="CWE-829",
        place=_line_of(file, name),
    )


def _licences(tree: Tree, findings: _Findings) -> int:
    """Compare what packages declare with the repository's own licence; returns how many packages declare one."""
    own = next(
        (
            file
            for file in tree.files
            if not file.folder and re.match(r"licen[cs]e|copying", file.name.lower())
        ),
        None,
    )
    if own is None:
        findings.add(
            "minor",
            "No licence",
            "No LICENSE or COPYING file stands in the root.",
            "Nobody outside may use the code, and nobody knows whether the dependencies' terms are met.",
            "Add the licence under which the code is given, or a note that it is not.",
            rule=None,
        )
    declared = dict(_declared(tree))
    for package, (licence, place) in sorted(declared.items()):
        strong = _COPYLEFT.search(licence)
        if strong and not _PERMISSIVE.search(licence) and "LGPL" not in licence.upper():
            findings.add(
                "major" if strong.group(1).upper() in {"AGPL", "SSPL"} else "minor",
                f"{package} is under {licence}",
                f"{place.file} declares it",
                "Its terms may ask for the source of what is linked with it, for AGPL and SSPL even when it only serves pages.",
                "Ask whoever answers for licences, or replace it.",
                rule=licence,
                place=place,
                certainty="medium",
            )
    return len(declared)


def _declared(tree: Tree) -> Iterator[tuple[str, tuple[str, Place]]]:
    for file in tree.files:
        if file.name == "package-lock.json":
            for path, entry in _mapping(_object(file, anyhow=True).get("packages")).items():
                licence = _mapping(entry).get("license")
                if path and isinstance(licence, str):
                    name = path.rpartition("node_modules/")[2]
                    yield name, (licence, _line_of(file, f'"{path}"'))


def _object(file: SourceFile, *, anyhow: bool = False) -> Mapping[str, Any]:
    """The JSON object in a file; empty when it holds none. `anyhow` reads files of any size."""
    text = (file.root / file.path).read_text(encoding="utf-8", errors="replace") if anyhow else file.text
    try:
        return _mapping(json.loads(text))
    except ValueError:
        return {}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _line_of(file: SourceFile, text: str) -> Place:
    lines: Sequence[str] = file.lines
    return Place(file=file.path, line=next((at for at, line in enumerate(lines, 1) if text in line), None))
