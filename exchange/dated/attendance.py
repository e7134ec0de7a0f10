"""The attendance form (考勤表) of each club group for a month, with its real dates."""

from itertools import groupby

from exchange.dated.head import DatedHead
from exchange.dated.term_days import date_title, run_as, span_title
from exchange.handouts.attendance import attendance_form
from exchange.handouts.documents import TABLES
from exchange.handouts.head import Data
from exchange.handouts.tables import sheet
from exchange.handouts.typeset import pdf
from models import DatedSession, SessionKind, Span, TermDay


def attendance_pdf(head: DatedHead, span: Span) -> bytes:
    """Pages of A4 for each group, in the order of the school's clubs; one page that says so where none meets."""
    return pdf(TABLES, head.head, attendance_sheets(head, span), tagged=False)


def attendance_sheets(head: DatedHead, span: Span) -> list[Data]:
    """The form of each club group that meets in the span."""
    order = {club.id: number for number, club in enumerate(head.problem.clubs)}
    month = span_title(span, head.language)
    met = [
        d
        for d in head.held.sessions
        if span.includes(d.day) and d.session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
    ]

    def group(d: DatedSession) -> tuple[int, str, int]:
        club = d.session.club or ""
        return order.get(club, len(order)), club, d.session.group

    found: list[Data] = []
    for _, some in groupby(sorted(met, key=group), key=group):
        meetings = list(some)
        dates = [_heading(head, head.held.day_of[day]) for day in sorted({d.day for d in meetings})]
        found += attendance_form(head.head, [d.session for d in meetings], dates, month, head.calendar_mark)
    nothing = head.say("这段时间没有社团活动。", "No club meets in this time.")
    title = head.say(f"{month}考勤表", f"Attendance, {month}")
    return found or [sheet(title, head.calendar_mark, [], notes=[nothing])]


def _heading(head: DatedHead, day: TermDay) -> str:
    """10.10, 周六 and, of a make-up day, 按周三, one under the other."""
    title, as_day = date_title(day.day, head.language, "\n"), run_as(day, head.language)
    return f"{title}\n{as_day}" if as_day else title
