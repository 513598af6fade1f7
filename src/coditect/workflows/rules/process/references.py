"""References: what a noun phrase names, and whether that is somebody or something that acts."""

from dataclasses import dataclass

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.clauses import Parsed
from coditect.workflows.rules.language.phrases import NounPhrase, with_complements
from coditect.workflows.rules.process import nouns

_OF = frozenset({"of"})
# Roles that are nothing without their group: `the head of the office`.
_HEADS = frozenset({"head", "director", "chief", "owner"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Something named in the text: `description[start:end]`, with what identifies it."""

    start: int
    end: int
    text: str
    head: str
    """Last word of the phrase, singular and in lower case."""
    key: str
    """The phrase without articles, in lower case: what two mentions of one thing share."""
    pronoun: bool
    name: bool
    """Written as a proper name."""
    words: tuple[str, ...]


class References:
    """Reads the noun phrases of one sentence, given which names are known to act."""

    def __init__(self, text: str, parsed: Parsed, acting: frozenset[str]) -> None:
        self._text, self._parsed, self._acting = text, parsed, acting

    def of(self, phrase: NounPhrase, *, extended: bool = False) -> Reference:
        tokens = self._parsed.tokens
        end = phrase.end
        if extended or tokens[phrase.head].lower in _HEADS:
            end = with_complements(tokens, self._parsed.phrases, self._parsed.phrases.index(phrase), _OF)
        # `a member of the team` is about the team, `the company's lawyer` about the lawyer.
        owners = [i for i in range(phrase.start, phrase.head) if tokens[i].tag in {fw.POSSESSIVE, fw.PREP}]
        opening = owners[-1] + 1 if owners else phrase.start
        words = [t for t in tokens[opening : phrase.head + 1] if t.tag not in {fw.DET, fw.POSS} and t.is_word]
        if not words:
            words = [tokens[phrase.head]]
        head = nouns.singular(tokens[phrase.head].lower)
        lowered = (*(token.lower for token in words[:-1]), head)
        start_char, end_char = tokens[phrase.start].start, tokens[end - 1].end
        return Reference(
            start=start_char,
            end=end_char,
            text=self._text[start_char:end_char],
            head=head,
            key=" ".join(lowered),
            pronoun=phrase.pronoun,
            name=tokens[phrase.head].tag == fw.NAME,
            words=lowered,
        )

    def acts_elsewhere(self, reference: Reference) -> bool:
        """Whether the text shows it doing something, somewhere."""
        return reference.key in self._acting or reference.pronoun

    def acts(self, reference: Reference) -> bool:
        """Whether the reference names somebody or something that acts."""
        if reference.pronoun:
            return reference.key in nouns.PERSON_PRONOUNS or reference.key in {"them", "him", "me", "us"}
        if reference.key in self._acting:
            return True
        if reference.key in nouns.NAMED_DEPARTMENTS and reference.text.lower() == reference.key:
            return True
        return acts_by_name(reference)


def acts_by_name(reference: Reference) -> bool:
    """Whether the words alone say that it is a person, a department or a system."""
    words = list(reference.words)
    return (
        nouns.names_role(reference.head)
        or nouns.names_department(words)
        or nouns.names_system(words)
        or reference.head in nouns.EXTERNAL
    )
