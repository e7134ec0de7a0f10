"""A small school as a file that tests may spoil: every sheet as plain rows, written with openpyxl."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from exchange.reading import Reading
from exchange.workbook_read import read_workbook
from models import Issue, Problem, Severity

Rows = list[list[object]]


def sheets() -> dict[str, Rows]:
    """Two classes, three teachers, one club: the least that reads without a word."""
    return {
        "学校": [["项目", "内容"], ["学校名称", "示例小学"], ["学期", "2026–2027学年第一学期"]],
        "作息": [
            ["节次", "开始", "结束", "年级", "周一", "周二", "周三", "周四", "周五"],
            [1, "15:40", "16:20", None, *["作业辅导"] * 5],
            [2, "16:30", "17:10", None, *["社团"] * 5],
        ],
        "年级": [["年级", "序号"], ["一年级", 1], ["二年级", 2]],
        "走班段": [["走班段", "年级"], ["全校", "一年级、二年级"]],
        "班级": [
            ["班级", "年级", "人数", "班主任", "固定教室"],
            ["一1", "一年级", 40, "王芳", "一1教室"],
            ["二1", "二年级", 38, "李明", "二1教室"],
        ],
        "任课": [["班级", "语文", "数学"], ["一1", "王芳", "张三丰"], ["二1", "李明", "张三丰"]],
        "教师": [["姓名", "学科", "专长"], ["王芳", "语文", "合唱"], ["李明", "语文", None], ["张三丰", "数学", None]],
        "场地": [["名称", "容量"], ["一1教室", 50], ["二1教室", 50], ["音乐室", 60]],
        "作业辅导": [["年级或班级", "学科", "周课时"], ["全校", "语文", 3], ["全校", "数学", 2]],
        "社团": [["社团名称", "所属年级", "专长"], ["合唱", "全校", "合唱"]],
    }


def write(path: Path, content: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """The sheets as a workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in content.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return path


def read(path: Path, content: Mapping[str, Sequence[Sequence[object]]]) -> Reading:
    """Write the sheets and read them."""
    return read_workbook(write(path / "school.xlsx", content), ())


def problem(path: Path, content: Mapping[str, Sequence[Sequence[object]]]) -> Problem:
    """The problem of sheets that have no error."""
    reading = read(path, content)
    assert [issue.text.zh for issue in reading.issues if issue.severity is Severity.ERROR] == []
    assert reading.problem is not None
    return reading.problem


def errors(path: Path, content: Mapping[str, Sequence[Sequence[object]]]) -> list[tuple[str | None, str | None, str]]:
    """(sheet, cell, code) of the errors."""
    return [(i.sheet, i.cell, i.code) for i in read(path, content).issues if i.severity is Severity.ERROR]


def warnings(path: Path, content: Mapping[str, Sequence[Sequence[object]]]) -> list[Issue]:
    """The warnings."""
    return [i for i in read(path, content).issues if i.severity is Severity.WARNING]
