"""Clauses that state a volume, a duration, a share or a limit: facts about the work, not work."""

from collections.abc import Sequence

from coditect.workflows.rules.language import function_words as fw
from coditect.workflows.rules.language.clauses import Clause
from coditect.workflows.rules.language.tokens import Token
from coditect.workflows.rules.language.wordlist import wordset
from coditect.workflows.rules.process import nouns, verbs

_PERIODS = wordset("hour day week month quarter year")
_TIME_UNITS = wordset("second minute hour day week month quarter year")


def states_a_number(tokens: Sequence[Token], clause: Clause) -> bool:
    """Volumes, durations and limits are facts about the work, not work."""
    main = tokens[clause.group.main].lemma
    after = tokens[clause.group.end : clause.segment.end]
    if _is_share(tokens, clause) or (
        main in verbs.LASTS and any(t.lower in {"long", "longer"} for t in after)
    ):
        return True
    if main in verbs.KEEPS and clause.group.passive and clause.group.modal and _is_duration(after):
        return True  # `the form must be kept for ten years`
    if main not in verbs.LASTS | verbs.COUNTS | verbs.CLOSES:
        return False
    after = tokens[clause.group.end : clause.segment.end]
    if (
        main in verbs.LASTS
        and clause.objects
        and _is_duration(tokens[clause.objects[0].start : clause.objects[0].end])
    ):
        return True
    if main in verbs.COUNTS and clause.objects and not clause.group.passive:
        amount = any(token.tag == fw.NUM for token in tokens[clause.objects[0].start : clause.objects[0].end])
        return amount and any(token.lower in _PERIODS for token in after)
    if main not in verbs.CLOSES or not clause.group.passive or clause.group.modal is None:
        return False
    return any(token.lower in {"within", "in", "by"} for token in after) and _is_duration(after)


def _is_share(tokens: Sequence[Token], clause: Clause) -> bool:
    """`About 5 % of the invoices are wrong`: a measure, whatever is done to them."""
    zone = tokens[clause.segment.start : clause.group.start]
    return any(token.text == "%" or token.lower == "percent" for token in zone)


def _is_duration(tokens: Sequence[Token]) -> bool:
    """`12 minutes`, `about two weeks`."""
    counted = any(token.tag == fw.NUM or token.lower in {"a", "an", "few", "several"} for token in tokens)
    return counted and any(nouns.singular(token.lower) in _TIME_UNITS for token in tokens)
