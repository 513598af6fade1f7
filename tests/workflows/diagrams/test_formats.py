"""What holds for all formats: the same things are in them, the same bytes come out, and no label breaks out."""

import re
import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from coditect.workflows.diagrams import FORMATS, LOOKS, Change, Diagram, Lane, Look, UnknownFormat, render
from tests.workflows.diagrams import readers, samples

READERS: dict[str, Callable[[bytes], readers.Found]] = {
    "svg": readers.in_svg,
    "bpmn": readers.in_bpmn,
    "mermaid": readers.in_mermaid,
    "html": readers.in_html,
    "plantuml": readers.in_plantuml,
    "dot": readers.in_dot,
    "drawio": readers.in_drawio,
    "vsdx": readers.in_vsdx,
}
DIAGRAMS = {
    "small": samples.small,
    "medium": samples.medium,
    "large": samples.large,
    "hostile": samples.hostile,
    "changed": samples.changed,
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", DIAGRAMS)
@pytest.mark.parametrize("format_name", READERS)
def test_every_lane_node_and_edge_is_in_every_format(name: str, format_name: str, look: Look) -> None:
    diagram = DIAGRAMS[name]()
    expected = readers.Found(len(diagram.lanes), len(diagram.nodes), len(diagram.edges))
    assert READERS[format_name](render(diagram, format_name, look=look)) == expected


@pytest.mark.parametrize("format_name", FORMATS)
def test_looks_differ_where_a_format_has_colours(format_name: str) -> None:
    drawn = {look: render(samples.changed(), format_name, look=look) for look in LOOKS}
    same = {("bpmn", "dark")}  # its readers write in black
    assert (drawn["dark"] == drawn["light"]) == ((format_name, "dark") in same)
    assert drawn["print"] != drawn["light"]


def test_print_needs_no_colour() -> None:
    drawing = render(samples.changed(), "svg", look="print").decode()
    colors = set(re.findall(r"#[0-9a-f]{6}", drawing))
    assert all(len({color[1:3], color[3:5], color[5:7]}) == 1 or color == "#9aa0aa" for color in colors)
    assert all(f">{change}<" in drawing for change in Change)


def test_a_page_follows_the_reader_unless_it_has_a_look() -> None:
    follows, dark = (render(samples.small(), "html", look=look).decode() for look in ("light", "dark"))
    assert "prefers-color-scheme" in follows
    assert "prefers-color-scheme" not in dark


@settings(deadline=None, max_examples=60)
@given(samples.diagrams(max_nodes=8))
def test_any_diagram_can_be_written_in_every_text_format(diagram: Diagram) -> None:
    for format_name, reader in READERS.items():
        found = reader(render(diagram, format_name))
        assert (found.nodes, found.edges) == (len(diagram.nodes), len(diagram.edges)), format_name


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_diagram_gives_the_same_bytes(format_name: str) -> None:
    assert render(samples.medium(), format_name) == render(samples.medium(), format_name)


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_diagram_without_nodes_can_be_written(format_name: str) -> None:
    assert render(Diagram("", (), (), ()), format_name)
    assert render(Diagram("Nothing yet", (Lane("lane", "Somebody"),), (), ()), format_name)


def test_another_format_is_refused_by_name() -> None:
    with pytest.raises(UnknownFormat, match=r"'gif'.*svg, png, pdf") as refusal:
        render(samples.small(), "gif")
    assert refusal.value.name == "gif"


def test_formats_have_the_extensions_of_the_public_contract() -> None:
    extensions = {name: one.extension for name, one in FORMATS.items()}
    assert list(extensions.items()) == [
        ("svg", ".svg"),
        ("png", ".png"),
        ("pdf", ".pdf"),
        ("mermaid", ".mmd"),
        ("plantuml", ".puml"),
        ("bpmn", ".bpmn"),
        ("vsdx", ".vsdx"),
        ("drawio", ".drawio"),
        ("dot", ".dot"),
        ("html", ".html"),
    ]


def test_png_is_drawn_at_twice_the_size() -> None:
    drawn, picture = render(samples.small(), "svg").decode(), render(samples.small(), "png")
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert f'width="{width // 2}" height="{height // 2}"' in drawn


def test_pdf_is_a_pdf_with_its_typeface_inside() -> None:
    document = render(samples.small(), "pdf")
    assert document.startswith(b"%PDF-")
    assert b"Geist-Medium" in document
