"""Which scripts still earn their place: who calls them, whether what they name exists, how they would fail."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from coditect.agents.offline.files import SourceFile, Tree
from coditect.agents.offline.history import History, read_history
from coditect.agents.offline.organizing import referring
from coditect.framework.contracts import Certainty, Inventory, InventoryItem, Place

MOST_SCRIPTS: Final = 200
_SHELL: Final = frozenset({".sh", ".bash", ".zsh", ".ksh"})
_FOLDERS: Final = re.compile(r"(^|/)(scripts?|bin|tools|hack|hooks)(/|$)")
_SHEBANG: Final = re.compile(r"^#!.*\b(?:ba|z|k|da)?sh\b")
_DANGERS: Final = (
    ("pipes a download into a shell", re.compile(r"(?:curl|wget)[^|\n]*\|\s*(?:sudo\s+)?(?:ba)?sh")),
    ("removes recursively what a variable names", re.compile(r"rm\s+-\w*r\w*f?\w*\s+[\"']?\$\{?\w+")),
    ("loops over the output of ls", re.compile(r"for\s+\w+\s+in\s+\$\(ls")),
    ("drops tables or databases", re.compile(r"\bDROP\s+(?:TABLE|DATABASE|SCHEMA)\b", re.IGNORECASE)),
    ("forces a push", re.compile(r"git\s+push\s+.*(?:--force\b|-f\b)")),
    (
        "deletes from a cluster or cloud",
        re.compile(r"kubectl\s+delete|terraform\s+destroy|aws\s+\S+\s+delete"),
    ),
)
_NAMED_PATH: Final = re.compile(
    r"(?<![\w$/])(?:\./)?((?:scripts|bin|tools|src|deploy|config|data)/[\w./-]+\.\w+)"
)

Verdict = Literal["keep", "repair", "archive"]


def inventory_scripts(tree: Tree, request: str) -> Inventory:
    """Judge every script by callers, date and what can be checked without running it. Nothing is executed."""
    scripts = [file for file in tree.files if _is_script(file)][:MOST_SCRIPTS]
    history = read_history(tree.root)
    callers = referring(tree, [file.path for file in scripts])
    return Inventory(
        scope=request.strip() or f"{len(scripts)} scripts",
        convention="A script stays when something calls it; what nothing calls is a question to people, not a verdict.",
        items=tuple(_item(file, callers[file.path], tree, history) for file in scripts),
        moves=(),
        checks=tuple(f"bash -n {file.path}" for file in scripts if _is_shell(file))[:20],
        untouched=(
            "Callers outside this repository: people, servers, schedules, other repositories. Ask before anything goes.",
            "What a script does when it runs: none was run.",
        ),
    )


def _is_script(file: SourceFile) -> bool:
    first = file.lines[0] if file.lines else ""
    return file.suffix in _SHELL or (
        first.startswith("#!") and (not file.suffix or bool(_FOLDERS.search(file.folder)))
    )


def _is_shell(file: SourceFile) -> bool:
    return file.suffix in _SHELL or (bool(file.lines) and _SHEBANG.match(file.lines[0]) is not None)


def _item(file: SourceFile, callers: Sequence[Place], tree: Tree, history: History) -> InventoryItem:
    faults = [*_syntax(file), *_missing_paths(file, tree), *_dangers(file)]
    last = history.newest.get(file.path)
    dated = f"last changed {last}" if last else "never committed"
    called = f"named in {len(callers)} places" if callers else "nothing in this repository names it"
    verdict, certainty = _verdict(callers, faults)
    return InventoryItem(
        path=file.path,
        purpose=_purpose(file),
        verdict=verdict,
        target=None,
        evidence=(called, dated, *faults),
        referenced_from=tuple(callers),
        certainty=certainty,
    )


def _verdict(callers: Sequence[Place], faults: Sequence[str]) -> tuple[Verdict, Certainty]:
    if not callers:
        return "archive", "low"
    return ("repair", "medium") if faults else ("keep", "high")


def _purpose(file: SourceFile) -> str:
    """The first remark of the head, which good scripts begin with."""
    for line in file.lines[1:12]:
        text = line.strip().strip("#\"' ")
        if text and not line.startswith(("set ", "import ", "from ")) and re.search(r"[a-z]{3}", text):
            return (
                text[:160]
                if line.lstrip().startswith(("#", '"""', "'''", "//"))
                else "Says nothing of itself."
            )
    return "Says nothing of itself."


def _syntax(file: SourceFile) -> Iterator[str]:
    if file.suffix == ".py" or (file.lines and "python" in file.lines[0]):
        try:
            ast.parse(file.text)
        except SyntaxError as error:
            yield f"line {error.lineno}: Python cannot read it ({error.msg})"
        return
    if not _is_shell(file):
        return
    if not re.search(r"^\s*set\s+-\w*e|set\s+-o\s+errexit", file.text, re.MULTILINE):
        yield "goes on after a failed command (no `set -e`)"
    if (bash := shutil.which("bash")) is not None:
        # -n reads and executes nothing.
        done = subprocess.run(  # noqa: S603 - the script is read from standard input, and not run
            [bash, "-n"], input=file.data, capture_output=True, timeout=10, check=False, env={}
        )
        if done.returncode:
            yield f"bash cannot read it: {done.stderr.decode('utf-8', 'replace').splitlines()[0][:160]}"


def _missing_paths(file: SourceFile, tree: Tree) -> Iterator[str]:
    named = {
        found.group(1): at for at, line in enumerate(file.lines, 1) for found in _NAMED_PATH.finditer(line)
    }
    folders = {one.folder for one in tree.files}
    for path, at in named.items():
        inside = path.rpartition("/")[0] in folders
        if inside and path not in tree.by_path and not (tree.root / path).exists():
            yield f"line {at} names {path}, which does not exist"


def _dangers(file: SourceFile) -> Iterator[str]:
    for what, pattern in _DANGERS:
        for at, line in enumerate(file.lines, 1):
            if pattern.search(line) and not line.lstrip().startswith("#"):
                yield f"line {at} {what}"
                break
