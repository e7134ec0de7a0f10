"""The patrol record (巡课记录表) of a week with its dates, and with whom each substitute stands in for."""

from dataclasses import replace

from exchange.dated.head import DatedHead
from exchange.dated.one_week import OneWeek, one_week
from exchange.handouts.documents import TABLES
from exchange.handouts.head import Data
from exchange.handouts.patrol_records import Round, record_form
from exchange.handouts.tables import sheet
from exchange.handouts.typeset import pdf
from exchange.results.names import people_names
from models import DayKind, Role, Session, SessionRef, TermDay


def patrol_pdf(head: DatedHead, number: int) -> bytes:
    """A page or more for each date of the week. Raises ValueError where the term has no such week."""
    return pdf(TABLES, head.head, patrol_sheets(head, number))


def patrol_sheets(head: DatedHead, number: int) -> list[Data]:
    """One for each date on which something is on. Raises ValueError where the term has no such week."""
    week = one_week(head, number)
    if week is None:
        raise ValueError(number)
    return [page for day in week.days for page in _pages(head, week, day)] or [_nothing(head, week)]


def _pages(head: DatedHead, week: OneWeek, day: TermDay) -> list[Data]:
    table = head.head.timetable.with_sessions(d.session for d in head.held.on.get(day.day, ()))
    planned = {d.ref: d.session for d in head.dated.on.get(day.day, ())}

    def remark(session: Session) -> str:
        base, people = planned.get(SessionRef.to(session)), session.people(Role.TUTOR, Role.LEADER)
        gone = tuple(p for p in (() if base is None else base.people(Role.TUTOR, Role.LEADER)) if p not in people)
        return head.say("代 ", "for ") + people_names(head.problem, gone, head.language) if gone else ""

    rounds = []
    for slot in sorted(table.at):
        clock = head.clock(day.day, slot.period)
        rounds.append(Round(slot, "" if clock is None else f"{clock[0]:%H:%M}–{clock[1]:%H:%M}"))
    date = f"{day.day.month}.{day.day.day}"
    here = replace(head.head, timetable=table)
    return record_form(here, week.heading(day), rounds, date=date, note=_beside(head, week), remark=remark)


def _beside(head: DatedHead, week: OneWeek) -> str:
    return f"{week.title} · {head.calendar_mark}"


def _nothing(head: DatedHead, week: OneWeek) -> Data:
    names = dict.fromkeys(d.name for d in week.days if d.kind is DayKind.HOLIDAY and d.name)
    why = head.say("这一周没有课后服务", "No service in this week") + (f"（{'、'.join(names)}）" if names else "")
    title = head.say(f"{week.title} 巡课记录表", f"Patrol record, {week.title}")
    return sheet(title, _beside(head, week), [], notes=[why])
