import struct
from importlib import resources

from hypothesis import given, settings
from hypothesis import strategies as st

from coditect.workflows.diagrams import fonts
from coditect.workflows.diagrams.typography import _ASCII_WIDTHS, text_width, wrap


@settings(deadline=None)
@given(st.text(max_size=200).map(lambda text: " ".join(text.split())), st.integers(40, 200))
def test_lines_fit_and_keep_every_character(text: str, width: int) -> None:
    lines = wrap(text, 13, width, 1000)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 13) <= width for line in lines if len(line) > 1 and line.isascii())


def test_short_text_stays_on_one_line() -> None:
    assert wrap("Pay", 13, 100, 3) == ("Pay",)
    assert wrap("", 13, 100, 3) == ()


def test_lines_are_about_equally_long() -> None:
    lines = wrap("Read receipts and extract amounts", 13, 130, 5)
    assert lines == ("Read receipts and", "extract amounts")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("one two three four five six seven eight nine ten", 13, 60, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert text_width(lines[-1], 13) <= 60


def test_long_words_are_cut_between_characters_as_people_see_them() -> None:
    family = "👩🏽‍💻"
    lines = wrap(family * 12, 13, 40, 100)
    assert all(line.replace(family, "") == "" for line in lines)


def test_widths_are_those_of_the_typeface() -> None:
    """Read from the font file, by its tables."""
    font = resources.files(fonts).joinpath("Geist-Medium.ttf").read_bytes()
    assert advance_widths(font) == list(_ASCII_WIDTHS)


def advance_widths(font: bytes) -> list[int]:
    """The widths of U+0020 to U+007E in thousandths: `hmtx` by way of a format 4 `cmap`."""
    count = struct.unpack(">H", font[4:6])[0]
    tables = {tag: at for tag, _, at, _ in struct.iter_unpack(">4sIII", font[12 : 12 + 16 * count])}
    per_em = struct.unpack(">H", font[tables[b"head"] + 18 :][:2])[0]
    glyphs = glyphs_of(font, tables[b"cmap"])
    widths = [
        struct.unpack(">H", font[tables[b"hmtx"] + 4 * glyphs[code] :][:2])[0] for code in range(32, 127)
    ]
    return [round(width * 1000 / per_em) for width in widths]


def glyphs_of(font: bytes, cmap: int) -> dict[int, int]:
    for number in range(struct.unpack(">H", font[cmap + 2 : cmap + 4])[0]):
        table = cmap + struct.unpack(">HHI", font[cmap + 4 + 8 * number :][:8])[2]
        if struct.unpack(">H", font[table : table + 2])[0] == 4:
            return format_4(font, table)
    raise AssertionError("the font has no format 4 cmap")


def format_4(font: bytes, table: int) -> dict[int, int]:
    count = struct.unpack(">H", font[table + 6 : table + 8])[0] // 2

    def column(at: int, kind: str = "H") -> tuple[int, ...]:
        return struct.unpack(f">{count}{kind}", font[at : at + 2 * count])

    ends, starts = column(table + 14), column(table + 16 + 2 * count)
    deltas, offsets = column(table + 16 + 4 * count, "h"), column(table + 16 + 6 * count)
    glyphs = {}
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 126) + 1):
            if offsets[segment] == 0:
                glyphs[code] = (code + deltas[segment]) & 0xFFFF
            else:
                at = table + 16 + 6 * count + 2 * segment + offsets[segment] + 2 * (code - start)
                glyphs[code] = struct.unpack(">H", font[at : at + 2])[0]
    return glyphs
