"""Drop-down lists: fixed words on the hidden sheet 选项, and names that the school enters on its own sheets."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

from exchange.columns import CLASSES, CLUBS, GRADES, ROOMS, SHEETS, SUBJECTS, TEACHERS
from exchange.directory import Kind
from exchange.document.sheets import Document
from exchange.spelling import fold
from exchange.table import EXAMPLE_MARK, Table
from exchange.workbook_read import OTHER_SHEETS
from exchange.writing.look import FILLED_ROWS
from models import Language

WordLists = dict[tuple[str, ...], str]  # words → the name of their list in the workbook
NameLists = dict[Kind, str]  # kind → the formula of the cells that hold its names
_MARKS = tuple(fold(mark) for mark in (EXAMPLE_MARK.zh, EXAMPLE_MARK.en))
_ENTERED = {
    Kind.GRADE: GRADES, Kind.CLASS: CLASSES, Kind.PERSON: TEACHERS, Kind.ROOM: ROOMS, Kind.CLUB: CLUBS,
    Kind.SUBJECT: SUBJECTS,
}  # fmt: skip


def write_word_lists(book: Workbook, language: Language) -> WordLists:
    """The hidden sheet 选项: every list of words once, each under a name of its own."""
    title = OTHER_SHEETS[1].in_language(language)
    page = book.add_worksheet(title)
    page.hide()
    lists: WordLists = {}
    for words in dict.fromkeys(tuple(c.cell.choices(language)) for sheet in SHEETS for c in sheet.columns):
        if not words:
            continue
        column, name = len(lists), f"choices_{len(lists) + 1}"
        page.write_column(0, column, words)
        letter = xl_col_to_name(column)
        book.define_name(name, f"='{title}'!${letter}$1:${letter}${len(words)}")
        lists[words] = name
    return lists


def name_lists(document: Document, tables: Mapping[str, Table]) -> NameLists:
    """Where the names of each kind stand: in a column of its sheet, unless there is a column 编号 as well."""
    lists: NameLists = {}
    for kind, sheet in _ENTERED.items():
        table = tables.get(sheet.key)
        names = next(c.field for c in sheet.columns if not c.rare)
        if (
            table is None
            or names not in table.columns
            or any(c.rare and c.field in table.columns for c in sheet.columns)
        ):
            continue
        content = document.sheet(table.grid.name)
        assert content is not None
        first = table.heading + 1
        while fold(content.text((first, table.columns[names]))).startswith(_MARKS):
            first += 1
        last = max(table.heading + FILLED_ROWS, len(content.rows))
        letter, title = get_column_letter(table.columns[names]), table.grid.name.replace("'", "''")
        area = f"'{title}'!${letter}${first}:${letter}${last}"
        lists[kind] = f"=OFFSET('{title}'!${letter}${first},0,0,MAX(1,COUNTA({area})),1)"
    return lists
