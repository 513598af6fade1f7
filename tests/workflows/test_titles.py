"""The title of a description whose author gave none."""

import pytest

from coditect.workflows.titles import LONGEST, UNTITLED, title_of


@pytest.mark.parametrize(
    ("description", "title"),
    [
        ("The clerk checks the form. Then she signs it.", "The clerk checks the form"),
        ("1. The clerk receives the invoice. 2. The manager signs it.", "The clerk receives the invoice"),
        ("a) First step\nb) Second step", "First step"),
        ("• The clerk checks.\n• The manager signs.", "The clerk checks"),
        ("## Invoice approval ##\nThe clerk checks it.", "Invoice approval"),
        ("---\n***\n\nThe clerk checks it", "The clerk checks it"),
        ("| Step | Who |\n|---|---|", "Step | Who"),
        ("\ufeffThe clerk checks it.", "The clerk checks it"),
        ("\u202eThe clerk\u202c checks it.", "The clerk checks it"),
        ("“Order” handling at St. Mary. More.", "“Order” handling at St. Mary"),
        ("3.5 million claims come in. Then they wait.", "3.5 million claims come in"),
        ("日本語の手順", "日本語の手順"),
        ("*** --- 12 ***", UNTITLED),
    ],
)
def test_the_first_words_become_the_title(description: str, title: str) -> None:
    assert title_of(description) == title


@pytest.mark.parametrize("description", ["word " * 100, "x" * 500, "1. " * 200 + "end"])
def test_titles_have_a_bounded_length_and_are_never_empty(description: str) -> None:
    assert 0 < len(title_of(description)) <= LONGEST
