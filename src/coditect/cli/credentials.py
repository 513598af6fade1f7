"""Where the command keeps who it is signed in as: one file that only its owner may read."""

import os
from pathlib import Path

from pydantic import BaseModel, ValidationError

from coditect.kernel.ids import new_id


class Credentials(BaseModel):
    """A sign-in at one server."""

    server: str
    access_token: str
    refresh_token: str


def path() -> Path:
    """Return where the file is: `$XDG_CONFIG_HOME/coditect`, else `~/.config/coditect`."""
    base = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(base) if base.startswith("/") else Path.home() / ".config"
    return folder / "coditect" / "credentials.json"


def load() -> Credentials | None:
    """Return what was kept, or None."""
    try:
        return Credentials.model_validate_json(path().read_text("utf-8"))
    except (FileNotFoundError, ValidationError):
        return None


def keep(credentials: Credentials) -> None:
    """Keep a sign-in in place of the one before."""
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = file.with_name(f".{new_id()}.json")
    try:
        # Made with these rights, not given them afterwards: in between anybody could have opened it.
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(credentials.model_dump_json())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def forget() -> None:
    """Remove what was kept."""
    path().unlink(missing_ok=True)
