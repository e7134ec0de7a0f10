"""The school's workbook as a document: typed text that can be edited, stored, compared, read and written again."""

from exchange.document.edits import with_cell, with_cells, with_rows, with_sheet, with_sheet_called, without_rows
from exchange.document.making import blank_document, document_of
from exchange.document.opening import Opened, document_of_workbook
from exchange.document.reading import examine, read_document
from exchange.document.sheets import Document, DocumentError, DocumentSheet, document_from_json, document_json
from exchange.document.writing import workbook_of

__all__ = [
    "Document", "DocumentError", "DocumentSheet", "Opened", "blank_document", "document_from_json", "document_json",
    "document_of", "document_of_workbook", "examine", "read_document", "with_cell", "with_cells", "with_rows",
    "with_sheet", "with_sheet_called", "without_rows", "workbook_of",
]  # fmt: skip
