"""Laying the tiny school's week on dates: holidays, make-up days, grades and periods without service, odd weeks."""

from collections import Counter
from datetime import date, time
from typing import Any

import pytest

from models import (
    Calendar,
    ClockChange,
    Counted,
    Credential,
    DatedTimetable,
    Day,
    Holiday,
    MakeUpDay,
    NoService,
    Parity,
    ParityOverride,
    Period,
    Problem,
    Timetable,
)
from scheduler.progress import SolveOptions
from scheduler.solve import solve
from scheduler.term import NoDatesError, audit_dated, counts, dated, paper_risks
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable

# 2027-02-22 is a Monday and 2027-07-02 a Friday: 19 whole weeks.
SCHOOL = tiny_school()
MON, SAT = date(2027, 4, 5), date(2027, 4, 10)


def laid(school: Problem = SCHOOL, **lists: Any) -> tuple[Problem, Timetable, DatedTimetable]:
    """The tiny timetable on this calendar; the recount by date agrees."""
    problem = changed(school, calendar=Calendar(**lists))
    table = tiny_timetable(problem)
    made = dated(problem, table)
    assert audit_dated(problem, table, made) == ()
    return problem, table, made


def test_without_a_calendar_every_week_is_alike() -> None:
    _, table, made = laid()
    assert len(made.sessions) == 19 * len(table.sessions)
    assert set(Counter(d.ref for d in made.sessions).values()) == {19}
    assert made.losses == ()


def test_without_dates_there_is_no_term() -> None:
    bare = changed(SCHOOL, term=changed(SCHOOL.term, first_day=None, last_day=None))
    with pytest.raises(NoDatesError):
        dated(bare, tiny_timetable(bare))


def test_a_holiday_and_its_make_up_day() -> None:
    _, table, made = laid(
        holidays=(Holiday(first=MON, last=MON, name="清明节"),), make_up_days=(MakeUpDay(day=SAT, runs_as=Day.MON),)
    )
    monday = sum(s.slot.day == 1 for s in table.sessions)
    assert len(made.losses) == len(made.on[SAT]) == monday
    assert MON not in made.on
    assert len(made.sessions) == 19 * len(table.sessions)
    assert made.day_of[SAT].number == 7


def test_one_grade_without_service_leaves_the_others_in_their_club() -> None:
    # Monday, period 2: all walk to 合唱 1 and 2 and 足球. Without 二年级 each goes on with the pupils of 一年级.
    stop = NoService(first=MON, last=MON, periods=(2,), grades=("二年级",), reason="入队")
    problem, table, made = laid(no_service=(stop,))
    football = next(d for d in made.on[MON] if d.session.club == "足球")
    week = next(s for s in table.sessions if s.club == "足球" and s.slot.day == 1)
    assert set(football.session.pupils) == {c for c, n in week.pupils.items() if c[0] == "一"}
    assert {c[0] for c in football.without} == {"二"}
    totals = {(c.what, c.key): c for c in counts(problem, made)}
    assert totals[Counted.CLUB, "足球"].missing == 0
    assert [totals[Counted.CLASS, c].lost for c in ("一1", "二1")] == [{}, {"入队": 1}]
    patrol = [d for d in made.on[MON] if d.session.kind == "patrol" and d.session.slot.period == 2]
    assert patrol
    assert all(loss.session.kind != "patrol" for loss in made.losses)


def test_a_half_day_takes_its_period_from_everybody() -> None:
    stop = NoService(first=MON, last=MON, periods=(2,), reason="半天")
    problem, table, made = laid(no_service=(stop,))
    assert {d.session.slot.period for d in made.on[MON]} == {1}
    lost = [s for s in table.sessions if (s.slot.day, s.slot.period) == (1, 2)]
    assert Counter(loss.session.kind for loss in made.losses) == Counter(s.kind for s in lost)
    (monday,) = [c for c in counts(problem, made) if c.key == "1.club"]
    assert (monday.planned, monday.held, monday.lost) == (19, 18, {"半天": 1})


def test_the_later_of_two_clock_changes_holds() -> None:
    week = changed(SCHOOL.week, periods=(Period(number=1, start=time(15, 40), end=time(16, 20)), Period(number=2)))
    change = ClockChange(first=MON, last=SAT, period=1, start=time(15), end=time(15, 40))
    again = changed(change, first=date(2027, 4, 7), start=time(14), end=time(14, 40))
    _, _, made = laid(changed(SCHOOL, week=week), clock_changes=(change, again))
    starts = {d.day: d.start for d in made.sessions if d.session.slot.period == 1}
    days = (date(2027, 4, 2), MON, date(2027, 4, 7), date(2027, 4, 12))
    assert [starts[day] for day in days] == [time(15, 40), time(15), time(14), time(15, 40)]


def test_the_recount_sees_what_is_wrong() -> None:
    problem, table, made = laid(holidays=(Holiday(first=MON, last=MON, name="清明节"),))
    one = made.sessions[0]
    assert audit_dated(problem, table, changed(made, sessions=made.sessions[1:]))
    assert audit_dated(problem, table, changed(made, sessions=(one, *made.sessions)))
    moved = changed(one, day=MON)  # to the holiday
    assert len(audit_dated(problem, table, changed(made, sessions=(*made.sessions, moved)))) == 2


def test_papers_are_judged_on_the_dates_of_the_sessions() -> None:
    # 孙教练 serves on Monday, Wednesday and Thursday. A paper that ends on Wednesday 30 June does not cover Thursday,
    # 1 July, on which he has two periods; one that ends within 30 days of that is at risk, the next day it is not.
    def school(*papers: Credential) -> Problem:
        return changed(SCHOOL, instructors=(changed(SCHOOL.instructors[0], credentials=papers),))

    def paper(until: date) -> Credential:
        return Credential(name="合同", valid_until=until)

    def risks(until: date) -> list[tuple[str, list[date]]]:
        problem = school(paper(until))
        made = dated(problem, tiny_timetable(problem))
        return [(r.person, [d.day for d in r.sessions]) for r in paper_risks(problem, made)]

    thursday = date(2027, 7, 1)
    assert risks(date(2027, 6, 30)) == [("孙教练", [thursday, thursday])]
    assert risks(thursday) == [("孙教练", [])]
    assert risks(date(2027, 7, 31)) == [("孙教练", [])]
    assert risks(date(2027, 8, 1)) == []
    late = school(Credential(name="合同", valid_from=date(2027, 2, 23)))  # Monday, 22 February, comes before it
    made = dated(late, tiny_timetable(late))
    assert [d.day for r in paper_risks(late, made) for d in r.sessions] == [date(2027, 2, 22)]


def odd_school() -> Problem:
    """孙教练 comes in odd weeks only, and so do his clubs; in even weeks one more slot is for the others."""
    other: dict[str, dict[str, Any]] = {"足球": {"weeks": Parity.ODD}, "篮球": {"weeks": Parity.ODD}}
    other |= {"科学": {"most": 80}, "合唱": {"most": 80}}
    clubs = tuple(changed(c, **other.get(c.id, {})) for c in SCHOOL.clubs)
    return changed(
        SCHOOL,
        week=changed(SCHOOL.week, cycle=2),
        clubs=clubs,
        instructors=(changed(SCHOOL.instructors[0], weeks=Parity.ODD),),
        bands=(changed(SCHOOL.bands[0], walking_least=0),),
        rooms=tuple(changed(r, capacity=200) for r in SCHOOL.rooms),
        settings=changed(SCHOOL.settings, pupils_per_adult=None),
    )


def test_an_instructor_of_odd_weeks_is_solved_and_expanded() -> None:
    problem = odd_school()
    table = solve(problem, SolveOptions(seconds=60, gap=1.0, workers=1)).timetable
    assert table is not None
    his = table.of_person["孙教练"]
    assert {s.slot.week for s in his} == {1}
    day = his[0].slot.day
    # Saturday of the even week 2 runs as his day of an odd week, and his day of week 4 (from 15 March on) is called
    # odd. Without the calendar he would be there in the ten odd weeks 1, 3 … 19.
    saturday = date(2027, 3, 6)
    in_week_4 = date(2027, 3, 14 + day)
    calendar = Calendar(
        make_up_days=(MakeUpDay(day=saturday, runs_as=Day(day), week=1),),
        parity_overrides=(ParityOverride(first=in_week_4, last=in_week_4, week=1),),
    )
    on_dates = changed(problem, calendar=calendar)
    made = dated(on_dates, table)
    assert audit_dated(on_dates, table, made) == ()
    there = {d.day for d in made.sessions if "孙教练" in d.session.people() and d.session.slot.day == day}
    odd = {date.fromordinal(date(2027, 2, 21).toordinal() + day + 14 * n) for n in range(10)}
    assert there == odd | {saturday, in_week_4}
    assert all(made.day_of[d].week == 1 for d in there)
