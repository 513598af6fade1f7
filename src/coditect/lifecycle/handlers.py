"""The steps that put a person's archive together, and that erase them."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from coditect import engine
from coditect.kernel.account_data import ExportAccountData, Person
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.lifecycle import erasure, service
from coditect.lifecycle.erasure import EraseInput, Erasers
from coditect.lifecycle.service import ExportInput, finished, make_archive, note_archive

PersonOf = Callable[[Platform, AccountId], Awaitable[Person]]


def step_handlers(
    platform: Platform, person_of: PersonOf, parts: Sequence[ExportAccountData], erasers: Erasers
) -> Sequence[engine.StepHandler[Any]]:
    """Return the handlers of this context; `parts` and `erasers` are the contexts' shares of a person's data."""

    async def export(context: engine.StepContext, given: ExportInput) -> engine.StepResult:
        # Whoever makes an archive clears away what has expired.
        await service.remove_expired(platform)
        person = await person_of(platform, given.account_id)
        done = await make_archive(platform, context.organization_id, person, context.run_id, parts)

        async def note(session: AsyncSession) -> None:
            archive = finished(context.organization_id, given.account_id, context.run_id, done)
            await note_archive(platform, session, archive)

        return engine.StepResult(done, note)

    async def erase(_: engine.StepContext, given: EraseInput) -> engine.StepResult:
        return engine.StepResult(await erasure.do_part(platform, given, erasers))

    return [
        engine.StepHandler(service.HANDLER, ExportInput, export),
        engine.StepHandler(erasure.HANDLER, EraseInput, erase, timeout_seconds=3600),
    ]
