"""Keys of this installation, made once and kept in the database, so that every server process has the same."""

import hashlib
import hmac
import secrets
from datetime import datetime

from sqlalchemy import LargeBinary, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.clock import utc_now
from coditect.kernel.db import Base, Database
from coditect.kernel.scope import NOBODY


class InstanceKey(Base):
    """A named random key of 32 bytes."""

    __tablename__ = "instance_keys"

    name: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]


async def instance_key(database: Database, name: str) -> bytes:
    """Return the key called `name`, making it at the first call of any process."""
    async with database.read(NOBODY) as session:
        secret = await session.scalar(select(InstanceKey.secret).where(InstanceKey.name == name))
    if secret is not None:
        return secret
    insert = sqlite.insert if database.is_sqlite else postgresql.insert
    async with database.write(NOBODY) as session:
        await session.execute(
            insert(InstanceKey)
            .values(name=name, secret=secrets.token_bytes(32), created_at=utc_now())
            .on_conflict_do_nothing()
        )
        secret = await session.scalar(select(InstanceKey.secret).where(InstanceKey.name == name))
    assert secret is not None
    return secret


def derive(key: bytes, purpose: str, subject: str) -> bytes:
    """Return 32 bytes that only the holder of `key` can compute for `purpose` and `subject`."""
    return hmac.new(key, f"{purpose}\x00{subject}".encode(), hashlib.sha256).digest()
