"""Who is acting, and from where: noted by a request, and stored with every fact that it states.

An event says what became true; for most readers that is enough. Whoever keeps an audit needs to know by whom as well,
and no event should have to carry it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from coditect.kernel.ids import AccountId

_LONGEST_USER_AGENT = 400
_LONGEST_ADDRESS = 64


@dataclass
class Origin:
    """Where a request came from; whose it is, once that is known."""

    address: str
    user_agent: str
    account_id: AccountId | None = None
    session_id: UUID | None = None
    api_key_id: UUID | None = None


_current: ContextVar[Origin | None] = ContextVar("coditect_origin", default=None)


def begin(address: str, user_agent: str) -> None:
    """Note where the request that this task answers came from."""
    readable = "".join(filter(str.isprintable, user_agent))[:_LONGEST_USER_AGENT]
    _current.set(Origin(address[:_LONGEST_ADDRESS], readable))


def note(account_id: AccountId, *, session_id: UUID | None = None, api_key_id: UUID | None = None) -> None:
    """Note whose request it is."""
    origin = _current.get()
    if origin is not None:
        origin.account_id, origin.session_id, origin.api_key_id = account_id, session_id, api_key_id


@contextmanager
def nobody() -> Iterator[None]:
    """Let what is stated inside tell of nobody: it outlives the person whose request it is."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Origin | None:
    """Return who is acting; None where no request is answered."""
    return _current.get()
