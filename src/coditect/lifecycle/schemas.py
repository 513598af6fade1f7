"""What clients get from lifecycle."""

from typing import Literal

from coditect.kernel.api import ResponseModel
from coditect.kernel.ids import RunId


class ArchiveRead(ResponseModel):
    """An archive of a person's data; it can be downloaded once it is `ready`."""

    id: RunId
    status: Literal["under_way", "ready", "failed"]
