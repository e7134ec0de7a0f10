"""The patrol record (巡课记录表) of a week with its dates: who teaches where is printed, the rest is for the pen."""

from exchange.dated.head import DatedHead
from exchange.dated.one_week import OneWeek, one_week
from exchange.dated.settlement import TABLES
from exchange.handouts.head import Data
from exchange.handouts.typeset import pdf
from exchange.results.names import class_heading, content_name, people_names, period_title
from exchange.results.view import in_order, patrols
from models import DayKind, Role, Session, SessionKind, SessionRef, TermDay

_WIDTHS = (6.5, 8, 10, 14, 5.5, 6, 5, 5, 9)


def patrol_pdf(head: DatedHead, number: int) -> bytes:
    """A page or more for each date of the week. Raises ValueError where the term has no such week."""
    return pdf(TABLES, head.head, patrol_sheets(head, number))


def patrol_sheets(head: DatedHead, number: int) -> list[Data]:
    """One for each date on which something is on. Raises ValueError where the term has no such week."""
    week = one_week(head, number)
    if week is None:
        raise ValueError(number)
    return [_sheet(head, week, day) for day in week.days if head.held.on.get(day.day)] or [_nothing(head, week)]


def _headings(head: DatedHead) -> list[str]:
    say = head.say
    return [
        say("巡课日期", "date"), say("巡课教师", "on patrol"), say("授课教师", "teacher"),
        say("班级名称", "class, club"), say("是否准时上课", "in time"), say("是否为原定教师", "as planned"),
        say("应到人数", "expected"), say("实到人数", "there"), say("备注", "remarks"),
    ]  # fmt: skip


def _sheet(head: DatedHead, week: OneWeek, day: TermDay) -> Data:
    say, language = head.say, head.language
    here = head.held.on[day.day]
    table = head.head.timetable.with_sessions(d.session for d in here)
    planned = {d.ref: d.session for d in head.dated.on.get(day.day, ())}
    tables: list[Data] = []
    for slot in sorted(table.at):
        on_duty = patrols(table, slot)
        who = people_names(head.problem, on_duty, language) if on_duty else ""
        clock = head.clock(day.day, slot.period)
        rows = [
            [f"{day.day.month}.{day.day.day}", who, *_facts(head, session, planned)]
            for session in in_order(head.problem, table.at[slot])
            if session.kind is not SessionKind.PATROL
        ]
        title = period_title(slot.period, language) + ("" if clock is None else f" {clock[0]:%H:%M}–{clock[1]:%H:%M}")
        tables.append({"title": title, "rows": rows})
    name = week.heading(day)
    return _page(head, say(f"{name} 巡课记录表", f"Patrol record, {name}"), week, tables)


def _facts(head: DatedHead, session: Session, planned: dict[SessionRef, Session]) -> list[str]:
    """From the teacher to the remark; what is found on the way stays empty."""
    problem, language, say = head.problem, head.language, head.say
    people = session.people(Role.TUTOR, Role.LEADER)
    what = content_name(problem, session, language)
    if session.school_class is not None:
        what = f"{class_heading(problem, session.school_class, language)} {what}"
    elif session.room is not None:
        what = say(f"{what}（{session.room}）", f"{what} ({session.room})")
    base = planned.get(SessionRef.to(session))
    gone = tuple(p for p in (() if base is None else base.people(Role.TUTOR, Role.LEADER)) if p not in people)
    remark = say("代 ", "for ") + people_names(problem, gone, language) if gone else ""
    count = session.head_count
    if session.school_class is not None and not count:
        count = problem.class_by_id[session.school_class].pupils
    return [people_names(problem, people, language), what, "", "", str(count or ""), "", remark]


def _page(head: DatedHead, title: str, week: OneWeek, tables: list[Data]) -> Data:
    say = head.say
    sides = ("center", "left", "left", "left", "center", "center", "center", "center", "left")
    columns = zip(_headings(head), _WIDTHS, sides, strict=True)
    return {
        "title": title,
        "beside": f"{week.title} · {head.marks}",
        "upright": True,
        "columns": [{"title": text, "width": width, "align": side} for text, width, side in columns],
        "tables": tables,
        "total": "",
        "notes": [],
        "signs": [say("巡课教师签字", "on patrol"), say("值班领导", "leader of the day")],
    }


def _nothing(head: DatedHead, week: OneWeek) -> Data:
    names = dict.fromkeys(d.name for d in week.days if d.kind is DayKind.HOLIDAY and d.name)
    why = head.say("这一周没有课后服务", "No service in this week") + (f"（{'、'.join(names)}）" if names else "")
    return _page(head, week.title, week, []) | {"notes": [why]}
