"""Every change can be taken back: what a file held before is kept in the scratch folder, by its digest."""

from pathlib import Path

from coditect.agents.tools.contract import FileChange, ToolContext, ToolRefused
from coditect.agents.tools.texts import change_of, digest
from coditect.agents.tools.tree import Tree


def keep(scratch: Path, data: bytes | None) -> None:
    """Keep a content, so that it can be brought back."""
    if data is None:
        return
    kept = _kept(scratch, digest(data) or "")
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(".draft")
        draft.write_bytes(data)
        draft.rename(kept)


def kept(scratch: Path, known: str | None) -> bytes | None:
    """Return a kept content; None where the file did not exist. Raise `ToolRefused` when it was not kept."""
    if known is None:
        return None
    try:
        data = _kept(scratch, known).read_bytes()
    except FileNotFoundError:
        raise ToolRefused("What the file held before was not kept.") from None
    if digest(data) != known:
        raise ToolRefused("What was kept of the file is damaged.")
    return data


def undo(context: ToolContext, change: FileChange) -> FileChange:
    """Bring a file back to what it was before `change`; refuse when it was changed again since."""
    tree = Tree(context.root)
    now = tree.read_if_there(change.path)
    if digest(now) != change.after:
        raise ToolRefused(f"{change.path} was changed again since; undo the later changes first.")
    before = kept(context.scratch, change.before)
    keep(context.scratch, now)
    if before is None:
        tree.remove(change.path)
    else:
        tree.write(change.path, before)
    return change_of(change.path, now, before)


def _kept(scratch: Path, known: str) -> Path:
    return scratch / "kept" / known[:2] / known
