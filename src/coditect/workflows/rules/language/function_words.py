"""Words whose part of speech is fixed: the closed classes of English, and what each class is called.

The tags are few and coarse on purpose: the rules that read them need no finer ones.
"""

from coditect.workflows.rules.language.wordlist import wordset

DET, POSS, PRON, NUM = "DET", "POSS", "PRON", "NUM"
NOUN, NAME, ADJ, ADV = "NOUN", "NAME", "ADJ", "ADV"
BASE, PRESENT, PAST, PARTICIPLE, GERUND = "VB", "VBZ", "VBD", "VBN", "VBG"
MODAL, BE, HAVE, DO = "MODAL", "BE", "HAVE", "DO"
TO, PREP, CONJ, SUB, REL, WH = "TO", "PREP", "CONJ", "SUB", "REL", "WH"
PARTICLE, POSSESSIVE, PUNCT, SYMBOL = "RP", "'S", "PUNCT", "SYM"

NOMINAL = frozenset({NOUN, NAME})
VERBAL = frozenset({BASE, PRESENT, PAST, PARTICIPLE, GERUND})
AUXILIARY = frozenset({MODAL, BE, HAVE, DO})

_CLASSES: dict[str, str] = {
    DET: "the a an this these those each every all both some any no another either neither several many most much few",
    POSS: "my your his its our their whose",
    PRON: "i you he she it we they me him us them himself herself itself themselves myself ourselves yourself "
    "everyone everybody everything someone somebody something anyone anybody anything nobody nothing one",
    MODAL: "can could may might must shall should will would cannot can't couldn't mustn't shouldn't won't wouldn't "
    "'ll i'll we'll they'll he'll she'll it'll you'll",
    BE: "be is are was were am been being isn't aren't wasn't weren't i'm we're they're it's he's she's you're that's",
    HAVE: "have has had having haven't hasn't hadn't i've we've they've",
    DO: "do does did don't doesn't didn't",
    PREP: "of in on at by for from with within without into onto upon about above across against along among around "
    "behind below beneath beside besides between beyond concerning despite down during except inside like near "
    "outside over past per regarding since through throughout toward towards under underneath via versus amid "
    "amongst off including as",
    CONJ: "and or but nor plus",
    SUB: "if when whenever once after before while whereas unless until till because although though where wherever "
    "whether than so lest",
    REL: "who which that whom",
    WH: "what how why",
    ADV: "please not then also again already always never often usually sometimes first firstly secondly thirdly "
    "finally next afterwards afterward later meanwhile meantime otherwise else thus hence therefore however moreover "
    "furthermore additionally immediately now soon still yet too very just only even almost back here there together "
    "once twice instead manually automatically directly subsequently simultaneously concurrently accordingly lastly "
    "ultimately eventually thereafter thereby well ahead away daily weekly monthly",
    PARTICLE: "up out",
    NUM: "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety "
    "hundred thousand million",
    ADJ: "other such same own certain various second third last former latter",
}

CLOSED: dict[str, str] = {
    word: tag for tag, words in reversed(_CLASSES.items()) for word in words.split()
} | {
    "to": TO,
    "once": SUB,
    "since": SUB,
    "'s": POSSESSIVE,
    "’s": POSSESSIVE,
    "&": CONJ,
    "her": POSS,
    "and/or": CONJ,
}

NEGATIONS = wordset("not never no cannot n't without nor neither hardly")
SUBJECT_PRONOUNS = wordset("i you he she it we they who everyone somebody someone nobody anyone")


def negates(word: str) -> bool:
    """`not`, `never`, `doesn't` and the like."""
    return word in NEGATIONS or word.endswith(("n't", "n’t"))
