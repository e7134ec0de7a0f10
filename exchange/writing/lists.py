"""Drop-down lists: fixed words on the hidden sheet 选项, and names that the school enters on its own sheets."""

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

from exchange.columns import CLASSES, CLUBS, GRADES, ROOMS, SHEETS, SUBJECTS, TEACHERS
from exchange.directory import Kind
from exchange.examples import example_rows
from exchange.workbook_read import OTHER_SHEETS
from exchange.writing.look import FILLED_ROWS
from exchange.writing.rows import Row
from models import Language

WordLists = dict[tuple[str, ...], str]  # words → the name of their list in the workbook
NameLists = dict[Kind, str]  # kind → the formula of the cells that hold its names
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


def name_lists(made: Mapping[str, Sequence[Row]], examples: bool, language: Language) -> NameLists:
    """Where the names of each kind stand: in the first column of its sheet, unless there is a column 编号 before."""
    lists: NameLists = {}
    for kind, sheet in _ENTERED.items():
        if any(row.get("id") is not None for row in made.get(sheet.key, ())) and sheet.columns[0].rare:
            continue
        first = 2 + (example_rows(sheet) if examples else 0)
        last = max(FILLED_ROWS, len(made.get(sheet.key, ()))) + 1
        title = sheet.title.in_language(language)
        area = f"'{title}'!$A${first}:$A${last}"
        lists[kind] = f"=OFFSET('{title}'!$A${first},0,0,MAX(1,COUNTA({area})),1)"
    return lists
