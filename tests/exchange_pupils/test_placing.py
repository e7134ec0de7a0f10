"""Names in groups: everybody once in each walk, and a sentence wherever list and timetable do not agree."""

from pathlib import Path

from exchange.pupils import placed, read_pupils
from models import CrossClassClub, Problem, SessionKind, Severity
from tests.builders import CLASSES, changed
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
    assert "一1赵甲 报了“合唱”和“足球”，都在周一第2节：请去掉一个；是同名的两人，就各写学号。" in clash.text.zh
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


def test_who_comes_on_one_of_the_days_only_is_missed_on_the_others(tmp_path: Path) -> None:
    """合唱 and 足球 meet on Monday and Wednesday; 赵甲 sings on Monday and plays on Wednesday."""
    rows = [("班级", "姓名", "周一", "星期三社团"), ("一1", "赵甲", "合唱", "足球"), ("一1", "赵乙", "合唱", "合唱")]
    names, issues = placed(read_rows(tmp_path, rows), PROBLEM, TABLE)
    assert [i.code for i in issues if i.severity is Severity.ERROR] == []
    on = {
        day: {
            s.club: list(names.going("一1", s)) for s in TABLE.sessions if s.slot.day == day and s.group == 1 and s.club
        }
        for day in (1, 3)
    }
    assert (on[1]["合唱"], on[1]["足球"]) == (["赵甲", "赵乙"], [])
    assert (on[3]["合唱"], on[3]["足球"]) == (["赵乙"], ["赵甲"])
    (differ,) = [i.text.zh for i in issues if i.code == "names_and_counts_differ"]
    assert "合唱周一第2节 2 人（课表 10）、合唱周三第2节 1 人（课表 10）、足球周一第2节 0 人（课表 10）" in differ


def test_a_day_on_which_the_club_does_not_meet_is_an_error(tmp_path: Path) -> None:
    rows = [("班级", "姓名", "社团", "周几"), ("一1", "赵甲", "足球", "周二、周三")]
    _, issues = placed(read_rows(tmp_path, rows), PROBLEM, TABLE)
    assert (issues[0].code, issues[0].cell, issues[0].severity) == ("not_on_this_day", "C2", Severity.ERROR)
    assert "一1赵甲 报了周二的“足球”，它只在周一、周三：请改周几，或改社团。" in issues[0].text.zh
    assert "on Tue, but it meets on Mon, Wed" in issues[0].text.en


def test_two_groups_of_one_club_at_once_are_an_error(tmp_path: Path) -> None:
    rows = [("班级", "姓名", "社团"), ("一1", "赵甲", "合唱1组、合唱2组")]
    _, issues = placed(read_rows(tmp_path, rows), PROBLEM, TABLE)
    assert "一1赵甲 报了“合唱”第 1 组和“合唱”第 2 组，都在周一第2节" in issues[0].text.zh


def of_two_takes(most: int) -> Problem:
    """The school with so many places in 足球."""
    clubs = tuple(
        changed(c, most=most) if isinstance(c, CrossClassClub) and c.id == "足球" else c for c in PROBLEM.clubs
    )
    return changed(PROBLEM, clubs=clubs)


def test_more_names_than_places_are_an_error_at_the_first_that_is_too_much(tmp_path: Path) -> None:
    """40 are on the list of 足球, 10 of each class; in the file the 39th and 40th stand in the last two rows."""
    path = csv_file(tmp_path, whole_list())
    assert placed(read_pupils(path, PROBLEM), PROBLEM, TABLE)[1] == ()
    few = of_two_takes(38)
    (full,) = placed(read_pupils(path, few), few, TABLE)[1]
    assert (full.code, full.cell, full.severity) == ("club_too_full", "D80", Severity.ERROR)
    assert "“足球”报了 40 人，最多 38 人，从这里起超出" in full.text.zh
    assert "40 names and 38 places" in full.text.en


def test_who_is_in_no_club_while_everybody_walks_is_named(tmp_path: Path) -> None:
    rows = [(*row[:3], "", *row[4:]) if row[2] in (name("一1", 0), name("一1", 1)) else row for row in whole_list()]
    names, issues = placed(read_pupils(csv_file(tmp_path, rows), PROBLEM), PROBLEM, TABLE)
    (lost,) = [i for i in issues if i.code == "pupils_without_a_club"]
    assert lost.severity is Severity.WARNING
    assert lost.text.zh.startswith(f"一1的{name('一1', 0)}、{name('一1', 1)}在周一第2节、周三第2节没有社团")
    assert "no club on Mon period 2, Wed period 2" in lost.text.en
    walking = [s for s in TABLE.sessions if s.slot == (1, 2, 1) and s.kind is SessionKind.CROSS_CLASS]
    assert names.staying("一1", walking) == [name("一1", 0), name("一1", 1)]


def test_groups_that_the_list_fills_otherwise_than_the_timetable_are_said(tmp_path: Path) -> None:
    """All ten of 一1 in the first group of 合唱, where the timetable sends five."""
    rows = [
        (*row[:3], row[3].replace("合唱", "合唱1组"), *row[4:])
        for row in whole_list()
        if row[1] in ("班级", "一年级1班")
    ]
    _, issues = placed(read_pupils(csv_file(tmp_path, rows), PROBLEM), PROBLEM, TABLE)
    assert [i.code for i in issues] == ["names_and_counts_differ", "classes_not_listed"]
    assert "合唱第 1 组 10 人（课表 5）、合唱第 2 组 0 人（课表 5）" in issues[0].text.zh


def test_who_may_choose_the_group_goes_where_there_is_no_clash(tmp_path: Path) -> None:
    """The first group of 合唱 is moved to Thursday, when 赵甲 is in 科学: so he is in the second."""
    moved = [
        changed(s, slot=(4, s.slot.period)) if (s.club, s.group, s.slot.day) == ("合唱", 1, 1) else s
        for s in TABLE.sessions
        if (s.club, s.group, s.slot.day) != ("合唱", 1, 3)
    ]
    rows = [("班级", "姓名", "社团"), ("一1", "赵甲", "科学"), ("一1", "赵甲", "合唱")]
    names, issues = placed(read_rows(tmp_path, rows), PROBLEM, TABLE.with_sessions(moved))
    assert names.members["一1", ("合唱", 2)] == ["赵甲"]
    assert "two_clubs_at_once" not in [i.code for i in issues]


def test_who_finds_no_room_goes_where_the_fewest_are_in_the_end(tmp_path: Path) -> None:
    """合唱 has two groups of 20 and 40 names; an eleventh of 一1 takes the place of one of 二2 who is not listed."""
    rows = [row for row in whole_list() if row[2] != name("二2", 9)] + [("81", "一1", "赵多", "合唱", "科学")]
    names, issues = placed(read_pupils(csv_file(tmp_path, rows), PROBLEM), PROBLEM, TABLE)
    assert "club_too_full" not in [issue.code for issue in issues]
    assert names.members["一1", ("合唱", 2)][-1] == "赵多"
    assert len(names.members["二2", ("合唱", 2)]) == 4
