"""The key-encryption keys of an installation: from a setting, or from a file that only its owner may read."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from coditect.kernel.config import Settings
from coditect.kernel.errors import Unavailable
from coditect.kernel.ids import new_id
from coditect.kernel.key_text import KEY_BYTES, read_key, write_key

NONCE_BYTES = 12
ID_BYTES = 8
_FORMAT = b"\x01"


class SecretUnreadable(Unavailable):
    code = "secret_unreadable"
    title = "A stored secret cannot be read"


@dataclass(frozen=True)
class Key:
    """One key; its id is a digest, so that no list of ids has to be kept."""

    secret: bytes = field(repr=False)

    @property
    def id(self) -> bytes:
        return hashlib.sha256(b"coditect key id\x00" + self.secret).digest()[:ID_BYTES]


class KeyRing:
    """The newest key wraps; older ones only unwrap."""

    def __init__(self, settings: Settings) -> None:
        self._given = settings.secrets_key
        self._file = settings.data_dir / "secrets.key"
        self._known: Sequence[Key] = ()

    @property
    def is_in_file(self) -> bool:
        """Whether the keys stand in a file here, and so can be replaced by a command."""
        return self._given is None

    def newest(self) -> Key:
        """Return the key that wraps, making the file at the first need."""
        # Read anew: a command may have put a newer key into the file of a running server.
        return self._read(make=True)[0]

    def wrap(self, plain: bytes, context: bytes) -> bytes:
        """Encrypt a data key; it can be unwrapped only with the same `context`."""
        key, nonce = self.newest(), secrets.token_bytes(NONCE_BYTES)
        return _FORMAT + key.id + nonce + AESGCM(key.secret).encrypt(nonce, plain, context)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Return what `wrap` was given, or raise `SecretUnreadable`."""
        key_id, nonce, body = _parts(wrapped)
        key = self._find(key_id)
        if key is None:
            where = "CODITECT_SECRETS_KEY" if self._given else str(self._file)
            raise SecretUnreadable(f"The key {key_id.hex()} that encrypted it is not in {where}.")
        try:
            return AESGCM(key.secret).decrypt(nonce, body, context)
        except InvalidTag:
            raise SecretUnreadable("It was changed, or moved from another place.") from None

    def is_wrapped_by_newest(self, wrapped: bytes) -> bool:
        """Tell whether `wrapped` needs no other key than the newest."""
        return _parts(wrapped)[0] == self.newest().id

    def knows(self, wrapped: bytes) -> bool:
        """Tell whether the key that wrapped is here."""
        return self._find(_parts(wrapped)[0]) is not None

    def renew(self) -> None:
        """Put a new key before those in the file; the older ones stay until `forget`."""
        self._write([Key(secrets.token_bytes(KEY_BYTES)), *self._read(make=True)])

    def forget(self, in_use: set[bytes]) -> None:
        """Remove from the file what neither wraps, nor did so just before, nor is one of `in_use`."""
        keys = self._read(make=True)
        # A server may still be about to commit what it wrapped with the last one.
        self._write([key for place, key in enumerate(keys) if place < 2 or key.id in in_use])

    def _find(self, key_id: bytes) -> Key | None:
        for keys in (self._known, self._read(make=False)):
            for key in keys:
                if key.id == key_id:
                    return key
        return None

    def _read(self, *, make: bool) -> Sequence[Key]:
        if self._given is not None:
            text = self._given.get_secret_value().replace(",", "\n")
        else:
            if make and not self._file.exists():
                self._write([Key(secrets.token_bytes(KEY_BYTES))], new=True)
            text = self._file.read_text("ascii") if self._file.exists() else ""
        self._known = [Key(read_key(line)) for line in text.split()]
        return self._known

    def _write(self, keys: Sequence[Key], *, new: bool = False) -> None:
        text = "".join(f"{write_key(key.secret)}\n" for key in keys)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        draft = self._file.with_name(f".{new_id()}.key")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if new:
                # Of two processes that make the file at once, the second takes the first one's.
                try:
                    os.link(draft, self._file)
                except FileExistsError:
                    return
            else:
                draft.replace(self._file)
        finally:
            draft.unlink(missing_ok=True)


def key_id_of(wrapped: bytes) -> bytes:
    """Return the id of the key that wrapped."""
    return _parts(wrapped)[0]


def _parts(wrapped: bytes) -> tuple[bytes, bytes, bytes]:
    start = len(_FORMAT) + ID_BYTES
    if not wrapped.startswith(_FORMAT) or len(wrapped) <= start + NONCE_BYTES:
        raise SecretUnreadable("It has a form that this version does not know.")
    return wrapped[len(_FORMAT) : start], wrapped[start : start + NONCE_BYTES], wrapped[start + NONCE_BYTES :]
