"""A dated timetable as files: a workbook, CSV, JSON; and in sentences."""

from exchange.term.files import csv_of, json_of, workbook_of_term
from exchange.term.sentences import paper_sentence, short_days, total_sentence

__all__ = ["csv_of", "json_of", "paper_sentence", "short_days", "total_sentence", "workbook_of_term"]
