"""Technical Analyzer: integrations, stack, data, interfaces, security and risks of software for the process."""

import re
from collections.abc import Iterator

from coditect.workflows.analysis import (
    ActorReport,
    AnalystOutputs,
    Attribute,
    DataEntity,
    Decomposition,
    Endpoint,
    Integration,
    Level,
    Pattern,
    ProcessTask,
    Risk,
    SecurityNeed,
    Span,
    StackChoice,
    System,
    TechnicalReport,
)
from coditect.workflows.rules.analysts.build_tasks import plan
from coditect.workflows.rules.analysts.domains import usual_system
from coditect.workflows.rules.analysts.items import ASSUMED, INFERRED, joined, listed, sentence_case
from coditect.workflows.rules.analysts.linking import Places
from coditect.workflows.rules.analysts.privacy import personal_data
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.reading import Reading

_MONEY_WORDS = wordset(
    "invoice payment price quote budget fee claim order reimbursement bill salary cost loan premium settlement expense"
)
_DATED = wordset(
    "order invoice request claim appointment contract delivery application ticket complaint report shipment"
)
_SLUG = re.compile(r"[^a-z0-9]+")
_METHODS = {
    "create": "POST",
    "register": "POST",
    "submit": "POST",
    "receive": "POST",
    "delete": "DELETE",
    "cancel": "DELETE",
    "update": "PATCH",
}


def analyse(
    reading: Reading,
    inputs: AnalystOutputs,
) -> TechnicalReport:
    decomposition, actors = inputs.task_decomposer, inputs.actor_identifier
    tasks = decomposition.tasks if decomposition else ()
    entities = tuple(_entities(tasks))
    integrations = tuple(_integrations(tasks, actors))
    data = personal_data(reading)
    return TechnicalReport(
        integrations=integrations,
        stack=tuple(_stack(tasks, integrations, inputs)),
        patterns=tuple(_patterns(decomposition)),
        entities=entities,
        endpoints=tuple(_endpoints(tasks, entities)),
        personal_data=data,
        security=tuple(_security(actors, bool(data))),
        risks=tuple(_risks(decomposition, integrations, inputs)),
        build_tasks=plan(inputs, entities, integrations),
    )


def entity_name(task: ProcessTask) -> str | None:
    """The thing a task works on, as a record would be called: `purchase orders` → Purchase order."""
    if not task.object:
        return None
    head = re.split(r" (?:of|for|from|about|and|with|in|to) ", task.object)[0].split()[-3:]
    words = [re.sub(r"[^\w-]", "", word) for word in head]
    words = [word for word in words if word and not word.isdigit()]
    if not words:
        return None
    words[-1] = nouns.singular(words[-1])
    return sentence_case(" ".join(words).lower())


def _entities(tasks: tuple[ProcessTask, ...]) -> Iterator[DataEntity]:
    found: dict[str, list[ProcessTask]] = {}
    for task in tasks:
        if name := entity_name(task):
            found.setdefault(name, []).append(task)
    for number, (name, users) in enumerate(found.items(), 1):
        yield DataEntity(
            id=f"de{number}",
            name=name,
            attributes=tuple(_attributes(name, users)),
            evidence=joined(*(task.evidence for task in users)),
            confidence=INFERRED,
            origin="rule",
        )


def _attributes(name: str, users: list[ProcessTask]) -> Iterator[Attribute]:
    head = name.rsplit(maxsplit=1)[-1].lower()
    yield Attribute(name="id", type="reference", personal=False)
    yield Attribute(name="state", type="enum", personal=False)
    if head in _DATED:
        yield Attribute(name="received_on", type="date", personal=False)
    if head in _MONEY_WORDS:
        yield Attribute(name="amount", type="money", personal=False)
    if head in nouns.DOCUMENTS:
        yield Attribute(name="document", type="file", personal=False)
    if any(task.verb in verbs.JUDGES for task in users):
        yield Attribute(name="decision", type="enum", personal=False)
        yield Attribute(name="decided_by", type="reference", personal=True)


def _integrations(tasks: tuple[ProcessTask, ...], actors: ActorReport | None) -> Iterator[Integration]:
    systems = actors.systems if actors else ()
    places = Places((span, number) for number, system in enumerate(systems) for span in system.evidence)
    touching: dict[int, list[ProcessTask]] = {}
    for task in tasks:
        for number in dict.fromkeys(
            n for span in task.evidence for n in places.starting_in(span.start, span.end)
        ):
            touching.setdefault(number, []).append(task)
    for number, system in enumerate(systems):
        yield _integration(number, system, touching.get(number, []))


def _integration(number: int, system: System, touching: list[ProcessTask]) -> Integration:
    reads = any(
        task.type == "receive" or task.verb in {"search", "retrieve", "check", "import", "download"}
        for task in touching
    )
    writes = any(
        task.type in {"send", "service", "user"} and task.verb not in {"search", "retrieve", "check"}
        for task in touching
    )
    direction = "both" if reads == writes else "in" if reads else "out"
    return Integration.model_validate(
        {
            "id": f"in{number + 1}",
            "system": system.name,
            "direction": direction,
            "data": tuple(dict.fromkeys(task.object for task in touching if task.object)),
            "evidence": system.evidence,
            "confidence": INFERRED,
            "origin": "rule",
        }
    )


def _stack(
    tasks: tuple[ProcessTask, ...], integrations: tuple[Integration, ...], inputs: AnalystOutputs
) -> Iterator[StackChoice]:
    choices = [
        (
            "data",
            "Relational database",
            "Cases, their states and who did what belong together and must never disagree.",
        ),
        ("process", "Durable workflow engine", f"{len(tasks)} tasks with waiting times outlive any restart."),
        ("interface", "Web application with work lists by role", "People see what is due for them."),
    ]
    if integrations:
        names = listed(integration.system for integration in integrations[:4])
        choices.append(
            (
                "integration",
                "REST adapters with retries and an outbox",
                f"{names} may be away for a while; nothing may be lost.",
            )
        )
    if any(task.type == "send" for task in tasks):
        choices.append(
            ("messages", "Mail service behind a queue", "Messages go out once, also after a retry.")
        )
    survey = inputs.workflow_analyzer
    if survey and tasks and not integrations and (system := usual_system(survey.domain)):
        choices.append(
            (
                "records",
                system,
                "No system is named; one of this kind usually keeps the records of such work.",
            )
        )
    for number, (layer, choice, reason) in enumerate(choices, 1):
        yield StackChoice(
            id=f"st{number}",
            layer=layer,
            choice=choice,
            reason=reason,
            evidence=(),
            confidence=ASSUMED,
            origin="assumption",
        )


def _patterns(decomposition: Decomposition | None) -> Iterator[Pattern]:
    if decomposition is None:
        return
    found: list[tuple[str, str]] = [
        ("State machine per case", "Every task moves the case from one stated state to the next.")
    ]
    if any(task.type == "send" for task in decomposition.tasks):
        found.append(
            ("Transactional outbox", "A message is sent if, and only if, the step that caused it was stored.")
        )
    if any(gateway.kind == "and" for gateway in decomposition.gateways):
        found.append(("Fork and join", "Parallel branches meet again before the process goes on."))
    if any(gateway.kind == "xor" for gateway in decomposition.gateways):
        found.append(("Decision table", "Conditions can be read and changed without touching code."))
    if any(event.trigger == "timer" for event in decomposition.events) or any(
        t.duration and t.duration.meaning == "limit" for t in decomposition.tasks
    ):
        found.append(("Durable timer", "Deadlines survive restarts."))
    for number, (name, reason) in enumerate(found, 1):
        yield Pattern(
            id=f"pt{number}", name=name, reason=reason, evidence=(), confidence=INFERRED, origin="assumption"
        )


def _endpoints(tasks: tuple[ProcessTask, ...], entities: tuple[DataEntity, ...]) -> Iterator[Endpoint]:
    by_name = {entity.name: entity for entity in entities}
    seen: set[tuple[str, str]] = set()
    number = 0
    for task in tasks:
        name = entity_name(task)
        if name is None:
            continue
        method = _METHODS.get(task.verb, "POST")
        path = (
            f"/{_slug(name)}s"
            if task.verb in {"create", "register", "submit", "receive"}
            else f"/{_slug(name)}s/{{id}}/{_slug(task.verb)}"
        )
        if (method, path) in seen:
            continue
        seen.add((method, path))
        number += 1
        yield Endpoint.model_validate(
            {
                "id": f"ep{number}",
                "method": method,
                "path": path,
                "purpose": task.label,
                "entity": by_name[name].id,
                "task": task.id,
                "evidence": task.evidence,
                "confidence": ASSUMED,
                "origin": "rule",
            }
        )


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-") or "item"


def _security(actors: ActorReport | None, personal: bool) -> Iterator[SecurityNeed]:
    roles = [actor for actor in actors.actors if actor.kind in {"role", "department"}] if actors else []
    needs: list[tuple[str, str]] = []
    if roles:
        names = listed(actor.name for actor in roles[:5])
        needs.append(
            (f"Access by role: {names} see and do only their own steps.", "The text names who does what.")
        )
    if actors and any(actor.kind == "external" for actor in actors.actors):
        needs.append(
            (
                "People from outside get links that expire, and see their own case only.",
                "Someone outside the organization takes part.",
            )
        )
    if personal:
        needs.append(
            (
                "Personal data are encrypted at rest and every access is logged.",
                "Personal data are mentioned.",
            )
        )
    for number, (text, reason) in enumerate(needs, 1):
        yield SecurityNeed(
            id=f"sn{number}",
            text=text,
            reason=reason,
            evidence=joined(*(actor.evidence for actor in roles)) if number == 1 else (),
            confidence=INFERRED,
            origin="rule" if number == 1 and roles else "assumption",
        )


def _risks(
    decomposition: Decomposition | None, integrations: tuple[Integration, ...], inputs: AnalystOutputs
) -> Iterator[Risk]:
    for integration in integrations[:6]:
        yield _risk(
            f"rk-{integration.id}",
            f"{integration.system} offers no suitable interface.",
            ("medium", "high"),
            "Try the interface with one real case before anything else is built.",
            integration.evidence,
        )
    if inputs.workflow_analyzer and (unclear := inputs.workflow_analyzer.ambiguities):
        yield _risk(
            "rk-ambiguity",
            "Parts of the description can be read in more than one way.",
            ("high" if len(unclear) > 3 else "medium", "medium"),
            "Settle the open questions with the people who do the work.",
            joined(*(ambiguity.evidence for ambiguity in unclear)),
        )
    if inputs.quality_analyzer and (alone := inputs.quality_analyzer.single_points_of_failure):
        mitigation = "Plan deputies into the roles from the start."
        yield _risk("rk-deputy", alone[0].text, ("medium", "medium"), mitigation, alone[0].evidence)
    if decomposition and decomposition.tasks and not decomposition.exceptions:
        text = "Exceptions are not described and will turn up in use."
        yield _risk(
            "rk-exceptions", text, ("high", "medium"), "Let a person take over any case, and collect why.", ()
        )


def _risk(
    identity: str, text: str, weight: tuple[Level, Level], mitigation: str, evidence: tuple[Span, ...]
) -> Risk:
    return Risk(
        id=identity,
        text=text,
        likelihood=weight[0],
        impact=weight[1],
        mitigation=mitigation,
        evidence=evidence,
        confidence=INFERRED if evidence else ASSUMED,
        origin="rule" if evidence else "assumption",
    )
