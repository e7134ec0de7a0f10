"""A document as the workbook that a school downloads: its cells where they are, with guide, notes and drop-downs."""

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.exceptions import XlsxWriterException  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.columns import SHEETS, Column, Layout
from exchange.document.edits import with_sheet
from exchange.document.making import blank_sheet
from exchange.document.reading import examine
from exchange.document.sheets import Document
from exchange.findings import Place
from exchange.workbook_read import OTHER_SHEETS, Examination
from exchange.writing.guide import write_guide
from exchange.writing.lists import name_lists, write_word_lists
from exchange.writing.look import Look, new_book
from exchange.writing.sheet_writer import SheetWriter
from models import Language, RuleCard, Text

_TITLE = Text("课后服务排课工作簿", "After-school service workbook")


def workbook_of(
    document: Document, cards: Sequence[RuleCard], language: Language = "zh", *, blank: bool = False
) -> bytes:
    """The .xlsx file; also where cells are wrong, they stand in it as they were typed. `blank`: open at the guide."""
    seen = examine(document, cards)
    lacking = [sheet for sheet in SHEETS if sheet.key not in seen.grids]
    if lacking:
        for sheet in lacking:
            document = with_sheet(document, blank_sheet(sheet, cards, language))
        seen = examine(document, cards)
    content = BytesIO()
    book = new_book(content, _title(seen, blank, language))
    _write(book, document, seen, cards, language, blank)
    book.close()
    return content.getvalue()


def _title(seen: Examination, blank: bool, language: Language) -> str:
    name = "" if blank or seen.form is None or "school" not in seen.form.sources else seen.form.values.get("school", "")
    return f"{name} {_TITLE.in_language(language)}".strip()


def _write(
    book: Workbook,
    document: Document,
    seen: Examination,
    cards: Sequence[RuleCard],
    language: Language,
    blank: bool,
) -> None:
    look = Look(book)
    guide = book.add_worksheet(OTHER_SHEETS[0].in_language(language))
    pages = [_page(book, content.name, number) for number, content in enumerate(document.sheets, start=1)]
    fixed = {card.key for card in cards if len(card.choices) == 1}
    names = name_lists(document, seen.tables)
    writer = SheetWriter(look, write_word_lists(book, language), names, language, fixed)
    write_guide(guide, look, language)
    keys = {grid.name: key for key, grid in seen.grids.items()}
    for page, content in zip(pages, document.sheets, strict=True):
        sheet = next((s for s in SHEETS if s.key == keys.get(content.name)), None)
        table = None if sheet is None else seen.tables.get(sheet.key)
        if sheet is not None and sheet.layout is Layout.FORM:
            writer.form(page, content, _answers(seen))
        elif table is None:
            writer.plain(page, content)
        elif table.sheet.layout is Layout.MATRIX and "pupils" not in table.columns:  # else a row per club and class
            writer.matrix(page, content, table)
        else:
            writer.table(page, content, table)
    (guide if blank else pages[[keys.get(content.name) for content in document.sheets].index("school")]).activate()


def _page(book: Workbook, name: str, number: int) -> Worksheet:
    try:
        return book.add_worksheet(name)
    except XlsxWriterException:  # a name that our writer does not take, though another program did
        return book.add_worksheet(f"Sheet {number}")


def _answers(seen: Examination) -> dict[Place, Column]:
    sources = seen.form.sources.values() if seen.form is not None else ()
    return {s.place: s.column for s in sources if s.place is not None and s.column is not None}
