"""Every view of every school: what is drawn is what is counted, and each session that belongs there stands there."""

import pytest

from models import SessionKind
from tests.ui.week.boards import BOARDS, fortnightly, hostile, marked, plain
from tests.ui.week.reading import keys_in, read
from ui.view.choice import View, What, choices, places_to_look, settled, sorts, sought
from ui.view.picture import drawn, picture, weeks_differ
from ui.week.board import Board


def every_view(board: Board) -> list[View]:
    views = []
    for what in sorts(board.problem):
        for which in choices(board.problem, what) or {"": ""}:
            views += [View(what, which, week=week) for week in board.problem.week.weeks]
    return views


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", BOARDS)
def test_what_is_drawn_is_what_is_counted(name: str, language: str) -> None:
    made = BOARDS[name]()
    board = Board(made.problem, made.timetable, made.marks, "en" if language == "en" else "zh")
    for view in every_view(board):
        shown = picture(board, view)
        expected = {board.key(s) for s in drawn(board, view)}
        many = view.what in (What.SCHOOL, What.DAY)
        # Where both weeks are alike, the week of one class or person shows them once, for the first.
        alike = {k for k in expected if not many and board.sessions[k].slot.week == 2}
        assert set(keys_in(shown.grid)) | alike == expected, view
        assert not read(shown.grid + shown.legend).all("img")


def test_a_person_s_week_holds_every_role() -> None:
    board = plain()
    assert {s.kind for s in drawn(board, View(What.TEACHER, "王1"))} == {
        SessionKind.HOMEWORK, SessionKind.CLASS_ACTIVITY, SessionKind.WHOLE_SCHOOL
    }  # fmt: skip
    html = picture(board, View(What.TEACHER, "冯老师")).grid
    assert "陪同 足球" in read(html).text


def test_a_class_s_week_says_where_its_pupils_go_and_how_many() -> None:
    board = plain()
    (chip,) = read(picture(board, View(What.CLASS, "一1")).grid).all(data_key="1.2/cross_class/足球/1")
    assert chip.text == "足球孙教练外操场10"  # 10 of 一1, of 40 in all


def test_weeks_that_differ_are_marked_in_the_week_of_a_class() -> None:
    board = fortnightly()
    assert weeks_differ(board)
    page = read(picture(board, View(What.CLASS, "一1")).grid)
    assert [e.text for e in page.with_class("in-week")] == ["单语文王1教室1 · 20 人", "双数学王1教室1 · 20 人"]
    assert not weeks_differ(plain())


def test_the_legend_counts_what_is_drawn() -> None:
    board = marked()
    text = read(picture(board, View(), "已发布 6").legend).text
    # 4 slots of homework x 4 classes; 10 club meetings; 1 gathering; 2 + 4 activities.
    assert (
        text == "作业辅导 16社团（走班） 10大社团 1班级活动 6外外聘教师 1锁人工锁定 2改与已发布 6 不同 1✕违反硬性规则 2"
    )
    one = read(picture(board, View(What.CLASS, "一1"), "已发布 6").legend).text
    assert one.startswith("作业辅导 4社团（走班） 10大社团 1班级活动 1")


def test_views_that_do_not_exist_are_replaced() -> None:
    problem = plain().problem
    assert settled(problem, View(What.CLASS, "九9")) == View(What.CLASS, "一1")
    assert settled(problem, View(What.SCHOOL, "x", ("六年级", "二年级"), 2)) == View(What.SCHOOL, "", ("二年级",), 1)
    without = problem.model_copy(update={"instructors": ()})
    assert What.INSTRUCTOR not in sorts(without)
    assert settled(without, View(What.INSTRUCTOR, "孙教练")).what is What.SCHOOL


def test_people_rooms_and_clubs_can_be_sought() -> None:
    board = plain()
    assert {"person/王1", "room/操场", "club/足球"} <= set(places_to_look(board.problem))
    assert {s.club for s in sought(board.timetable, "room/操场")} == {"足球", "篮球", "大合唱"}
    assert len(sought(board.timetable, "person/周校长")) == 4
    assert len(sought(board.timetable, "club/足球")) == 2
    assert sought(hostile().timetable, "club/none") == ()
