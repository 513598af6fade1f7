from hypothesis import given, settings

from coditect.workflows.diagrams import Diagram, NodeKind
from coditect.workflows.diagrams import fold as folding
from coditect.workflows.diagrams.fold import BAND_WIDTH, FOLD_ABOVE, sheet
from tests.workflows.diagrams import samples
from tests.workflows.diagrams.test_layout import check


def test_what_fits_stays_in_one_band() -> None:
    drawn = sheet(samples.medium())
    assert len(drawn.bands) == 1
    assert drawn.width < FOLD_ABOVE


def test_a_long_process_becomes_a_page_rather_than_a_strip() -> None:
    drawn = sheet(samples.large())
    assert len(drawn.bands) > 3
    assert drawn.width < 1.6 * BAND_WIDTH
    tops = [band.top for band in drawn.bands]
    assert all(
        band.top + band.layout.height < after for band, after in zip(drawn.bands, tops[1:], strict=False)
    )


def test_bands_are_placed_as_well_as_whole_diagrams() -> None:
    for band in sheet(samples.large()).bands:
        check(band.layout)


def test_every_node_stands_in_one_band_and_every_edge_can_be_followed() -> None:
    diagram = samples.large()
    drawn = sheet(diagram)
    placed = [
        node.node for band in drawn.bands for node in band.layout.nodes if node.node.kind is not NodeKind.LINK
    ]
    assert sorted(node.id for node in placed) == sorted(node.id for node in diagram.nodes)
    assert {number for band in drawn.bands for number in band.edges} == set(range(len(diagram.edges)))
    for number, edge in enumerate(diagram.edges):
        check_followed(drawn, number, edge.source, edge.target)


def check_followed(drawn: folding.Sheet, number: int, source: str, target: str) -> None:
    """Out of its source, and if not into its target, then to a letter from which a line leads to the target."""
    out = next(
        edge.edge
        for band in drawn.bands
        for at, edge in zip(band.edges, band.layout.edges, strict=True)
        if at == number and edge.edge.source == source
    )
    if out.target == target:
        return
    letters = {node.node.id: node.node.label for band in drawn.bands for node in band.layout.nodes}
    arrivals = [
        edge.edge
        for band in drawn.bands
        for edge in band.layout.edges
        if edge.edge.target == target and letters[edge.edge.source] == letters[out.target]
    ]
    assert len(arrivals) == 1


def test_letters_go_on_after_z() -> None:
    assert [folding._letters(number) for number in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(samples.diagrams(max_nodes=60))
def test_any_folded_diagram_keeps_its_nodes_and_edges(diagram: Diagram) -> None:
    drawn = sheet(diagram)
    nodes = [
        node for band in drawn.bands for node in band.layout.nodes if node.node.kind is not NodeKind.LINK
    ]
    assert len(nodes) == len(diagram.nodes)
    assert {number for band in drawn.bands for number in band.edges} == set(range(len(diagram.edges)))
