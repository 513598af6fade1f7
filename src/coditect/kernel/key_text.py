"""Keys of 32 bytes as people write them."""

import base64
import binascii

KEY_BYTES = 32


def read_key(text: str) -> bytes:
    """Read a key of 32 bytes in base64, of either alphabet."""
    try:
        key = base64.b64decode(text.strip().replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError("A key must be 32 random bytes in base64: openssl rand -base64 32.")
    return key


def write_key(key: bytes) -> str:
    """Return `key` as `read_key` reads it."""
    return base64.b64encode(key).decode()
