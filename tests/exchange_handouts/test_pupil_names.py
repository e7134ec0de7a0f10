"""Names on class sheets and attendance forms: all of them where they belong, and nowhere else."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exchange.dated.attendance import attendance_sheets
from exchange.dated.term_days import month_of
from exchange.handouts import KINDS, Head
from exchange.handouts.attendance import attendance_form
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.documents import CLASSES as TEMPLATE
from exchange.handouts.pictures import named_pictures
from exchange.handouts.typeset import pictures
from exchange.pupils import PupilNames, placed, read_pupils
from tests.builders import CLASSES
from tests.exchange_dated.terms import headed
from tests.exchange_pupils.lists import PROBLEM, csv_file, name, whole_list
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
    (form,) = attendance_form(Head(PROBLEM, TABLE, names=names), ("合唱", 2))
    tables: Any = form["tables"]
    assert [row[2] for row in tables[0]["rows"]] == [name(c, n) for c in CLASSES for n in range(5, 10)]
    head = headed()
    dated = attendance_sheets(replace(head, head=replace(head.head, names=names)), month_of(2026, 10))
    rows: Any = dated[2]["tables"]
    assert [row[2] for row in rows[0]["rows"]] == [name(c, n) for c in CLASSES for n in range(10, 20)]


def test_no_other_handout_shows_a_name(names: PupilNames) -> None:
    plain, named = Head(PROBLEM, TABLE), Head(PROBLEM, TABLE, names=names)
    assert named_pictures(named) == named_pictures(plain)
    for kind in KINDS:
        if kind.ending in ("csv", "json"):
            assert kind.make(named) == kind.make(plain)


def test_a_large_class_still_stands_on_two_pages_at_most() -> None:
    long = {c: tuple(f"欧阳{number:02}娜" for number in range(20)) for c in CLASSES}
    members = {
        (c, (s.club or "", s.group)): long[c][: s.pupils.get(c, 0)] for c in CLASSES for s in TABLE.sessions if s.club
    }
    head = Head(PROBLEM, TABLE, names=PupilNames(long, members))
    assert len(pictures(TEMPLATE, head, [sheet(head)], 60)) == 1
