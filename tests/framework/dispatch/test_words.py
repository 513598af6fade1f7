"""Stems and ideas."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coditect.framework.dispatch.concepts import SILENT, concepts_in
from coditect.framework.dispatch.tables import entries, lines
from coditect.framework.dispatch.words import parts, read, stem, stems


@pytest.mark.parametrize(
    "family",
    [
        "automate automated automating automation automates automatic automatically",
        "optimize optimise optimized optimization optimizing optimizer",
        "deploy deploys deployed deploying deployment deployments",
        "document documents documented documentation",
        "migrate migration migrations migrating",
        "architect architects architecture architectural",
        "query queries",
        "analyse analyze analysis analyses",
        "stop stops stopped stopping",
        "review reviews reviewer reviewing",
    ],
)
def test_the_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem(form) for form in family.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "theme them",
        "props proper",
        "codi code",
        "thiserror this",
        "lottery lot",
        "rust trust",
    ],
)
def test_different_words_keep_different_stems(pair: str) -> None:
    one, other = pair.split()
    if pair == "codi code":
        # One stem, so the table of ideas asks for the exact form.
        assert [concept for concept, _ in concepts_in(read("where is the code"))] != ["coditect"]
        assert "coditect" in [concept for concept, _ in concepts_in(read("upgrade our codi server"))]
    else:
        assert stem(one) != stem(other)


@given(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=30))
@settings(deadline=None)
def test_a_stem_is_a_part_of_every_word_and_never_empty(word: str) -> None:
    assert stem(word)
    assert len(stem(word)) <= max(len(word), 12)


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    words = read(text)
    assert all(word.stem for word in words)
    assert all(concept for concept, _ in concepts_in(words))
    stems(text)


def test_identifiers_are_read_whole_and_in_parts() -> None:
    (word,) = read("reconcileLedger")
    assert word.stem == stem("reconcileledger")
    assert [part.stem for part in parts(word)] == [stem("reconcile"), stem("ledger")]
    assert parts(read("GitHub")[0])
    assert not parts(read("Rust")[0])
    assert not parts(read("HTTP")[0])


def test_a_longer_phrase_silences_the_shorter_inside() -> None:
    assert [concept for concept, _ in concepts_in(read("does it pass or fail"))] == ["evidence"]
    assert "find fault" in [concept for concept, _ in concepts_in(read("does it fail"))]
    assert list(concepts_in(read("a rate limit"))) == []


def test_a_gap_stands_for_some_words_and_not_for_many() -> None:
    near = dict(concepts_in(read("how does our famous retry logic work")))
    assert near["explain"] == "how does our famous retry logic work"
    far = dict(concepts_in(read("how does one two three four five six seven eight nine work")))
    assert "explain" not in far


def test_the_tables_are_in_order() -> None:
    names = [name for name, _ in entries("concepts.txt")]
    assert len(names) == len(set(names)) > 50
    assert SILENT in names
    for name, phrases in entries("concepts.txt"):
        items = [phrase.strip() for phrase in phrases.split(",")]
        assert all(items), f"{name} has an empty phrase"
        assert len(items) == len(set(items)), f"{name} names a phrase twice"
        assert all(len(item.split()) <= 8 for item in items)
    assert all(line == line.strip() for line in lines("stop_words.txt"))
