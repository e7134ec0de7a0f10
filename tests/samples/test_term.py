"""Two samples on the dates of their terms, with every count worked out by hand here, from a calendar on the wall."""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from models import Counted, DatedTimetable, Problem, Session, SessionKind, TermCount, Timetable
from sample_inputs.expand import expand
from scheduler.progress import SolveOptions
from scheduler.solve import solve
from scheduler.term import audit_dated, counts, dated

# jisu, 2026-09-01 (a Tuesday) – 2027-01-22 (a Friday). September has 4 Mondays (7, 14, 21, 28), October 4, November
# 5, December 4, January 3 (4, 11, 18): 20. The term begins on a Tuesday and ends on a Friday: 21 of the other four.
# 中秋 takes Friday 25 September; 国庆 Thursday 1, Friday 2, Monday 5, Tuesday 6, Wednesday 7 October; 元旦 Friday
# 1 January. Sunday 20 September runs as Tuesday, Saturday 10 October as Wednesday. So
#   Mon 20 - 1 = 19, Tue 21 - 1 + 1 = 21, Wed 21 - 1 + 1 = 21, Thu 21 - 1 = 20, Fri 21 - 3 = 18; together 99 days.
JISU = {(day, period, 1): n for day, n in zip(range(1, 6), (19, 21, 21, 20, 18), strict=True) for period in (1, 2)}
# yayao, 2027-03-01 (a Monday) – 2027-07-02 (a Friday): 18 whole weeks, 9 odd and 9 even, so 9 of each weekday and week.
# Lost: Mon 5 April (week 6) and 3 May (week 10); Tue 4 May (week 10) and 1 June (week 14, 艺术节); Wed 9 June (week
# 15); Thu 13 May (week 11, 运动会); Fri 23 April (week 8, 读书节) and 14 May (week 11); and of Fri 25 June (week
# 17, 社团展示) the second period alone.
YAYAO = {
    **{(1, p, 1): 9 for p in (1, 2)}, **{(1, p, 2): 7 for p in (1, 2)},
    **{(2, p, 1): 9 for p in (1, 2)}, **{(2, p, 2): 7 for p in (1, 2)},
    **{(3, p, 1): 8 for p in (1, 2)}, **{(3, p, 2): 9 for p in (1, 2)},
    **{(4, p, 1): 8 for p in (1, 2)}, **{(4, p, 2): 9 for p in (1, 2)},
    (5, 1, 1): 8, (5, 1, 2): 8, (5, 2, 1): 7, (5, 2, 2): 8,
}  # fmt: skip
DATES = {"jisu": JISU, "yayao": YAYAO}


@cache
def term(key: str) -> tuple[Problem, Timetable, DatedTimetable, tuple[TermCount, ...]]:
    """The sample's first timetable on its dates; which one it is does not matter to what is counted."""
    problem = expand(key)
    found = solve(problem, SolveOptions(seconds=60, gap=1.0, workers=1)).timetable
    assert found is not None
    made = dated(problem, found)
    return problem, found, made, counts(problem, made)


def held(key: str, what: Counted) -> dict[tuple[str, int], int]:
    return {(c.key, c.group): c.held for c in term(key)[3] if c.what is what}


def dates(key: str, sessions: list[Session]) -> int:
    """On how many dates these sessions of the week take place, by the table above."""
    return sum(DATES[key][s.slot.day, s.slot.period, s.slot.week] for s in sessions)


@pytest.mark.parametrize("key", ["jisu", "yayao"])
def test_the_recount_by_date_agrees(key: str) -> None:
    problem, table, made, _ = term(key)
    assert audit_dated(problem, table, made) == ()


@pytest.mark.parametrize("key", ["jisu", "yayao"])
def test_each_session_of_the_week_is_held_on_its_dates(key: str) -> None:
    _, table, made, _ = term(key)
    assert len(made.sessions) == dates(key, list(table.sessions))
    times = Counter(d.ref for d in made.sessions)
    assert all(times[ref] == dates(key, [d.session]) for ref, d in {d.ref: d for d in made.sessions}.items())


@pytest.mark.parametrize("key", ["jisu", "yayao"])
def test_subjects_clubs_and_people_by_their_weekdays(key: str) -> None:
    _, table, _, _ = term(key)
    subjects: dict[str, list[Session]] = {}
    clubs: dict[tuple[str, int], list[Session]] = {}
    people: dict[str, list[Session]] = {}
    for s in table.sessions:
        if s.kind is SessionKind.HOMEWORK:
            subjects.setdefault(str(s.subject), []).append(s)
        if s.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL):
            clubs.setdefault((str(s.club), s.group), []).append(s)
        for duty in s.duties:
            people.setdefault(duty.person, []).append(s)
    assert held(key, Counted.SUBJECT) == {(name, 1): dates(key, found) for name, found in subjects.items()}
    assert held(key, Counted.CLUB) == {name: dates(key, found) for name, found in clubs.items()}
    assert held(key, Counted.PERSON) == {(name, 1): dates(key, found) for name, found in people.items()}


def test_every_class_of_jisu() -> None:
    # Two periods a day: planned 2 x (20 + 4 x 21) = 208. Lost: 中秋 2, 国庆 5 days = 10, 元旦 2; made up 2 days = 4.
    problem, _, _, totals = term("jisu")
    classes = [c for c in totals if c.what is Counted.CLASS]
    assert [c.key for c in classes] == [c.id for c in problem.classes]
    for c in classes:
        assert (c.planned, c.lost, c.made_up) == (208, {"中秋节": 2, "国庆节": 10, "元旦（暂定）": 2}, 4)
        assert (c.held, c.missing) == (198, 10)


def test_jisu_s_fridays_lose_three_clubs() -> None:
    _, _, _, totals = term("jisu")
    missing = {c.key: c.missing for c in totals if c.what is Counted.DAY and c.key.endswith("club")}
    assert missing == {"1.club": 1, "2.club": 0, "3.club": 0, "4.club": 1, "5.club": 3}


def test_jisu_in_the_winter() -> None:
    _, _, made, _ = term("jisu")
    clocks = {(d.session.slot.period, d.start, d.end) for d in made.sessions if d.day >= date(2026, 11, 2)}
    assert {(p, f"{a:%H:%M}", f"{b:%H:%M}") for p, a, b in clocks if a and b} == {
        (1, "15:30", "16:20"), (2, "16:30", "17:20"),
    }  # fmt: skip
    assert {f"{d.start:%H:%M}" for d in made.on[date(2026, 10, 30)] if d.start} == {"15:40", "16:40"}


def test_jisu_s_make_up_days() -> None:
    _, table, made, _ = term("jisu")
    for day, weekday in ((date(2026, 9, 20), 2), (date(2026, 10, 10), 3)):
        there = sorted(str(d.ref) for d in made.on[day])
        assert there == sorted(str(d.ref) for d in made.on[date(2026, 9, 13 + weekday)])
        assert len(there) == sum(s.slot.day == weekday for s in table.sessions)


def test_every_class_of_yayao() -> None:
    # 18 weeks x 10 slots = 180. 清明 2; 劳动 Mon and Tue = 4; 端午 2; 读书节 2; 运动会 4; 艺术节 2; 社团展示 1.
    _, _, _, totals = term("yayao")
    for c in (c for c in totals if c.what is Counted.CLASS):
        lost = {
            "清明节（暂定）": 2,
            "读书节": 2,
            "劳动节（暂定）": 4,
            "运动会": 4,
            "艺术节": 2,
            "端午节（暂定）": 2,
            "社团展示": 1,
        }
        assert (c.planned, c.lost, c.made_up, c.held) == (180, lost, 0, 163)


def test_yayao_s_large_clubs_by_odd_and_even_weeks() -> None:
    # Both on Wednesday: 韵律操 in the 9 odd weeks without 端午 (week 15), 合唱 in the 9 even ones.
    large = {c.key: c.held for c in term("yayao")[3] if c.what is Counted.CLUB and c.key in ("韵律操", "合唱")}
    assert large == {"韵律操": 8, "合唱": 9}
