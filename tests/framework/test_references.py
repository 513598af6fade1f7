"""References name a publisher, an agent and a version."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coditect.framework import InvalidReference, Reference, parse_reference


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("debugger", Reference(None, "debugger", None)),
        ("acme/debugger", Reference("acme", "debugger", None)),
        ("acme/debugger@1.2.3", Reference("acme", "debugger", "1.2.3")),
        ("debugger@2.0.0-beta.1", Reference(None, "debugger", "2.0.0-beta.1")),
        (f"debugger@sha256:{'a' * 64}", Reference(None, "debugger", f"sha256:{'a' * 64}")),
    ],
)
def test_what_reads_also_writes(text: str, expected: Reference) -> None:
    assert parse_reference(text) == expected
    assert str(expected) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Debugger",
        "a/b/c",
        "a@",
        "a@1",
        "@1.0.0",
        "a@latest",
        "/a",
        "a/",
        "a b",
        "a\n",
        "../a",
        "x" * 65,
        "a@sha256:ff",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidReference, match="does not name an agent"):
        parse_reference(text)


@given(st.text(max_size=200))
def test_no_text_makes_it_fail_otherwise(text: str) -> None:
    with contextlib.suppress(InvalidReference):
        assert str(parse_reference(text)) == text
