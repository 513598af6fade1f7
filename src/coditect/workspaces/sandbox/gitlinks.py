"""Which of git's folders belong to a folder of work, and may therefore be read beside it."""

from pathlib import Path
from typing import Final

_LONGEST: Final = 4_096


def git_folder(root: Path) -> Path | None:
    """Return the repository of a linked worktree, or None where `root` is none.

    The `.git` file alone proves nothing: whoever wrote it could point at the repository of somebody else. The
    repository must point back at this very folder.
    """
    link = root / ".git"
    if link.is_symlink() or not link.is_file():
        return None
    told = _line(link)
    if told is None or not told.startswith("gitdir:"):
        return None
    own = Path(told.removeprefix("gitdir:").strip())
    if not own.is_absolute() or own.parent.name != "worktrees" or own.is_symlink():
        return None
    if _line(own / "gitdir") != str(link):
        return None
    repository = own.parent.parent
    is_repository = (repository / "objects").is_dir() and (repository / "HEAD").is_file()
    return repository.resolve() if is_repository else None


def _line(file: Path) -> str | None:
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST).decode().strip()
    except (OSError, UnicodeDecodeError):
        return None
