"""Two-week cycles, volunteers, and timetables that are wrong: all is printed, nothing is left out."""

from pathlib import Path

import pytest

from models import Band, Duty, Participation, Role, Session, SessionKind, Slot, Week
from tests.builders import FRI_2, MON_1, MON_2, changed, tiny_school
from tests.exchange_results.reading_back import Results, written
from tests.timetables import plus, replaced, the, tiny_timetable, without

CLASS = "一(1)班 课后服务周课表与去向单"


def of_class(results: Results) -> list[list[str]]:
    """The rows of class 一1."""
    return results.blocks("班级课表", [CLASS, "一(2)班 课后服务周课表与去向单"])[CLASS]


@pytest.fixture
def fortnightly(tmp_path: Path) -> Results:
    """A cycle of two weeks in which one homework session differs."""
    problem = tiny_school()
    school = changed(problem, week=Week(periods=problem.week.periods, kinds=problem.week.kinds, cycle=2))
    table = tiny_timetable(school)
    even = the(table, Slot(1, 1, 2), school_class="一1")
    return written(school, replaced(table, even, subject="数学"), tmp_path)


def test_weeks_that_differ_have_an_overview_each(fortnightly: Results) -> None:
    assert fortnightly.names[:2] == ["总表（单周）", "总表（双周）"]
    odd, even = (
        sum(cell.startswith("数学\n") for row in fortnightly.rows(name) for cell in row)
        for name in fortnightly.names[:2]
    )
    assert even == odd + 1


def test_a_class_sees_odd_and_even_in_one_cell(fortnightly: Results) -> None:
    week = fortnightly.week(of_class(fortnightly))
    assert "单：语文" in week[1, 1]
    assert "双：数学" in week[1, 1]
    assert "单：" not in week[2, 1]


def test_weeks_that_are_the_same_have_one_overview(tmp_path: Path) -> None:
    problem = tiny_school()
    school = changed(problem, week=Week(periods=problem.week.periods, kinds=problem.week.kinds, cycle=2))
    assert written(school, tiny_timetable(school), tmp_path).names[0] == "总表"


def test_volunteers_are_listed_with_those_who_stay(tmp_path: Path) -> None:
    problem = tiny_school()
    band = Band(id="全校", name="全校", grades=("一年级", "二年级"), participation=Participation.VOLUNTEERS)
    school = changed(problem, bands=(band,))
    table = tiny_timetable(school)
    football = the(table, MON_2, club="足球")
    for session in table.at[MON_2]:
        if session.kind is SessionKind.CROSS_CLASS and session.club != "足球":
            table = without(table, session)
    for c in school.classes:
        duty = Duty(person=c.class_teacher or "", role=Role.LEADER)
        own = Session(slot=MON_2, kind=SessionKind.CLASS_ACTIVITY, school_class=c.id, duties=(duty,), room=c.home_room)
        table = plus(table, own)
    results = written(school, table, tmp_path)
    gone = football.pupils["一1"]
    rows = [[cell for cell in row if cell] for row in of_class(results) if any(row)]
    stay = next(row for row in rows if row[0] == "本班")
    assert stay[1:5] == ["留在本班：自主活动", "教室1", "王1", str(20 - gone)]
    total = next(row for row in rows if row[0].startswith("合计应到"))
    # Monday stands beside Wednesday, when everybody walks.
    assert total[:2] == [f"合计应到（社团 {gone}＋留班 {20 - gone}；都去社团）", "20"]
    overview = results.texts("总表")
    assert f"走班 {gone} 人" in overview  # in the cell of the class, above the block of clubs
    assert f"足球 孙教练(外)·操场 {football.head_count}" in overview


def test_counts_in_every_dispatch_list_add_up_to_the_class(tmp_path: Path) -> None:
    problem = tiny_school()
    results = written(problem, tiny_timetable(problem), tmp_path)
    lists = 0
    counting: list[int] = []
    column = 0
    for row in results.rows("班级课表"):
        if "人数" in row:
            column, counting = row.index("人数"), []
        elif row[0].startswith("合计应到"):
            assert sum(counting) == int(row[column]) == 20
            lists += 1
        elif column and row[column].isdigit():
            counting.append(int(row[column]))
    assert lists == 2 * len(problem.classes)  # Monday with Wednesday, and Thursday


def test_a_class_in_two_places_is_shown_in_both(tmp_path: Path) -> None:
    problem = tiny_school()
    table = tiny_timetable(problem)
    first = the(table, MON_1, school_class="一1")
    results = written(problem, plus(table, changed(first, subject="数学", room="操场")), tmp_path)
    cell = results.week(of_class(results))[1, 1]
    assert "语文" in cell
    assert "数学" in cell
    assert "操场" in cell


def test_a_session_outside_the_week_is_shown(tmp_path: Path) -> None:
    problem = tiny_school()
    table = tiny_timetable(problem)
    stray = changed(the(table, MON_1, school_class="一1"), slot=Slot(6, 3))
    results = written(problem, plus(table, stray), tmp_path)
    for name in ("班级课表", "教师课表", "场地", "巡查安排"):
        assert "周六" in results.texts(name)
    assert "周\n六" in results.texts("总表")


def test_nobody_and_nowhere_are_said(tmp_path: Path) -> None:
    problem = tiny_school()
    table = tiny_timetable(problem)
    bare = replaced(table, the(table, MON_1, school_class="一1"), duties=(), room=None)
    results = written(problem, bare, tmp_path)
    assert "（未定教师）" in results.week(of_class(results))[1, 1]
    assert "（未定场地）" in results.week(of_class(results))[1, 1]
    nowhere = results.blocks("场地", ["（未定场地）"])["（未定场地）"]
    assert "一(1) 语文" in results.week(nowhere)[1, 1]


def test_a_class_left_alone_is_said(tmp_path: Path) -> None:
    problem = tiny_school()
    table = tiny_timetable(problem)
    results = written(problem, without(table, the(table, FRI_2, school_class="一1")), tmp_path)
    assert results.week(of_class(results))[5, 2] == "未安排"


def test_too_many_pupils_do_not_hide(tmp_path: Path) -> None:
    problem = tiny_school()
    table = tiny_timetable(problem)
    crowded = the(table, MON_2, club="足球")
    more = {c: n + 5 for c, n in crowded.pupils.items()}
    results = written(problem, replaced(table, crowded, pupils=more), tmp_path)
    assert "留班 -5" in results.texts("班级课表")
