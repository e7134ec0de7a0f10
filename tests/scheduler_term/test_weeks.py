"""The calendar of a term by weeks: what each date is."""

from datetime import date, timedelta

from models import Calendar, Day, Holiday, MakeUpDay, NoService, Term
from scheduler.term import DateKind, dated, term_weeks
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable

# 2027-02-22 is a Monday and 2027-07-02 a Friday: 19 whole weeks.
SCHOOL = tiny_school()
MON, TUE, SAT = date(2027, 4, 5), date(2027, 4, 6), date(2027, 4, 10)


def test_each_date_is_what_the_calendar_says() -> None:
    calendar = Calendar(
        holidays=(Holiday(first=MON, last=MON, name="清明节"),),
        make_up_days=(MakeUpDay(day=SAT, runs_as=Day.MON),),
        no_service=(
            NoService(first=TUE, last=TUE, reason="运动会"),
            NoService(first=MON + timedelta(days=7), last=MON + timedelta(days=7), periods=(2,), reason="家长会"),
        ),
    )
    problem = changed(SCHOOL, calendar=calendar)
    table = tiny_timetable(problem)
    weeks = term_weeks(problem, dated(problem, table))
    assert [week.number for week in weeks] == list(range(1, 20))
    assert {len(week.dates) for week in weeks} == {7}
    seventh, eighth = weeks[6].dates, weeks[7].dates
    assert (seventh[0].day, seventh[0].kind, seventh[0].names) == (MON, DateKind.HOLIDAY, ("清明节",))
    assert (seventh[1].kind, seventh[1].names, seventh[1].sessions) == (DateKind.NONE, ("运动会",), 0)
    monday = sum(s.slot.day == 1 for s in table.sessions)
    assert (seventh[5].kind, seventh[5].make_up, seventh[5].sessions) == (
        DateKind.SERVICE,
        calendar.make_up_days[0],
        monday,
    )
    assert seventh[6].kind is DateKind.FREE
    assert (eighth[0].kind, eighth[0].names) == (DateKind.PART, ("家长会",))
    assert eighth[0].sessions > 0
    assert eighth[0].sessions + eighth[0].lost == monday
    assert weeks[18].dates[5].kind is DateKind.OUTSIDE  # 7.3, after the last day


def test_odd_and_even_weeks_only_where_the_week_has_both() -> None:
    one = term_weeks(SCHOOL, dated(SCHOOL, tiny_timetable(SCHOOL)))
    assert {week.parities for week in one} == {()}
    table = tiny_timetable(SCHOOL)
    both = changed(SCHOOL, week=SCHOOL.week.model_copy(update={"cycle": 2}))
    assert [week.parities for week in term_weeks(both, dated(SCHOOL, table))][:3] == [(1,), (2,), (1,)]


def test_without_dates_there_are_no_weeks() -> None:
    assert term_weeks(changed(SCHOOL, term=Term(name="秋")), dated(SCHOOL, tiny_timetable(SCHOOL))) == ()
