"""The blank workbook that a school fills in, and a full one from a problem, in the same look."""

from collections.abc import Sequence
from pathlib import Path

from exchange.atomic import written_beside
from exchange.document.making import blank_document, document_of
from exchange.document.writing import workbook_of
from models import Language, Problem, RuleCard


def write_template(path: Path, cards: Sequence[RuleCard], language: Language = "zh") -> None:
    """The blank workbook, with example rows that the reader leaves out. Raises WriteError."""
    blank = blank_document(cards, language, examples=True)
    with written_beside(path) as scratch:
        scratch.write_bytes(workbook_of(blank, cards, language, blank=True))


def write_workbook(problem: Problem, path: Path, cards: Sequence[RuleCard], language: Language = "zh") -> None:
    """The school as a workbook: what `read_workbook` reads back equals `normal(problem)`. Raises WriteError."""
    with written_beside(path) as scratch:
        scratch.write_bytes(workbook_of(document_of(problem, cards, language), cards, language))
