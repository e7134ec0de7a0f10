"""Documents for tests of the tables."""

from exchange.document import Document, Part, document_of_workbook, parts_of
from sample_inputs import build_broken


def sample(name: str) -> Document:
    """A sample school's document."""
    document = document_of_workbook(build_broken.PATH.with_name(f"{name}.xlsx")).document
    assert document is not None
    return document


def part(document: Document, key: str) -> Part:
    """One sheet of it."""
    return next(part for part in parts_of(document) if part.sheet.key == key)


JISU = sample("jisu")
BROKEN = sample("broken")
