"""Paper for everyone, as PDF."""

from exchange.handouts.documents import class_pdf, class_pdfs, file_name, people_pdf
from exchange.handouts.head import Head
from exchange.handouts.lettering import unprintable

__all__ = ["Head", "class_pdf", "class_pdfs", "file_name", "people_pdf", "unprintable"]
