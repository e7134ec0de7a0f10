"""What goes out: the workbook of results, and views of it for the console."""

from exchange.results.sentences import audit_sentence, outcome_sentence
from exchange.results.workbook import write_results

__all__ = ["audit_sentence", "outcome_sentence", "write_results"]
