"""Forms of verbs for sentences of our own: `check` gives `checked`, `write` gives `written`."""

_IRREGULAR = dict(
    pair.split(" ")
    for pair in [
        "write written",
        "send sent",
        "make made",
        "take taken",
        "give given",
        "choose chosen",
        "buy bought",
        "pay paid",
        "build built",
        "draw drawn",
        "get got",
        "put put",
        "set set",
        "read read",
        "cut cut",
        "meet met",
        "find found",
        "hold held",
        "keep kept",
        "sell sold",
        "tell told",
        "see seen",
        "do done",
        "bring brought",
        "teach taught",
        "lend lent",
        "know known",
        "rewrite rewritten",
        "begin begun",
        "run run",
        "leave left",
        "let let",
        "quit quit",
        "bid bid",
        "redo redone",
        "oversee overseen",
        "undertake undertaken",
        "withdraw withdrawn",
        "reset reset",
        "input input",
        "overwrite overwritten",
        "lead led",
        "feed fed",
        "hear heard",
        "think thought",
        "go gone",
        "come come",
        "break broken",
        "speak spoken",
    ]
)
# Verbs with their last letter doubled although it follows an unstressed-looking vowel: `plan`, `refer`.
_DOUBLED = frozenset(
    [
        "plan",
        "stop",
        "ship",
        "scan",
        "refer",
        "submit",
        "commit",
        "permit",
        "transfer",
        "equip",
        "log",
        "tag",
        "map",
        "pin",
        "wrap",
        "drop",
        "rip",
        "zip",
        "swap",
        "trim",
        "admit",
        "omit",
        "prefer",
        "control",
        "cancel",
        "label",
        "label",
        "model",
    ]
)


def participle(verb: str) -> str:
    """`send back` → `sent back`, `plan` → `planned`, `copy` → `copied`."""
    head, space, rest = verb.partition(" ")
    return _of_one(head) + space + rest


def _of_one(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}ed"
