"""Lists of names as schools send them: sheets, columns, encodings; and every slip with its cell and its cure."""

from pathlib import Path

import pytest

from exchange.pupils import blank_list, read_pupils
from models import Severity
from tests.builders import CLASSES, changed
from tests.exchange_pupils.lists import PROBLEM, book_file, csv_file, name, read_rows, said, whole_list


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t")])
def test_a_text_table_is_read_in_every_encoding_of_wps(tmp_path: Path, encoding: str, separator: str) -> None:
    found = read_pupils(csv_file(tmp_path, whole_list(), encoding, separator), PROBLEM)
    assert said(found) == []
    assert [(p.school_class, p.label) for p in found.pupils] == [(c, name(c, n)) for c in CLASSES for n in range(20)]
    assert [[j.club for j in p.joined] for p in found.pupils[:2]] == [["合唱", "篮球"], ["合唱", "科学"]]


def test_a_sheet_per_class_needs_no_column_for_it(tmp_path: Path) -> None:
    sheets = {"一(1)班": [("姓名", "社团"), ("赵甲", "合唱")], "二⑴": [("学生姓名", "报名社团"), ("孙甲", "无")]}
    found = read_pupils(book_file(tmp_path, {**sheets, "说明": [("请各班填写",)]}), PROBLEM)
    assert [(p.school_class, p.label, [j.club for j in p.joined]) for p in found.pupils] == [
        ("一1", "赵甲", ["合唱"]), ("二1", "孙甲", [])
    ]  # fmt: skip
    assert found.issues == ()


def test_a_sheet_per_club_needs_no_column_for_it(tmp_path: Path) -> None:
    found = read_pupils(book_file(tmp_path, {"足球": [("班级", "姓名"), ("一1", "赵甲"), ("二2", "李甲")]}), PROBLEM)
    assert [(p.school_class, [j.club for j in p.joined]) for p in found.pupils] == [
        ("一1", ["足球"]),
        ("二2", ["足球"]),
    ]


def test_grade_and_class_apart_and_merged_cells(tmp_path: Path) -> None:
    rows = [
        ("年级", "班级", "姓名", "社团"),
        ("一年级", "2班", "钱甲", "合唱（2组）"),
        (None, None, "钱乙", "足球、科学"),
    ]
    path = book_file(tmp_path, {"名单": rows}, merged="A2:A3")
    found = read_pupils(path, PROBLEM)
    assert said(found) == ["'名单'!B3：没有写班级：请补上。"]
    (only,) = found.pupils
    assert (only.school_class, only.joined[0].club, only.joined[0].group) == ("一2", "合唱", 2)


def test_several_lines_of_a_pupil_are_one_and_namesakes_are_told_apart(tmp_path: Path) -> None:
    rows = [
        ("班级", "姓名", "学号", "社团"),
        ("一1", "赵甲", 1, "合唱"),
        ("一1", "赵甲", 1, "科学"),
        ("一1", "赵甲", 2, "足球"),
    ]
    found = read_rows(tmp_path, rows)
    assert [(p.label, [j.club for j in p.joined]) for p in found.pupils] == [
        ("赵甲(1)", ["合唱", "科学"]), ("赵甲(2)", ["足球"])
    ]  # fmt: skip


def test_every_slip_is_named_with_its_cell_all_at_once(tmp_path: Path) -> None:
    rows = [
        ("班级", "姓名", "社团", "组"),
        ("一9", "赵甲", "合唱", None),
        ("一1", "赵乙", "合昌", None),
        ("一1", None, "合唱", None),
        ("一1", "赵丙", "合唱", 3),
        ("一1", "赵丁", "大合唱", None),
        ("一1", "=1/0", "足球", None),
        ("（例）一1", "某人", "合唱", None),
    ]
    found = read_rows(tmp_path, rows)
    assert said(found) == [
        "'名单'!A2：没有叫“一9”的班级，请改成数据里的班名，如 一1。",
        "'名单'!C3：没有叫“合昌”的社团，是不是“合唱”？",
        "'名单'!B4：没有写姓名：请补上，或删去这一行。",
        "'名单'!C5：“合唱”只有 2 个教学班，没有第 3 个：请改。",
        "'名单'!C6：“大合唱”不是走班社团，全班都在，不用报名；没有读入。",
        "'名单'!B7：这里是没有结果的公式或错误值 =1/0：请直接填文字。",
        "'名单'!B7：没有写姓名：请补上，或删去这一行。",
    ]
    assert [issue.severity for issue in found.issues].count(Severity.WARNING) == 1
    assert not found.sound
    assert all(issue.text.en for issue in found.issues)


def test_a_club_of_another_grade_is_refused(tmp_path: Path) -> None:
    club = next(c for c in PROBLEM.clubs if c.id == "合唱")
    only = changed(PROBLEM, clubs=tuple(changed(c, grades=("一年级",)) if c is club else c for c in PROBLEM.clubs))
    found = read_rows(tmp_path, [("班级", "姓名", "社团"), ("二1", "孙甲", "合唱")], only)
    assert said(found) == ["'名单'!C2：“合唱”不收二1所在的二年级：请改名单，或在“社团”表里改年级。"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空文件"),
        (b"\x89PNG\r\n", "图片"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "旧格式"),
        (b"%PDF-1.7", "PDF"),
        ("只有一行字".encode(), "文本文件"),
        (b"a,b\nc,d", "找不到名单"),
        (b"PK\x03\x04 no archive", "已损坏"),
    ],
)
def test_other_files_get_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(content)
    found = read_pupils(path, PROBLEM)
    assert found.pupils == ()
    assert len(found.issues) == 1
    assert words in found.issues[0].text.zh
    assert read_pupils(tmp_path / "无.xlsx", PROBLEM).issues[0].code == "no_such_file"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_blank_list_is_read_and_its_example_is_not(tmp_path: Path, language: str) -> None:
    path = tmp_path / "blank.xlsx"
    path.write_bytes(blank_list(language))  # type: ignore[arg-type]
    found = read_pupils(path, PROBLEM)
    assert (found.pupils, found.issues) == ((), ())
