"""Lists of names as schools send them: sheets, columns, encodings; and every slip with its cell and its cure."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from exchange.pupils import blank_list, pupils_in, read_pupils
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


def clubs_of(found: object) -> list[tuple[str, list[str]]]:
    """Name and clubs of each pupil."""
    return [(p.label, [j.club for j in p.joined]) for p in found.pupils]  # type: ignore[attr-defined]


def test_spaces_dots_and_zeros_make_no_two_pupils_of_one(tmp_path: Path) -> None:
    rows = [
        ("班　级", "姓　名", "学 号", "社 团"),
        ("一（１）班", "赵　甲", "０7", "合唱"),
        ("一1", "赵甲", 7, "科学"),
        ("一1", "赵甲", None, "篮球"),
        ("一1", "买买提•阿里", None, "合唱"),
        ("一1", "买买提·阿里", None, "科学"),
    ]
    found = read_rows(tmp_path, rows)
    assert said(found) == []
    assert clubs_of(found) == [("赵甲", ["合唱", "科学", "篮球"]), ("买买提·阿里", ["合唱", "科学"])]


def test_a_line_without_a_number_asks_which_of_two_namesakes_is_meant(tmp_path: Path) -> None:
    rows = [("班级", "姓名", "学号", "社团"), *(("一1", "赵甲", number, "合唱") for number in (1, 2, None))]
    found = read_rows(tmp_path, rows)
    assert said(found) == ["'名单'!B4：一1有几名赵甲（学号 1、2）：请写上是哪一个的学号。"]
    assert clubs_of(found) == [("赵甲(1)", ["合唱"]), ("赵甲(2)", ["合唱"])]


@pytest.mark.parametrize(
    "headings", [("社团", "社团"), ("社团1", "社团（2）"), ("周一社团", "社团(周四)"), ("Mon", "Thursday")]
)
def test_several_club_columns(tmp_path: Path, headings: tuple[str, str]) -> None:
    found = read_rows(tmp_path, [("班级", "姓名", *headings, "第一志愿"), ("一1", "赵甲", "合唱", "科学", "舞蹈")])
    assert said(found) == []
    assert clubs_of(found) == [("赵甲", ["合唱", "科学"])]  # a wish is no enrolment
    days = [j.days for j in found.pupils[0].joined]
    assert days == ([None, None] if "社团" in headings or "社团1" in headings else [{1}, {4}])


def test_a_second_row_of_headings_below_merged_ones(tmp_path: Path) -> None:
    rows = [
        ("班级", "姓名", "社团", None),
        (None, None, "周一", "周四"),
        ("一1", "赵甲", "合唱", "科学"),
    ]
    path = book_file(tmp_path, {"名单": rows}, merged="C1:D1")
    book = load_workbook(path)
    for area in ("A1:A2", "B1:B2"):
        book.worksheets[0].merge_cells(area)
    book.save(path)
    found = read_pupils(path, PROBLEM)
    assert said(found) == []
    assert [(j.club, j.days) for j in found.pupils[0].joined] == [("合唱", frozenset({1})), ("科学", frozenset({4}))]


def test_a_column_for_each_club_with_ticks(tmp_path: Path) -> None:
    rows = [
        ("班级", "姓名", "合唱", "科学"),
        ("一1", "赵甲", "√", 1),
        ("一1", "赵乙", "否", None),
        ("一1", "赵丙", "初级", None),
    ]
    found = read_rows(tmp_path, rows)
    assert clubs_of(found) == [("赵甲", ["合唱", "科学"]), ("赵乙", []), ("赵丙", [])]
    assert said(found) == ["'名单'!C4：这一列是社团“合唱”，参加的打√，不参加的留空；现在是“初级”。"]


def test_groups_and_days_in_words_and_what_is_neither(tmp_path: Path) -> None:
    rows = [
        ("班级", "姓名", "社团", "组别", "周几"),
        ("一1", "赵甲", "合唱", "第二组", "星期一、周三"),
        ("一1", "赵乙", "合唱", "甲", "下周"),
    ]
    found = read_rows(tmp_path, rows)
    (joined,) = found.pupils[0].joined
    assert (joined.group, joined.days) == (2, frozenset({1, 3}))
    assert said(found) == [
        "'名单'!D3：应为第几个教学班，如 2，现在是“甲”；不知道就留空。",
        "'名单'!E3：应为星期，如 周二，现在是“下周”；每次都去就留空。",
    ]


def test_no_list_is_passed_over_in_silence(tmp_path: Path) -> None:
    sheets = {
        "甲": [("班级", "姓名", "社团"), ("一1", "赵甲", "合唱")],
        "乙": [("班极", "姓名", "社团"), ("一2", "钱甲", "合唱")],
    }
    found = read_pupils(book_file(tmp_path, sheets), PROBLEM)
    assert [i.code for i in found.issues] == ["list_without_class"]
    assert "'乙'：有“姓名”，没有“班级”" in found.issues[0].text.zh
    side = [("班级", "姓名", "社团", "班级", "姓名", "社团"), ("一1", "赵甲", "合唱", "一2", "钱甲", "合唱")]
    assert [i.code for i in read_rows(tmp_path, side).issues] == ["duplicate_column"] * 2  # two lists side by side
    torn = '班级,姓名,社团\n一1,"赵甲,合唱\n一1,赵乙,足球\n'.encode()
    assert "没有成对" in said(pupils_in("名单.csv", torn, PROBLEM))[0]


def test_hostile_cells_are_names_or_issues_and_never_more() -> None:
    words = [
        "#panic()",
        "$x$",
        "<b>甲</b>",
        "'; DROP TABLE",
        "\u202e甲",
        "甲" * 5000,
        "=HYPERLINK(1)",
        "../..",
        "\x07甲",
    ]
    text = "\n".join(["班级,姓名,社团", *(f"一1,{word},合唱" for word in words)])
    found = pupils_in("名单.csv", text.encode("gb18030"), PROBLEM)
    assert len(found.pupils) == len(words) - 1
    assert [(i.code, i.cell) for i in found.issues] == [("long_name", "B7")]
    assert all(len(p.label) <= 40 for p in found.pupils)
    assert pupils_in("x.csv", ("班级,姓名\n" + "一1,甲\n" * 20_001).encode(), PROBLEM).issues[0].code == "too_many_rows"
