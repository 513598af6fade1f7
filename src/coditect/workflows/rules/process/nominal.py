"""Steps that are named instead of told: `Approval by the head of unit`, `Invoice check`, `Payment via SAP`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.clauses import Parsed
from coditect.workflows.rules.language.layout import Block
from coditect.workflows.rules.language.phrases import NounPhrase
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.references import Reference, References

# The noun of the work, and the verb that tells it.
_WORK: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in wordset(
        "acceptance:accept admission:admit allocation:allocate analysis:analyse approval:approve "
        "assembly:assemble assessment:assess assignment:assign authorisation:authorise "
        "authorization:authorize calculation:calculate cancellation:cancel check:check clarification:clarify "
        "classification:classify collection:collect comparison:compare confirmation:confirm "
        "consultation:consult correction:correct creation:create decision:decide deletion:delete "
        "delivery:deliver destruction:destroy determination:determine discharge:discharge discussion:discuss "
        "dispatch:dispatch distribution:distribute documentation:document entry:enter estimation:estimate "
        "evaluation:evaluate examination:examine generation:generate identification:identify "
        "implementation:implement inspection:inspect installation:install measurement:measure "
        "negotiation:negotiate notification:notify payment:pay preparation:prepare procurement:procure "
        "production:produce publication:publish purchase:purchase receipt:receive reconciliation:reconcile "
        "registration:register rejection:reject release:release removal:remove repair:repair review:review "
        "selection:select shipment:ship signature:sign storage:store submission:submit transfer:transfer "
        "translation:translate update:update validation:validate verification:verify"
    )
)
_LONGEST: Final = 14
"""Words of a named step; what is longer and has no verb is something else."""
_PLACES: Final = frozenset({"via", "in", "with", "by", "through", "on"})


def named_work(text: str, block: Block, parsed: Parsed, references: References) -> Iterator[Activity]:
    """The work that an item without any verb names; nothing where it may name a thing instead."""
    if parsed.groups or not parsed.phrases or len(parsed.tokens) > _LONGEST:
        return
    first = parsed.phrases[0]
    head = parsed.tokens[first.head]
    verb = _WORK.get(nouns.singular(head.lower))
    if verb is None or first.start > 0 or not _is_step(block, parsed, first):
        return
    governed = {parsed.tokens[one.start - 1].lower: one for one in parsed.phrases[1:]}
    of = next((one for one in parsed.phrases[1:] if one.start == first.end + 1), None)
    worked_on = _worked_on(text, parsed, references, first, of if governed.get("of") is of else None)
    means = [
        (word, one)
        for word, one in governed.items()
        if word in _PLACES and not (word == "by" and _may_do_it(references.of(one)))
    ]
    yield Activity(
        verb=verb,
        start=head.start,
        end=head.end,
        first=parsed.tokens[first.start].start,
        last=[token for token in parsed.tokens if token.is_word][-1].end,
        role="main",
        passive=False,
        modal=None,
        command=True,
        performers=tuple(_performers(parsed, references, governed)),
        inherited=False,
        objects=worked_on,
        object_span=(worked_on[0].start, worked_on[0].end) if worked_on else None,
        recipients=(),
        sources=(),
        manner=tuple((parsed.tokens[one.start - 1].start, references.of(one).end) for _, one in means),
        attached=tuple((word, references.of(one)) for word, one in means),
        preposition=None,
        content=None,
        group=0,
    )


def _is_step(block: Block, parsed: Parsed, first: NounPhrase) -> bool:
    """A bare `Receipt` in a list may be a piece of paper; with a number, `of` or `by` it is a step."""
    after = [token.lower for token in parsed.tokens[first.end : first.end + 1]]
    return block.number is not None or block.kind == "cell" or after in (["of"], ["by"])


def _worked_on(
    text: str, parsed: Parsed, references: References, first: NounPhrase, of: NounPhrase | None
) -> tuple[Reference, ...]:
    if of is not None:
        return (references.of(of, extended=True),)
    before = [
        token for token in parsed.tokens[first.start : first.head] if token.tag not in {fw.DET, fw.POSS}
    ]
    if not any(token.nominal for token in before):
        return ()
    start, end = before[0].start, before[-1].end
    words = (*(token.lower for token in before[:-1]), nouns.singular(before[-1].lower))
    return (
        Reference(
            start=start,
            end=end,
            text=text[start:end],
            head=words[-1],
            key=" ".join(words),
            pronoun=False,
            name=before[-1].tag == fw.NAME,
            words=words,
        ),
    )


def _performers(
    parsed: Parsed, references: References, governed: Mapping[str, NounPhrase]
) -> Iterator[Reference]:
    """`… by the registry`, `… (case worker)`."""
    by = governed.get("by")
    if by is not None and _may_do_it(references.of(by)):
        yield references.of(by)
        return
    for phrase in _in_brackets(parsed):
        if references.acts(references.of(phrase)):
            yield references.of(phrase)


def _in_brackets(parsed: Parsed) -> Sequence[NounPhrase]:
    return [one for one in parsed.phrases[1:] if parsed.tokens[one.start - 1].text == "("]


def _may_do_it(reference: Reference) -> bool:
    return reference.head not in nouns.THINGS | nouns.UNSTRUCTURED | nouns.MEANS
