import struct
import subprocess
import sys

import pytest

from coditect.workflows.diagrams import DARK, Diagram, Lane, Node, NodeKind
from coditect.workflows.diagrams.fold import sheet
from coditect.workflows.diagrams.png import MAX_PIXELS, png, scale_for


def test_small_pictures_are_drawn_at_twice_the_size() -> None:
    assert scale_for(1200, 800) == 2


@pytest.mark.parametrize(
    ("width", "height"), [(40_000, 500), (500, 40_000), (9_000, 9_000), (100_000, 100_000)]
)
def test_no_side_and_no_area_grows_beyond_what_can_be_drawn(width: int, height: int) -> None:
    scale = scale_for(width, height)
    assert width * scale <= 32_766
    assert height * scale <= 32_766
    assert width * scale * height * scale <= MAX_PIXELS * 1.001


def test_a_picture_too_tall_is_drawn_smaller() -> None:
    lanes = tuple(Lane(f"lane{number}", "Lane") for number in range(260))
    nodes = tuple(Node(f"n{number}", lane.id, NodeKind.TASK, "Check") for number, lane in enumerate(lanes))
    width, height = struct.unpack(">II", png(sheet(Diagram("Tall", lanes, nodes, ())))[16:24])
    assert 20_000 < height <= 32_766
    assert width * height <= MAX_PIXELS * 1.01


def test_colours_change_the_picture() -> None:
    drawn = sheet(Diagram("", (Lane("lane", ""),), (Node("n", "lane", NodeKind.TASK, "Check"),), ()))
    assert png(drawn) != png(drawn, DARK)


def test_the_renderer_is_loaded_on_first_use_only() -> None:
    code = "import sys; import coditect.workflows.diagrams; sys.exit('vl_convert' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
