"""What keeps a file from being read."""

from coditect.kernel.errors import InvalidInput, TooLarge


class FileNotReadable(InvalidInput):
    code = "file_not_readable"
    title = "This file cannot be read as a description"


class FileTooLarge(TooLarge):
    code = "file_too_large"
    title = "This file has too much text"
