"""Tables of words, written as running text so that they can be read."""


def wordset(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phraseset(text: str) -> frozenset[str]:
    """Phrases of several words, between vertical bars."""
    return frozenset(text.split("|"))
