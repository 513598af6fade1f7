"""What is worked on: what `it` refers to, and what a task is called on a diagram."""

import re
from itertools import pairwise

from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.activities import ActivityReader
from coditect.workflows.rules.process.document import Document
from coditect.workflows.rules.process.participants import OUR_TEAM, Cast
from coditect.workflows.rules.process.references import Reference
from coditect.workflows.rules.process.tree import Flow, Work

_ARTICLES = wordset(
    "the a an this that these those his her its their our my your any each every all some both such"
)
_LONGEST = 60
_TO_A_PLACE = wordset("put place bring take move transport lay carry hang load store")
_PLACES = wordset("on in into to onto at under beside")
_TO_SAY = {"go": "pass", "come": "pass"}


class Things:
    """The antecedents of pronouns for things."""

    def __init__(self, document: Document) -> None:
        self._meant: dict[tuple[int, int], Reference] = {}
        latest: Reference | None = None
        for read in document.sentences:
            if read.sentence.block.kind == "note":
                continue
            reader = ActivityReader(document.text, read.parsed, document.acting, item=False)
            for clause in read.parsed.clauses:
                for phrase in (*(() if clause.inherited else clause.subject), *clause.objects):
                    reference = reader.references.of(phrase)
                    if reference.pronoun and reference.key in nouns.THING_PRONOUNS and latest:
                        self._meant[reference.start, reference.end] = latest
                    elif not reference.pronoun and not reader.references.acts(reference):
                        latest = reader.references.of(phrase, extended=True)

    def meant_by(self, reference: Reference) -> Reference:
        return self._meant.get((reference.start, reference.end), reference)


def bare(text: str) -> str:
    """A name without article: `the order` → `order`."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    return " ".join(words)


class Labels:
    """Verb, object and label of each piece of work."""

    def __init__(self, text: str, flow: Flow, cast: Cast, things: Things) -> None:
        self._text, self._cast, self._things = text, cast, things
        works = list(flow.works())
        self._next = {id(work): later for work, later in pairwise(works)}

    def object(self, work: Work) -> str | None:
        """`it` resolved, articles dropped; `approve or reject the order` shares its object."""
        references = work.activity.objects
        after = any(reference.start > work.activity.start for _, reference in work.activity.attached)
        if not references and not work.activity.recipients and not after:
            later = self._next.get(id(work))
            if later and later.read is work.read and later.activity.objects and later.activity.inherited:
                references = later.activity.objects
        named = [_inside(bare(self._things.meant_by(reference).text)) for reference in references]
        text = " and ".join(dict.fromkeys(named))
        if len(text) > _LONGEST and named:
            text = named[0]
        return (text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…") or None

    def verb(self, work: Work) -> str:
        return work.activity.verb

    def label(self, work: Work) -> str:
        verb, target = self.verb(work), self.object(work)
        spoken = _TO_SAY.get(verb, verb) if target else verb
        whom = next((who.name for r in work.activity.recipients if (who := self._cast.meant_by(r))), None)
        whom = "us" if whom == OUR_TEAM else whom
        if verb in verbs.ADDRESSES and whom:
            parts = [
                spoken,
                _inside(whom),
                f"{work.activity.preposition or 'about'} {target}" if target else self._content(work),
            ]
        elif target is None:
            parts = [spoken, self._content(work) or self._attached(work, whom)]
        elif spoken != verb and whom:
            parts = [spoken, target, f"to {_inside(whom)}"]
        else:
            parts = [spoken, work.activity.preposition or "", target]
        if target and verb in _TO_A_PLACE:
            parts.append(self._place(work))
        if _again(self._text, work):
            parts.append("again")
        text = " ".join(part for part in parts if part)
        return text[:1].upper() + text[1:]

    def _place(self, work: Work) -> str:
        """`puts the device on the shelf`: without the place it would not be said what is done."""
        for word, reference in work.activity.attached:
            if word in _PLACES and reference.start > work.activity.end and not reference.pronoun:
                return f"{word} {_inside(bare(reference.text))}"[:_LONGEST]
        return ""

    def _content(self, work: Work) -> str:
        """`whether all parts are in stock`."""
        span = work.activity.content
        text = " ".join(self._text[slice(*span)].split()) if span else ""
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    def _attached(self, work: Work, whom: str | None) -> str:
        for word, reference in work.activity.attached:
            if reference.start > work.activity.start:
                return f"{word} {bare(self._things.meant_by(reference).text)}"[:_LONGEST]
        return (
            f"with {_inside(whom)}"
            if whom and work.activity.verb not in verbs.SENDS | verbs.TURNS_TO
            else (f"to {_inside(whom)}" if whom else "")
        )


def _again(text: str, work: Work) -> bool:
    """`submits it again`: the second time is another task."""
    after = text[work.activity.end : work.activity.end + 60].lower()
    clause = re.split(r"[.,;:!?\n]| and | or | if | when ", after, maxsplit=1)[0]
    return bool(re.search(r"\bagain\b", clause))


def _inside(name: str) -> str:
    """A name within a label: without the capital of its sentence, unless other words have capitals too."""
    plain = name[1:] == name[1:].lower()
    return name[:1].lower() + name[1:] if plain else name
