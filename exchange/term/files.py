"""A dated timetable as bytes: a workbook of tables ready for A4, CSV for spreadsheets, JSON for programs."""

import json
from collections.abc import Sequence
from io import BytesIO

from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

from exchange.csv_text import csv_text
from exchange.term.tables import (
    COUNTS,
    LOSSES,
    PAPERS,
    SESSIONS,
    Row,
    count_rows,
    loss_rows,
    paper_rows,
    session_rows,
)
from exchange.writing.look import new_book
from models import DatedTimetable, Language, PaperRisk, Problem, TermCount, Text

_WIDEST = 40


def json_of(dated: DatedTimetable, counts: Sequence[TermCount], risks: Sequence[PaperRisk]) -> bytes:
    """The dated timetable with its counts and papers, as one JSON object."""
    made = dated.model_dump(mode="json")
    made["counts"] = [c.model_dump(mode="json") | {"held": c.held, "missing": c.missing} for c in counts]
    made["papers"] = [r.model_dump(mode="json") for r in risks]
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def csv_of(problem: Problem, dated: DatedTimetable, language: Language = "zh") -> bytes:
    """The sessions, one row each; what a spreadsheet would take for a formula is marked as text."""
    heads = [title.in_language(language) for title in SESSIONS]
    return csv_text([heads, *session_rows(problem, dated, language)])


def workbook_of_term(
    problem: Problem,
    dated: DatedTimetable,
    counts: Sequence[TermCount],
    risks: Sequence[PaperRisk],
    language: Language = "zh",
) -> bytes:
    """Sheets 课次, 课次统计, 减少的课次 and 证件; school, term, marks on every page."""
    content = BytesIO()
    title = f"{dated.school} {dated.term} {Text('学期课表', 'dated timetable').in_language(language)}"
    book = new_book(content, title)
    for name, heads, rows in (
        (Text("课次", "Sessions"), SESSIONS, session_rows(problem, dated, language)),
        (Text("课次统计", "Counts"), COUNTS, count_rows(problem, counts, language)),
        (Text("减少的课次", "Losses"), LOSSES, loss_rows(problem, dated, language)),
        (Text("证件", "Papers"), PAPERS, paper_rows(problem, risks, language)),
    ):
        _page(book, name.in_language(language), [h.in_language(language) for h in heads], rows, dated)
    book.close()
    return content.getvalue()


def _page(book: Workbook, name: str, heads: Sequence[str], rows: Sequence[Row], dated: DatedTimetable) -> None:
    page = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F2F2F2"})
    for c, head in enumerate(heads):
        page.write_string(0, c, head, bold)
        texts = [head, *(str(row[c]) for row in rows[:200])]
        page.set_column(c, c, min(_WIDEST, 2 + max(sum(2 if ord(x) > 255 else 1 for x in t) for t in texts)))
    for r, row in enumerate(rows, start=1):
        for c, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(r, c, cell)
            elif cell:
                page.write_string(r, c, cell)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    safe = [text.replace("&", "&&") for text in (dated.school, dated.term, name)]
    page.set_header(f"&L{safe[0]} {safe[1]}&R{safe[2]}")
    page.set_footer(f"&L{dated.fingerprint} / {dated.sessions_mark} / {dated.calendar_mark}&R&P / &N")
