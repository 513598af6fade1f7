"""What a look finds."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from coditect.kernel.config import Settings

State = Literal["ok", "note", "broken"]
"""`note` is worth knowing and no fault; `broken` makes the command fail."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` says what to do about it."""

    what: str
    state: State
    found: str
    mend: str = ""


Check = Callable[[Settings], Coroutine[Any, Any, Sequence[Finding]]]
