"""The pictures of 工作量 are counts of the timetable."""

from collections import Counter

import pytest

from exchange.results.load import load_of
from exchange.results.names import debt_text
from models import Role, Slot
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable
from tests.ui.week.boards import BOARDS, fortnightly, hostile, plain
from tests.ui.week.reading import read
from ui.load.figures import Sort, duties_of, lines_of, rooms_of, strip_of, summary_of
from ui.load.picture import legend, patrols_table, rooms_table, teachers_table
from ui.load.reasons import Reasons
from ui.week.board import Board


@pytest.mark.parametrize("name", BOARDS)
def test_one_square_is_one_session(name: str) -> None:
    board = BOARDS[name]()
    lines = lines_of(board.problem, board.timetable)
    assert {line.teacher.id for line in lines} == {t.id for t in board.problem.teachers}
    for line in lines:
        load = load_of(board.problem, board.timetable, line.teacher)
        assert len(line.squares) == load.total
        assert Counter(sort for sort, _ in line.squares)[Sort.HOMEWORK] == load.tutor
        assert Counter(sort for sort, _ in line.squares)[Sort.PATROL] == load.patrol
    page = read(legend(lines, "zh") + teachers_table(board.problem, board.timetable, lines, "zh"))
    table = page.all("table")[0]
    shown = [e for row in table.with_class("squares") for e in row.with_class("sq")]
    assert len(shown) == sum(len(line.squares) for line in lines)
    assert not page.all("img")


def test_who_has_more_than_the_target_comes_first() -> None:
    board = plain()
    teachers = tuple(changed(t, target=3) if t.id == "王2" else t for t in board.problem.teachers)
    lines = lines_of(changed(board.problem, teachers=teachers), board.timetable)
    assert next((line.teacher.id, line.away) for line in lines) == ("王2", 1)
    # 王1 and 王2 go along with their classes on Tuesday; 王3 and 王4 lead 安全教育 then.
    assert [line.away for line in lines][1:] == [0] * (len(lines) - 1)


def test_the_figures_above_the_table() -> None:
    board = plain()
    found = summary_of(lines_of(board.problem, board.timetable))
    # 王1–4: 2 + 1 + 1; 李1–3: 4 each, 李4: 5; 冯: 2; patrols 4, 3, 3. All on their targets.
    assert found.total == found.targets == 16 + 12 + 5 + 2 + 10
    assert (found.least, found.most, found.exact, found.above, found.below) == (2, 5, 12, 0, 0)


def test_a_strip_shows_each_slot_and_when_somebody_is_away() -> None:
    board = plain()
    teacher = changed(board.problem.teachers[0], unavailable=(Slot(4, 1),))
    assert teacher.id == "王1"
    spots = {spot.slot: spot for spot in strip_of(board.problem, board.timetable, teacher)}
    assert len(spots) == 10
    assert spots[Slot(1, 1)].sorts == (Sort.HOMEWORK,)
    assert spots[Slot(2, 2)].sorts == (Sort.LARGE,)
    assert spots[Slot(4, 1)].shut
    assert not spots[Slot(4, 2)].sorts


def test_rooms_by_use() -> None:
    board = plain()
    rooms = {use.room: use for use in rooms_of(board.problem, board.timetable)}
    assert (rooms["教室1"].used, rooms["教室1"].open) == (5, 10)  # four homework slots and Friday's activity
    assert rooms["操场"].used == 5  # football twice, 篮球 in two periods, the gathering
    assert max(rooms["操场"].groups) == 1
    text = read(rooms_table(board.problem, board.timetable, tuple(rooms.values()), "zh")).text
    assert "操场5 / 101 / 2 组" in text


def test_patrols_by_leader_and_slot() -> None:
    board = plain()
    table = patrols_table(board.problem, board.timetable, "zh")
    assert table is not None
    rows = {row.children[0].text: row.children[-1].text for row in read(table).all("tr")}
    assert rows == {"值班领导": "合计", "周校长": "4", "吴主任": "3", "郑主任": "3"}
    nobody = changed(
        board.problem,
        settings=changed(board.problem.settings, patrol=changed(board.problem.settings.patrol, at_least=0)),
    )
    without = changed(board.timetable, sessions=tuple(s for s in board.timetable.sessions if not s.people(Role.PATROL)))
    assert patrols_table(nobody, without, "zh") is None


def test_reasons_say_what_and_what_holds_it_there() -> None:
    board = plain()
    teachers = tuple(
        changed(t, weekly_most=4, unavailable=(Slot(4, 1), Slot(4, 2))) if t.id == "王1" else t
        for t in board.problem.teachers
    )
    problem = changed(board.problem, teachers=teachers)
    reasons = Reasons(problem, board.timetable)
    lines = {line.teacher.id: line for line in lines_of(problem, board.timetable)}
    assert reasons.of(lines["王1"]).zh == (
        "语文辅导 2 次（本班），班级活动 1 次（本班），陪同大合唱 1 次；已到每周上限 4 次，10 个时段里 2 个不能来"
    )
    # 科学 is the skill of 李4 alone; 李4 also leads the gathering, which 合唱 of others would do for.
    assert reasons.of(lines["李4"]).zh == "数学辅导 2 次，带科学 2 次，带大合唱 1 次；会科学的只有这一位"
    assert reasons.of(lines["冯老师"]).zh == "陪同足球 2 次；按规定不能辅导作业"
    assert "leads 科学 2×" in reasons.of(lines["李4"]).en


def test_two_weeks_are_counted_together_and_said_so() -> None:
    board = fortnightly()
    lines = {line.teacher.id: line for line in lines_of(board.problem, board.timetable)}
    assert len(lines["王1"].squares) == 8
    assert lines["王1"].load.weekly == 4
    html = teachers_table(board.problem, board.timetable, tuple(lines.values()), "zh")
    assert "两周课次" in html
    assert len(duties_of(board.problem, board.timetable, "王1")) == 8


def test_hostile_names_and_english() -> None:
    board: Board = hostile()
    lines = lines_of(board.problem, board.timetable)
    page = read(teachers_table(board.problem, board.timetable, lines, "en"))
    assert not page.all("img")
    assert page.all("caption")[0].text == "What each teacher serves"
    assert all(th.attributes["scope"] for th in page.all("th"))


def test_a_debt_of_last_term_is_said_beside_the_name() -> None:
    teacher = changed(tiny_school().teachers[0], debt=1)
    assert debt_text(teacher).zh == "含上学期欠 1"
    assert debt_text(changed(teacher, debt=-2)).zh == "已减上学期多排 2"
    assert debt_text(changed(teacher, debt=0)).zh == ""
    problem = changed(tiny_school(), teachers=(teacher, *tiny_school().teachers[1:]))
    line = next(line for line in lines_of(problem, tiny_timetable(problem)) if line.teacher.id == teacher.id)
    assert (line.target, line.away) == (5, -1)  # 4 of its own and 1 owed; 4 are served
