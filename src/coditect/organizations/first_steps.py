"""The first steps of a new person, each ticked by what is really there; contexts above tell, `main` lists them."""

from collections.abc import Mapping
from typing import Annotated, Literal, Protocol

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.clock import utc_now
from coditect.organizations.access import CurrentMember, Member, ReadSession, WriteSession
from coditect.organizations.models import Membership

router = APIRouter(prefix="/onboarding", tags=["onboarding"])

StepKey = Literal["email", "project", "analysis", "tasks", "task_done"]
ORDER: tuple[StepKey, ...] = ("project", "analysis", "tasks", "task_done")


class IsDone(Protocol):
    """Tells whether a step was taken in the session's organization."""

    async def __call__(self, session: AsyncSession, /) -> bool: ...


class StepRead(ResponseModel):
    key: StepKey
    done: bool


class Onboarding(ResponseModel):
    steps: list[StepRead]
    dismissed: bool


class OnboardingChange(RequestModel):
    dismissed: bool


async def _first_steps(connection: HTTPConnection) -> Mapping[str, IsDone]:
    steps: Mapping[str, IsDone] = connection.app.state.first_steps
    return steps


FirstSteps = Annotated[Mapping[str, IsDone], Depends(_first_steps)]


@router.get("")
async def read_onboarding(member: CurrentMember, session: ReadSession, first_steps: FirstSteps) -> Onboarding:
    """Which of the first steps are taken."""
    return await _read(session, member, first_steps)


@router.patch("")
async def change_onboarding(
    change: OnboardingChange, member: CurrentMember, session: WriteSession, first_steps: FirstSteps
) -> Onboarding:
    """Put the first steps away, or bring them back."""
    await session.execute(
        update(Membership).where(*_own(member)).values(welcomed_at=utc_now() if change.dismissed else None)
    )
    return await _read(session, member, first_steps)


async def _read(session: AsyncSession, member: Member, first_steps: Mapping[str, IsDone]) -> Onboarding:
    dismissed = await session.scalar(select(Membership.welcomed_at).where(*_own(member)))
    # Nobody signs in before the address is confirmed.
    confirmed = StepRead(key="email", done=True)
    rest = [StepRead(key=key, done=await first_steps[key](session)) for key in ORDER]
    return Onboarding(steps=[confirmed, *rest], dismissed=dismissed is not None)


def _own(member: Member) -> tuple[ColumnElement[bool], ...]:
    return (
        Membership.organization_id == member.organization_id,
        Membership.account_id == member.account_id,
    )
