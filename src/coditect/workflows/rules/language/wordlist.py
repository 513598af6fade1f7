"""Tables of words, written as running text so that they can be read."""


def wordset(text: str) -> frozenset[str]:
    return frozenset(text.split())
