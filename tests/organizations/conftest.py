from tests.identity.conftest import client, house

__all__ = ["client", "house"]
