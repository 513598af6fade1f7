"""The text of an API key: a prefix that scanners know, random characters, and a checksum.

The checksum refuses mistyped and invented keys before the database is asked, and lets a scanner of source code tell
a key of ours from a word that looks like one.
"""

import hashlib
import secrets
import string
import zlib

PREFIX = "cdt_"
_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
_RANDOM = 40  # of 62 kinds: 238 bits
_CHECKSUM = 6
_LENGTH = len(PREFIX) + _RANDOM + _CHECKSUM
_HINT = len(PREFIX) + 4


def new_text() -> str:
    """Return a key that nobody has."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return PREFIX + body + _checksum(body)


def is_well_formed(text: str) -> bool:
    """Tell whether `text` can be a key, by its form and checksum alone."""
    body = text[len(PREFIX) : -_CHECKSUM]
    return len(text) == _LENGTH and text.startswith(PREFIX) and text[-_CHECKSUM:] == _checksum(body)


def digest(text: str) -> bytes:
    """Return what is stored of a key. Its randomness makes a slow hash pointless."""
    return hashlib.sha256(text.encode()).digest()


def hint(text: str) -> str:
    """Return the beginning, by which a person recognises a key."""
    return text[:_HINT]


def _checksum(body: str) -> str:
    number = zlib.crc32(body.encode())
    characters = []
    for _ in range(_CHECKSUM):
        number, place = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[place])
    return "".join(reversed(characters))
