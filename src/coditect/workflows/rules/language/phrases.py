"""Noun phrases and verb groups in a tagged sentence, as ranges of token indices."""

from collections.abc import Sequence
from dataclasses import dataclass

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.tokens import Token

_INSIDE = frozenset({fw.DET, fw.POSS, fw.NUM, fw.ADJ, fw.NOUN, fw.NAME, fw.POSSESSIVE})
_FINITE = frozenset({fw.MODAL, fw.PRESENT, fw.PAST})
_MEMBERS = frozenset({"one", "member", "members", "someone", "somebody"})
_LONGEST = 25
"""Words in a phrase; a longer run of numbers or nouns is no phrase of English."""
_GROUP = fw.AUXILIARY | {fw.ADV, fw.TO}


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """`the first invoice`: tokens[start:end], with the index of its head."""

    start: int
    end: int
    head: int
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`must not be sent back`: auxiliaries, main verb and particle."""

    start: int
    main: int
    end: int
    passive: bool
    finite: bool
    negated: bool
    form: str
    """Tag of the main verb."""
    modal: str | None
    to: bool
    """An infinitive with `to`."""


def noun_phrases(tokens: Sequence[Token]) -> list[NounPhrase]:
    found, index = [], 0
    while index < len(tokens):
        phrase = _phrase_at(tokens, index)
        if phrase:
            found.append(phrase)
            index = phrase.end
        else:
            index += 1
    return found


def _phrase_at(tokens: Sequence[Token], start: int) -> NounPhrase | None:
    member = _member_of(tokens, start)
    if member:
        return member
    if tokens[start].tag == fw.PRON:
        return NounPhrase(start, start + 1, start, pronoun=True)
    return _plain_phrase(tokens, start)


def _member_of(tokens: Sequence[Token], start: int) -> NounPhrase | None:
    """`one of my masters`, `a member of the sales department`: the group is what matters."""
    index = start + (tokens[start].tag == fw.DET and tokens[start].lower in {"a", "an", "any", "the"})
    if index + 2 >= len(tokens) or tokens[index].lower not in _MEMBERS:
        return None
    somebody = tokens[index].lower in {"someone", "somebody"}
    if tokens[index + 1].lower != "of" and not (somebody and tokens[index + 1].lower in {"from", "in", "at"}):
        return None
    group = _plain_phrase(tokens, index + 2)
    return NounPhrase(start, group.end, group.head) if group else None


def _plain_phrase(tokens: Sequence[Token], start: int) -> NounPhrase | None:
    head, index = None, start
    while index < min(len(tokens), start + _LONGEST):
        token = tokens[index]
        if _joins(tokens, index, head):
            index += 1
            continue
        if token.tag not in _INSIDE or (head is not None and not _goes_on(tokens, index)):
            break
        if token.nominal or (token.tag == fw.NUM and head is None):
            head = index
        index += 1
    if head is None:
        return None
    if tokens[head].tag == fw.NUM and any(token.nominal for token in tokens[head:index]):
        head = max(position for position in range(head, index) if tokens[position].nominal)
    return NounPhrase(start, head + 1, head)


def _joins(tokens: Sequence[Token], index: int, head: int | None) -> bool:
    """Signs inside a phrase: `$ 200`, `petitioner / employee`, `very urgent case`."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if token.text in "$€£#%":
        return following.tag in {fw.NUM, fw.NOUN} or head is not None
    if token.text == "/":
        return head == index - 1 and following.nominal
    if token.tag != fw.ADV or head is not None:
        return False
    return following.tag == fw.NUM or (following.tag == fw.ADJ and token.lower.endswith("ly"))


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """After a noun, only nouns, genitives and adjectives before nouns continue the phrase."""
    token, before = tokens[index], tokens[index - 1]
    if token.nominal or token.tag == fw.POSSESSIVE:
        return True
    if before.tag in {fw.POSSESSIVE, fw.DET, fw.POSS, fw.ADJ, fw.NUM} or before.text in "$€£#/":
        return token.tag not in {fw.DET, fw.POSS} or before.tag in {fw.DET, fw.POSSESSIVE}
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.tag == fw.ADJ:
        return following is not None and (following.nominal or following.tag == fw.ADJ)
    return token.tag == fw.NUM


def with_complements(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], index: int, prepositions: frozenset[str]
) -> int:
    """End of the phrase at `index` once the phrases attached by `prepositions` are included: `the list of parts`."""
    end = phrases[index].end
    while (
        index + 1 < len(phrases)
        and phrases[index + 1].start == end + 1
        and tokens[end].lower in prepositions
        and not phrases[index + 1].pronoun
    ):
        index += 1
        end = phrases[index].end
    return end


def verb_groups(tokens: Sequence[Token], phrases: Sequence[NounPhrase]) -> list[VerbGroup]:
    """All verb groups in order; a bare be, have or do counts as a main verb."""
    taken = {position for phrase in phrases for position in range(phrase.start, phrase.end)}
    groups: list[VerbGroup] = []
    index = 0
    while index < len(tokens):
        if index in taken or tokens[index].tag not in (fw.AUXILIARY | fw.VERBAL):
            index += 1
            continue
        group = _group_at(tokens, index, groups[-1] if groups else None)
        groups.append(group)
        index = max(group.end, index + 1)
    return groups


def _group_at(tokens: Sequence[Token], start: int, previous: VerbGroup | None) -> VerbGroup:
    main = _main_verb(tokens, start)
    auxiliaries = tokens[start:main]
    to = start > 0 and tokens[start - 1].tag == fw.TO
    form = tokens[main].tag
    bare = not any(token.auxiliary for token in auxiliaries)
    inherits = (
        bare
        and form in {fw.PARTICIPLE, fw.BASE}
        and previous is not None
        and _coordinated(tokens, previous, start)
    )
    passive = form == fw.PARTICIPLE and (
        any(token.tag == fw.BE or token.lemma == "get" for token in auxiliaries)
        or (inherits and previous is not None and previous.passive)
    )
    finite = tokens[start].tag in _FINITE | {fw.BE, fw.HAVE, fw.DO} and tokens[start].lower not in {
        "be",
        "being",
        "been",
        "having",
    }
    finite = (finite or form in {fw.PRESENT, fw.PAST} or (form == fw.BASE and bare)) and not to
    end = main + 1
    while end < len(tokens) and tokens[end].tag == fw.PARTICLE:
        end += 1
    return VerbGroup(
        start=start,
        main=main,
        end=end,
        passive=passive,
        finite=finite or (inherits and previous is not None and previous.finite),
        negated=any(fw.negates(token.lower) for token in auxiliaries),
        form=form,
        modal=next(
            (token.lower for token in auxiliaries if token.tag == fw.MODAL),
            previous.modal if inherits and previous else None,
        ),
        to=to or (inherits and previous is not None and previous.to),
    )


def _main_verb(tokens: Sequence[Token], start: int) -> int:
    """The last verb of an unbroken run of auxiliaries: `has to be entered`, `must not be sent`."""
    if tokens[start].verbal:
        return _after_get(tokens, start)
    last, index = start, start + 1
    while index < len(tokens) and (tokens[index].tag in _GROUP or tokens[index].verbal):
        if tokens[index].verbal:
            return index if _chains(tokens, last, index) else last
        if tokens[index].auxiliary:
            last = index
        index += 1
    return last


def _after_get(tokens: Sequence[Token], start: int) -> int:
    """`the form gets checked`: get stands for be."""
    follows = start + 1 < len(tokens) and tokens[start + 1].tag == fw.PARTICIPLE
    return start + 1 if tokens[start].lemma == "get" and follows else start


def _chains(tokens: Sequence[Token], auxiliary: int, verb: int) -> bool:
    """Whether the verb belongs to the auxiliary: `is sent`, `has to send`; not `is to check` after a noun."""
    form, tag = tokens[verb].tag, tokens[auxiliary].tag
    if form == fw.BASE:
        return tag in {fw.MODAL, fw.DO} or any(token.tag == fw.TO for token in tokens[auxiliary:verb])
    return form in {fw.PARTICIPLE, fw.GERUND} or tag == fw.MODAL


def _coordinated(tokens: Sequence[Token], previous: VerbGroup, start: int) -> bool:
    """`is opened, sorted and filed`, `must approve, or reject`: between two verbs no new subject."""
    between = tokens[previous.end : start]
    if not between or not any(token.tag == fw.CONJ or token.text == "," for token in between):
        return False
    if tokens[previous.main].tag != tokens[start].tag and tokens[start].tag == fw.PARTICIPLE:
        return False
    after_last = between[max(i for i, t in enumerate(between) if t.tag == fw.CONJ or t.text == ",") + 1 :]
    return all(token.tag == fw.ADV for token in after_last) and not any(
        token.tag in {fw.SUB, fw.REL} for token in between
    )
