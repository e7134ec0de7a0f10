"""A dated timetable as files: a workbook, CSV, JSON."""

from exchange.term.files import csv_of, json_of, workbook_of_term

__all__ = ["csv_of", "json_of", "workbook_of_term"]
