"""The patrol record (巡课记录表) of a day: who teaches where is printed, what is found on the way is for the pen.

Where the term has dates, `exchange.dated` asks for the page of a date; without dates the date is left to the pen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, sheet, table
from exchange.results.names import (
    class_title,
    content_name,
    day_title,
    people_names,
    period_clock,
    period_title,
    room_name,
    week_mark,
)
from exchange.results.view import by_week, class_slot, content, days, in_order, patrols
from models import Role, Session, SessionKind, Slot, Timetable

_HEADS = (
    ("巡课日期", "date"), ("巡课教师", "on patrol"), ("授课教师", "teacher"), ("班级名称", "class, club"),
    ("是否准时上课", "on time"), ("是否为原定教师", "as planned"), ("应到人数", "expected"), ("实到人数", "there"),
    ("备注", "remarks"),
)  # fmt: skip
_WIDTHS = (17, 18, 25, 34, 24, 27, 12, 12, 21)


@dataclass(frozen=True)
class Round:
    """One period of the page: its sessions lie in one slot of the head's timetable."""

    slot: Slot
    clock: str = ""  # 15:40–16:30, where it is known


def record_forms(head: Head) -> list[Data]:
    """A page with blank dates for each weekday, for odd and even weeks apart where they differ."""
    found: list[Data] = []
    for day in days(head.problem, head.timetable):
        weeks = by_week(
            head.problem,
            lambda week, d=day: _of_day(head.timetable, d, week),  # type: ignore[misc]
            lambda sessions: tuple(sorted((s.slot.period, repr(content(s))) for s in sessions)),
        )
        for week, sessions in weeks:
            rounds = [
                Round(slot, period_clock(head.problem, slot.period)) for slot in sorted({s.slot for s in sessions})
            ]
            title = week_mark(week, head.language) + day_title(day, head.language)
            found += record_form(head, title, rounds)
    if found:
        return found
    return [sheet(head.say("巡课记录表", "Patrol record"), "", [], notes=[head.say("没有课次。", "No sessions.")])]


def record_form(
    head: Head,
    day: str,
    rounds: Sequence[Round],
    *,
    date: str = "",
    note: str = "",
    remark: Callable[[Session], str] = lambda _: "",
) -> list[Data]:
    """The page of one day, a table for each period; none where nobody teaches.

    `day` heads it (周一; 周六 10.10（按周三）), `date` stands in the first column, for the pen if empty.
    """
    say = head.say
    tables = [made for found in rounds if (made := _table(head, found, date, remark)) is not None]
    title = say(f"{day} 巡课记录表", f"Patrol record, {day}")
    signs = [say("巡课教师签字", "on patrol"), say("值班领导", "leader of the day")]
    signs += [] if date else [say("日期", "date")]
    return [sheet(title, note, tables, points=9.5, signs=signs)] if tables else []


def _of_day(timetable: Timetable, day: int, week: int) -> tuple[Session, ...]:
    return tuple(s for slot, here in sorted(timetable.at.items()) if (slot.day, slot.week) == (day, week) for s in here)


def _table(head: Head, found: Round, date: str, remark: Callable[[Session], str]) -> Data | None:
    say, problem, language = head.say, head.problem, head.language
    taught = in_order(problem, [s for s in head.timetable.at.get(found.slot, ()) if s.kind is not SessionKind.PATROL])
    if not taught:
        return None
    on_duty = patrols(head.timetable, found.slot)
    who = people_names(problem, on_duty, language) if on_duty else ""
    choice = say("□是 □否", "□ yes □ no")
    rows: list[list[Cell]] = [
        [date, who, _teachers(head, s), _what(head, s), choice, choice, str(expected(head, s) or ""), "", remark(s)]
        for s in taught
    ]
    title = f"{period_title(found.slot.period, language)} {found.clock}".strip()
    heads = [[say(zh, en) for zh, en in _HEADS]]
    return table(_WIDTHS, heads, rows, title=title, centred=(0, 4, 5, 6), least=4)


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
