"""Activities: which clauses tell that somebody does something, to what, for whom and how."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.clauses import Clause, Parsed
from coditect.workflows.rules.language.markers import INDEPENDENT, Role
from coditect.workflows.rules.language.phrases import NounPhrase
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs
from coditect.workflows.rules.process.activity import Activity
from coditect.workflows.rules.process.arguments import Arguments, antecedent, is_time
from coditect.workflows.rules.process.measures import states_a_number
from coditect.workflows.rules.process.references import References

_LATE_PARTICLES = wordset("back over out up off down in away")
# `Large orders require approval`: the noun names the work.
_REQUIRED_WORK = wordset(
    "approval check review signature inspection confirmation authorization authorisation verification"
)
_PARTING = wordset("best cheers regards thanks greetings sincerely yours kind")
_SHORT_PARTING = 5
_SPECULATIVE = wordset("would could might wouldn't couldn't")
_TELLING: frozenset[Role] = INDEPENDENT | {"when", "before", "while", "relative"}
_BACKGROUND = wordset("company firm organization organisation enterprise university corporation")


class ActivityReader:
    """Reads the activities of one sentence, given which names are known to act."""

    def __init__(self, text: str, parsed: Parsed, acting: frozenset[str], *, item: bool) -> None:
        self.references = References(text, parsed, acting)
        self._parsed = parsed
        self._item = item

    def activities(self) -> Iterator[Activity]:
        told = [
            self._activity(position, clause)
            for position, clause in enumerate(self._parsed.clauses)
            if self._tells(position, clause)
        ]
        yield from self._with_shared_subject(self._with_shared_agent(told))

    def _with_shared_subject(self, told: list[Activity]) -> list[Activity]:
        """`reviews the report before sending it`, `After checking it, the clerk files it`: the same one does both."""
        for position, activity in enumerate(told):
            group = self._parsed.groups[activity.group]
            having = self._parsed.tokens[group.start].lower == "having"
            alone = group.form == fw.GERUND and activity.role in {"when", "before"} and not group.finite
            if not (alone or having) or activity.performers or (activity.passive and not having):
                continue
            others = (*told[:position][::-1], *told[position + 1 :])
            main = next((one for one in others if one.role == "main" and one.performers), None)
            if main is not None and not main.passive:
                told[position] = replace(activity, performers=main.performers, inherited=True, passive=False)
        return told

    def _with_shared_agent(self, told: list[Activity]) -> list[Activity]:
        """`Mail is opened, stamped and scanned by the mail room`: all of it by the same."""
        for position in range(len(told) - 1, 0, -1):
            later, earlier = told[position], told[position - 1]
            same = self._parsed.clauses[later.group].segment == self._parsed.clauses[earlier.group].segment
            passive = later.passive and earlier.passive and later.inherited
            if same and passive and later.performers and not earlier.performers:
                told[position - 1] = replace(earlier, performers=later.performers)
        return told

    # Which clauses tell of work

    def _about_the_work(self, clause: Clause) -> bool:
        """`Once both tasks are completed`, `two activities, which are done in any order`: nothing new is done."""
        involved = clause.objects or clause.subject
        if any("following" in self.references.of(phrase).words for phrase in involved):
            return self.references.of(involved[0]).head in nouns.WORK_WORDS
        if clause.segment.role in {"relative", "when"} and not involved:
            known = antecedent(self.references, self._parsed, clause)
            return known is not None and known.head in nouns.WORK_WORDS
        return clause.segment.role in {"relative", "when"} and any(
            self.references.of(phrase).head in nouns.WORK_WORDS for phrase in involved
        )

    def _tells(self, position: int, clause: Clause) -> bool:
        group = clause.group
        telling = clause.segment.role in _TELLING or self._is_reported_work(clause)
        if not telling or group.negated or group.modal in _SPECULATIVE:
            return False
        if self._merely_helps(clause) or self._is_state(clause) or self._is_control(position):
            return False
        if (
            self._merely_happens(clause)
            or states_a_number(self._parsed.tokens, clause)
            or self._small_talk(clause)
        ):
            return False
        if (
            self._about_the_work(clause)
            or self.closes(clause)
            or self.repeats(clause)
            or self._is_background(clause)
            or self._reported(clause)
        ):
            return False
        if group.to:
            return self._completes_control(position)
        if group.form == fw.GERUND:
            return self._gerund_tells(position, clause)
        if group.form == fw.PARTICIPLE and not group.passive and not group.finite:
            if self._parsed.tokens[group.start].lower == "having":
                return clause.segment.role in {"when", "before"} or clause.group.start == 0
            return self._item and len(self._parsed.clauses) == 1
        if clause.segment.role == "relative":
            return self._relative_tells(clause)
        return group.finite or group.passive

    def _merely_helps(self, clause: Clause) -> bool:
        """A lone `is` or `has`, `makes sure that`; `the mechanic does it` is work."""
        main = self._parsed.tokens[clause.group.main]
        if [token.lower for token in self._parsed.tokens[clause.group.end : clause.group.end + 1]] == [
            "sure"
        ]:
            return True
        return main.auxiliary and not (main.tag == fw.DO and clause.objects and clause.subject)

    def verb(self, clause: Clause) -> str:
        tokens = self._parsed.tokens
        particles = [token.lower for token in tokens[clause.group.main + 1 : clause.group.end]]
        if not particles and (late := self._late_particle(clause)):
            particles = [late]
        return " ".join([tokens[clause.group.main].lemma, *particles])

    def _late_particle(self, clause: Clause) -> str | None:
        """`sends it back`, `hands the key over`: the particle stands behind the object."""
        if not clause.objects or clause.objects[0].end >= len(self._parsed.tokens):
            return None
        token = self._parsed.tokens[clause.objects[0].end]
        following = self._parsed.tokens[clause.objects[0].end + 1 : clause.objects[0].end + 2]
        noun_follows = bool(following) and following[0].tag in {
            fw.DET,
            fw.POSS,
            fw.NOUN,
            fw.NAME,
            fw.ADJ,
            fw.NUM,
        }
        return token.lower if token.lower in _LATE_PARTICLES and not noun_follows else None

    def _preposition_of(self, clause: Clause) -> int | None:
        """Index of `for` in `wait for the product`: part of the verb."""
        tokens, end = self._parsed.tokens, clause.group.end
        known = verbs.WITH_PREPOSITION.get(tokens[clause.group.main].lemma, ())
        return end if end < len(tokens) and tokens[end].lower in known else None

    def _is_state(self, clause: Clause) -> bool:
        verb = self.verb(clause)
        if verb not in verbs.STATES or self._preposition_of(clause) is not None:
            return False
        if verb == "require" and clause.group.passive and clause.subject:
            return self.references.of(clause.subject[0]).head not in _REQUIRED_WORK
        if verb == "require" and clause.objects and not clause.group.passive:
            return self.references.of(clause.objects[0]).head not in _REQUIRED_WORK
        acting = not clause.subject or any(
            self.references.acts(self.references.of(phrase)) for phrase in clause.subject
        )
        if clause.group.passive and verb in verbs.STATES_DONE and clause.segment.role != "relative":
            return False
        if clause.subject and acting and clause.group.finite and not clause.objects:
            if verb in verbs.CALLS and not clause.group.passive:
                return False
            if verb in verbs.LOOKS and self._content(clause):
                return False
        worked_on = any(not is_time(self._parsed.tokens[o.start : o.end]) for o in clause.objects)
        return not (verb in verbs.STATES_WITHOUT_OBJECT and worked_on and acting and clause.group.finite)

    def _merely_happens(self, clause: Clause) -> bool:
        """`Once the part has arrived`, `orders come in`, `as soon as it is running`: nobody does it."""
        if clause.group.form == fw.GERUND and clause.segment.role == "when" and clause.group.finite:
            return not clause.objects
        if (
            self._parsed.tokens[clause.group.main].lemma not in verbs.HAPPENS
            or clause.objects
            or clause.group.passive
            or not clause.subject
        ):
            return False
        people = any(self.references.acts(self.references.of(phrase)) for phrase in clause.subject)
        return not people and not any(
            self._to_somebody(preposition, phrase) for preposition, phrase in clause.prepositional
        )

    def _to_somebody(self, preposition: int, phrase: NounPhrase) -> bool:
        """`it goes to the purchase department`: a hand-over after all."""
        return self._parsed.tokens[preposition].tag == fw.TO and phrase.start > preposition

    def _small_talk(self, clause: Clause) -> bool:
        """`You asked how we work`: the reader is addressed, and it is over."""
        words = [token.lower for token in self._parsed.tokens]
        if ("no", "idea") in pairwise(words):
            return True  # `No idea, ask Petra.`
        if words and words[0] in _PARTING and len(words) <= _SHORT_PARTING:
            return True  # `Best, Kim`
        return clause.group.form == fw.PAST and any(
            self._parsed.tokens[phrase.head].lower == "you" for phrase in clause.subject
        )

    def _is_control(self, position: int) -> bool:
        """`tries to negotiate`: the next verb is the activity."""
        return (
            self._controls_next(position)
            and self._parsed.tokens[self._parsed.groups[position].main].lemma in verbs.CONTROLS
        )

    def _controls_next(self, position: int) -> bool:
        groups, tokens = self._parsed.groups, self._parsed.tokens
        if position + 1 >= len(groups):
            return False
        following = groups[position + 1]
        between = [token for token in tokens[groups[position].end : following.start] if token.tag != fw.ADV]
        if following.to:
            return all(token.tag in {fw.TO, fw.ADJ} for token in between)
        return following.form == fw.GERUND and all(
            token.tag in {fw.PREP, fw.ADJ} or token.lower in {"charge", "responsible"} for token in between
        )

    def _completes_control(self, position: int) -> bool:
        """`has to be entered`, `is required to sign`; not `sends it to inform`."""
        if self._coordinated_with_last(position, fw.BASE):
            return self._tells(position - 1, self._parsed.clauses[position - 1])
        if position == 0 or not self._controls_next(position - 1):
            return False
        earlier = self._parsed.tokens[self._parsed.groups[position - 1].main]
        return earlier.lemma in verbs.CONTROLS | {"be"} or earlier.auxiliary

    def _gerund_tells(self, position: int, clause: Clause) -> bool:
        group, tokens = clause.group, self._parsed.tokens
        if group.finite and any(token.tag == fw.BE for token in tokens[group.start : group.main]):
            return True
        if clause.segment.role in {"when", "before"} and group.start == clause.segment.start:
            return True
        if group.start == 0 and self._item:
            return not any(other.finite for other in self._parsed.groups)
        if self._coordinated_with_last(position, fw.GERUND):
            return self._gerund_tells(position - 1, self._parsed.clauses[position - 1])
        return (
            position > 0
            and self._controls_next(position - 1)
            and (tokens[self._parsed.groups[position - 1].main].lemma in verbs.CONTROLS)
        )

    def _coordinated_with_last(self, position: int, form: str) -> bool:
        """`responsible for collecting the forms and filing them`, `has to invite all and to book a room`."""
        if position == 0:
            return False
        earlier, group = self._parsed.groups[position - 1], self._parsed.groups[position]
        first = group.start - (2 if group.to else 1)
        if self._parsed.tokens[first].tag == fw.PREP:
            first -= 1  # `responsible for planning and for assigning`
        same = self._parsed.clauses[position - 1].segment == self._parsed.clauses[position].segment
        return same and earlier.form == form == group.form and self._parsed.tokens[first].tag == fw.CONJ

    def _relative_tells(self, clause: Clause) -> bool:
        """`a handler , who calculates …`: something is done by the one just named."""
        if self._goes_on_with_another(clause):
            return True
        known = antecedent(self.references, self._parsed, clause)
        if known is None:
            return False
        if not self.references.acts(known):
            before = self._parsed.tokens[clause.segment.start - 1]
            return clause.group.passive and before.text == ","  # `a proof , which is sent to the author`
        later = [
            s for s in self._parsed.segments if s.start >= clause.segment.end and s is not clause.segment
        ]
        return all(s.role in {"content", "purpose", "until"} or s.end - s.start <= 1 for s in later)

    def _goes_on_with_another(self, clause: Clause) -> bool:
        """`the list, which the drivers then pick up`, `…, after which the manager signs`: somebody else goes on."""
        own = clause.subject and not clause.inherited and clause.group.finite
        if not own or clause.subject[0].start <= clause.segment.start:
            return False
        before = self._parsed.tokens[max(0, clause.segment.start - 2) : clause.segment.start]
        people = all(self.references.acts(self.references.of(phrase)) for phrase in clause.subject)
        return people and any(token.text == "," for token in before)

    def closes(self, clause: Clause) -> bool:
        """`the process ends`, `finishes the process instance`: an event, not work."""
        verb = self.verb(clause)
        if verb not in verbs.ENDS | verbs.BEGINS and not (verb == "create" and clause.group.passive):
            return False
        involved = clause.objects or clause.subject
        return any(self.references.of(phrase).head in nouns.PROCESS_WORDS for phrase in involved)

    def repeats(self, clause: Clause) -> bool:
        """`this procedure is repeated`, `the procedure starts again`: a loop, not work."""
        after = self._parsed.tokens[clause.group.end : clause.group.end + 1]
        anew = bool(after) and after[0].lower in {"again", "anew", "over"} and self.closes(clause)
        return self.verb(clause) in verbs.REPEATS or (anew and self.verb(clause) in verbs.BEGINS)

    def _reported(self, clause: Clause) -> bool:
        """`It happens that he asks before he describes the job`: inside what is merely told."""
        position = self._parsed.segments.index(clause.segment)
        return (
            clause.segment.role not in INDEPENDENT
            and position > 0
            and self._parsed.segments[position - 1].role == "content"
        )

    def _is_reported_work(self, clause: Clause) -> bool:
        """`Eva explained that requests are signed off by Jo`, `makes sure that every van is inspected`."""
        position = self._parsed.segments.index(clause.segment)
        if clause.segment.role != "content" or self._parsed.tokens[clause.segment.start - 1].lower != "that":
            return False
        before = [group for group in self._parsed.groups if group.start < clause.segment.start]
        return (
            position > 0
            and bool(before)
            and self._parsed.segments[position - 1].role == "main"
            and (
                self._parsed.tokens[before[-1].main].lemma in verbs.REPORTS
                or self._parsed.tokens[clause.segment.start - 2].lower == "sure"
            )
        )

    def _is_background(self, clause: Clause) -> bool:
        """`A small company manufactures bicycles`: says who they are, not what they do now."""
        if len(clause.subject) != 1 or clause.segment.role != "main":
            return False
        subject = clause.subject[0]
        determiner = self._parsed.tokens[subject.start]
        return determiner.lower in {"a", "an", "our"} and self.references.of(subject).head in _BACKGROUND

    # What stands around the verb

    def _content(self, clause: Clause) -> tuple[int, int] | None:
        tokens, segments = self._parsed.tokens, self._parsed.segments
        if self.verb(clause) in verbs.ADDRESSES and (asked := self._asked_to(clause)):
            return asked
        position = segments.index(clause.segment) + 1
        if position >= len(segments) or segments[position].role != "content" or clause.objects:
            return None
        words = [token for token in tokens[clause.segment.end : segments[position].end] if token.is_word]
        adjacent = all(
            token.tag in {fw.ADV, fw.SUB} or not token.is_word
            for token in tokens[clause.group.end : clause.segment.end]
        )
        return (words[0].start, words[-1].end) if words and adjacent else None

    def _asked_to(self, clause: Clause) -> tuple[int, int] | None:
        """`asks the nurse [to prepare the patient]`."""
        position = self._parsed.groups.index(clause.group) + 1
        following = self._parsed.groups[position] if position < len(self._parsed.groups) else None
        if following is None or not following.to or following.start >= clause.segment.end:
            return None
        if not clause.objects or clause.objects[-1].end != following.start - 1:
            return None
        words = [t for t in self._parsed.tokens[following.start - 1 : clause.segment.end] if t.is_word]
        return words[0].start, words[-1].end

    def _activity(self, position: int, clause: Clause) -> Activity:
        tokens, group = self._parsed.tokens, clause.group
        passive = group.passive or (group.form == fw.PARTICIPLE and not group.finite)
        verb, preposition = self.verb(clause), self._preposition_of(clause)
        parts = Arguments(self.references, self._parsed, clause, verb, passive=passive)
        return Activity(
            verb=f"{verb} {tokens[preposition].lower}" if preposition else verb,
            start=tokens[group.main].start,
            end=tokens[preposition].end if preposition else tokens[group.end - 1].end,
            first=min(
                [tokens[group.start].start, *(tokens[phrase.start].start for phrase in clause.subject)]
            ),
            last=parts.last,
            role=clause.segment.role,
            passive=passive,
            modal=group.modal,
            command=group.form == fw.BASE and not clause.subject,
            performers=parts.performers,
            inherited=clause.inherited,
            objects=parts.objects,
            object_span=parts.object_span,
            recipients=parts.recipients,
            sources=parts.sources,
            manner=parts.manner,
            attached=parts.attached,
            preposition=parts.preposition,
            content=self._content(clause),
            group=position,
        )
