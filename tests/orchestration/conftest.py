"""A server on each kind of database."""

from tests.story.conftest import _close_clients, platform

__all__ = ["_close_clients", "platform"]
