"""Visio: a .vsdx package with one page, its shapes placed by our layout and its connectors glued to them."""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.archive import packed
from coditect.workflows.diagrams.geometry import Box, Label, Layout, PlacedEdge, PlacedLane, PlacedNode, Point
from coditect.workflows.diagrams.layout import LANE_HEADER, layout
from coditect.workflows.diagrams.markup import attributes, escape
from coditect.workflows.diagrams.model import Diagram, Family, GatewayKind, NodeKind
from coditect.workflows.diagrams.palette import LIGHT, Palette, Tint, family_of_node

_MAIN = "http://schemas.microsoft.com/office/visio/2012/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_VISIO = "http://schemas.microsoft.com/visio/2010/relationships"
_TYPES = "application/vnd.ms-visio"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PER_INCH, _MARGIN = 96.0, 48.0


def vsdx(diagram: Diagram, palette: Palette = LIGHT) -> bytes:
    placed = layout(diagram)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("document", "visio/document.xml")),
        "visio/document.xml": _document(),
        "visio/_rels/document.xml.rels": _relations(("pages", "pages/pages.xml")),
        "visio/pages/pages.xml": _pages(placed),
        "visio/pages/_rels/pages.xml.rels": _relations(("page", "page1.xml")),
        "visio/pages/page1.xml": "".join(_Page(placed, palette).contents()),
    }
    return packed({name: (_XML + text).encode() for name, text in parts.items()})


def _content_types() -> str:
    overrides = {"document": "drawing.main", "pages/pages": "pages", "pages/page1": "page"}
    listed = "".join(
        f'<Override PartName="/visio/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for part, kind in overrides.items()
    )
    relations = 'ContentType="application/vnd.openxmlformats-package.relationships+xml"'
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" {relations}/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_VISIO}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _document() -> str:
    style = _cells(LineWeight=0.01, LineColor="#000000", LinePattern=1, FillForegnd="#ffffff", FillPattern=1)
    return (
        f'<VisioDocument xmlns="{_MAIN}" xmlns:r="{_RELATIONS}" xml:space="preserve">'
        '<DocumentSettings TopPage="0" DefaultTextStyle="0" DefaultLineStyle="0" DefaultFillStyle="0"/>'
        f'<StyleSheets><StyleSheet ID="0" NameU="No Style" Name="No Style">{style}</StyleSheet></StyleSheets>'
        "</VisioDocument>"
    )


def _pages(placed: Layout) -> str:
    size = _cells(
        PageWidth=_inches(placed.width + 2 * _MARGIN), PageHeight=_inches(placed.height + 2 * _MARGIN)
    )
    name = attributes(ID="0", NameU="Process", Name=placed.diagram.title[:31] or "Process")
    return (
        f'<Pages xmlns="{_MAIN}" xmlns:r="{_RELATIONS}" xml:space="preserve"><Page{name}>'
        f'<PageSheet LineStyle="0" FillStyle="0" TextStyle="0">{size}</PageSheet><Rel r:id="rId1"/></Page></Pages>'
    )


class _Page:
    """Numbers the shapes of the page and writes them: lanes, then nodes, then connectors."""

    def __init__(self, placed: Layout, palette: Palette) -> None:
        self.placed = placed
        self.palette = palette
        self.height = placed.height + 2 * _MARGIN
        first_node = len(placed.lanes) + 1
        self.sheet = {node.node.id: number for number, node in enumerate(placed.nodes, first_node)}
        self.first_edge = first_node + len(placed.nodes)
        self.families = {lane.lane.id: lane.lane.family for lane in placed.lanes}

    def contents(self) -> Iterable[str]:
        yield f'<PageContents xmlns="{_MAIN}" xmlns:r="{_RELATIONS}" xml:space="preserve">'
        if self.placed.lanes:
            yield "<Shapes>"
            yield from (self._lane(number, lane) for number, lane in enumerate(self.placed.lanes, 1))
            yield from (self._node(node) for node in self.placed.nodes)
            yield from (
                self._edge(number, edge) for number, edge in enumerate(self.placed.edges, self.first_edge)
            )
            yield "</Shapes>"
        if self.placed.edges:
            yield "<Connects>"
            for number, edge in enumerate(self.placed.edges, self.first_edge):
                yield _connect(number, "BeginX", 9, self.sheet[edge.edge.source])
                yield _connect(number, "EndX", 12, self.sheet[edge.edge.target])
            yield "</Connects>"
        yield "</PageContents>"

    def _point(self, point: Point) -> tuple[float, float]:
        """In inches, from the lower left corner, as Visio counts."""
        return _inches(point.x + _MARGIN), _inches(self.height - point.y - _MARGIN)

    def _lane(self, number: int, placed: PlacedLane) -> str:
        tint = Tint(self.palette.background, self.palette.hairline, self.palette.text)
        header = Box(placed.box.x, placed.box.y, LANE_HEADER - 8, placed.box.height)
        text = self._text_block(placed.box, header)
        return self._shape(
            number, "Lane", placed.lane.label, placed.box, tint=tint, geometry=_rectangle(), more=text
        )

    def _node(self, placed: PlacedNode) -> str:
        node, box = placed.node, placed.box
        number = self.sheet[node.id]
        tint = self.palette.tints[family_of_node(node, self.families[node.lane])]
        strong = Tint(tint.fill, tint.ink, tint.ink)
        if node.kind is NodeKind.TASK:
            look = _cells(Rounding=0.08)
            if node.change is not None:
                tint, look = strong, look + _cells(LineWeight=0.025)
            return self._shape(number, "Task", node.label, box, tint=tint, geometry=_rectangle(), more=look)
        tint = strong
        around = self._text_block(box, _around(placed.label)) if placed.label else ""
        if node.kind is NodeKind.GATEWAY:
            outline = _rhombus() + _SIGNS[node.gateway](box)
            return self._shape(number, "Gateway", node.label, box, tint=tint, geometry=outline, more=around)
        weight = _cells(LineWeight=0.03 if node.kind is NodeKind.END else 0.015)
        circles = _ellipse(box) + (_ellipse(box, 0.75, start=1) if node.kind is NodeKind.EVENT else "")
        name = {NodeKind.START: "Start", NodeKind.END: "End"}.get(node.kind, "Event")
        return self._shape(number, name, node.label, box, tint=tint, geometry=circles, more=around + weight)

    def _text_block(self, box: Box, text: Box) -> str:
        """Where the text of a shape stands, measured from the lower left corner of the shape."""
        width, height = _inches(text.width), _inches(text.height)
        x, y = _inches(text.center.x - box.x), _inches(box.bottom - text.center.y)
        pin = {"TxtPinX": x, "TxtPinY": y, "TxtLocPinX": width / 2, "TxtLocPinY": height / 2}
        return _cells(**pin, TxtWidth=width, TxtHeight=height)

    def _shape(
        self, number: int, name: str, label: str, box: Box, *, tint: Tint, geometry: str, more: str
    ) -> str:
        x, y = self._point(box.center)
        width, height = _inches(box.width), _inches(box.height)
        place = _cells(PinX=x, PinY=y, Width=width, Height=height, LocPinX=width / 2, LocPinY=height / 2)
        look = _cells(FillForegnd=tint.fill, FillPattern=1, LineColor=tint.stroke, LinePattern=1)
        weight = "" if "LineWeight" in more else _cells(LineWeight=0.01)
        named = attributes(ID=str(number), Type="Shape", NameU=f"{name}.{number}", Name=f"{name}.{number}")
        styles = ' LineStyle="0" FillStyle="0" TextStyle="0"'
        return f"<Shape{named}{styles}>{place}{look}{weight}{more}{_characters(self.palette.text)}{geometry}{_text(label)}</Shape>"

    def _edge(self, number: int, placed: PlacedEdge) -> str:
        begin, end = self._point(placed.points[0]), self._point(placed.points[-1])
        width, height = end[0] - begin[0], end[1] - begin[1]
        ends = _cells(BeginX=begin[0], BeginY=begin[1], EndX=end[0], EndY=end[1])
        pin = _cells(PinX=(begin[0] + end[0]) / 2, PinY=(begin[1] + end[1]) / 2, Width=width, Height=height)
        pin += _cells(LocPinX=width / 2, LocPinY=height / 2, ObjType=2)
        color = self.palette.tints[Family.COORDINATION].ink if placed.back else self.palette.edge
        look = _cells(
            LineColor=color, LinePattern=1, LineWeight=0.013, EndArrow=4, EndArrowSize=1, FillPattern=0
        )
        rows = []
        for index, point in enumerate(placed.points, 1):
            x, y = self._point(point)
            rows.append(_row("MoveTo" if index == 1 else "LineTo", index, X=x - begin[0], Y=y - begin[1]))
        geometry = _geometry("".join(rows), 0, filled=False)
        text = ""
        if placed.label is not None:
            x, y = self._point(placed.label.box.center)
            size = _inches(placed.label.box.width + 12), _inches(placed.label.box.height)
            place = {
                "TxtPinX": x - begin[0],
                "TxtPinY": y - begin[1],
                "TxtWidth": size[0],
                "TxtHeight": size[1],
            }
            text = _cells(**place, TxtLocPinX=size[0] / 2, TxtLocPinY=size[1] / 2)
        named = attributes(ID=str(number), Type="Shape", NameU=f"Flow.{number}", Name=f"Flow.{number}")
        styles = ' LineStyle="0" FillStyle="0" TextStyle="0"'
        label = _characters(self.palette.muted) + geometry + _text(placed.edge.label)
        return f"<Shape{named}{styles}>{ends}{pin}{look}{text}{label}</Shape>"


def _around(label: Label) -> Box:
    """Room for a label in whatever font the reader has."""
    return Box(label.box.x - 8, label.box.y, label.box.width + 16, label.box.height)


def _connect(number: int, cell: str, part: int, sheet: int) -> str:
    return f'<Connect FromSheet="{number}" FromCell="{cell}" FromPart="{part}" ToSheet="{sheet}" ToCell="PinX" ToPart="3"/>'


def _rectangle() -> str:
    return _outline((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))


def _rhombus() -> str:
    return _outline((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (0.5, 0))


def _outline(*corners: tuple[float, float], start: int = 0) -> str:
    rows = (
        _row("RelMoveTo" if index == 1 else "RelLineTo", index, X=x, Y=y)
        for index, (x, y) in enumerate(corners, 1)
    )
    return _geometry("".join(rows), start, filled=start == 0)


def _ellipse(box: Box, share: float = 1.0, start: int = 0) -> str:
    """A circle in the middle of a shape, over a share of its width."""
    x, y = _inches(box.width) / 2, _inches(box.height) / 2
    row = _row("Ellipse", 1, X=x, Y=y, A=x + x * share, B=y, C=x, D=y + y * share)
    return _geometry(row, start, filled=start == 0)


def _geometry(rows: str, index: int, *, filled: bool) -> str:
    """One outline of a shape; the signs drawn over the first are not filled."""
    return f'<Section N="Geometry" IX="{index}">{_cells(NoFill=0 if filled else 1, NoLine=0)}{rows}</Section>'


def _cross(_: Box) -> str:
    falling = _outline((0.36, 0.64), (0.64, 0.36), start=1)
    return falling + _outline((0.36, 0.36), (0.64, 0.64), start=2)


def _plus(_: Box) -> str:
    level = _outline((0.3, 0.5), (0.7, 0.5), start=1)
    return level + _outline((0.5, 0.3), (0.5, 0.7), start=2)


def _ring(box: Box) -> str:
    return _ellipse(box, 0.4, start=1)


_SIGNS = {GatewayKind.XOR: _cross, GatewayKind.AND: _plus, GatewayKind.LOOP: _ring}


def _characters(color: str) -> str:
    return f'<Section N="Character"><Row IX="0">{_cells(Color=color, Size=0.1389)}</Row></Section>'


def _row(kind: str, index: int, **values: float) -> str:
    return f'<Row T="{kind}" IX="{index}">{_cells(**values)}</Row>'


def _text(label: str) -> str:
    return f"<Text>{escape(label)}</Text>" if label else ""


def _cells(**values: float | str) -> str:
    return "".join(
        f'<Cell N="{name}" V="{value if isinstance(value, str) else format(round(value, 4), "g")}"/>'
        for name, value in values.items()
    )


def _inches(pixels: float) -> float:
    return pixels / _PER_INCH
