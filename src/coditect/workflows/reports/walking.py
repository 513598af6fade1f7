"""The one walk over the blocks of a document: what each format does with a kind of block is a method of its writer."""

from __future__ import annotations

from typing import Protocol, TypeVar

from coditect.workflows.reports.document import (
    Block,
    Bullets,
    Checks,
    Document,
    Field,
    Form,
    Measures,
    Notice,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
)

T_co = TypeVar("T_co", covariant=True)


class Writer(Protocol[T_co]):
    """Writes each kind of block in a format of its own."""

    def section(self, block: Section, /) -> T_co: ...

    def paragraph(self, block: Paragraph, /) -> T_co: ...

    def bullets(self, block: Bullets, /) -> T_co: ...

    def measures(self, block: Measures, /) -> T_co: ...

    def notice(self, block: Notice, /) -> T_co: ...

    def table(self, block: Table, /) -> T_co: ...

    def picture(self, block: Picture, /) -> T_co: ...

    def form(self, block: Form, /) -> T_co: ...

    def checks(self, block: Checks, /) -> T_co: ...

    def quote(self, block: Quote, /) -> T_co: ...


def write(writer: Writer[T_co], block: Block) -> T_co:  # noqa: C901, PLR0911 - one case for each kind of block
    """Let the writer write a block."""
    match block:
        case Section():
            return writer.section(block)
        case Paragraph():
            return writer.paragraph(block)
        case Bullets():
            return writer.bullets(block)
        case Measures():
            return writer.measures(block)
        case Notice():
            return writer.notice(block)
        case Table():
            return writer.table(block)
        case Picture():
            return writer.picture(block)
        case Form():
            return writer.form(block)
        case Checks():
            return writer.checks(block)
        case Quote():
            return writer.quote(block)


def facts_of(document: Document) -> tuple[Field, ...]:
    """Return the facts that stand below the title, without the one that it says already."""
    return tuple(fact for fact in document.facts if fact.value != document.title)
