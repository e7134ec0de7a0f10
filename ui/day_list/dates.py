"""A date of the term on the phone: what it is, what runs then, what is not on and why, what is not as planned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from exchange.dated import DatedHead, OneWeek, one_day, said_stop
from exchange.dated.term_days import run_as
from exchange.results.names import day_title
from exchange.results.view import periods
from models import DayKind, Session, SessionChange, Text
from scheduler.compare import session_changes
from ui.week.board import Board
from ui.week.markup import Markup, tag
from ui.week.session_marks import marks_of


@dataclass(frozen=True)
class DateBoard:
    """One date of the term, ready to be drawn: `board` holds its sessions on its own weekday."""

    day: date
    found: OneWeek
    board: Board
    lost: tuple[SessionChange, ...]  # planned for this date, and dropped since
    left: tuple[Session, ...]  # in which the person who looks was to serve, and somebody else does


def date_board(head: DatedHead, day: date, class_id: str | None = None, person: str | None = None) -> DateBoard | None:
    """The date, of a class only what it takes part in; what is lost, only what concerns the class or person.

    None where the term has no service then.
    """
    found = one_day(head, day, class_id)
    if found is None:
        return None
    problem, table = found.head.problem, found.head.timetable
    changes: tuple[SessionChange, ...] = ()
    if head.actual is not None:
        planned = one_day(replace(head, actual=None), day, class_id)
        if planned is not None:
            changes = session_changes(problem, planned.head.timetable, table)
    board = Board(problem, table, marks_of((), table, changes), head.language)
    mine = [(c.before, c) for c in changes if c.before is not None and _concerns(c.before, class_id, person)]
    lost = tuple(c for _, c in mine if c.after is None)
    left = tuple(c.after for _, c in mine if person is not None and c.after and person not in c.after.people())
    return DateBoard(day, found, board, lost, left)


def _concerns(session: Session, class_id: str | None, person: str | None) -> bool:
    if person is not None:
        return person in session.people()
    return class_id is None or class_id == session.school_class or class_id in session.pupils


def dates_of(head: DatedHead, today: date) -> tuple[date, ...]:
    """The dates that can be looked at: those of the term, and today where it lies among them."""
    days = [d.day for d in head.held.days]
    if days and days[0] <= today <= days[-1] and today not in days:
        days = sorted([*days, today])
    return tuple(days)


def nearest(days: Sequence[date], today: date) -> date:
    """Today, else the next of the days; the last of them after all. Raises IndexError where there is none."""
    return next((day for day in days if day >= today), days[-1])


def date_heading(head: DatedHead, day: date, name: str) -> Markup:
    """周二 3月9日 · 第2周（双周）, and whose day it is; on a make-up day, as which weekday it runs."""
    language, say = head.language, head.say
    when = f"{day_title(day.isoweekday(), language)} " + say(f"{day.month}月{day.day}日", f"{day:%d %B}")
    found = head.held.day_of.get(day)
    if found is not None:
        when += say(f" · 第{found.number}周", f" · week {found.number}")
        if head.problem.week.cycle > 1:
            when += say("（单周）" if found.week == 1 else "（双周）", " (odd)" if found.week == 1 else " (even)")
        if as_day := run_as(found, language):
            when += say(f" · 调休，{as_day}上课", f" · make-up day, runs {as_day}")
    return tag("header", tag("p", when), tag("h1", name), class_="k-day-head")


def date_notes(head: DatedHead, day: date) -> Markup | None:
    """Why nothing at all is on: a holiday, a sports meet, no day of service, and when the next one is."""
    say, shown = head.say, head.held.day_of.get(day)
    texts: list[str] = []
    if shown is None:
        texts.append(say("这天没有课后服务。", "No service on this day."))
    elif shown.kind is DayKind.HOLIDAY:
        texts.append(say(f"放假：{shown.name}，没有课后服务。", f"Holiday: {shown.name}. No service."))
    elif not head.held.on.get(day):
        reasons = [loss.reason for loss in head.held.losses if loss.day == day]
        texts.append(said_stop(head.language, reasons) + say("，没有课后服务。", ": nothing is on."))
    if not head.held.on.get(day) and (coming := _next(head, day)) is not None:
        title = f"{day_title(coming.isoweekday(), head.language)} " + say(
            f"{coming.month}月{coming.day}日", f"{coming:%d %B}"
        )
        texts.append(say(f"下一次：{title}。", f"The next one: {title}."))
    return tag("div", [tag("p", text) for text in texts], class_="k-day-notes") if texts else None


def stops(head: DatedHead, shown: DateBoard, class_id: str) -> dict[int, str]:
    """Period → 停课：运动会, where the class would have service on another such day."""
    found = {
        period: shown.found.stopped(day, period, class_id)
        for day in shown.found.days
        for period in periods(head.problem, head.head.timetable)
    }
    return {period: why for period, why in found.items() if why}


def lost_notes(shown: DateBoard) -> Markup | None:
    """What was planned and is not on: it can be marked nowhere, so it is said."""
    if not shown.lost:
        return None
    title = Text(f"取消 {len(shown.lost)} 处", f"{len(shown.lost)} cancelled").in_language(shown.board.language)
    lines = [tag("li", change.text.in_language(shown.board.language)) for change in shown.lost]
    return tag("div", tag("b", title), tag("ul", lines), class_="k-day-changes")


def _next(head: DatedHead, day: date) -> date | None:
    return next((d.day for d in head.held.days if d.day > day and head.held.on.get(d.day)), None)
