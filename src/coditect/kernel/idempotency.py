"""`Idempotency-Key`: a creating request that is sent again gets the first answer, not a second thing."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Header, Request
from pydantic import BaseModel
from sqlalchemy import UniqueConstraint, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.clock import utc_now
from coditect.kernel.db import Base, TenantRow
from coditect.kernel.errors import InvalidInput
from coditect.kernel.ids import OrganizationId, new_id

ModelT = TypeVar("ModelT", bound=BaseModel)


class IdempotentAnswer(TenantRow, Base):
    """The answer that a key got, kept in the transaction that made it true."""

    __tablename__ = "idempotent_answers"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str]
    request_digest: Mapped[str]
    answer: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("organization_id", "key"),)


class IdempotencyKeyReused(InvalidInput):
    code = "idempotency_key_reused"
    title = "This Idempotency-Key belongs to another request"


class Once:
    """The request's Idempotency-Key, if it has one."""

    def __init__(self, key: str | None, digest: str) -> None:
        self._key = key
        self._digest = digest

    async def __call__(
        self,
        session: AsyncSession,
        organization_id: OrganizationId,
        answer_type: type[ModelT],
        create: Callable[[], Awaitable[ModelT]],
    ) -> ModelT:
        """Return the stored answer of this key, or create it and store it in the same transaction."""
        if self._key is None:
            return await create()
        await _wait_for_twins(session, organization_id, self._key)
        stored = await session.scalar(
            select(IdempotentAnswer).where(
                IdempotentAnswer.organization_id == organization_id, IdempotentAnswer.key == self._key
            )
        )
        if stored is not None:
            if stored.request_digest != self._digest:
                raise IdempotencyKeyReused("Send a new Idempotency-Key with a new request.")
            return answer_type.model_validate(stored.answer)
        answer = await create()
        session.add(
            IdempotentAnswer(
                id=new_id(),
                organization_id=organization_id,
                key=self._key,
                request_digest=self._digest,
                answer=answer.model_dump(mode="json"),
                created_at=utc_now(),
            )
        )
        await session.flush()
        return answer


IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=200,
        description="Made up by the client: the same request sent again with it gets the first answer.",
    ),
]


async def once(
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Once:
    """Read the key and what identifies the request; a dependency of creating routes."""
    content = b"\x00".join((request.method.encode(), request.url.path.encode(), await request.body()))
    return Once(idempotency_key, hashlib.sha256(content).hexdigest())


async def _wait_for_twins(session: AsyncSession, organization_id: OrganizationId, key: str) -> None:
    """Let the same key wait until an earlier request with it has ended, then find that one's answer.

    SQLite's single writer does so by itself, if the writing transaction begins before the answer is looked up.
    """
    if session.get_bind().dialect.name == "postgresql":
        digest = hashlib.sha256(f"{organization_id}:{key}".encode()).digest()
        number = int.from_bytes(digest[:8], "big", signed=True)
        await session.execute(select(func.pg_advisory_xact_lock(number)))
