"""The step that puts a person's archive together."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from coditect import engine
from coditect.kernel.account_data import ExportAccountData, Person
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.lifecycle.service import HANDLER, ExportInput, make_archive

PersonOf = Callable[[Platform, AccountId], Awaitable[Person]]


def step_handlers(
    platform: Platform, person_of: PersonOf, parts: Sequence[ExportAccountData]
) -> Sequence[engine.StepHandler[Any]]:
    """Return the handlers of this context; `parts` are the contexts' shares of a person's data."""

    async def export(context: engine.StepContext, given: ExportInput) -> engine.StepResult:
        person = await person_of(platform, given.account_id)
        done = await make_archive(platform, context.organization_id, person, context.run_id, parts)
        return engine.StepResult(done)

    return [engine.StepHandler(HANDLER, ExportInput, export)]
