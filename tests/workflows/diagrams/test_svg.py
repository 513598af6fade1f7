from xml.etree import ElementTree as ET

from coditect.workflows.diagrams import (
    DARK,
    LIGHT,
    PRINT,
    Family,
    inline_svg,
    render,
    variables,
)
from coditect.workflows.diagrams.fold import sheet
from coditect.workflows.diagrams.palette import FOLLOWS_PAGE
from coditect.workflows.diagrams.svg import svg
from tests.workflows.diagrams import samples
from tests.workflows.diagrams.readers import SVG


def parsed(document: bytes | str) -> ET.Element:
    return ET.fromstring(document)


def test_nodes_name_what_they_stand_for() -> None:
    root = parsed(render(samples.small(), "svg"))
    sources = {one.get("data-node-id"): one.get("data-source-id") for one in root.iter(f"{SVG}g")}
    assert sources["t1"] == "task-1"
    assert sources["start"] is None


def test_nodes_say_what_they_are() -> None:
    root = parsed(render(samples.medium(), "svg"))
    titles = {
        one.get("data-node-id"): one.findtext(f"{SVG}title")
        for one in root.iter(f"{SVG}g")
        if one.get("data-node-id")
    }
    assert titles["fill"] == "Task (user): Fill in the expense report · Employee"
    assert titles["fork"] == "Gateway (and split) · Finance"
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Expense reimbursement: 18 steps, 21 connections, 5 lanes."


def test_labels_are_text_and_nothing_else() -> None:
    root = parsed(render(samples.hostile(), "svg"))
    shapes = {"svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= shapes
    titles = " ".join(one.text or "" for one in root.iter(f"{SVG}title"))
    for label in ("]]> <script>alert(1)</script>", "first line second line third"):
        assert label in titles
    assert "👩🏽‍💻 pays 💶 für Größe" in titles
    assert "null bell escape [31m" in titles


def test_nothing_is_asked_from_outside() -> None:
    document = render(samples.hostile(), "svg").decode()
    for reference in ("href", "url(", "@import", "<style", "<image"):
        assert reference not in document


def test_palettes_differ_in_colour_only() -> None:
    drawn = sheet(samples.medium())
    light, dark = svg(drawn, LIGHT), svg(drawn, DARK)
    assert LIGHT.background in light
    assert DARK.background in dark
    assert without_colours(light) == without_colours(dark) == without_colours(svg(drawn, PRINT))


def without_colours(document: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (one.tag, {name: value for name, value in one.attrib.items() if not value.startswith("#")})
        for one in parsed(document).iter()
    ]


def test_the_inline_drawing_takes_its_colours_from_the_page() -> None:
    document = inline_svg(samples.medium())
    colours = {
        value
        for one in parsed(document).iter()
        for name, value in one.attrib.items()
        if name in {"fill", "stroke"}
    }
    names = variables(LIGHT)
    assert colours <= {"none", *(f"var({name},{value})" for name, value in names.items())}
    assert variables(DARK).keys() == names.keys()
    assert FOLLOWS_PAGE.tints.keys() == set(Family)


def test_text_is_readable_on_what_it_stands_on() -> None:
    for palette in (LIGHT, DARK, PRINT):
        surfaces = [palette.background, palette.surface, *(tint.fill for tint in palette.tints.values())]
        assert all(contrast(palette.text, surface) >= 7 for surface in surfaces)
        assert contrast(palette.muted, palette.background) >= 4.5
        assert all(contrast(tint.ink, tint.fill) >= 4.5 for tint in palette.tints.values())


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
