"""Every session in words, for other programs: CSV that Excel opens rightly, and JSON."""

import json
from collections.abc import Hashable

from exchange.csv_text import csv_text
from exchange.handouts.head import Head
from exchange.results.club_facts import from_classes, merged
from exchange.results.names import KIND, class_title, content_name, day_title, people_names, period_clock, week_mark
from exchange.results.view import content, in_order
from models import Parity, Role, Session, SessionKind, Slot

_FORMAT = "kehou-sessions/1"

_COLUMNS = (
    ("day", "星期", "day"),
    ("period", "节次", "period"),
    ("weeks", "单双周", "weeks"),
    ("clock", "时间", "clock"),
    ("kind", "类别", "kind"),
    ("content", "内容", "content"),
    ("school_class", "班级", "class"),
    ("teachers", "教师", "teachers"),
    ("accompanying", "陪同", "accompanying"),
    ("room", "地点", "room"),
    ("pupils", "人数", "pupils"),
    ("from_classes", "来自各班", "from classes"),
)


def session_rows(head: Head) -> list[dict[str, str | int]]:
    """A row for each session, by day and period; what is the same in odd and even weeks is one row."""
    order = {id(s): n for n, s in enumerate(in_order(head.problem, head.timetable.sessions))}
    found = merged(head, head.timetable.sessions, content)
    both = {(s.slot, content(s)) for s in head.timetable.sessions}

    def key(session: Session) -> tuple[int, int, int, int]:
        return session.slot.day, session.slot.period, session.slot.week, order[id(session)]

    return [_row(head, s, _weeks(head, s, both)) for s in sorted((s for _, s in found), key=key)]


def _weeks(head: Head, session: Session, both: set[tuple[Slot, Hashable]]) -> str:
    if head.problem.week.cycle == 1:
        return head.say("每周", "every")
    weeks = [week for week in (1, 2) if (session.slot._replace(week=week), content(session)) in both]
    if len(weeks) == 2:
        return head.say("每周", "every")
    mark = week_mark(Parity.ODD if weeks == [1] else Parity.EVEN, head.language)
    return mark + head.say("周", "")


def _row(head: Head, session: Session, weeks: str) -> dict[str, str | int]:
    problem, language = head.problem, head.language
    leads = session.people(Role.TUTOR, Role.LEADER, Role.PATROL)
    helpers = session.people(Role.ACCOMPANYING)
    own = session.school_class
    known = None if own is None else problem.class_by_id.get(own)
    walkers = sum(
        s.pupils.get(own or "", 0) for s in head.timetable.at[session.slot] if s.kind is SessionKind.CROSS_CLASS
    )
    return {
        "day": day_title(session.slot.day, language),
        "period": session.slot.period,
        "weeks": weeks,
        "clock": period_clock(problem, session.slot.period),
        "kind": KIND[session.kind].in_language(language),
        "content": content_name(problem, session, language),
        "school_class": "" if own is None else class_title(problem, own),
        "teachers": people_names(problem, leads, language) if leads else "",
        "accompanying": people_names(problem, helpers, language) if helpers else "",
        "room": session.room or "",
        "pupils": session.head_count if known is None else known.pupils - walkers,
        "from_classes": from_classes(head, session) if own is None else "",
    }


def sessions_csv(head: Head) -> bytes:
    """CSV as Excel opens it in China: UTF-8 with a mark, and no entry that acts as a formula."""
    marks = {head.say("指纹", "fingerprint"): head.timetable.fingerprint}
    if head.warning is not None:
        marks = {head.say("提醒", "warning"): head.warning.in_language(head.language), **marks}
    heads = [*(head.say(zh, en) for _, zh, en in _COLUMNS), *marks]
    return csv_text([heads, *((*row.values(), *marks.values()) for row in session_rows(head))])


def sessions_json(head: Head) -> bytes:
    """The same rows, with what stands on every page of a handout."""
    data = {
        "format": _FORMAT,
        "school": head.problem.school,
        "term": head.problem.term.name,
        "fingerprint": head.timetable.fingerprint,
        "printed": None if head.printed is None else head.printed.isoformat(),
        "warning": None if head.warning is None else head.warning.in_language(head.language),
        "sessions": session_rows(head),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
