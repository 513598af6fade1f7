"""What a word can be: its possible parts of speech and base forms, from two lexicons that ship inside packages.

lemminflect knows the readings of 80,000 forms; the lexicon inside textblob knows which reading of 94,000 forms is
usual. Both are read as files: importing the packages would load nltk and numpy, and take a second.
"""

import gzip
import importlib.util
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from coditect.workflows.rules.language.function_words import BASE, GERUND, PARTICIPLE, PAST, PRESENT
from coditect.workflows.rules.language.wordlist import wordset

# Irregular verbs whose past tense and participle differ; any other past form can be both.
_PARTICIPLE_ONLY = wordset(
    "written taken given chosen known shown seen done gone drawn broken spoken driven begun forgotten "
    "frozen hidden stolen torn worn thrown grown withdrawn undertaken overseen risen fallen arisen "
    "rewritten overtaken redone"
)
_PAST_ONLY = wordset(
    "wrote took gave chose knew saw did went drew broke spoke drove began forgot froze hid stole tore "
    "wore threw grew withdrew undertook oversaw rose fell arose came became rewrote overtook ran"
)
# Base forms that are also their own past: `the clerk put`, `the file is put`.
_SAME_IN_PAST = wordset(
    "typeset broadcast forecast put set cut let hit cost read split shut quit bid reset input upload come become run"
)
_PREFIXES = ("re", "de", "un", "pre", "over", "under", "mis", "auto", "co", "back", "cross", "double")
# Business verbs that the lexicons miss.
# Adjectives that stand for a department: `accounts payable`.
_EXTRA_NOUNS = wordset("payable receivable legal")
_EXTRA_VERBS = wordset(
    "onboard offboard backorder email e-mail invoice rebook reroute triage escalate prioritise prioritize "
    "digitise digitize reorder resubmit pre-approve cc fax requote reassign login log login restock "
    "upsell timestamp"
)
# Rare verb readings that mislead more than they help: nouns in practice.
_NOUNS_ONLY = (
    wordset(
        "customer customers invoice invoices department departments office offices part parts party parties "
        "mail item items number numbers case cases form forms time times manager page pages person people "
        "step steps bill bills price prices bank banks service services process processes system systems team "
        "teams store stores table tables report reports result results amount amounts question questions "
        "document documents reason reasons value values account accounts interest program author doctor nurse "
        "nurses officer patient patients staff client clients supplier product products message messages "
        "letter letters fee fees parcel parcels agent driver email emails ticket tickets template templates "
        "father mother water day week month year sample samples warehouse minute minutes second seconds hour "
        "hours level levels condition conditions head heads room rooms evidence purpose experience function "
        "functions position positions group groups data type chair board court counter credit balance "
        "desk purchase quantity error errors e-mail e-mails fax faxes stock material materials bed beds ward wards plant plants crew crews"
    )
    - _EXTRA_VERBS
)
# … of which these are verbs all the same where only a verb fits (`to invoice`, `will bill`, `you report`).
_RARELY_VERBS = wordset(
    "invoice invoices report reports document documents process processes store stores price prices bill "
    "bills mail email emails e-mail e-mails question questions group groups sample samples purchase form forms heads "
    "number credit stock part head function service case group fax faxes program balance bank"
)


@dataclass(frozen=True, slots=True)
class Word:
    """The readings of a form: base forms by part of speech, and which verb forms it can be."""

    noun: str | None
    verb: str | None
    adjective: bool
    adverb: bool
    verb_forms: frozenset[str]
    usual: str
    """Penn tag of its most frequent reading; empty when unknown."""
    rarely_verb: bool

    @property
    def known(self) -> bool:
        return bool(self.noun or self.verb or self.adjective or self.adverb or self.usual)


def _packaged(package: str, *path: str) -> Path:
    """A data file of an installed package, found without importing the package."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent.joinpath(*path)


@cache
def _usual_tags() -> dict[str, str]:
    lines = _packaged("textblob", "en", "en-lexicon.txt").read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if " " in line)


@cache
def _lemmas() -> dict[str, dict[str, str]]:
    """Base forms by form and part of speech: `checks` → noun check, verb check."""
    table: dict[str, dict[str, str]] = {}
    with gzip.open(_packaged("lemminflect", "resources", "lemma_lu.csv.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            form, part, lemmas = line.rstrip("\n").split(",", 2)
            table.setdefault(form, {})[part] = lemmas.split("/", 1)[0]
    return table


@lru_cache(maxsize=50_000)
def look_up(form: str) -> Word:
    """All readings of a lower-case form."""
    entry = _lemmas().get(form, {})
    usual = _usual_tags().get(form, "")
    noun = entry.get("noun") or (
        _unknown_noun(form) if usual.startswith("NN") or form in _EXTRA_NOUNS else None
    )
    verb = entry.get("verb") or _extra_verb(form) or _unknown_verb(form, known=bool(entry))
    if verb and form in _NOUNS_ONLY and form not in _RARELY_VERBS:
        verb = None
    if not entry and not verb:
        noun = _unknown_noun(form)
    return Word(
        noun=noun,
        verb=verb,
        adjective="adj" in entry or usual == "JJ" or _looks_adjectival(form, known=bool(entry)),
        adverb="adv" in entry or (not entry and form.endswith("ly")),
        verb_forms=_verb_forms(form, verb) if verb else frozenset(),
        usual=usual,
        rarely_verb=form in _RARELY_VERBS,
    )


def _extra_verb(form: str) -> str | None:
    return next((base for base in _bases(form) if base in _EXTRA_VERBS), None)


def _bases(form: str) -> list[str]:
    """Candidates for the base form of a regular verb form: backordered → backordere?, backorder."""
    bases = [form]
    for ending, repairs in (
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
        ("ied", ("y",)),
        ("ed", ("e", "")),
    ):
        if form.endswith(ending):
            bases += [form[: -len(ending)] + repair for repair in repairs]
    if form.endswith("ing"):
        bases += [form[:-3], form[:-3] + "e"]
    return bases


def _unknown_verb(form: str, *, known: bool) -> str | None:
    """Hyphenated and prefixed verbs (`re-submits`, `back-ordered`), and slips like `confirmes`."""
    if known:
        return None
    prefix, hyphen, rest = form.rpartition("-")
    if hyphen and prefix.isalpha() and "verb" in (entry := _lemmas().get(rest, {})):
        return f"{prefix}-{entry['verb']}" if "noun" not in entry or prefix in _PREFIXES else None
    for prefix in _PREFIXES:
        if form.startswith(prefix) and "verb" in (entry := _lemmas().get(form.removeprefix(prefix), {})):
            return prefix + entry["verb"]
    for base in _bases(form)[1:]:
        if "verb" in (entry := _lemmas().get(base, {})):
            return entry["verb"]
    return form[:-2] if form.endswith("ed") and len(form) > 4 else None


def _unknown_noun(form: str) -> str:
    plural = len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is"))
    return form[:-1] if plural else form


def _looks_adjectival(form: str, *, known: bool) -> bool:
    return not known and form.endswith(("able", "ible", "ful", "less", "ous", "-based", "-free"))


def _verb_forms(form: str, base: str) -> frozenset[str]:
    if form == base:
        return frozenset({BASE, PAST, PARTICIPLE}) if form in _SAME_IN_PAST else frozenset({BASE})
    if form.endswith("ing"):
        return frozenset({GERUND})
    if form in _PARTICIPLE_ONLY:
        return frozenset({PARTICIPLE})
    if form in _PAST_ONLY:
        return frozenset({PAST})
    if form.endswith("s") and not form.endswith("ss"):
        return frozenset({PRESENT})
    return frozenset({PAST, PARTICIPLE})


def lemma(form: str, *, verb: bool = False) -> str:
    """Base form of a word, read as a noun unless told otherwise."""
    word = look_up(form.lower())
    return (word.verb if verb else word.noun) or word.noun or form.lower()


def known_word(form: str) -> bool:
    """Whether either lexicon has the form; tells English from other languages."""
    return form in _lemmas() or form in _usual_tags()
