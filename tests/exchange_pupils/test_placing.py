"""Names in groups: everybody once in each walk, and a sentence wherever list and timetable do not agree."""

from pathlib import Path

from exchange.pupils import placed, read_pupils
from models import SessionKind
from tests.builders import CLASSES
from tests.exchange_pupils.lists import PROBLEM, csv_file, name, read_rows, whole_list
from tests.timetables import tiny_timetable

TABLE = tiny_timetable(PROBLEM)


def test_everybody_is_found_once_in_each_walk(tmp_path: Path) -> None:
    found = read_pupils(csv_file(tmp_path, whole_list()), PROBLEM)
    names, issues = placed(found, PROBLEM, TABLE)
    assert issues == ()
    walks = 0
    for slot, sessions in TABLE.at.items():
        walking = [s for s in sessions if s.kind is SessionKind.CROSS_CLASS]
        walks += bool(walking)
        for owner in CLASSES if walking else ():
            everybody = [n for s in walking for n in names.going(owner, s)]
            assert sorted(everybody) == sorted(name(owner, n) for n in range(20)), slot
            assert all(len(names.going(owner, s)) == s.pupils[owner] for s in walking)
            assert names.staying(owner, walking) == []
    assert walks == 4  # Monday, Wednesday, and both periods of Thursday
    first = [s for s in TABLE.sessions if (s.club, s.group) == ("合唱", 1)]
    assert [names.going("一1", s) for s in first] == [[name("一1", n) for n in range(5)]] * len(first)


def test_a_group_that_the_list_names_is_kept(tmp_path: Path) -> None:
    rows = [("班级", "姓名", "社团", "组"), ("一1", "赵甲", "合唱", 2), ("一1", "赵乙", "合唱", None)]
    names, _ = placed(read_rows(tmp_path, rows), PROBLEM, TABLE)
    assert (names.members["一1", ("合唱", 2)], names.members["一1", ("合唱", 1)]) == (["赵甲"], ["赵乙"])


def test_two_clubs_at_once_are_an_error_with_the_second_cell(tmp_path: Path) -> None:
    rows = [("班级", "姓名", "社团"), ("一1", "赵甲", "合唱"), ("一1", "赵甲", "足球")]
    _, issues = placed(read_rows(tmp_path, rows), PROBLEM, TABLE)
    clash = issues[0]
    assert (clash.code, clash.sheet, clash.cell) == ("two_clubs_at_once", "名单", "C3")
    assert "一1赵甲 报了“合唱”和“足球”，都在周一第2节：请去掉一个。" in clash.text.zh
    assert "Mon period 2" in clash.text.en


def test_counts_that_differ_are_one_sentence_for_each_class(tmp_path: Path) -> None:
    rows = [row for row in whole_list() if row[2] != name("一1", 0)]
    rows += [("", "二2", f"李丙{n}", "足球", "科学", "") for n in range(2)]
    found = read_pupils(csv_file(tmp_path, [r for r in rows if not r[1].startswith("一年级2")]), PROBLEM)
    names, issues = placed(found, PROBLEM, TABLE)
    assert [issue.code for issue in issues] == [
        "names_and_counts_differ", "names_and_counts_differ", "more_names_than_pupils", "classes_not_listed"
    ]  # fmt: skip
    assert "一1的名单和课表人数不同：合唱 9 人（课表 10）、篮球 9 人（课表 10）。" in issues[0].text.zh
    assert "足球 12 人（课表 10）、科学 12 人（课表 10）" in issues[1].text.zh
    assert "二2有 20 人，名单上有 22 人" in issues[2].text.zh
    assert "名单里没有一2" in issues[3].text.zh
    assert not names.known("一2")
    assert len(names.members["二2", ("足球", 1)]) == 12
