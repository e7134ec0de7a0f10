"""The school's workbook as a document: typed text that can be edited, stored, compared, read and written again."""

from exchange.document.changes import DocumentChange, EditKind, changes_between, counted, said
from exchange.document.cures import fixes_for
from exchange.document.edits import with_cell, with_cells, with_rows, with_sheet, with_sheet_called, without_rows
from exchange.document.fix import Fix, fixed
from exchange.document.making import blank_document, document_of
from exchange.document.merging import Merged, merged
from exchange.document.opening import Opened, document_of_workbook
from exchange.document.parts import Part, named, parts_of, with_field
from exchange.document.reading import examine, read_document
from exchange.document.sheets import Document, DocumentError, DocumentSheet, document_from_json, document_json
from exchange.document.writing import workbook_of

__all__ = [
    "Document", "DocumentChange", "DocumentError", "DocumentSheet", "EditKind", "Fix", "Merged", "Opened", "Part",
    "blank_document", "changes_between", "counted", "document_from_json", "document_json", "document_of",
    "document_of_workbook", "examine", "fixed", "fixes_for", "merged", "named", "parts_of", "read_document", "said",
    "with_cell", "with_cells", "with_field", "with_rows", "with_sheet", "with_sheet_called", "without_rows",
    "workbook_of",
]  # fmt: skip
