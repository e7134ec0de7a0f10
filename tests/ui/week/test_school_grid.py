"""The whole school: each session once, in the columns of its classes and the rows of its slot."""

from collections import Counter

import pytest

from models import SessionKind, Slot
from tests.ui.week.boards import BOARDS, fortnightly, half_day_and_long_day, hostile, marked, plain, volunteers, wrong
from tests.ui.week.reading import Element, cells, keys_in, read
from ui.week.board import Board
from ui.week.school_grid import school_grid
from ui.week.session_cell import CLASS_OF_KIND


def drawn(board: Board, week: int = 1) -> Element:
    days = sorted({s.slot.day for s in board.timetable.sessions} | set(board.problem.week.days))
    (table,) = read(school_grid(board, board.problem.classes, days, week)).all("table")
    return table


@pytest.mark.parametrize("name", BOARDS)
def test_every_session_stands_there_exactly_once(name: str) -> None:
    board = BOARDS[name]()
    for week in board.problem.week.weeks:
        table = drawn(board, week)
        found = [e.attributes["data-key"] for e in table.all(data_key="*")]
        assert Counter(found) == Counter(k for k, s in board.sessions.items() if s.slot.week == week)


@pytest.mark.parametrize("name", BOARDS)
def test_the_table_is_a_rectangle(name: str) -> None:
    """Two columns for day and period, one for each class; no place is left out or taken twice."""
    table = drawn(BOARDS[name]())
    found = cells(table)
    rows, columns = len(table.all("tr")), 2 + len(BOARDS[name]().problem.classes)
    assert set(found) == {(r, c) for r in range(rows) for c in range(columns)}


@pytest.mark.parametrize("name", BOARDS)
def test_sessions_stand_under_their_classes_and_beside_their_slots(name: str) -> None:
    board = BOARDS[name]()
    table = drawn(board)
    found = cells(table)
    for column, c in enumerate(board.problem.classes, start=2):
        inside = {
            e.attributes["data-key"] for (r, k), cell in found.items() if k == column for e in cell.all(data_key="*")
        }
        for key, s in board.sessions.items():
            if s.slot.week != 1 or s.kind is SessionKind.PATROL:
                continue
            here = s.school_class == c.id or s.pupils.get(c.id, 0) > 0 or _takes(board, key, c.id)
            # A block of clubs spans the neighbours that walk together, also one that sends nobody to this club.
            assert not here or key in inside
            assert here or s.school_class is None or key not in inside
    for cell in {id(cell): cell for cell in found.values() if cell.name == "td"}.values():
        for e in cell.all(data_key="*"):
            assert e.attributes["data-key"].startswith(cell.attributes["data-slot"] + "/")


def _takes(board: Board, key: str, class_id: str) -> bool:
    session = board.sessions[key]
    if session.kind is not SessionKind.WHOLE_SCHOOL:
        return False
    return board.problem.class_by_id[class_id].grade in board.problem.club_by_id[session.club or ""].grades


def test_kinds_can_be_told_apart_and_are_counted() -> None:
    board = plain()
    table = drawn(board)
    for kind, name in CLASS_OF_KIND.items():
        shown = [e for e in table.all(data_key="*") if name in e.classes]
        assert len(shown) == sum(s.kind is kind for s in board.timetable.sessions) > 0


def test_clubs_are_one_wide_cell_with_leader_mark_and_head_count() -> None:
    board = plain()
    table = drawn(board)
    (football,) = list(table.all(data_key="1.2/cross_class/足球/1"))
    assert football.text == "足球孙教练外40"  # 10 of each of the four classes; 外: from outside
    assert football.with_class("outside")[0].attributes["title"] == "外聘教师"
    (cell,) = [c for c in table.with_class("walk") if c.attributes["data-slot"] == "1.2"]
    assert cell.attributes["colspan"] == "4"
    assert len(cell.with_class("chip")) == 3  # 合唱 in two groups, and football


def test_a_whole_school_club_says_how_many_where_and_who_goes_along() -> None:
    (gathering,) = drawn(plain()).all(data_key="2.2/whole_school/大合唱/1")
    assert gathering.text == "大社团 · 大合唱　40 人 · 操场带班 李4 · 各班由班主任陪同"


def test_whoever_is_on_patrol_stands_at_the_head_of_the_row() -> None:
    table = drawn(plain())
    heads = list(table.all("th", scope="row"))
    assert len(heads) == 10
    assert heads[0].text == "第一节巡 周校长"
    (patrol,) = heads[0].all(data_key="*")
    assert patrol.attributes["data-key"] == "1.1/patrol/周校长"


def test_it_is_announced_and_reached_by_keyboard() -> None:
    table = drawn(plain())
    assert table.all("caption")[0].text == "全校课后服务周课表"
    assert [th.text for th in table.all("th", scope="col")][1:3] == ["一(1)王1 20人", "一(2)王2 20人"]
    assert [th.text for th in table.all("th", scope="rowgroup")] == ["周一", "周二", "周三", "周四", "周五"]
    for element in table.all(data_key="*"):
        assert element.attributes["role"] == "button"
        assert element.attributes["tabindex"] == "-1"  # the page gives 0 to one of them
        assert element.attributes["draggable"] == "true"
        assert element.attributes["title"]


def test_marks_say_why() -> None:
    board = marked()
    table = drawn(board)
    (own,) = table.all(data_key="1.1/homework/一1")
    titles = {frozenset(e.classes - {"mark"}): e.attributes["title"] for e in own.with_class("mark")}
    assert "王1" in titles[frozenset({"changed"})]
    assert "王2" in titles[frozenset({"changed"})]
    assert "王2" in titles[frozenset({"broken"})]  # in two places at once
    (locked,) = table.all(data_key="1.1/homework/二1")
    assert locked.with_class("locked")[0].attributes["title"] == "人工锁定　教务处：王3周一第1节有空"
    assert len(table.with_class("locked")) == 2
    assert len(table.with_class("changed")) == 1


def test_those_who_stay_stand_above_the_clubs_of_those_who_leave() -> None:
    board = volunteers()
    found = cells(drawn(board))
    row = next(r for (r, c), cell in found.items() if c == 2 and cell.attributes.get("data-slot") == "1.2")
    assert "走班 10 人" in found[row, 2].text
    assert found[row + 1, 2] is found[row + 1, 5]
    assert "足球" in found[row + 1, 2].text
    assert found[row, 1] is found[row + 1, 1]  # one head for both


def test_half_days_and_third_periods() -> None:
    found = cells(drawn(half_day_and_long_day()))
    monday = {r for (r, c), cell in found.items() if c == 0 and cell.text == "周一"}
    friday = {r for (r, c), cell in found.items() if c == 0 and cell.text == "周五"}
    assert (len(monday), len(friday)) == (3, 1)


def test_each_week_of_a_cycle_is_a_grid_of_its_own() -> None:
    board = fortnightly()
    odd, even = (drawn(board, week).all(data_key=f"1.1{'' if week == 1 else '.2'}/homework/一1")[0] for week in (1, 2))
    assert odd.text == "语文王1"
    assert even.text == "数学王1"


def test_what_is_missing_is_said() -> None:
    table = drawn(wrong())
    assert [e.text for e in table.with_class("missing")] == ["未安排"]
    (football,) = table.all(data_key="1.2/cross_class/足球/1")
    assert "（未定教师）" in football.text


def test_no_name_acts_as_html() -> None:
    board = hostile()
    html = school_grid(board, board.problem.classes, board.problem.week.days, detail=True)
    assert not read(html).all("img")
    assert "&lt;img src=x" in html


def test_some_grades_only() -> None:
    board = plain()
    html = school_grid(board, [c for c in board.problem.classes if c.grade == "二年级"], board.problem.week.days)
    keys = keys_in(html)
    assert "1.1/homework/二1" in keys
    assert "1.1/homework/一1" not in keys
    assert "1.2/cross_class/足球/1" in keys
    assert board.sessions["1.2/cross_class/足球/1"].slot == Slot(1, 2)
