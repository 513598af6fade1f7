"""What a tagger knows at each word: its readings, the tags before it and the words after it."""

from itertools import pairwise

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.lexicon import Word, look_up
from coditect.workflows.rules.language.tokens import Token

_LOOK_AHEAD = 25
# One department, although it ends like a plural.
_ONE_IN_S = frozenset({"sales", "accounts", "operations", "logistics"})
_CLAUSE_ENDS = frozenset({fw.SUB, fw.REL})


class Context:
    """The words of a sentence, tagged up to the current one; `_finite` says whether the clause has its verb."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._words: list[Word | None] = [
            None if self._closed(token) else look_up(token.lower) for token in tokens
        ]
        self._tags: list[str] = []
        self._finite = False
        self._in_relative = False
        self._in_subordinate = False
        self._shouting = all(not token.text[0].islower() for token in tokens)

    def _closed(self, token: Token) -> str | None:
        if not token.text[0].isalnum() and token.lower not in fw.CLOSED:
            return fw.PUNCT
        if token.text[0].isdigit():
            return fw.NUM
        if token.text in {"IT", "US"}:
            return None  # the department and the country
        return fw.CLOSED.get(token.lower)

    def _remember(self, index: int, chosen: str) -> None:
        token = self._tokens[index]
        if chosen in _CLAUSE_ENDS or token.text in ",;":
            self._in_relative = chosen == fw.REL
            self._in_subordinate = chosen == fw.SUB
        # `X and Y are …`: a conjunction before the verb joins nouns, it opens no clause.
        if chosen in _CLAUSE_ENDS or (chosen == fw.CONJ and self._finite) or token.text in ",;:":
            self._finite = False
        elif chosen in {fw.MODAL, fw.BE, fw.HAVE, fw.DO, fw.PRESENT, fw.PAST} or (
            chosen == fw.BASE and not self._after(index, fw.TO)
        ):
            self._finite = True

    def _previous(self, index: int) -> str:
        """Tag before, adverbs skipped; empty at the start."""
        position = index - 1
        while position >= 0 and self._tags[position] == fw.ADV:
            position -= 1
        return self._tags[position] if position >= 0 else ""

    def _after(self, index: int, *tags: str) -> bool:
        return self._previous(index) in tags

    def _next_closed(self, index: int) -> str:
        """Tag of the next word if it is a closed-class one, adverbs skipped."""
        position = index + 1
        while position < len(self._tokens):
            closed = self._closed(self._tokens[position])
            if closed != fw.ADV:
                return closed or ""
            position += 1
        return fw.PUNCT

    def _next_word(self, index: int) -> Word | None:
        return self._words[index + 1] if index + 1 < len(self._words) else None

    def _starts_clause(self, index: int) -> bool:
        position = index - 1
        while position >= 0 and (
            self._tags[position] == fw.ADV
            or self._tokens[position].lower in {"please", "and", "or", "to", "then"}
        ):
            position -= 1
        before = self._tokens[position] if position >= 0 else None
        return before is None or before.text in ",;:-–—(" or before.lower == "let's"

    def _finite_ahead(self, index: int) -> bool:
        """Whether a clear finite verb follows before the clause ends."""
        for position in range(index + 1, min(len(self._tokens), index + _LOOK_AHEAD)):
            token, word = self._tokens[position], self._words[position]
            closed = self._closed(token)
            if closed in _CLAUSE_ENDS or closed == fw.CONJ or token.text in ",;:.":
                return False
            if closed in {fw.MODAL, fw.BE, fw.HAVE, fw.DO}:
                return token.lower not in {"be", "been", "being", "having"}
            if word and word.verb and not word.noun and word.verb_forms & {fw.PRESENT}:
                return True
            if self._needs_to(position):
                return True
        return False

    def _needs_to(self, index: int) -> bool:
        """`Fuel cards need to be returned`."""
        words = [token.lower for token in self._tokens[index : index + 2]]
        return words in (["need", "to"], ["needs", "to"])

    def _phrase_next(self, index: int) -> bool:
        """Whether a noun follows, or an adjective with a noun: `approved new orders`, not `published online`."""
        following = self._next_word(index)
        if following is None or (following.verb and not following.noun):
            return False
        if following.noun and not following.usual.startswith(("JJ", "RB")):
            return True
        return (following.adjective or bool(following.noun)) and self._noun_next(index + 1)

    def _verb_next(self, index: int) -> bool:
        """`is either handled or …`: a word that can only be a verb follows."""
        following = self._next_word(index)
        return following is not None and bool(following.verb) and not following.noun

    def _either_does(self, index: int) -> bool:
        """`must either call or write`, `the nurse both weighs and measures`."""
        following = self._next_word(index)
        places = fw.NOMINAL | {fw.MODAL, fw.TO, fw.PRON}
        return self._verb_next(index) or (
            self._previous(index) in places and following is not None and bool(following.verb)
        )

    def _particle_next(self, index: int) -> bool:
        following = self._tokens[index + 1].lower if index + 1 < len(self._tokens) else ""
        thing = self._closed(self._tokens[index + 2]) if index + 2 < len(self._tokens) else ""
        return following in {"out", "up", "back"} or (
            following in {"over", "off", "in"} and thing in {fw.DET, fw.POSS, fw.PRON}
        )

    def _described_next(self, index: int) -> bool:
        """`orders that are received by fax`: a relative clause describes a noun."""
        after = [self._closed(token) or "" for token in self._tokens[index + 1 : index + 3]]
        return after[:1] == [fw.REL] and after[1:] in ([fw.BE], [fw.HAVE], [fw.MODAL], [fw.DO])

    def _opens_note(self, index: int) -> bool:
        """`Receptionist: checks availability`: small letters after a label, and no other verb in the note."""
        opens = index == 0 or self._tokens[index - 1].text == ":"
        following = self._next_word(index)
        thing = following is not None and bool(following.noun) and not following.verb
        return opens and thing and self._tokens[index].text[0].islower() and not self._finite_ahead(index)

    def _opens_list_of_work(self, index: int) -> bool:
        """`Checks cover and opens a claim`: a second verb follows that can be nothing else."""
        opens = index == 0 or self._tokens[index - 1].text == ":"
        joined = [token.lower for token in self._tokens[index + 2 : index + 3]]
        if not opens or not self._noun_next(index) or joined not in (["and"], [","]):
            return False
        later = self._words[index + 3] if index + 3 < len(self._words) else None
        return (
            later is not None
            and fw.PRESENT in later.verb_forms
            and self._next_closed(index + 3) in {fw.DET, fw.POSS, fw.PRON}
        )

    def _adverb_next(self, index: int) -> bool:
        following = self._next_word(index)
        return following is not None and following.adverb and not following.noun

    def _last_verb(self, index: int) -> bool:
        """`The following offices comment on the plans:` has no other verb to offer."""
        rest = range(index + 1, len(self._tokens))
        auxiliary = {fw.BE, fw.MODAL, fw.HAVE, fw.DO}
        told = any(tag in fw.VERBAL or tag in auxiliary for tag in self._tags)
        return (
            self._tags[0] == fw.DET
            and self._plural_before(index)
            and not told
            and not any(
                ((word := self._words[at]) is not None and word.verb and not word.noun)
                or self._closed(self._tokens[at]) in auxiliary
                for at in rest
            )
        )

    def _sentence_needs_verb(self, index: int) -> bool:
        """`Nurses record vital signs every four hours.`: a whole sentence, and no other word in it is its verb."""
        whole = len(self._tokens) > 4 and self._tokens[-1].text == "."
        told = any(tag in fw.VERBAL or tag in fw.AUXILIARY for tag in self._tags)
        return whole and not told and self._plural_before(index) and not self._finite_later(index)

    def _finite_later(self, index: int) -> bool:
        return any(
            self._closed(token) in {fw.BE, fw.MODAL, fw.HAVE, fw.DO}
            or (word is not None and bool(word.verb_forms & {fw.PRESENT}) and not word.noun)
            for token, word in zip(self._tokens[index + 1 :], self._words[index + 1 :], strict=True)
        )

    def _after_relative(self, index: int) -> bool:
        """`Technicians who are on call answer the phone`: the main verb after the description of its subject."""
        described = fw.REL in self._tags[:index] and self._tags[0] in fw.NOMINAL | {fw.DET}
        return (
            described
            and self._next_closed(index) in {fw.DET, fw.POSS}
            and "," not in [token.text for token in self._tokens[:index]]
        )

    def _makes_sure(self, index: int) -> bool:
        words = [token.lower for token in self._tokens[index : index + 2]]
        return words in (["make", "sure"], ["make", "certain"])

    def _next_in_list(self, index: int) -> bool:
        """`takes notes, interviews staff, and writes`: one more verb with its object between commas."""
        following = self._next_word(index)
        after = self._tokens[index + 2].lower if index + 2 < len(self._tokens) else ""
        noun = following is not None and bool(following.noun) and fw.PRESENT not in following.verb_forms
        return noun and fw.PRESENT in self._tags and after in {",", "and"}

    def _lists_nouns(self, index: int, word: Word) -> bool:
        """`enters the name, address and age`: after a comma of a sentence that has its verb, no command."""
        told = fw.PRESENT in self._tags or fw.PAST in self._tags
        return (
            told
            and self._tokens[index - 1].text == ","
            and bool(word.noun)
            and self._next_closed(index) not in {fw.DET, fw.POSS}
            and not {fw.SUB, fw.BASE} & set(self._tags)
        )

    def _subject_of_next(self, index: int) -> bool:
        """`accounting claims the costs`: a verb in -s with its object follows."""
        following = self._next_word(index)
        verb = following is not None and fw.PRESENT in following.verb_forms
        return verb and self._next_closed(index + 1) in {fw.DET, fw.POSS}

    def _stands_alone(self, index: int) -> bool:
        """`sent home`, `the luggage upstairs`; not `the home address` or `at home`."""
        following = self._next_word(index)
        described = following is not None and bool(following.noun)
        return not self._after(index, fw.DET, fw.POSS, fw.ADJ, fw.PREP) and not described

    def _noun_next(self, index: int) -> bool:
        following = self._next_word(index)
        return following is not None and bool(following.noun or following.adjective)

    def _plural_before(self, index: int) -> bool:
        """A plural subject takes no verb in -s: `orders parts` stays two nouns after `customers`."""
        while index > 1 and self._tags[index - 1] == fw.ADV:
            index -= 1  # `which the drivers then pick up`
        token = self._tokens[index - 1]
        word = look_up(token.lower)
        if token.lower in _ONE_IN_S:
            return False  # `sales closes the deal`
        start = [other.lower for other in self._tokens[max(0, index - 5) : index]]
        if ("one", "of") in pairwise(start) or ("member", "of") in pairwise(start):
            return False  # `one of our advisors calls`
        return (
            self._tags[index - 1] == fw.NOUN
            and token.lower.endswith("s")
            and bool(word.noun)
            and word.noun != token.lower
        )

    def _clear_verb_next(self, index: int) -> bool:
        if self._next_closed(index) in {fw.BE, fw.MODAL, fw.HAVE, fw.DO}:
            return True
        following = self._next_word(index)
        return bool(
            following
            and following.verb
            and not following.noun
            and following.verb_forms & {fw.PRESENT, fw.BASE}
        )

    def _ends_verb(self, index: int) -> bool:
        """`sent out .`, `filled in and signed`: a particle, as no noun follows."""
        after = self._next_closed(index)
        return (
            bool(self._tags)
            and self._tags[-1] in fw.VERBAL
            and after in {fw.PUNCT, fw.CONJ, fw.TO, fw.SUB, fw.PREP}
        )
