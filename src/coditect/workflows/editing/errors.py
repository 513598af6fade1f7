"""What editing refuses."""

from coditect.kernel.errors import Conflict, InvalidInput, NotFound


class StaleRevision(Conflict):
    code = "stale_revision"
    title = "Somebody has changed this analysis since"


class EditRefused(InvalidInput):
    code = "edit_refused"
    title = "This edit cannot be made"


class NothingToUndo(Conflict):
    code = "nothing_to_undo"
    title = "There is no such edit to take back or do again"


class VersionNotFound(NotFound):
    code = "version_not_found"
    title = "There is no such version of this analysis"
