"""Lists of invented names for the small school, as files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

from exchange.pupils import PupilList, read_pupils
from models import Problem
from tests.builders import CLASSES, tiny_school

PROBLEM = tiny_school()
HEADINGS = ("序号", "班级", "姓名", "社团1", "社团2", "家长电话")


def name(school_class: str, number: int) -> str:
    """The pupil's name: one of each."""
    return f"{'赵钱孙李'[CLASSES.index(school_class)]}{'一二三四五六七八九十'[number % 10]}{'甲乙'[number // 10]}"


def whole_list() -> list[tuple[str, ...]]:
    """Everybody, as the small timetable has it: 10 of each class to 合唱 and 足球, to 科学 and 篮球."""
    rows: list[tuple[str, ...]] = [HEADINGS]
    for owner in CLASSES:
        for n in range(20):
            clubs = ("合唱" if n < 10 else "足球", "科学" if n % 2 else "篮球")
            rows.append((str(len(rows)), f"{owner[0]}年级{owner[1]}班", name(owner, n), *clubs, "000"))
    return rows


def csv_file(folder: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8", separator: str = ",") -> Path:
    """The rows as a text table."""
    path = folder / "名单.csv"
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    return path


def book_file(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]], merged: str = "") -> Path:
    """The rows of each sheet as a workbook, with merged cells on the first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if merged:
        book.worksheets[0].merge_cells(merged)
    path = folder / "名单.xlsx"
    book.save(path)
    return path


def read_rows(folder: Path, rows: Sequence[Sequence[object]], problem: Problem = PROBLEM) -> PupilList:
    """What is read of one sheet called 名单."""
    return read_pupils(book_file(folder, {"名单": rows}), problem)


def said(found: PupilList) -> list[str]:
    """Its issues in Chinese."""
    return [issue.text.zh for issue in found.issues]
