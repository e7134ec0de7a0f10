"""Names on class sheets and attendance forms: all of them where they belong, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exchange.dated.attendance import attendance_sheets
from exchange.dated.term_days import month_of
from exchange.dated.week_sheets import week_sheet
from exchange.handouts import KINDS, Head, unprintable
from exchange.handouts.attendance import attendance_forms
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.documents import CLASSES as TEMPLATE
from exchange.handouts.pictures import named_pictures
from exchange.handouts.typeset import pictures
from exchange.pupils import PupilNames, placed, read_pupils
from tests.builders import CLASSES, changed
from tests.exchange_dated.terms import headed
from tests.exchange_pupils.lists import HEADINGS, PROBLEM, csv_file, name, whole_list
from tests.timetables import tiny_timetable

TABLE = tiny_timetable(PROBLEM)


@pytest.fixture
def names(tmp_path: Path) -> PupilNames:
    return placed(read_pupils(csv_file(tmp_path, whole_list()), PROBLEM), PROBLEM, TABLE)[0]


def sheet(head: Head, school_class: str = "一1") -> dict[str, Any]:
    return dict(class_sheet(head, PROBLEM.class_by_id[school_class]))


@pytest.mark.parametrize("school_class", CLASSES)
def test_each_list_of_a_class_holds_all_of_its_pupils_once(names: PupilNames, school_class: str) -> None:
    page = sheet(Head(PROBLEM, TABLE, names=names), school_class)
    assert not page["upright"]
    assert sorted(walk for some in page["lists"] for walk in some["walks"]) == ["周一第2节", "周三第2节", "周四第1–2节"]
    for some in page["lists"]:
        at = [column["kind"] for column in some["columns"]].index("names") - 1  # the area is no cell
        found = [word for row in some["rows"] for word in row["cells"][at].split("、") if word]
        assert sorted(found) == sorted(name(school_class, n) for n in range(20))
    assert "请勿外传" in page["note"]


def test_who_is_not_on_the_list_is_counted_and_who_is_too_much_is_said(names: PupilNames) -> None:
    some = [n for n in names.of_class["一1"] if n != name("一1", 3)]
    members = {key: [n for n in found if n in some] for key, found in names.members.items()}
    members["一1", ("足球", 1)] = [*members["一1", ("足球", 1)], "多一"]
    page = sheet(Head(PROBLEM, TABLE, names=PupilNames({"一1": (*some, "多一")}, members)))
    cells = [cell for some in page["lists"] for row in some["rows"] for cell in row["cells"]]
    assert any(cell.endswith("，另 1 人") for cell in cells)
    assert any(cell.endswith("（名单 11 人，课表 10 人）") for cell in cells)


def test_a_class_that_is_not_on_the_list_has_its_usual_sheet(names: PupilNames) -> None:
    only = PupilNames({"一1": names.of_class["一1"]}, names.members)
    assert sheet(Head(PROBLEM, TABLE, names=only), "一2") == sheet(Head(PROBLEM, TABLE), "一2")


def test_attendance_forms_have_the_names_in_the_rows(names: PupilNames) -> None:
    forms: Any = {form["title"]: form for form in attendance_forms(Head(PROBLEM, TABLE, names=names))}
    rows = forms["合唱2组 考勤表"]["tables"][0]["rows"][:-1]
    assert [row[2] for row in rows] == [name(c, n) for c in CLASSES for n in range(5, 10)]
    head = headed()
    dated = attendance_sheets(replace(head, head=replace(head.head, names=names)), month_of(2026, 10))
    tables: Any = dated[2]["tables"]
    assert [row[2] for row in tables[0]["rows"][:-1]] == [name(c, n) for c in CLASSES for n in range(10, 20)]


def test_no_other_handout_shows_a_name(names: PupilNames) -> None:
    plain, named = Head(PROBLEM, TABLE), Head(PROBLEM, TABLE, names=names)
    assert named_pictures(named) == named_pictures(plain)
    for kind in KINDS:
        if kind.ending in ("csv", "json"):
            assert kind.make(named) == kind.make(plain)


def rows_of(page: dict[str, Any], walk: str) -> dict[str, tuple[str, str]]:
    """Club → head count and names, in the list of this walk."""
    (found,) = [some for some in page["lists"] if walk in some["walks"]]
    kinds = [column["kind"] for column in found["columns"]]
    count, pupils = kinds.index("count") - 1, kinds.index("names") - 1
    return {row["cells"][0]: (row["cells"][count], row["cells"][pupils]) for row in found["rows"]}


def lists_of(rows: Sequence[tuple[str, ...]], tmp_path: Path) -> PupilNames:
    return placed(read_pupils(csv_file(tmp_path, rows), PROBLEM), PROBLEM, TABLE)[0]


def test_who_has_no_club_stays_and_who_is_in_one_without_places_goes_there(tmp_path: Path) -> None:
    """All of 一1 walk on Monday; nobody of it is sent to 足球 in this timetable, and yet one is on the list of it."""
    none = [changed(s, pupils={**s.pupils, "一1": 0}) if s.club == "足球" else s for s in TABLE.sessions]
    table = TABLE.with_sessions(none)
    rows = [HEADINGS, ("1", "一1", "甲", "合唱", ""), ("2", "一1", "乙", "", ""), ("3", "一1", "丙", "足球", "")]
    names = placed(read_pupils(csv_file(tmp_path, rows), PROBLEM), PROBLEM, table)[0]
    told = rows_of(dict(class_sheet(Head(PROBLEM, table, names=names), PROBLEM.class_by_id["一1"])), "周一第2节")
    assert told["足球"] == ("0", "丙（名单 1 人，课表 0 人）")
    assert told["合唱1组"] == ("5", "甲，另 4 人")
    assert told["留在本班"] == ("10", "乙，另 9 人")
    forms: Any = {form["title"]: form for form in attendance_forms(Head(PROBLEM, table, names=names))}
    assert forms["足球 考勤表"]["tables"][0]["rows"][0][1:3] == ["一(1)", "丙"]


def test_walks_with_other_names_are_lists_of_their_own(tmp_path: Path) -> None:
    one = name("一1", 0)
    changing: list[tuple[str, ...]] = [
        (*HEADINGS[:3], "社团", "周几"),
        ("1", "一1", one, "合唱", "周一"),
        ("2", "一1", one, "足球", "周三"),
    ]
    changing += [(*row[:3], f"{row[3]}、{row[4]}", "") for row in whole_list()[1:] if row[2] != one]
    page = sheet(Head(PROBLEM, TABLE, names=lists_of(changing, tmp_path)))
    assert [some["walks"] for some in page["lists"]] == [["周一第2节"], ["周三第2节"], ["周四第1–2节"]]
    monday, wednesday = rows_of(page, "周一第2节"), rows_of(page, "周三第2节")
    assert one in monday["合唱1组"][1]
    assert one in wednesday["足球"][1]
    assert one in rows_of(page, "周四第1–2节")["留在本班"][1]


def test_a_make_up_day_has_the_names_of_the_day_as_which_it_runs(tmp_path: Path) -> None:
    """Saturday 2026-10-10 runs as a Wednesday: who sings on Wednesdays only is there, who does so on Mondays is not."""
    rows = [("序号", "班级", "姓名", "周一", "周三"), ("1", "一1", "甲", "合唱", ""), ("2", "一1", "乙", "", "合唱")]
    head = headed()
    head = replace(head, head=replace(head.head, names=lists_of(rows, tmp_path)))
    (week,) = {d.number for d in head.dated.days if (d.day.month, d.day.day) == (10, 10)}
    page = dict(week_sheet(head, week, PROBLEM.class_by_id["一1"]))
    told = rows_of(page, "周六第2节")
    assert told["合唱1组"][1] == "乙，另 4 人"
    assert told["留在本班"][1].startswith("甲")


def test_a_pupil_whose_name_no_font_can_print_is_said() -> None:
    rare = chr(0x2EBF0)
    (said,) = unprintable(PROBLEM, PupilNames({"一1": ("赵甲", f"赵{rare}")}))
    assert said.zh.startswith(f"一1学生“赵{rare}”")


def test_many_long_names_take_a_second_page_whose_lists_are_whole() -> None:
    """Nothing is made smaller than 9 pt, and a list that one page holds is not parted by its end."""
    long = {c: tuple(f"{c}买买提·艾力{number:02}" for number in range(20)) for c in CLASSES}
    members = {
        (c, (s.club or "", s.group)): long[c][: s.pupils.get(c, 0)] for c in CLASSES for s in TABLE.sessions if s.club
    }
    only = {(c, g, one): frozenset({1, 4}) for (c, g), all_of in members.items() for one in all_of[:2]}
    head = Head(PROBLEM, TABLE, names=PupilNames(long, members, only))
    page = sheet(head)
    assert len(page["lists"]) == 3
    both = pictures(TEMPLATE, head, [page], 60)
    assert len(both) == 2
    *before, last = page["lists"]
    other = {**page, "lists": [*before, {**last, "title": "在第二页"}]}
    assert pictures(TEMPLATE, head, [other], 60)[0] == both[0]  # nothing of the last list stands on the first page
    assert pictures(TEMPLATE, head, [other], 60)[1] != both[1]


def test_a_class_of_usual_names_stands_on_one_page() -> None:
    long = {c: tuple(f"欧阳{number:02}娜" for number in range(20)) for c in CLASSES}
    members = {
        (c, (s.club or "", s.group)): long[c][: s.pupils.get(c, 0)] for c in CLASSES for s in TABLE.sessions if s.club
    }
    head = Head(PROBLEM, TABLE, names=PupilNames(long, members))
    assert len(pictures(TEMPLATE, head, [sheet(head)], 60)) == 1
