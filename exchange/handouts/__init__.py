"""Paper for everyone, as PDF, pictures, workbook, CSV and JSON."""

from exchange.handouts.documents import class_pdf, class_pdfs, file_name, people_pdf
from exchange.handouts.head import Head
from exchange.handouts.kinds import GROUPS, KINDS, Group, Kind
from exchange.handouts.lettering import unprintable

__all__ = [
    "GROUPS",
    "KINDS",
    "Group",
    "Head",
    "Kind",
    "class_pdf",
    "class_pdfs",
    "file_name",
    "people_pdf",
    "unprintable",
]
