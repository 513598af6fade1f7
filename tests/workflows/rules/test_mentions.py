"""Mentions and relations: the exact words, and how they relate."""

from coditect.workflows import rules

TEXT = (
    "The storehouse checks the part list. If the part is available, it is reserved. "
    "Otherwise, the storehouse orders the part from the supplier. The engineer informs the customer."
)


def mentions(kind: str) -> list[str]:
    return [mention.text for mention in rules.analyse(TEXT).mentions if mention.kind == kind]


def relations(kind: str) -> list[tuple[str, str]]:
    analysis = rules.analyse(TEXT)
    text = {mention.id: mention.text for mention in analysis.mentions}
    return [
        (text[relation.head], text[relation.tail]) for relation in analysis.relations if relation.kind == kind
    ]


def test_mentions_are_the_exact_words() -> None:
    assert mentions("activity") == ["checks", "reserved", "orders", "informs"]
    assert mentions("object") == ["the part list", "it", "the part"]
    assert mentions("xor") == ["If", "Otherwise"]
    assert mentions("condition") == ["the part is available"]
    assert mentions("actor") == [
        "The storehouse",
        "the storehouse",
        "the supplier",
        "The engineer",
        "the customer",
    ]


def test_relations_follow_the_text() -> None:
    assert relations("flow") == [
        ("checks", "If"),
        ("If", "the part is available"),
        ("the part is available", "reserved"),
        ("Otherwise", "orders"),
        ("reserved", "informs"),
        ("orders", "informs"),
    ]
    assert ("informs", "the customer") in relations("receives")
    assert ("checks", "The storehouse") in relations("performs")
    assert ("checks", "the part list") in relations("uses")
