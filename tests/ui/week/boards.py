"""Schools with timetables of every shape that a grid must be able to show."""

from models import (
    Band,
    Day,
    Duty,
    Participation,
    Pin,
    Problem,
    Role,
    Session,
    SessionKind,
    Slot,
    SlotKind,
    SlotKindSetting,
    Timetable,
    Week,
)
from models.week import Period
from scheduler.audit import audit
from scheduler.compare import session_changes
from tests.builders import FRI_1, FRI_2, MON_2, changed, tiny_school
from tests.timetables import plus, replaced, the, tiny_timetable, without
from ui.week.board import Board
from ui.week.session_marks import marks_of

HOSTILE = "<img src=x onerror=alert(1)>"


def plain() -> Board:
    """The tiny school with its valid timetable."""
    problem = tiny_school()
    return Board(problem, tiny_timetable(problem))


def fortnightly() -> Board:
    """A cycle of two weeks in which one session differs: in even weeks 一1 does 数学 on Monday."""
    problem = tiny_school()
    school = changed(problem, week=Week(periods=problem.week.periods, kinds=problem.week.kinds, cycle=2))
    table = tiny_timetable(school)
    return Board(school, replaced(table, the(table, Slot(1, 1, 2), school_class="一1"), subject="数学"))


def volunteers() -> Board:
    """On Monday only the football players leave; the others stay with their class teachers."""
    problem = tiny_school()
    band = Band(id="全校", name="全校", grades=("一年级", "二年级"), participation=Participation.VOLUNTEERS)
    school = changed(problem, bands=(band,))
    table = tiny_timetable(school)
    for session in table.at[MON_2]:
        if session.kind is SessionKind.CROSS_CLASS and session.club != "足球":
            table = without(table, session)
    for c in school.classes:
        duty = Duty(person=c.class_teacher or "", role=Role.LEADER)
        own = Session(slot=MON_2, kind=SessionKind.CLASS_ACTIVITY, school_class=c.id, duties=(duty,), room=c.home_room)
        table = plus(table, own)
    return Board(school, table)


def half_day_and_long_day() -> Board:
    """Friday ends after one period; on Monday there is a third one, of homework."""
    problem = tiny_school()
    kinds = [k for k in problem.week.kinds if (k.day, k.period) != (5, 2)]
    kinds.append(SlotKindSetting(day=Day.MON, period=3, kind=SlotKind.HOMEWORK))
    week = Week(periods=(*problem.week.periods, Period(number=3)), kinds=tuple(kinds))
    school = changed(problem, week=week)
    table = tiny_timetable(problem)
    for session in table.at[FRI_2]:
        table = without(table, session)
    late = [changed(s, slot=Slot(1, 3)) for s in table.at[FRI_1] if s.kind is SessionKind.HOMEWORK]
    return Board(school, plus(table, *late))


def wrong() -> Board:
    """A timetable that breaks rules: 一1 does nothing on Friday, football has nobody and no room."""
    problem = tiny_school()
    table = tiny_timetable(problem)
    table = without(table, the(table, FRI_2, school_class="一1"))
    table = replaced(table, the(table, MON_2, club="足球"), duties=(), room=None)
    return Board(problem, table, marks_of(problem.pins, table, (), audit(problem, table)))


def marked() -> Board:
    """王2 has taken 王1's tutoring since it was published; 二1's homework and football are locked."""
    problem = tiny_school()
    before = tiny_timetable(problem)
    own = the(before, Slot(1, 1), school_class="一1")
    after = replaced(before, own, duties=(Duty(person="王2", role=Role.TUTOR),))
    changes = session_changes(problem, before, after)
    return Board(problem, after, marks_of(problem.pins, after, changes, audit(problem, after)))


def hostile() -> Board:
    """Every name that a school types is a tag."""
    problem = tiny_school()
    clubs = tuple(changed(c, name=HOSTILE) for c in problem.clubs)
    teachers = tuple(changed(t, name=HOSTILE) for t in problem.teachers)
    rooms = (*problem.rooms, changed(problem.rooms[0], id=HOSTILE))
    pin = Pin(slot=MON_2, club="足球", by=HOSTILE, reason=HOSTILE)
    school: Problem = changed(problem, clubs=clubs, teachers=teachers, rooms=rooms, pins=(pin,), school=HOSTILE)
    table: Timetable = tiny_timetable(problem)
    table = changed(table, sessions=tuple(changed(s, room=HOSTILE) if s.room == "操场" else s for s in table.sessions))
    table = replaced(table, the(table, Slot(1, 1), school_class="一1"), subject=HOSTILE)
    return Board(school, table, marks_of(school.pins, table, (), None))


BOARDS = {f.__name__: f for f in (plain, fortnightly, volunteers, half_day_and_long_day, wrong, marked, hostile)}
