"""Tells whether the caller is inside a writing unit of work, in which nothing slow may happen."""

from contextvars import ContextVar

in_write = ContextVar("coditect_in_write", default=False)


def forbid_in_write(what: str) -> None:
    """Raise when called inside a writing unit of work: slow work must not hold the single writer."""
    if in_write.get():
        raise RuntimeError(f"{what} must not run inside a writing unit of work; finish it first.")
