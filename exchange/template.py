"""Writes the workbook: the blank one that a school fills in, and a school's own."""

from collections.abc import Sequence
from pathlib import Path

from exchange.atomic import written_beside
from exchange.document.making import blank_document, document_of
from exchange.document.writing import workbook_of
from models import Language, Problem, RuleCard, Scenario


def write_template(path: Path, cards: Sequence[RuleCard], language: Language = "zh") -> None:
    """The blank workbook, with example rows that the reader leaves out. Raises WriteError."""
    blank = blank_document(cards, language, examples=True)
    with written_beside(path) as scratch:
        scratch.write_bytes(workbook_of(blank, cards, language, blank=True))


def write_workbook(
    problem: Problem,
    path: Path,
    cards: Sequence[RuleCard],
    language: Language = "zh",
    scenarios: Sequence[Scenario] = (),
) -> None:
    """The school as a workbook: `read_workbook` reads back `normal(problem)` and the scenarios. Raises WriteError."""
    with written_beside(path) as scratch:
        scratch.write_bytes(workbook_of(document_of(problem, cards, language, scenarios), cards, language))
