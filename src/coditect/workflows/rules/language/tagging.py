"""Parts of speech in context: above all, which words are verbs.

Lexicons give each word its possible readings; the rules here choose by the neighbours. The order of rules matters: each
function handles one kind of ambiguity and names the case that it decides.
"""

from dataclasses import replace

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.context import Context
from coditect.workflows.rules.language.lexicon import Word
from coditect.workflows.rules.language.tokens import Token
from coditect.workflows.rules.language.wordlist import phraseset, wordset

_BEFORE_NOUN = frozenset({fw.DET, fw.POSS, fw.NUM, fw.ADJ})
_OPENS_OBJECT = frozenset({fw.DET, fw.POSS, fw.PRON, fw.NUM})
_ALSO_PRONOUNS = wordset("this that these those all both each either neither some many most")
# Verbs whose particle stands before the object too: `fills in the form`.
_PHRASAL = phraseset(
    "fill in|fill out|carry out|set up|hand over|hand in|sign off|look up|pick up|send out|send off|log in|take over|"
    "write down|turn in|pay out|roll out|print out|find out|follow up|back up|shut down|draw up|type in|pass on|"
    "sort out|work out|put away|bring in|send in|call in|hand back|give back|give out|read out|bring back|switch on|switch off|"
    "turn on|turn off|look after|note down|take off|cut off|send back|get back|bring along|pass over|call off|tick off|"
    "check in|check out|make up|scan in|key in|clean up|wrap up|sum up|open up"
)
# Nouns that say where or when as they stand: `carries the luggage upstairs`, `is sent home`.
_PLACE_ADVERBS = wordset(
    "home upstairs downstairs overnight online offline abroad today tomorrow yesterday tonight onsite"
)
_AFTER_SUBJECT = frozenset({fw.BE, fw.MODAL, fw.HAVE, fw.DO, fw.PUNCT})
# Nearly always nouns: verbs only right before what they are done to (`forms a team`).
_NEED_OBJECTS = wordset("forms heads types")
_TELLS = wordset("inform tell notify remind advise assure convince warn persuade")
# `orders missing parts`: they tell of a state, nobody does them.
_DESCRIBING = wordset(
    "missing remaining outstanding existing incoming outgoing pending corresponding upcoming"
)
_PARTICLES = wordset("back off out up down over in on away through")


def tag(tokens: list[Token]) -> list[Token]:
    """The tokens of one sentence with tag and lemma."""
    return _Tagger(tokens).run()


class _Tagger(Context):
    """One pass from left to right."""

    def run(self) -> list[Token]:
        for index in range(len(self._tokens)):
            chosen = self._choose(index)
            self._tags.append(chosen)
            self._remember(index, chosen)
        return [self._finish(index) for index in range(len(self._tokens))]

    def _choose(self, index: int) -> str:
        token, word = self._tokens[index], self._words[index]
        if self._in_as_well_as(index):
            return fw.CONJ
        if token.lower == "right" and [other.lower for other in self._tokens[index + 1 : index + 2]] == [
            "away"
        ]:
            return fw.ADV
        if word is None:
            return self._choose_closed(index, self._closed(token) or fw.PUNCT)
        if self._is_name(index, word):
            return fw.NAME
        if not word.verb:
            return self._choose_nominal(index, word)
        if fw.GERUND in word.verb_forms:
            return self._choose_gerund(index, word)
        if fw.PRESENT in word.verb_forms:
            return self._choose_present(index, word)
        if fw.BASE in word.verb_forms:
            return self._choose_base(index, word)
        return self._choose_past(index, word)

    def _in_as_well_as(self, index: int) -> bool:
        if self._tokens[index].lower not in {"as", "well"}:
            return False
        starts = range(max(0, index - 2), index + 1)
        return any(
            [token.lower for token in self._tokens[at : at + 3]] == ["as", "well", "as"] for at in starts
        )

    def _choose_closed(self, index: int, closed: str) -> str:
        word = self._tokens[index].lower
        if word == "that" and closed == fw.REL:
            return self._choose_that(index, self._next_word(index))
        if word in _ALSO_PRONOUNS and self._next_closed(index) in _AFTER_SUBJECT:
            return fw.PRON
        if word in _PARTICLES and self._is_particle(index, closed):
            return fw.PARTICLE
        return self._exception(index, word) or closed

    def _is_particle(self, index: int, closed: str) -> bool:
        """`sent back to`, `filled in and signed`."""
        if not self._tags or self._tags[-1] not in fw.VERBAL:
            return False
        before = self._words[index - 1]
        if self._tokens[index].lower == "back" or (
            before and f"{before.verb} {self._tokens[index].lower}" in _PHRASAL
        ):
            return True
        return closed == fw.PREP and self._ends_verb(index)

    def _exception(self, index: int, word: str) -> str | None:
        """Closed-class words that are something else in some company."""
        after = self._next_closed(index)
        if (
            word in {"about", "around", "over", "under"}
            and after == fw.NUM
            and self._after(index, *fw.VERBAL)
        ):
            return fw.ADV  # `handles about 30 cases`
        if word == "her" and after in {fw.PUNCT, fw.PREP, fw.TO, fw.CONJ, fw.SUB}:
            return fw.PRON
        if word in {"either", "both"} and (after in {fw.DET, fw.POSS} or self._either_does(index)):
            return fw.ADV  # `either a fix is made or …`
        if word == "no" and [token.text for token in self._tokens[index + 1 : index + 2]] == [","]:
            return fw.ADV
        if word == "one" and self._after(index, fw.ADJ):
            return fw.NOUN  # `a third one`
        if word == "back" and self._after(index, fw.DET, "") and self._noun_next(index):
            return fw.ADJ
        if word in {"first", "next"} and self._after(index, fw.DET):
            return fw.ADJ
        if word in {"daily", "weekly", "monthly"} and self._noun_next(index):
            return fw.ADJ
        return fw.BASE if word == "like" and self._after(index, fw.MODAL, fw.PRON) else None

    def _choose_that(self, index: int, following: Word | None) -> str:
        if self._previous(index) in fw.NOMINAL and self._telling(index):
            return fw.SUB  # `informs the customer that …`
        if self._previous(index) in fw.NOMINAL:
            return fw.REL
        if following and following.noun and not following.verb and self._previous(index) not in fw.VERBAL:
            return fw.DET
        return fw.SUB if self._previous(index) in fw.VERBAL | {fw.ADJ, fw.NOUN, fw.BE} else fw.DET

    def _telling(self, index: int) -> bool:
        verbs = [
            word.verb for word, tag in zip(self._words, self._tags, strict=False) if word and tag in fw.VERBAL
        ]
        return (
            bool(verbs)
            and verbs[-1] in _TELLS
            and not any(t == fw.REL for t in self._tags[index - 3 : index])
        )

    def _is_name(self, index: int, word: Word) -> bool:
        token = self._tokens[index]
        if self._shouting or not token.text[0].isupper():
            return False
        acronym = len(token.text) > 1 and token.text.isupper() and token.text.isalpha()
        if acronym:
            return not (word.verb and index == 0 and self._next_closed(index) in _OPENS_OBJECT)
        if index == 0 or self._starts_clause(index):
            return not word.known
        return not (word.verb and not word.noun)

    def _choose_nominal(self, index: int, word: Word) -> str:
        if self._tokens[index].lower in _PLACE_ADVERBS and self._stands_alone(index):
            return fw.ADV
        if word.noun and word.adjective:
            noun_follows = self._noun_next(index)
            if word.usual.startswith("JJ"):
                return fw.ADJ if noun_follows or self._after(index, fw.BE) else fw.NOUN
            return fw.ADJ if noun_follows and word.usual.startswith("RB") else fw.NOUN
        if word.noun:
            return fw.ADV if word.adverb and word.usual.startswith("RB") else fw.NOUN
        if word.adjective:
            return fw.ADV if word.adverb and word.usual.startswith("RB") else fw.ADJ
        return fw.ADV if word.adverb else fw.NOUN

    def _choose_gerund(self, index: int, word: Word) -> str:
        before = self._previous(index)
        noun_follows = (following := self._next_word(index)) is not None and bool(following.noun)
        if before == fw.BE:
            return fw.ADJ if word.adjective and not word.noun and not noun_follows else fw.GERUND
        if before in _BEFORE_NOUN or before == fw.POSSESSIVE:
            return fw.ADJ if noun_follows and not word.noun else fw.NOUN
        if (before == fw.TO and word.noun) or self._subject_of_next(index):
            return fw.NOUN  # `sent to accounting`, `accounting pays the bill`
        if self._next_closed(index) in _OPENS_OBJECT:
            return fw.GERUND
        if before in fw.NOMINAL:
            return fw.NOUN if word.noun or noun_follows else fw.GERUND
        if noun_follows and self._tokens[index].lower in _DESCRIBING:
            return fw.ADJ
        if before in {fw.PREP, fw.SUB} or before in fw.VERBAL:
            return fw.GERUND
        if noun_follows and self._finite_ahead(index):
            return fw.ADJ
        return fw.NOUN if word.noun and self._finite_ahead(index) else fw.GERUND

    def _choose_present(self, index: int, word: Word) -> str:
        """`checks`: a verb after its subject, a plural noun elsewhere."""
        if not word.noun:
            return fw.PRESENT
        before, after = self._previous(index), self._next_closed(index)
        first = before == "" and (after in _OPENS_OBJECT or self._particle_next(index))
        if first or self._opens_note(index) or self._opens_list_of_work(index):
            return fw.PRESENT  # `Checks the form`, `Hands over the note`: notes leave out the subject
        lonely = self._tokens[index].lower in _NEED_OBJECTS and after not in _OPENS_OBJECT
        if lonely or self._described_next(index) or self._needs_to(index + 1):
            return fw.NOUN
        if before in _BEFORE_NOUN | fw.VERBAL | {fw.PREP, fw.POSSESSIVE, fw.TO, fw.BE, ""}:
            return fw.NOUN
        if before == fw.CONJ:
            return self._choose_coordinated(index)
        if before in {fw.PRON, fw.REL}:
            return fw.PRESENT if self._tokens[index - 1].lower not in {"them", "him", "us", "me"} else fw.NOUN
        if before in fw.NOMINAL and not self._finite and not self._plural_before(index):
            detached = after in {fw.PUNCT, fw.PREP} and self._finite_ahead(index)
            return fw.NOUN if self._clear_verb_next(index) or detached else fw.PRESENT
        if self._tokens[index - 1].text == "," and (after in _OPENS_OBJECT or self._next_in_list(index)):
            return fw.PRESENT
        if self._in_relative and before in fw.NOMINAL and (after in _OPENS_OBJECT or self._noun_next(index)):
            return fw.PRESENT  # `the nurse who registered the patient measures …`
        return fw.NOUN

    def _choose_coordinated(self, index: int) -> str:
        """`receives and checks the order`, against `parts and checks`."""
        earlier = self._tags[index - 2] if index >= 2 else ""
        word = self._words[index]
        if word is not None and word.usual == "VBZ":
            return fw.PRESENT
        if self._tokens[index - 1].text == "," or self._next_closed(index) in _OPENS_OBJECT | {fw.SUB, fw.WH}:
            return fw.PRESENT  # `scans the card and checks whether it is valid`
        if fw.PRESENT in self._tags and self._particle_next(index):
            return fw.PRESENT
        if earlier in fw.VERBAL or earlier == fw.PARTICLE:
            return fw.PRESENT
        return fw.PRESENT if fw.PRESENT in self._tags and self._noun_next(index) else fw.NOUN

    def _choose_base(self, index: int, word: Word) -> str:
        """`check`, `order`, `complete`: verb after `to`, modals, plural subjects, and in commands."""
        before, after = self._previous(index), self._next_closed(index)
        if before in {fw.MODAL, fw.DO} or self._makes_sure(index) or self._needs_to(index):
            return fw.BASE
        if before == fw.TO:
            return fw.BASE if not self._noun_after_to(index, word) else fw.NOUN
        if fw.PARTICIPLE in word.verb_forms and (
            before in {fw.BE, fw.HAVE} or self._follows_participle(index)
        ):
            return fw.PARTICIPLE
        if before in {fw.DET, fw.POSS} and not (word.noun or word.adjective or word.adverb):
            return fw.NOUN  # `dries the granulate`
        if before in _BEFORE_NOUN or before in {fw.PREP, fw.POSSESSIVE, fw.BE, fw.HAVE}:
            return self._not_verb(index, word)
        if before == fw.PRON:
            pronoun = self._tokens[index - 1].lower
            acts = (pronoun in fw.SUBJECT_PRONOUNS and not word.rarely_verb) or pronoun in {"i", "we", "they"}
            return fw.BASE if acts else self._not_verb(index, word)
        if (
            self._starts_clause(index)
            and not self._lists_nouns(index, word)
            and self._commands(index, word, after)
        ):
            return fw.BASE
        if before in {fw.CONJ, fw.REL}:
            return self._coordinated_base(index, word, after)
        if before in fw.NOMINAL and self._acts_after_noun(index, word, after):
            return fw.BASE
        return self._not_verb(index, word) if word.noun or word.adjective else fw.BASE

    def _acts_after_noun(self, index: int, word: Word, after: str) -> bool:
        """`Nurses record vital signs`, `Applicants register online`; not `customer orders`."""
        if self._sentence_needs_verb(index) or self._after_relative(index):
            return True
        if self._finite or word.rarely_verb or not self._plural_subject(index):
            return False
        return (
            (not word.noun and not word.adjective)
            or (self._in_subordinate and after == fw.PUNCT)
            or (after in _OPENS_OBJECT and not self._clear_verb_next(index))
            or ((self._adverb_next(index) or self._particle_next(index)) and not self._finite_ahead(index))
            or self._last_verb(index)
        )

    def _follows_participle(self, index: int) -> bool:
        """`is searched and put in a file`."""
        verbs = [tag for tag in self._tags if tag in fw.VERBAL]
        return self._after(index, fw.CONJ) and bool(verbs) and verbs[-1] == fw.PARTICIPLE

    def _noun_after_to(self, index: int, word: Word) -> bool:
        following = self._next_word(index)
        return (
            word.rarely_verb
            and self._next_closed(index) not in _OPENS_OBJECT
            and not (following and following.noun)
        )

    def _plural_subject(self, index: int) -> bool:
        return self._plural_before(index) or fw.CONJ in self._tags[-4:]

    def _not_verb(self, index: int, word: Word) -> str:
        if not word.noun and not word.adjective:
            return fw.ADV if word.adverb else fw.BASE
        if word.adjective and word.noun:
            following = self._next_word(index)
            describes = self._after(index, fw.BE) or (following is not None and following.noun)
            return fw.ADJ if word.usual.startswith("JJ") and describes else fw.NOUN
        return fw.NOUN if word.noun else fw.ADJ

    def _commands(self, index: int, word: Word, after: str) -> bool:
        """`Check the order`, `Review incoming claims`; not `Order checks are …`."""
        if after in _OPENS_OBJECT - {fw.NUM} or (after == fw.NUM and not self._finite_ahead(index)):
            return True
        if self._finite_ahead(index):
            return False
        if not word.noun and not word.adjective:
            return True
        following_words = [token.lower for token in self._tokens[index + 1 : index + 2]]
        if any(f"{word.verb} {particle}" in _PHRASAL for particle in following_words):
            return True  # `Hand over to the second level`
        if after in {fw.PREP, fw.TO, fw.SUB, fw.REL, fw.WH} or self._tokens[index + 1 : index + 2] == []:
            return word.usual.startswith("VB") or not word.noun or (after != fw.PREP and not word.rarely_verb)
        following = self._next_word(index)
        if following is not None and following.usual == "VBZ":
            return False  # `Contract goes to legal`
        if following is None:
            return not word.rarely_verb and (index == 0 or not word.noun or word.usual.startswith("VB"))
        if following.verb_forms & {fw.PRESENT} and not following.noun:
            return False
        done = following.verb_forms & {fw.PAST, fw.PARTICIPLE} and not following.noun
        if word.noun and done and not self._noun_next(index + 1):
            return False  # `Order received`
        return not word.rarely_verb or bool(following.noun and len(self._tokens) <= 6)

    def _coordinated_base(self, index: int, word: Word, after: str) -> str:
        """`must approve or reject it`, `Check and file the form`, `who approve it`."""
        earlier = next((t for t in reversed(self._tags) if t in fw.VERBAL or t == fw.MODAL), "")
        adjacent = self._tags[index - 2] if index >= 2 else ""
        if self._previous(index) == fw.REL:
            return fw.BASE
        if earlier in {fw.BASE, fw.MODAL} and (
            after in _OPENS_OBJECT or adjacent == fw.BASE or not word.noun
        ):
            return fw.BASE
        if earlier == fw.BASE and word.usual.startswith("VB"):
            return fw.BASE
        following = self._next_word(index)
        if earlier == fw.BASE and following is not None and following.noun and not word.rarely_verb:
            return fw.BASE
        return self._not_verb(index, word) if word.noun or word.adjective else fw.BASE

    def _choose_past(self, index: int, word: Word) -> str:
        """`approved`: participle after be and have, adjective before nouns, else the past of the clause."""
        before, after = self._previous(index), self._next_closed(index)
        noun_follows = self._phrase_next(index)
        if word.verb_forms == {fw.PAST}:
            return fw.PAST
        if before in {fw.BE, fw.HAVE}:
            return fw.PARTICIPLE
        if before in _BEFORE_NOUN or before in {fw.PREP, fw.POSSESSIVE}:
            return fw.ADJ if noun_follows or after == fw.CONJ else (fw.NOUN if word.noun else fw.PARTICIPLE)
        if word.verb_forms == {fw.PARTICIPLE}:
            return fw.PARTICIPLE
        if before in {fw.CONJ, fw.PUNCT}:
            earlier = next((t for t in reversed(self._tags) if t in {fw.PARTICIPLE, fw.PAST}), "")
            if earlier and not (noun_follows and earlier == fw.PARTICIPLE and not after):
                return earlier
        if before in {fw.PRON, fw.REL}:
            return fw.PAST
        if before in fw.NOMINAL:
            reduced = after == fw.PREP and self._tokens[index + 1].lower == "by"
            return fw.PARTICIPLE if self._finite or reduced or self._finite_ahead(index) else fw.PAST
        if before == fw.SUB:
            return fw.PARTICIPLE
        return fw.ADJ if noun_follows else fw.PARTICIPLE

    def _finish(self, index: int) -> Token:
        token, chosen, word = self._tokens[index], self._tags[index], self._words[index]
        lemma = token.lower
        if word is not None:
            lemma = (word.verb if chosen in fw.VERBAL else word.noun) or token.lower
        elif chosen in {fw.BE, fw.HAVE, fw.DO}:
            lemma = {fw.BE: "be", fw.HAVE: "have", fw.DO: "do"}[chosen]
        return replace(token, tag=chosen, lemma=lemma)
