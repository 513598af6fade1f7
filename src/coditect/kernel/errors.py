"""Errors as named facts.

A context subclasses one of these and gives it a `code`; one handler renders all of them as RFC 9457 problem JSON.

    Problem
    ├── Denial            a refusal that is itself a fact: what was written before it is committed
    ├── InvalidInput      422, names the field
    ├── NotAuthenticated  401
    ├── NotAllowed        403
    ├── NotFound          404, also for what belongs to another tenant
    ├── Conflict          409
    ├── TooLarge          413
    ├── TooManyRequests   429
    └── Unavailable       503
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar


@dataclass(frozen=True)
class FieldError:
    """One field of the request and what is wrong with it."""

    field: str
    message: str


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """Base of every error that a caller may see; `detail` says what happened and what to do."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal_error"
    title: ClassVar[str] = "Something went wrong"
    headers: ClassVar[dict[str, str]] = {}

    def __init__(self, detail: str = "", *, fields: tuple[FieldError, ...] = ()) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.fields = fields
        self.members: Mapping[str, Any] = MappingProxyType({})
        """Further facts for programs, beside the ones that every problem has."""


class Denial(Problem):
    """A refusal whose traces (counters, revocations, audit lines) must outlive it: commit, then render."""

    status = 403
    code = "denied"
    title = "Refused"


class InvalidInput(Problem):
    status = 422
    code = "invalid_input"
    title = "The request is not valid"


class NotAuthenticated(Problem):
    status = 401
    code = "not_authenticated"
    title = "Sign in first"
    headers = {"WWW-Authenticate": "Bearer"}  # noqa: RUF012 - declared in the base


class NotAllowed(Problem):
    status = 403
    code = "not_allowed"
    title = "Your role does not allow this"


class NotFound(Problem):
    status = 404
    code = "not_found"
    title = "There is no such thing here"


class Conflict(Problem):
    status = 409
    code = "conflict"
    title = "The request conflicts with the present state"


class TooLarge(Problem):
    status = 413
    code = "too_large"
    title = "The request is too large"


class TooManyRequests(Problem):
    status = 429
    code = "too_many_requests"
    title = "Too many requests"


class Unavailable(Problem):
    status = 503
    code = "unavailable"
    title = "Not available right now"
