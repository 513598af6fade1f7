"""What lifecycle refuses, by name."""

from coditect.kernel.errors import NotFound


class ArchiveNotFound(NotFound):
    code = "archive_not_found"
    title = "There is no such archive"
