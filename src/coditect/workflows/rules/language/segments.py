"""Segments of a sentence: where subordinate clauses and connectors begin and end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language import markers
from coditect.workflows.rules.language.markers import Marker, Role
from coditect.workflows.rules.language.phrases import NounPhrase, VerbGroup
from coditect.workflows.rules.language.tokens import Token
from coditect.workflows.rules.language.wordlist import wordset

_ASKS = wordset(
    "check verify decide determine see ask examine test evaluate assess confirm investigate inspect validate"
)
_SHORT_CONDITION = 5
"""`if necessary ,` and `if yes ,` have no verb."""


@dataclass(frozen=True, slots=True)
class Segment:
    """tokens[start:end] play one role; `opener` is the connector it begins with (`otherwise`)."""

    role: Role
    start: int
    end: int
    marker: Marker | None = None


def segments_of(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], groups: Sequence[VerbGroup]
) -> list[Segment]:
    """The segments of a sentence in order."""
    return _Segmenter(tokens, phrases, groups).run()


class _Segmenter:
    """Reads a sentence from left to right and cuts it where the role changes."""

    def __init__(
        self, tokens: Sequence[Token], phrases: Sequence[NounPhrase], groups: Sequence[VerbGroup]
    ) -> None:
        self._tokens = tokens
        self._words = markers.words_of(tokens)
        self._phrase_at = {phrase.start: phrase for phrase in phrases}
        self._inside = {
            position: phrase for phrase in phrases for position in range(phrase.start + 1, phrase.end)
        }
        self._group_at = {group.start: group for group in groups}
        self._done: list[Segment] = []
        self._open = Segment("main", 0, 0)
        self._verbs = 0

    def run(self) -> list[Segment]:
        index = 0
        while index < len(self._tokens):
            index = self._step(index)
        self._close(len(self._tokens))
        return self._done

    def _step(self, index: int) -> int:
        if index in self._inside:
            return index + 1
        marker = self._connector(index) or self._marker(index)
        if marker:
            self._begin(marker.role, marker.start, marker.end, marker)
            return marker.end
        if self._tokens[index].tag == fw.REL:
            asks = index > 0 and self._tokens[index - 1].verbal  # `decides which articles are published`
            self._begin("content" if asks else "relative", index, index, None)
        elif self._tokens[index].tag == fw.WH or (
            self._tokens[index].lower == "that" and self._tokens[index].tag == fw.SUB
        ):
            self._begin("content", index, index + 1, None)
        elif self._returns_to_main(index):
            at = index + 1 if self._tokens[index].text in ",;:" else index
            self._begin("main", at, at, None)
        if index in self._group_at:
            group = self._group_at[index]
            self._verbs += group.finite
            return max(group.end, index + 1)
        return index + 1

    def _begin(self, role: Role, boundary: int, start: int, marker: Marker | None) -> None:
        self._close(boundary)
        self._open = Segment(role, start, start, marker)
        self._verbs = 0

    def _close(self, end: int) -> None:
        if end > self._open.start or self._open.marker:
            self._done.append(replace(self._open, end=max(end, self._open.start)))

    def _marker(self, index: int) -> Marker | None:
        marker = markers.subordinator_at(self._words, index)
        if marker is None or (marker.phrase in markers.NEED_VERB and not self._verb_before_comma(marker.end)):
            return None
        if marker.phrase == "where" and self._opens_sentence(index):
            return replace(marker, role="condition")  # `Where the figures differ, the buyer asks`
        if (
            marker.phrase == "if"
            and index
            and self._tokens[index - 1].lemma in _ASKS
            and self._tokens[index - 1].verbal
        ):
            return replace(marker, role="content")  # `checks if all parts are there`
        return marker

    def _opens_sentence(self, index: int) -> bool:
        commas = any(token.text == "," for token in self._tokens[index:])
        return commas and (index == 0 or self._tokens[index - 1].text == ";")

    def _connector(self, index: int) -> Marker | None:
        """Connectors stand first in their clause, or after a comma."""
        marker = markers.connector_at(self._words, index)
        if marker is None or marker.role in {"otherwise", "former", "this_case"}:
            return marker
        before = self._tokens[index - 1] if index else None
        opens = before is None or before.text in ",;:" or before.tag == fw.CONJ
        return marker if opens else None

    def _verb_before_comma(self, index: int) -> bool:
        position = index
        while position < len(self._tokens) and self._tokens[position].text not in ",;:":
            group = self._group_at.get(position)
            if group and (
                group.finite or group.passive or (position == index and self._lacks_subject(group))
            ):
                return True
            position += 1
        return False

    def _lacks_subject(self, group: VerbGroup) -> bool:
        """`after checking`, `after having checked`."""
        return group.form == fw.GERUND or self._tokens[group.start].lower == "having"

    def _returns_to_main(self, index: int) -> bool:
        """Whether the main clause goes on here, after a subordinate one."""
        if self._open.role in markers.INDEPENDENT:
            return False
        token, length = self._tokens[index], index - self._open.start
        if token.text in ",;" or (token.text == ":" and self._open.role in {"condition", "unless"}):
            complete = self._verbs > 0 or length <= _SHORT_CONDITION or self._nominal()
            return complete and (
                self._main_follows(index + 1) or (self._nominal() and self._open.role != "relative")
            )
        if token.lower == "then" and self._open.role in {"condition", "unless", "when"}:
            return self._verbs > 0 or self._tokens[index - 1].text == ","
        if self._nominal() and length > 0 and self._new_subject(index):
            return True  # `in case of doubt she calls the doctor`
        if self._verbs == 0:
            return False
        if token.tag == fw.CONJ and self._main_goes_on(index):
            return True
        if self._open.role == "relative" and index in self._group_at:
            group = self._group_at[index]
            return (
                group.finite
                and self._tokens[index - 1].tag not in {fw.CONJ, fw.ADV, fw.REL}
                and self._tokens[index - 1].text != ","
            )
        return self._new_subject(index)

    def _main_goes_on(self, index: int) -> bool:
        """`checks whether the form is complete and files it`: like the main verb, unlike the one just before."""
        group = self._group_at.get(self._skip_adverbs(index + 1))
        if (
            group is None
            or group.form not in {fw.PRESENT, fw.PAST}
            or self._open.role not in {"content", "purpose"}
        ):
            return False
        inside = [g for at, g in sorted(self._group_at.items()) if self._open.start <= at < index]
        before = [g for at, g in sorted(self._group_at.items()) if at < self._open.start and g.finite]
        auxiliary = bool(inside) and self._tokens[inside[-1].start].auxiliary
        return auxiliary and bool(before) and before[-1].form == group.form

    def _nominal(self) -> bool:
        marker = self._open.marker
        return marker is not None and marker.phrase.endswith(" of")

    def _new_subject(self, index: int) -> bool:
        """`If the request is rejected [the process will end]`: a phrase with a verb of its own, not an object."""
        phrase = self._phrase_at.get(index)
        before = self._tokens[index - 1]
        if phrase is None or before.tag in {fw.PREP, fw.CONJ, fw.TO, fw.SUB, fw.REL} or before.text in ",;(":
            return False
        group = self._group_at.get(self._skip_adverbs(phrase.end))
        return group is not None and group.finite and (group.form != fw.PAST or phrase.pronoun)

    def _skip_adverbs(self, index: int) -> int:
        while index < len(self._tokens) and self._tokens[index].tag == fw.ADV:
            index += 1
        return index

    def _main_follows(self, index: int) -> bool:
        """Subject and verb, a command, or a new connector stand here."""
        index = self._skip_adverbs(index)
        if index < len(self._tokens) and self._tokens[index].tag == fw.CONJ:
            index = self._skip_adverbs(index + 1)
        if index >= len(self._tokens):
            return False
        if group := self._group_at.get(index):
            goes_on = group.finite and (
                self._open.role == "relative" or self._interrupts() or self._opens_without_subject(group)
            )
            return goes_on or group.form == fw.BASE or tokens_command(self._tokens, group)
        if self._marker(index) or self._connector(index):
            return True
        return self._subject_then_verb(index)

    def _opens_without_subject(self, group: VerbGroup) -> bool:
        """`If documents are missing, requests them`: notes leave out the subject that the column names."""
        commas = any(token.text == "," for token in self._tokens[group.end :])
        return group.form == fw.PRESENT and self._open.role in {"condition", "when"} and not commas

    def _interrupts(self) -> bool:
        """`checks the form and , if it is complete , files it`."""
        earlier = self._done[-1] if self._done else None
        if earlier is None or earlier.role not in markers.INDEPENDENT or earlier.end == 0:
            return False
        return self._tokens[earlier.end - 1].tag == fw.CONJ or self._tokens[earlier.end - 1].text == ","

    def _subject_then_verb(self, index: int) -> bool:
        """Phrases up to a finite verb, with no comma that would end a list first."""
        seen = False
        while index < len(self._tokens):
            token = self._tokens[index]
            if group := self._group_at.get(index):
                if group.finite or not seen:
                    return seen and group.finite
                index = group.end  # `a list explaining the reason is …`
            elif phrase := self._phrase_at.get(index):
                seen, index = True, phrase.end
            elif (
                token.tag in {fw.PREP, fw.CONJ, fw.ADV, fw.REL}
                or token.text in "()/"
                or (token.text == "," and seen)
            ):
                index += 1
            else:
                return False
        return False


def tokens_command(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """`do not accept it`, `always file the form`."""
    return tokens[group.start].lower in {"do", "don't", "please"} and group.form == fw.BASE
