"""Why a folder is left alone."""


class RepositoryRefused(Exception):  # noqa: N818 - errors are named as facts
    """The library cannot be put into this folder or taken out of it; the message says why and what to do."""
