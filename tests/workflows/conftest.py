"""Running servers on each kind of database, and people who use them."""

from tests.story.conftest import _close_clients, platform

__all__ = ["_close_clients", "platform"]
