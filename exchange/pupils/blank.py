"""A blank list of names to fill in: the headings, one example, and what may stand in each column."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from exchange.pupils.columns import PUPILS
from exchange.table import EXAMPLE_MARK
from models import Language


def blank_list(language: Language = "zh") -> bytes:
    """An .xlsx workbook with one sheet, which `read_pupils` reads."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one
    sheet.title = PUPILS.title.in_language(language)
    sheet.append([PUPILS.note.in_language(language)])
    columns = [column for column in PUPILS.columns if not column.rare]
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet["A1"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[1].height = 48
    sheet.append([column.title.in_language(language) for column in columns])
    mark = EXAMPLE_MARK.in_language(language)
    examples = [column.examples[0] if column.examples else "" for column in columns]
    sheet.append([mark + examples[0], *examples[1:]])
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(2, number)
        cell.font = Font(bold=True)
        cell.comment = Comment(column.note.in_language(language), "Kehou")
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A3"
    out = BytesIO()
    book.save(out)
    return out.getvalue()
