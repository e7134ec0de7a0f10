"""What the panel says of a session."""

from models import Slot
from tests.builders import changed
from tests.ui.week.boards import fortnightly, hostile, marked, plain
from ui.session.facts import Fact, facts_of, meetings_of, when_text
from ui.week.board import Board


def facts(board: Board, key: str) -> dict[str, str]:
    found = facts_of(board, board.sessions[key])
    return {line.label: f"{line.value}|{line.more}" for line in found.lines}


def test_a_club_with_its_instructor_its_places_and_its_classes() -> None:
    board = plain()
    found = facts_of(board, board.sessions["1.2/cross_class/足球/1"])
    assert (found.title, found.kind, found.when) == ("足球", "走班社团", "周一、周三 第二节")
    # Football twice and 篮球 in both periods of Thursday: four sessions; 冯老师 accompanies football only.
    assert found.lines == (
        Fact("带班", "孙教练（外聘）", "阳光体育，每周 4 次"),
        Fact("陪同", "冯老师", "每周 2 次"),
        Fact("场地", "操场", "容量 200，同时 1 组，至多 2 组"),
        Fact("学生", "40 人 / 名额 40", "一年级、二年级"),
        Fact("来自", "", "一(1) 10、一(2) 10、二(1) 10、二(2) 10"),
    )


def test_a_class_s_own_session() -> None:
    board = plain()
    found = facts_of(board, board.sessions["1.1/homework/一1"])
    assert (found.title, found.kind, found.when) == ("一(1) 语文", "作业辅导", "周一 第一节")
    assert facts(board, "1.1/homework/一1") == {
        "辅导": "王1|语文，每周 4 次",
        "场地": "教室1|容量 45",
        "学生": "20 人|",
    }


def test_a_home_room_that_is_free_because_its_class_walks() -> None:
    board = plain()
    choir = board.sessions["1.2/cross_class/合唱/1"]
    table = changed(
        board.timetable,
        sessions=tuple(changed(s, room="教室3") if s == choir else s for s in board.timetable.sessions),
    )
    moved = Board(board.problem, table)
    assert facts(moved, "1.2/cross_class/合唱/1")["场地"] == "教室3|容量 45，二(1)走班后空出"


def test_a_patrol_has_no_room_and_no_pupils() -> None:
    assert facts(plain(), "1.1/patrol/周校长") == {"巡查": "周校长|每周 4 次"}


def test_many_who_accompany_are_counted() -> None:
    board = plain()
    gathering = board.sessions["2.2/whole_school/大合唱/1"]
    duties = (*gathering.duties, *gathering.duties[1:], *gathering.duties[1:])
    table = changed(
        board.timetable,
        sessions=tuple(changed(s, duties=duties) if s is gathering else s for s in board.timetable.sessions),
    )
    assert facts(Board(board.problem, table), "2.2/whole_school/大合唱/1")["陪同"] == "6 人|"


def test_meetings_of_a_club_are_one_thing_and_a_class_s_sessions_are_not() -> None:
    board = plain()
    assert [s.slot for s in meetings_of(board, board.sessions["3.2/cross_class/足球/1"])] == [Slot(1, 2), Slot(3, 2)]
    assert len(meetings_of(board, board.sessions["1.1/homework/一1"])) == 1
    assert len(meetings_of(board, board.sessions["1.1/patrol/周校长"])) == 1


def test_odd_and_even_weeks_are_named_where_they_differ() -> None:
    board = fortnightly()
    assert when_text(board, [Slot(1, 2), Slot(3, 2), Slot(1, 2, 2), Slot(3, 2, 2)]) == "周一、周三 第二节"
    assert when_text(board, [Slot(1, 2), Slot(3, 2, 2)]) == "单周一 第二节；双周三 第二节"


def test_a_session_that_is_alike_in_both_weeks_is_one_thing() -> None:
    """The same on Tuesday in both weeks; on Monday one week differs."""
    board = fortnightly()
    assert [s.slot.week for s in meetings_of(board, board.sessions["2.1/homework/一1"])] == [1, 2]
    assert [s.slot.week for s in meetings_of(board, board.sessions["1.1/homework/一1"])] == [1]
    assert facts_of(board, board.sessions["2.1/homework/一1"]).when == "周二 第一节"


def test_in_english_too_and_with_any_name() -> None:
    board = marked()
    english = Board(board.problem, board.timetable, board.marks, "en")
    assert facts_of(english, english.sessions["1.2/cross_class/足球/1"]).when == "Mon, Wed Period 2"
    assert facts_of(hostile(), hostile().sessions["1.1/homework/一1"]).lines
