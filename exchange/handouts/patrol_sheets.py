"""The facts of patrol: the rota (值班巡查表), and the form on which each round is recorded (巡课记录表)."""

from collections import Counter
from collections.abc import Sequence

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, cell, sheet, table
from exchange.results.names import (
    class_title,
    content_name,
    day_title,
    people_names,
    period_clock,
    period_title,
    person_name,
    room_name,
    week_mark,
)
from exchange.results.view import by_week, class_slot, content, days, in_order, patrols, periods
from models import Role, Session, SessionKind, Slot


def rota(head: Head) -> list[Data]:
    """One page: weekday by period, and how often each leader is on patrol."""
    say, problem, language = head.say, head.problem, head.language
    columns = periods(problem, head.timetable)
    names = [say("星期", "day")]
    names += [f"{period_title(p, language)}\n{period_clock(problem, p)}".strip() for p in columns]
    rows: list[list[Cell]] = []
    for day in days(problem, head.timetable):
        rows.append([cell(day_title(day, language), bold=True), *(_on_duty(head, day, p) for p in columns)])
    count = Counter(p for s in head.timetable.sessions for p in s.people(Role.PATROL))
    order = {t.id: number for number, t in enumerate(problem.teachers)}
    times = [
        f"{person_name(problem, p, language)} {count[p] / problem.week.cycle:g}"
        for p in sorted(count, key=lambda p: (order.get(p, len(order)), p))
    ]
    least = problem.settings.patrol.at_least
    asked = say(f"每个时段至少 {least} 人巡查", f"at least {least} on patrol in each slot") if least else ""
    shared = say("每人每周巡查次数：", "Patrols a week: ") + say("、", ", ").join(times) if times else ""
    none = "" if times else say("本周没有安排巡查。", "Nobody is on patrol.")
    widths = (14, *(40 for _ in columns))
    tables = [table(widths, [names], rows, centred=range(len(widths)), least=22)] if times else []
    title = say("值班巡查表", "Patrol rota")
    signs = [say("值班领导签字", "leader of the day"), say("日期", "date")] if times else []
    return [sheet(title, asked, tables, upright=False, points=14, notes=[shared, none], signs=signs)]


def _on_duty(head: Head, day: int, period: int) -> str:
    found = by_week(head.problem, lambda week: patrols(head.timetable, Slot(day, period, week)), lambda people: people)
    parts = []
    for week, people in found:
        mark = week_mark(week, head.language)
        names = head.say("、", ", ").join(person_name(head.problem, p, head.language) for p in people)
        parts.append((f"{mark}：" if mark else "") + names if people else "")
    return "\n".join(part for part in parts if part)


def record_forms(head: Head) -> list[Data]:
    """A form for each slot, with what is known written in: who patrols, who teaches what, how many should be there."""
    found: list[Data] = []
    for day in days(head.problem, head.timetable):
        for period in periods(head.problem, head.timetable):
            weeks = by_week(
                head.problem,
                lambda week, d=day, p=period: head.timetable.at.get(Slot(d, p, week), ()),  # type: ignore[misc]
                lambda sessions: tuple(sorted(map(repr, map(content, sessions)))),
            )
            for week, sessions in weeks:
                taught = in_order(head.problem, [s for s in sessions if s.kind is not SessionKind.PATROL])
                if taught:
                    found.append(
                        _form(head, Slot(day, period, taught[0].slot.week), week_mark(week, head.language), taught)
                    )
    if found:
        return found
    return [sheet(head.say("巡课记录表", "Patrol record"), "", [], notes=[head.say("没有课次。", "No sessions.")])]


def _form(head: Head, slot: Slot, mark: str, taught: Sequence[Session]) -> Data:
    say, problem, language = head.say, head.problem, head.language
    names = (
        ("巡课日期", "date"),
        ("巡课教师", "on patrol"),
        ("授课教师", "teacher"),
        ("班级名称", "class"),
        ("是否准时上课", "on time"),
        ("是否为原定教师", "as planned"),
        ("应到人数", "expected"),
        ("实到人数", "there"),
        ("备注", "remarks"),
    )
    on_duty = patrols(head.timetable, slot)
    patrol = people_names(problem, on_duty, language) if on_duty else ""
    choice = say("□是 □否", "□ yes □ no")
    rows: list[list[Cell]] = [
        ["", patrol, _teachers(head, s), _what(head, s), choice, choice, str(expected(head, s)), "", ""] for s in taught
    ]
    day = f"{mark}{day_title(slot.day, language)}"
    title = f"{day}{period_title(slot.period, language)} {say('巡课记录表', 'patrol record')}"
    widths = (20, 32, 36, 44, 24, 28, 18, 18, 30)
    found = table(widths, [[say(zh, en) for zh, en in names]], rows, centred=(1, 4, 5, 6), least=5)
    signs = [say("巡课教师签字", "on patrol"), say("日期", "date")]
    return sheet(title, period_clock(problem, slot.period), [found], upright=False, signs=signs)


def _teachers(head: Head, session: Session) -> str:
    people = people_names(head.problem, session.people(Role.TUTOR, Role.LEADER), head.language)
    helpers = session.people(Role.ACCOMPANYING)
    if not helpers:
        return people
    if len(helpers) > 2:  # one for each class of a whole-school club
        return people + head.say(f"\n陪同 {len(helpers)} 人", f"\n{len(helpers)} with them")
    return people + head.say("\n陪同 ", "\nwith ") + people_names(head.problem, helpers, head.language)


def _what(head: Head, session: Session) -> str:
    """The class and what it does; of a club its name; and where."""
    what = content_name(head.problem, session, head.language)
    if session.school_class is None:
        return f"{what}\n{room_name(session, head.language)}"
    owner = head.problem.class_by_id.get(session.school_class)
    away = owner is None or session.room != owner.home_room
    place = f"\n{room_name(session, head.language)}" if away else ""
    return f"{class_title(head.problem, session.school_class)} {what}{place}"


def expected(head: Head, session: Session) -> int:
    """How many pupils should be there: of a class, those who do not walk to clubs."""
    if session.school_class is None or session.school_class not in head.problem.class_by_id:
        return session.head_count
    return class_slot(head.problem, head.timetable, session.school_class, session.slot).staying
