"""Build tasks: what to implement, in an order that works, each ready for a person or an agent to take."""

from dataclasses import dataclass, field

from coditect.workflows.analysis import (
    Actor,
    AnalystOutputs,
    Assignee,
    BuildTask,
    DataEntity,
    Decomposition,
    Estimate,
    Gateway,
    Integration,
    Level,
    ProcessTask,
    Requirement,
    RequirementsReport,
    Span,
    TaskAutomation,
)
from coditect.workflows.rules.analysts.items import ASSUMED, INFERRED, counted, inside, joined, listed
from coditect.workflows.rules.analysts.linking import Assignments, Places
from coditect.workflows.rules.analysts.wording import SPOKEN, decided, phrase, the, third_person
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns

# Hours from a small to a large form of the work.
_HOURS = {
    "service": (4.0, 12.0),
    "user": (6.0, 16.0),
    "manual": (2.0, 5.0),
    "send": (3.0, 8.0),
    "receive": (4.0, 10.0),
    "rule": (4.0, 12.0),
}
_HANDS_IN = wordset("write send submit file hand_in provide")
_BACKEND = Assignee(kind="role", name="Backend developer")
_FRONTEND = Assignee(kind="role", name="Frontend developer")
_INTEGRATOR = Assignee(kind="role", name="Integration developer")
_TESTER = Assignee(kind="role", name="Tester")


@dataclass
class _Plan:
    """The build tasks so far, with what later ones depend on."""

    neighbours: "_Neighbours"
    tasks: list[BuildTask] = field(default_factory=list)
    data: str | None = None
    roles: str | None = None
    systems: list[str] = field(default_factory=list)
    system_places: Places = field(default_factory=lambda: Places(()))
    of_process: dict[str, str] = field(default_factory=dict)

    def add(
        self,
        title: str,
        description: str,
        acceptance: tuple[str, ...],
        hours: tuple[float, float],
        assignee: Assignee,
        *,
        depends_on: tuple[str | None, ...] = (),
        priority: Level = "medium",
        source: str | None = None,
        evidence: tuple[Span, ...] = (),
    ) -> str:
        identity = f"b{len(self.tasks) + 1}"
        self.tasks.append(
            BuildTask(
                id=identity,
                title=title,
                description=description,
                acceptance=acceptance,
                depends_on=tuple(dict.fromkeys(need for need in depends_on if need)),
                estimate=Estimate(low_hours=hours[0], high_hours=hours[1]),
                assignee=assignee,
                priority=priority,
                source_task=source,
                evidence=evidence,
                confidence=INFERRED if evidence else ASSUMED,
                origin="rule" if evidence else "assumption",
            )
        )
        return identity


def plan(
    inputs: AnalystOutputs,
    entities: tuple[DataEntity, ...],
    integrations: tuple[Integration, ...],
) -> tuple[BuildTask, ...]:
    decomposition, requirements = inputs.task_decomposer, inputs.requirements_extractor
    if decomposition is None or not decomposition.tasks:
        return ()
    assignments = Assignments(decomposition, inputs.actor_identifier)
    automation = inputs.automation_assessor
    work = _Plan(_Neighbours(decomposition))
    _data_model(work, entities)
    _roles(work, decomposition, assignments)
    for integration in integrations:
        _connect(work, integration)
    work.system_places = Places(
        (span, number) for number, item in enumerate(integrations) for span in item.evidence
    )
    needs = (
        {need.source_task: need for need in requirements.functional if need.source_task}
        if requirements
        else {}
    )
    assessed = {item.task: item for item in automation.tasks} if automation else {}
    for task in decomposition.tasks:
        actor = assignments.performer(task.id)
        _step(work, task, actor, needs.get(task.id), assessed.get(task.id))
    for gateway in decomposition.gateways:
        if gateway.direction == "split" and gateway.kind == "xor":
            _decision(work, gateway, decomposition)
    _deadlines(work, requirements)
    _whole(work, decomposition)
    return tuple(work.tasks)


def _data_model(work: _Plan, entities: tuple[DataEntity, ...]) -> None:
    if not entities:
        return
    names = [entity.name for entity in entities]
    shown = listed(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
    fields = "; ".join(
        f"{entity.name}: {', '.join(a.name for a in entity.attributes)}" for entity in entities[:8]
    )
    work.data = work.add(
        f"Model the data: {_some(names, 'more')}",
        f"The process works on {shown}. Create their tables with state, history and who changed what. Fields to start from: {fields}.",
        (
            "A migration creates and removes the tables on an empty database.",
            "Every record has a state from a closed list; an unknown state is refused.",
            "Every change keeps who, when and the value before.",
        ),
        (4.0 + len(entities), 8.0 + 2.0 * len(entities)),
        _BACKEND,
        priority="high",
        evidence=joined(*(entity.evidence for entity in entities)),
    )


def _roles(work: _Plan, decomposition: Decomposition, assignments: Assignments) -> None:
    actors = {
        actor.id: actor
        for task in decomposition.tasks
        if (actor := assignments.performer(task.id)) and actor.kind != "system"
    }
    if not actors:
        return
    names = [actor.name for actor in actors.values()]
    work.roles = work.add(
        f"Set up roles and work lists for {inside(_some(names, 'others'))}",
        f"{counted(len(names), 'role')} take part: {listed(names)}. Each gets a work list that shows what is due, oldest first, "
        "and may do only the steps the process gives them.",
        (
            *(f"{name} sees the steps that are due for this role, and no others." for name in names[:5]),
            "Doing a step of another role is refused and logged.",
        ),
        (4.0 + len(names), 10.0 + 2.0 * len(names)),
        _BACKEND,
        depends_on=(work.data,),
        priority="high",
        evidence=joined(*(actor.evidence for actor in actors.values())),
    )


def _connect(work: _Plan, integration: Integration) -> None:
    way = {"in": "Read from", "out": "Write to", "both": "Exchange data with"}[integration.direction]
    data = f" Data: {listed(integration.data)}." if integration.data else ""
    identity = work.add(
        f"Connect to {integration.system}",
        f"{way} {integration.system} through an adapter of its own, with time-outs and retries.{data} "
        "Clarify the interface and test access with the owner of the system first.",
        (
            f"One real case passes between the application and {integration.system} in a test environment.",
            f"While {integration.system} is away nothing is lost; afterwards the exchange is caught up once.",
        ),
        (8.0, 24.0),
        _INTEGRATOR,
        depends_on=(work.data,),
        priority="high",
        evidence=integration.evidence,
    )
    work.systems.append(identity)


def _some(names: list[str], rest: str) -> str:
    """`Order, device, fault and more`."""
    shown = [names[0], *(inside(name) for name in names[1:3])]
    return listed(shown) if len(names) <= 3 else f"{', '.join(shown)} and {rest}"


class _Neighbours:
    """What comes before and after a node, in words."""

    def __init__(self, decomposition: Decomposition) -> None:
        self._labels = {task.id: f"“{task.label}”" for task in decomposition.tasks}
        self._out: dict[str, list[tuple[str, str | None]]] = {}
        self._into: dict[str, list[str]] = {}
        for flow in decomposition.flows:
            self._out.setdefault(flow.from_, []).append((flow.to, flow.condition))
            self._into.setdefault(flow.to, []).append(flow.from_)

    def tasks_before(self, node: str) -> list[str]:
        """The nearest tasks upstream, over gateways."""
        found: list[str] = []
        seen, queue = {node}, list(self._into.get(node, []))
        while queue and len(found) < 4:
            source = queue.pop(0)
            if source in seen:
                continue
            seen.add(source)
            if source in self._labels:
                found.append(source)
            else:
                queue.extend(self._into.get(source, []))
        return found

    def follows(self, node: str) -> str:
        before = [self._labels[task] for task in self.tasks_before(node)]
        return f"It follows {listed(before)}." if before else "It opens the process."

    def options(self, gateway: str) -> list[str]:
        return [
            f"{condition or 'otherwise'} → {self._labels.get(target, 'the process goes on')}"
            for target, condition in self._out.get(gateway, [])
        ]


def _step(
    work: _Plan,
    task: ProcessTask,
    actor: Actor | None,
    need: Requirement | None,
    assessed: TaskAutomation | None,
) -> None:
    automatic = assessed is not None and assessed.classification == "full" and assessed.approach != "human"
    parts = [_what(task, actor.name if actor else None, automatic), work.neighbours.follows(task.id)]
    if task.inputs:
        parts.append(f"Input: {listed(task.inputs)}.")
    if task.outputs:
        parts.append(f"Output: {listed(task.outputs)}.")
    if task.duration:
        parts.append(f"Stated time: {task.duration.text}.")
    if assessed and assessed.human_in_the_loop:
        parts.append(assessed.human_in_the_loop)
    systems = [
        work.systems[number]
        for span in task.evidence
        for number in work.system_places.starting_in(span.start, span.end)
    ]
    work.of_process[task.id] = work.add(
        _title(task, actor, automatic),
        " ".join(parts),
        _acceptance(task, need, automatic=automatic),
        _HOURS[task.type],
        _assignee(task, automatic),
        depends_on=(work.data, work.roles if not automatic else None, *systems),
        priority="high"
        if need and need.priority == "must"
        else "low"
        if need and need.priority == "could"
        else "medium",
        source=task.id,
        evidence=task.evidence,
    )


def _acceptance(task: ProcessTask, need: Requirement | None, *, automatic: bool) -> tuple[str, ...]:
    stated = need.acceptance if need else (f"“{task.label}” can be done and its result is recorded.",)
    if automatic and task.type in {"user", "manual"}:
        alone = (
            f"“{task.label}” runs without anyone starting it, and a failure is shown to someone who can act."
        )
        return (alone, *stated[1:])
    return stated


def _title(task: ProcessTask, actor: Actor | None, automatic: bool) -> str:
    who = actor.name if actor else None
    if task.type == "receive":
        return f"Take in {inside(task.object) if task.object else 'what arrives'}"
    if automatic or task.type == "service":
        return f"Automate: {phrase(task)}"
    if task.verb in SPOKEN:
        return f"Log that {the(who) if who else 'somebody'} {third_person(task)}"
    if task.type == "manual":
        return f"Record: {phrase(task)}"
    if actor is not None and actor.kind == "external":
        if (
            task.object
            and nouns.singular(task.object.split()[-1].lower()) in nouns.DOCUMENTS
            and task.verb in _HANDS_IN
        ):
            return f"Take in the {inside(task.object)} from {the(actor.name)}"
        return f"Let {the(actor.name)} {phrase(task)}"
    return f"{who}: screen to {phrase(task)}" if who else f"Screen to {phrase(task)}"


def _what(task: ProcessTask, who: str | None, automatic: bool) -> str:
    doer = who or "Somebody (to be named)"
    if task.type == "receive":
        return f"{doer} gets {task.object or 'something'}: accept it through a form and an endpoint, store it, and start what follows."
    if automatic or task.type == "service":
        return f"“{task.label}” needs no person: run it as a step of the engine that can be repeated without harm."
    if task.type == "manual":
        return f"{doer} does this with their hands: show what to do and record that it was done."
    return (
        f"{doer} does “{task.label}”: build the screen that shows what is needed for it and takes the result."
    )


def _assignee(task: ProcessTask, automatic: bool) -> Assignee:
    return _BACKEND if automatic or task.type in {"service", "rule", "send", "receive"} else _FRONTEND


def _decision(work: _Plan, gateway: Gateway, decomposition: Decomposition) -> None:
    options = work.neighbours.options(gateway.id)
    question = gateway.label or "Which branch is taken?"
    before = [work.of_process.get(task) for task in work.neighbours.tasks_before(gateway.id)]
    flows = (
        [flow for flow in decomposition.flows if flow.from_ == gateway.id]
        if len(decomposition.flows) < 1000
        else []
    )
    title = (
        f"Decide {decided(question)}"
        if gateway.label and gateway.evidence
        else "Decide which way a case goes"
    )
    inline = (
        gateway.label is not None and " or " in gateway.label and not any(flow.evidence for flow in flows)
    )
    work.add(
        f"Offer the choice: {inside(question.rstrip('?'))}" if inline else title,
        f"A case takes one of {counted(len(options), 'branch').replace('branchs', 'branches')}: {'; '.join(options)}. "
        "Put the conditions into a decision table that the process owner can read.",
        (
            *(f"A case goes the way “{option}” when it should." for option in options),
            "A case that fits no branch is shown to a person, not dropped.",
        ),
        (2.0 + len(options), 5.0 + 2.0 * len(options)),
        _BACKEND,
        depends_on=(work.data, *before),
        priority="high",
        evidence=joined(gateway.evidence, *(flow.evidence for flow in flows)),
    )


def _deadlines(work: _Plan, requirements: RequirementsReport | None) -> None:
    deadlines = requirements.deadlines if requirements else ()
    if not deadlines:
        return
    texts = tuple(f"{deadline.text}" for deadline in deadlines[:6])
    work.add(
        f"Watch {counted(len(deadlines), 'deadline')}",
        f"The description sets time limits: {listed(texts)} Remind whoever is in charge in time, and escalate when a limit has passed.",
        tuple(
            f"A test with a shifted clock shows a reminder before, and an escalation after: {text}"
            for text in texts
        ),
        (4.0, 10.0),
        _BACKEND,
        depends_on=(work.data, *(work.of_process.get(deadline.task or "") for deadline in deadlines)),
        evidence=joined(*(deadline.evidence for deadline in deadlines)),
    )


def _whole(work: _Plan, decomposition: Decomposition) -> None:
    paths = (
        sum(gateway.direction == "split" and gateway.kind != "and" for gateway in decomposition.gateways) + 1
    )
    work.add(
        "Test the whole process end to end",
        f"Run cases through all {counted(len(decomposition.tasks), 'task')} on at least {counted(paths, 'path')}, "
        "including one that is stopped and resumed after a restart.",
        (
            "Every task and every branch is reached by at least one automated test.",
            "After a restart in the middle, every open case goes on where it was.",
            "The people who do the work today have tried it and agreed.",
        ),
        (6.0 + paths, 12.0 + 3.0 * paths),
        _TESTER,
        depends_on=tuple(work.of_process.values()),
        priority="medium",
    )
