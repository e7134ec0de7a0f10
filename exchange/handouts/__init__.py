"""Paper for everyone, as PDF."""

from exchange.handouts.documents import class_pdf, class_pdfs, file_name
from exchange.handouts.head import Head

__all__ = ["Head", "class_pdf", "class_pdfs", "file_name"]
