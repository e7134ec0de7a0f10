"""The attendance form (考勤表) of each club group for a month: a row for each place, a column for each real date."""

from collections.abc import Sequence
from itertools import groupby

from exchange.dated.head import DatedHead
from exchange.dated.settlement import TABLES
from exchange.dated.term_days import date_title, run_as, span_title
from exchange.handouts.attendance import marks_of, most_of_each, pupil_rows
from exchange.handouts.head import Data
from exchange.handouts.typeset import pdf
from exchange.results.names import class_title, content_name, people_names, period_title, room_name
from models import DatedSession, Role, Session, SessionKind, Span

_WIDEST_UPRIGHT = 10  # dates; more of them lie across


def attendance_pdf(head: DatedHead, span: Span) -> bytes:
    """Pages of A4 for each group, in the order of the school's clubs; one page that says so where none meets."""
    return pdf(TABLES, head.head, attendance_sheets(head, span) or [_nothing(head, span)])


def attendance_sheets(head: DatedHead, span: Span) -> list[Data]:
    """One for each club group that meets in the span."""
    order = {club.id: number for number, club in enumerate(head.problem.clubs)}
    met = [
        d
        for d in head.held.sessions
        if span.includes(d.day) and d.session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
    ]

    def group(d: DatedSession) -> tuple[int, str, int]:
        club = d.session.club or ""
        return order.get(club, len(order)), club, d.session.group

    return [_sheet(head, span, list(found)) for _, found in groupby(sorted(met, key=group), key=group)]


def _sheet(head: DatedHead, span: Span, met: Sequence[DatedSession]) -> Data:
    say, language = head.say, head.language
    days = sorted({d.day for d in met})
    first = met[0].session
    name = content_name(head.problem, first, language)
    gathering = first.kind is SessionKind.WHOLE_SCHOOL
    meetings = [d.session for d in met]
    known = _classes(head, meetings) if gathering else pupil_rows(head.head, meetings)
    rows = [[*row, *[""] * len(days)] for row in known]
    heads = [
        say("序号", "no."),
        say("班级", "class"),
        say("应到", "expected") if gathering else say("学号/姓名", "pupil"),
    ]
    columns = [
        {"title": title, "width": width, "align": "center"} for title, width in zip(heads, (4, 7, 11), strict=True)
    ]
    for day in days:
        as_day = run_as(head.held.day_of[day], language)
        title = date_title(day, language) + (say(f"（{as_day}）", f" ({as_day})") if as_day else "")
        columns.append({"title": title, "width": 6, "align": "center"})
    there = [[say("实到人数", "there"), 3], *([["", 1]] * len(days))]
    month, upright = span_title(span, language), len(days) <= _WIDEST_UPRIGHT
    return {
        "title": say(f"{name} {month}考勤表", f"Attendance of {name}, {month}"),
        "beside": head.marks,
        "upright": upright,
        "space": _space(len(rows), upright),
        "columns": columns,
        "tables": [{"title": _facts(head, met), "rows": rows, "total": there}],
        "total": "",
        "notes": [marks_of(head.head)],
        "signs": [say("带班教师签字", "leader"), say("陪同教师签字", "accompanying"), say("审核", "checked")],
    }


def _space(rows: int, upright: bool) -> float:
    """Points above and below each line: what one page leaves, but no more than a pen needs."""
    page, head, text = (700.0 if upright else 450.0), 90.0, 9.0
    return max(3.2, min(7.0, ((page - head) / (rows + 2) - text) / 2))


def _facts(head: DatedHead, met: Sequence[DatedSession]) -> str:
    """Who leads, where, in which periods, how many."""
    say, language = head.say, head.language
    leaders = tuple(dict.fromkeys(p for d in met for p in d.session.people(Role.LEADER)))
    rooms = dict.fromkeys(room_name(d.session, language) for d in met)
    held = dict.fromkeys(period_title(d.session.slot.period, language) for d in met)
    most = max(d.session.head_count for d in met)
    parts = [say("带班 ", "led by ") + people_names(head.problem, leaders, language), "、".join(rooms), "、".join(held)]
    if most:
        parts.append(say(f"{most} 人", f"{most} pupils"))
    return " · ".join(parts)


def _classes(head: DatedHead, meetings: Sequence[Session]) -> list[list[str]]:
    """A row for each class that comes as a whole."""
    most = most_of_each(head.head, meetings)
    return [[str(n), class_title(head.problem, c), str(count)] for n, (c, count) in enumerate(most.items(), start=1)]


def _nothing(head: DatedHead, span: Span) -> Data:
    title = head.say(f"{span_title(span, head.language)}考勤表", f"Attendance, {span_title(span, head.language)}")
    nothing = head.say("这段时间没有社团活动。", "No club meets in this time.")
    return {"title": title, "beside": head.marks, "upright": True, "columns": [], "tables": [], "total": "",
            "notes": [nothing], "signs": []}  # fmt: skip
