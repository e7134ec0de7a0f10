"""Shapes of real workbooks: titles above, merged cells, blank rows, other orders, extra and missing parts."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from exchange.workbook_read import read_workbook
from models import SlotKind
from tests.exchange import files


def test_the_small_school_reads_without_a_word(tmp_path: Path) -> None:
    reading = files.read(tmp_path, files.sheets())
    assert reading.issues == ()
    assert reading.problem is not None
    assert reading.problem.classes[0].teachers == {"语文": ("王芳",), "数学": ("张三丰",)}
    assert [s.id for s in reading.problem.subjects] == ["语文", "数学"]


def test_title_rows_and_blank_rows_shift_nothing(tmp_path: Path) -> None:
    content = files.sheets()
    heads, *rows = content["班级"]
    rows[1][2] = "很多"
    content["班级"] = [[], ["示例小学班级一览"], [], heads, [], rows[0], [], [], rows[1], [], ["合计", None, 78]]
    assert files.errors(tmp_path, content) == [("班级", "C9", "not_a_number")]


def test_columns_and_sheets_in_another_order(tmp_path: Path) -> None:
    content = {
        name: [[*reversed(row)] if name not in ("学校", "任课") else row for row in rows]
        for name, rows in reversed(files.sheets().items())
    }
    assert files.problem(tmp_path, content) == files.problem(tmp_path, files.sheets())


def test_english_names(tmp_path: Path) -> None:
    english: dict[str, files.Rows] = {
        "School": [["Item", "Value"], ["School name", "示例小学"], ["Term", "2026–2027学年第一学期"]],
        "Times": [
            ["Period", "Start", "End", "Monday", "Tue", "Wed", "Thu", "Fri"],
            [1, "15:40", "16:20", *["homework"] * 5],
            [2, "16:30", "17:10", *["Clubs"] * 5],
        ],
        "Grades": [["Grade", "Number"], ["一年级", 1], ["二年级", 2]],
        "Bands": [["Band", "Grades"], ["全校", "一年级, 二年级"]],
        "Classes": [["Class", "Grade", "Pupils", "Class teacher", "Home room"], *files.sheets()["班级"][1:]],
        "Teaching": [["Class", "语文", "数学"], *files.sheets()["任课"][1:]],
        "Teachers": [["Name", "Subjects", "Skills"], *files.sheets()["教师"][1:]],
        "Rooms": [["Name", "Capacity"], *files.sheets()["场地"][1:]],
        "Homework": [["Grades or classes", "Subject", "Times a week"], *files.sheets()["作业辅导"][1:]],
        "Clubs": [["Club", "Grades", "Skills"], *files.sheets()["社团"][1:]],
    }
    assert files.problem(tmp_path, english) == files.problem(tmp_path, files.sheets())


def test_a_merged_value_holds_for_all_its_cells(tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][2][1] = None
    content["班级"][2][0] = "一2"
    content["任课"][2][0] = "一2"
    content["作息"][1][5:] = [None] * 4
    path = files.write(tmp_path / "school.xlsx", content)
    book = load_workbook(path)
    book["班级"].merge_cells("B2:B3")
    book["作息"].merge_cells("E2:I2")
    book["班级"]["A5"] = "注：人数为实际参加人数"
    book["班级"].merge_cells("A5:E5")
    book["班级"]["A7"] = "制表人 教务处"
    book["班级"].merge_cells("A7:E7")
    book.save(path)
    problem = read_workbook(path, ()).problem
    assert problem is not None
    assert [c.grade for c in problem.classes] == ["一年级", "一年级"]
    assert [k.kind for k in problem.week.kinds if k.period == 1] == [SlotKind.HOMEWORK] * 5


def test_an_extra_column_is_a_warning_but_notes_are_not(tmp_path: Path) -> None:
    content = files.sheets()
    more: files.Rows = [["手机", "备注", "序号", None], ["138", "新来的", 1, "?"], [], []]
    content["教师"] = [[*row, *added] for row, added in zip(content["教师"], more, strict=True)]
    found = files.warnings(tmp_path, content)
    assert [(i.sheet, i.cell, i.code) for i in found] == [
        ("教师", "D1", "extra_column"),
        ("教师", "G1", "extra_column"),
    ]
    assert "“手机”没有读入" in found[0].text.zh


def test_an_extra_sheet_is_a_warning(tmp_path: Path) -> None:
    found = files.warnings(tmp_path, files.sheets() | {"通讯录": [["姓名"], ["王芳"]], "选项": [["是"]], "空表": []})
    assert [(i.sheet, i.code) for i in found] == [("通讯录", "extra_sheet")]


@pytest.mark.parametrize("name", ["年级", "走班段", "任课", "作业辅导"])
def test_optional_sheets_may_be_missing(name: str, tmp_path: Path) -> None:
    content = files.sheets()
    del content[name], content["社团"]
    if name == "任课":
        content["作业辅导"] = content["作业辅导"][:2]
    files.problem(tmp_path, content)


def test_grades_come_from_the_classes_where_there_is_no_such_sheet(tmp_path: Path) -> None:
    content = files.sheets()
    del content["年级"]
    content["班级"] = [row[:1] + row[2:] for row in content["班级"]]
    assert files.problem(tmp_path, content) == files.problem(tmp_path, files.sheets())


@pytest.mark.parametrize("name", ["学校", "作息", "班级", "教师", "场地"])
def test_a_missing_sheet_is_named(name: str, tmp_path: Path) -> None:
    content = files.sheets()
    del content[name]
    assert (name, None, "missing_sheet") in files.errors(tmp_path, content)


def test_a_sheet_that_may_be_the_missing_one_is_proposed(tmp_path: Path) -> None:
    content = files.sheets()
    content["老师名单"] = content.pop("场地")
    content["场地们"] = content.pop("老师名单")
    issue = next(i for i in files.read(tmp_path, content).issues if i.code == "missing_sheet")
    assert "把“场地们”改名" in issue.text.zh


def test_a_missing_column_is_named_and_guessed(tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][0][2] = "人 数量"
    issues = files.read(tmp_path, content).issues
    issue = next(i for i in issues if i.code == "missing_column")
    assert (issue.sheet, issue.cell) == ("班级", None)
    assert "缺少“人数”" in issue.text.zh
    assert "人 数量" in issue.text.zh


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("社团报名", [["班级", "人数"], ["一1", 3]]),
        ("规则", [["名称", "做法"], ["工作量均衡", "关闭"]]),
        ("锁定", [["时段", "班级", "原因"], ["周一第1节", "一1", "展示"]]),
        ("任课", [["学科", "语文"], ["一1", "王芳"]]),
    ],
)
def test_a_sheet_without_a_column_that_it_needs(sheet: str, rows: files.Rows, tmp_path: Path) -> None:
    found = files.errors(tmp_path, files.sheets() | {sheet: rows})
    assert [(where, code) for where, _, code in found] in ([(sheet, "missing_column")], [(sheet, "missing_heading")])


def test_a_missing_heading_row_is_named(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师"] = content["教师"][1:]
    assert ("教师", None, "missing_heading") in files.errors(tmp_path, content)


def test_a_column_twice_is_an_error_that_names_both(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师"] = [[*row, row[1]] for row in content["教师"]]
    issue = next(i for i in files.read(tmp_path, content).issues if i.code == "duplicate_column")
    assert issue.cell == "D1"
    assert "B1" in issue.text.zh


def test_two_sheets_of_one_kind_are_an_error(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师表"] = content["教师"]
    assert ("教师表", None, "duplicate_sheet") in files.errors(tmp_path, content)
