"""Labels and conditions as they read within a sentence: with articles, and with what `it does` stands for."""

import re
from typing import Final

from coditect.workflows.analysis import Decomposition, Flow, Gateway, ProcessTask
from coditect.workflows.rules.analysts.items import inside, sentence_case
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns

_NO_ARTICLE: Final = wordset(
    "whether if that how what when who which why the a an this that these those all any each every both some no it them "
    "him her us me you to from for with about on in at into of by as until and or my our your his its their sb"
)
SPOKEN: Final = wordset("call phone telephone ring visit meet talk speak discuss")
"""Done by word of mouth: software can only keep that it was done, and what came of it."""
_PREPOSITIONS: Final = {"about", "on", "into", "onto", "at"}
_TO_A_PLACE: Final = wordset("bring take move transport carry put place hand")
_ELLIPTIC = re.compile(
    r"^(?:(?:it|they|this|that|he|she|so|there) )?"
    r"(?:(?:is|are|does|do|has|have|can|was|were|did)(?P<short>n['’]?t|['’]t)?|can(?P<cannot>not))?"
    r"(?: (?:so|the case))?(?P<apart> not)?$|^(?P<alone>not|no)$|^(?:so|yes)$",
    re.IGNORECASE,
)
# What is checked: `Check whether the lamp belongs to the city`, `Decide if …`.
_CHECKED = re.compile(r"^[\w-]+(?: [\w-]+)? (?:whether|if) (?P<clause>.+)$", re.IGNORECASE)
_HELPER = re.compile(r"\b(?P<word>is|are|has|have|can|was|were|must|may|will)\b(?: still\b)?")
_PLURAL = re.compile(r"^they\b", re.IGNORECASE)


def phrase(task: ProcessTask) -> str:
    """The label within a sentence: `Check invoice` → `check the invoice`, `Sign in` → `sign in`."""
    head, rest = _halves(task)
    return " ".join(part for part in (head, _with_articles(rest, task.verb)) if part)


def third_person(task: ProcessTask) -> str:
    """`Call patient` → `calls the patient`."""
    head, rest = _halves(task)
    verb, space, particle = head.partition(" ")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    spoken = f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}{ending}"
    return " ".join(part for part in (spoken + space + particle, _with_articles(rest, task.verb)) if part)


def the(name: str) -> str:
    """Somebody within a sentence: `the clerk`, but `customer service`, `our team` and `ACME GmbH`."""
    last = name.lower().rsplit(maxsplit=1)[-1]
    plain = last in nouns.NAMED_DEPARTMENTS | {"service", "support", "assurance", "management"}
    named = name.startswith(("Our ", "My ")) or name != sentence_case(name.lower())
    return inside(name) if plain or named else f"the {inside(name)}"


def _halves(task: ProcessTask) -> tuple[str, str]:
    """The verb of a label, with its particle, and the rest."""
    words, verb = task.label.split(), task.verb.split()
    length = len(verb) if [word.lower() for word in words[: len(verb)]] == verb else 1
    head = " ".join(words[:length])
    return head[:1].lower() + head[1:], " ".join(words[length:])


def _with_articles(rest: str, verb: str) -> str:
    words = rest.split()
    after = _PREPOSITIONS | ({"to"} if verb in _TO_A_PLACE else set())
    told: list[str] = []
    for position, word in enumerate(words):
        before = words[position - 1] if position else None
        opens = before is None or before in after or (position == 1 and before == "to")
        if opens and _takes_article(word):
            told.append("the")
        told.append(word)
        if word in {"whether", "if", "that", "how"}:
            return " ".join([*told, *words[position + 1 :]])
    return " ".join(told)


def _takes_article(word: str) -> bool:
    """Names have none: `Petra`, `SAP`; but `the RMA number`, `the e-mail`."""
    if not word or word.lower() in _NO_ARTICLE or word[0].isdigit():
        return False
    return word.isupper() or not word[0].isupper()


def in_full(decomposition: Decomposition) -> Decomposition:
    """Replace conditions that only point back, such as `it does` and `if not`, by what they point to."""
    tasks = {task.id: task for task in decomposition.tasks}
    into: dict[str, list[str]] = {}
    out: dict[str, list[Flow]] = {}
    for flow in decomposition.flows:
        into.setdefault(flow.to, []).append(flow.from_)
        out.setdefault(flow.from_, []).append(flow)
    conditions: dict[str, str] = {}
    labels: dict[str, str] = {}
    for gateway in decomposition.gateways:
        if gateway.kind != "xor" or gateway.direction != "split":
            continue
        clause = _asked(gateway, out.get(gateway.id, []), tasks, into)
        for flow in out.get(gateway.id, []):
            condition = _full(flow, clause, tasks.get(flow.to))
            if condition:
                conditions[flow.id] = condition
        label = _label(gateway, clause, conditions, out.get(gateway.id, []))
        if label:
            labels[gateway.id] = label
    return decomposition.model_copy(
        update={
            "flows": tuple(
                flow.model_copy(update={"condition": conditions[flow.id]}) if flow.id in conditions else flow
                for flow in decomposition.flows
            ),
            "gateways": tuple(
                one.model_copy(update={"label": labels[one.id]}) if one.id in labels else one
                for one in decomposition.gateways
            ),
        }
    )


def _asked(
    gateway: Gateway, flows: list[Flow], tasks: dict[str, ProcessTask], into: dict[str, list[str]]
) -> str | None:
    """What the choice is about: another branch that says it in full, or what was checked just before."""
    for flow in flows:
        if flow.condition and flow.evidence and not _ELLIPTIC.match(flow.condition):
            return flow.condition
    before = tasks.get(next(iter(into.get(gateway.id, [])), ""))
    found = _CHECKED.match(before.label) if before else None
    return found["clause"] if found else None


def _full(flow: Flow, clause: str | None, task: ProcessTask | None) -> str | None:
    condition = flow.condition or ""
    found = _ELLIPTIC.match(condition) if condition else None
    if found and clause:
        denied = any(found[name] for name in ("short", "cannot", "apart", "alone"))
        return _denied(clause) if denied else clause
    if _PLURAL.match(condition) and task and task.object and task.object.endswith("s"):
        written_before = flow.evidence and task.evidence and task.evidence[0].start < flow.evidence[0].start
        if written_before:
            return _PLURAL.sub(task.object, condition)
    return None


def _denied(clause: str) -> str | None:
    """`the warranty is still valid` → `the warranty is not valid`; None where English needs another verb."""
    changed, count = _HELPER.subn(
        lambda one: "cannot" if one["word"] == "can" else f"{one['word']} not", clause, count=1
    )
    return changed if count else None


def _label(gateway: Gateway, clause: str | None, conditions: dict[str, str], flows: list[Flow]) -> str | None:
    """A question in full: `It does?` → `The lamp belongs to the city?`."""
    said = (gateway.label or "").rstrip("?")
    if clause and (not said or _ELLIPTIC.match(said)):
        return f"{sentence_case(clause)}?"
    changed = next((conditions[flow.id] for flow in flows if flow.id in conditions), None)
    return f"{sentence_case(changed)}?" if changed and _PLURAL.match(said) else None


def decided(question: str) -> str:
    """`The warranty is valid?` → `whether the warranty is valid`, `No operation is needed?` → `whether an operation …`."""
    clause = inside(question.rstrip("?"))
    article = re.match(r"no (\w)", clause, re.IGNORECASE)
    if article:
        vowel = article[1].lower() in "aeiou"
        clause = (
            f"{'an' if vowel else 'a'} {clause[3:]}"
            if re.match(r"no \w+ is\b", clause)
            else f"any {clause[3:]}"
        )
    return f"whether {clause}"
