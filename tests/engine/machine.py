"""The engine, driven one operation at a time, and what must hold after each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, text

from coditect import engine
from coditect.engine import StepDraft
from coditect.engine.claims import Claim, claim, is_held_by_another, lost_steps, take_back
from coditect.engine.completion import fail, settle, success
from coditect.engine.errors import LeaseLostError
from coditect.engine.models import Step
from coditect.kernel.errors import Conflict
from coditect.kernel.ids import OrganizationId, RunId
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Relay
from coditect.kernel.scope import ENGINE, tenant
from tests.engine.harness import column, execute, make_due, submit
from tests.fixtures.platforms import new_organization

Operation = tuple[str, int]

BROKEN = {
    "a run that miscounts its steps": """
        SELECT r.id FROM runs r WHERE r.unfinished <> (SELECT count(*) FROM steps s WHERE s.run_id = r.id
        AND s.status NOT IN ('succeeded', 'dead_letter', 'skipped', 'cancelled'))""",
    "a waiting step that miscounts its needs": """
        SELECT s.id FROM steps s WHERE s.status = 'waiting' AND (s.pending = 0 OR s.pending <>
        (SELECT count(*) FROM step_needs n JOIN steps m ON m.id = n.needs_id WHERE n.step_id = s.id
        AND m.status NOT IN ('succeeded', 'dead_letter', 'skipped', 'cancelled')))""",
    "a step that began before what it needs had ended": """
        SELECT s.id FROM steps s JOIN step_needs n ON n.step_id = s.id JOIN steps m ON m.id = n.needs_id
        WHERE s.status IN ('ready', 'held', 'running', 'succeeded', 'dead_letter')
        AND m.status NOT IN ('succeeded', 'dead_letter', 'skipped', 'cancelled')""",
    "a step that went on without what it requires": """
        SELECT s.id FROM steps s JOIN step_needs n ON n.step_id = s.id JOIN steps m ON m.id = n.needs_id
        WHERE n.required AND s.status IN ('ready', 'held', 'running', 'succeeded')
        AND m.status IN ('dead_letter', 'skipped')""",
    "a ready step of a paused run, or a held one of another": """
        SELECT s.id FROM steps s JOIN runs r ON r.id = s.run_id WHERE (s.status = 'ready' AND r.status = 'paused')
        OR (s.status = 'held' AND r.status <> 'paused')""",
    "a run that has ended too early or not at all": """
        SELECT id FROM runs WHERE (unfinished = 0) <> (finished_at IS NOT NULL) OR (finished_at IS NOT NULL)
        <> (status IN ('completed', 'partial', 'failed', 'cancelled'))""",
    "a completed run with a step that did not succeed": """
        SELECT r.id FROM runs r JOIN steps s ON s.run_id = r.id WHERE r.status = 'completed'
        AND s.status <> 'succeeded'""",
    "a lease of a step that nobody works on": """
        SELECT id FROM steps WHERE (status = 'running') <> (lease_holder IS NOT NULL)""",
}


@dataclass
class Machine:
    """Two workers' hands, the dead attempts that may still come back, and what was accepted."""

    platform: Platform
    organization: OrganizationId = field(default_factory=new_organization)
    runs: list[RunId] = field(default_factory=list)
    hands: list[Claim] = field(default_factory=list)
    ghosts: list[Claim] = field(default_factory=list)
    accepted: int = 0

    async def play(self, plans: Sequence[Sequence[StepDraft]], script: Sequence[Operation]) -> None:
        """Do as the script says, look after each operation, then bring everything to its end."""
        for table in ("event_deliveries", "outbox_events", "step_needs", "steps", "runs"):
            await execute(self.platform, f"DELETE FROM {table}")
        await execute(self.platform, "UPDATE relay_state SET last_position = 0, expires_at = NULL")
        for plan in plans:
            self.runs.append(await submit(self.platform, self.organization, *plan))
        for name, number in script:
            await getattr(self, name)(number)
            await self.look(f"after {name} {number}")
        await self._finish()

    async def look(self, when: str) -> None:
        """Compare the tables with the rules."""
        for what, query in BROKEN.items():
            assert not await column(self.platform, query), f"{what}, {when}"

    # ---- what workers do

    async def claim(self, number: int) -> None:
        await make_due(self.platform)
        async with self.platform.database.write(ENGINE) as session:
            taken = await claim(session, f"worker {number % 2}", {"work"}, 1 + number % 4)
        held = {(one.step_id, one.attempt) for one in (*self.hands, *self.ghosts)}
        assert not held & {(one.step_id, one.attempt) for one in taken}, "one attempt given twice"
        self.hands += taken

    async def complete(self, number: int) -> None:
        """Complete some of what is in hand, in one commit, maybe with an attempt that died long ago."""
        chosen = [one for n, one in enumerate(self.hands) if (number >> n) & 1]
        ghosts = self.ghosts[:1]
        current = await self._running()
        endings = [success(one, {"word": one.key}) for one in (*chosen, *ghosts)]
        async with self.platform.database.write(ENGINE) as session:
            lost = await settle(session, endings)
        for ending in endings:
            is_held = (ending.step_id, ending.attempt) in current
            assert (ending not in lost) == is_held, "a late attempt was accepted, or a living one refused"
            self.accepted += is_held
        self._let_go(chosen)

    async def fail(self, number: int) -> None:
        if self.hands:
            chosen = self.hands[number % len(self.hands)]
            current = await self._running()
            try:
                async with self.platform.database.write(tenant(self.organization)) as session:
                    await fail(session, chosen, "by chance", permanent=number % 3 == 0)
            except LeaseLostError:
                assert (chosen.step_id, chosen.attempt) not in current
            self._let_go([chosen])

    async def die(self, number: int) -> None:
        """One worker is gone; the other takes back what it had; its attempts may still speak up."""
        async with self.platform.database.write(ENGINE) as session:
            for lost in await lost_steps(session, is_held_by_another(f"worker {number % 2}")):
                await take_back(session, lost)
        current = await self._running()
        gone = [one for one in self.hands if (one.step_id, one.attempt) not in current]
        self._let_go(gone)
        self.ghosts = [*gone, *self.ghosts][:4]

    # ---- what people do

    async def pause(self, number: int) -> None:
        await self._control(engine.pause_run, self._run(number))

    async def resume(self, number: int) -> None:
        await self._control(engine.resume_run, self._run(number))

    async def cancel(self, number: int) -> None:
        await self._control(engine.cancel_run, self._run(number))

    async def requeue(self, number: int) -> None:
        await self._again(engine.requeue, ["dead_letter"], number)

    async def retry(self, number: int) -> None:
        await self._again(engine.retry_from, ["succeeded", "dead_letter"], number)

    async def relay(self, _number: int) -> None:
        await Relay(self.platform.database, self.platform.bus, []).assign_positions()
        await execute(self.platform, "UPDATE relay_state SET expires_at = NULL")

    # ---- the end

    async def _finish(self) -> None:
        for run_id in self.runs:
            await self._control(engine.resume_run, run_id)
        await self.die(0)
        await self.die(1)
        for _ in range(200):
            if not await column(self.platform, "SELECT 1 FROM runs WHERE finished_at IS NULL"):
                break
            await self.claim(3)
            await self.complete(-1)
        await self.look("at the end")
        assert not await column(self.platform, "SELECT 1 FROM runs WHERE finished_at IS NULL"), (
            "a step was lost"
        )
        await self.relay(0)
        await self._check_story()

    async def _check_story(self) -> None:
        """Positions without gaps; each acceptance told once; an end only after a beginning."""
        async with self.platform.database.reader.connect() as connection:
            found = await connection.execute(
                text("SELECT position, topic, payload FROM outbox_events ORDER BY position")
            )
            rows: Sequence[Any] = found.all()
        assert [row.position for row in rows] == list(range(1, len(rows) + 1))
        told = [row.topic.removeprefix("engine.") for row in rows]
        assert told.count("step_succeeded") == self.accepted
        finished = told.count("run_finished") - told.count("run_reopened")
        assert finished == len(self.runs)

    # ---- helpers

    async def _running(self) -> Collection[tuple[Any, int]]:
        async with self.platform.database.read(ENGINE) as session:
            found = await session.execute(select(Step.id, Step.attempt).where(Step.status == "running"))
            return {(row.id, row.attempt) for row in found.all()}

    def _run(self, number: int) -> RunId:
        return self.runs[number % len(self.runs)]

    def _let_go(self, gone: Collection[Claim]) -> None:
        self.hands = [one for one in self.hands if one not in gone]

    async def _control(self, action: Any, run_id: RunId) -> None:
        try:
            async with self.platform.database.write(tenant(self.organization)) as session:
                await action(session, self.organization, run_id)
        except Conflict:
            pass  # the run has ended

    async def _again(self, action: Any, states: Collection[str], number: int) -> None:
        views = []
        for run_id in self.runs:
            async with self.platform.database.read(tenant(self.organization)) as session:
                views.append(await engine.get_run(session, self.organization, run_id))
        fitting = [one for view in views for one in view.steps if one.status in states]
        if fitting:
            try:
                async with self.platform.database.write(tenant(self.organization)) as session:
                    await action(session, self.organization, fitting[number % len(fitting)].id)
            except Conflict:
                pass  # the run was cancelled
