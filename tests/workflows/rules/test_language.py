"""The layers below: layout, sentences, tags."""

import pytest

from coditect.workflows.rules.language.layout import blocks
from coditect.workflows.rules.language.sentences import sentences
from coditect.workflows.rules.language.tagging import tag
from coditect.workflows.rules.language.tokens import tokenise


def tags(text: str) -> dict[str, str]:
    return {token.text: token.tag for token in tag(tokenise(text, 0, len(text)))}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The clerk checks the form.", "checks", "VBZ"),
        ("The checks are done.", "checks", "NOUN"),
        ("The customer orders are late.", "orders", "NOUN"),
        ("Order the parts.", "Order", "VB"),
        ("The order is late.", "order", "NOUN"),
        ("The form must be complete.", "complete", "ADJ"),
        ("Complete the form.", "Complete", "VB"),
        ("The form is reviewed.", "reviewed", "VBN"),
        ("The clerk reviewed the form.", "reviewed", "VBD"),
        ("The approved form is filed.", "approved", "ADJ"),
        ("It is sent to accounting.", "accounting", "NOUN"),
        ("They report the fault to the IT department.", "IT", "NAME"),
        ("The nurse who registered the patient measures the pulse.", "measures", "VBZ"),
    ],
)
def test_verbs_and_nouns_are_told_apart(text: str, word: str, expected: str) -> None:
    assert tags(text)[word] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Dr. Miller. He waits.", ["See Dr. Miller.", "He waits."]),
        ("Use a form, e.g. Form 7. Sign it.", ["Use a form, e.g. Form 7.", "Sign it."]),
        ("Pay 2.5 EUR. Leave.", ["Pay 2.5 EUR.", "Leave."]),
        ("a) Read it. b) Sign it.", ["Read it.", "Sign it."]),
        ("One line\nthat goes on.", ["One line\nthat goes on."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[sentence.start : sentence.end].strip() for sentence in sentences(text)] == expected


def test_blocks_keep_their_place() -> None:
    text = "# Title\n\nIntro text.\n\n1. First\n   1.1 Detail\n2. Second\n\n| Who | What |\n|---|---|\n| Clerk | Waits |\n"
    found = [(block.kind, text[block.start : block.end]) for block in blocks(text)]
    assert found == [
        ("heading", "# Title"),
        ("prose", "Intro text."),
        ("heading", "1. First"),
        ("item", "Detail"),
        ("item", "Second"),
        ("aside", "| Who | What |"),
        ("cell", "Waits"),
    ]


def test_nothing_is_a_sentence_of_endless_length() -> None:
    text = "word " * 10_000
    assert max(sentence.end - sentence.start for sentence in sentences(text)) <= 2_000
