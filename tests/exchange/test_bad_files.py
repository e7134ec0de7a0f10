"""Files that are no workbook, and workbooks that nobody can read: one clear sentence each, never an exception."""

import struct
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from exchange.columns import TEACHERS
from exchange.load import load_problem
from exchange.template import write_template, write_workbook
from exchange.workbook_read import read_workbook
from models import Severity
from tests.builders import tiny_school
from tests.exchange import files
from tests.exchange.problems import CARDS

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 30
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def code(path: Path) -> str:
    """The one issue that the file brings, in both languages."""
    reading = load_problem(path, ())
    assert reading.problem is None
    (issue,) = reading.issues
    assert issue.severity is Severity.ERROR
    assert issue.text.zh
    assert issue.text.en
    return issue.code


@pytest.mark.parametrize(
    ("content", "expected", "word"),
    [
        (b"", "empty_file", "空文件"),
        (OLE, "old_workbook", "旧格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "密码"),
        (PNG, "not_a_workbook", "图片"),
        (b"%PDF-1.7 ...", "not_a_workbook", "PDF"),
        ("姓名,学科\n王芳,语文\n".encode("gb18030"), "not_a_workbook", "GBK"),
        ("姓名,学科\n王芳,语文\n".encode(), "not_a_workbook", "UTF-8"),
        ("姓名\t学科\n".encode("utf-16"), "not_a_workbook", "UTF-16"),
        ("你好".encode(), "not_a_workbook", "文本文件"),
        (b"<html><table></table></html>", "not_a_workbook", "HTML"),
        (b"PK\x03\x04 but no more", "damaged_workbook", "已损坏"),
        (bytes(range(256)) * 20, "not_a_workbook", "不是工作簿"),
    ],
)
def test_what_is_called_xlsx_but_is_not(content: bytes, expected: str, word: str, tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    path.write_bytes(content)
    assert code(path) == expected
    assert word in load_problem(path, ()).issues[0].text.zh


@pytest.mark.parametrize(("part", "expected"), [("word/document.xml", "Word"), ("mimetype", "压缩包")])
def test_another_kind_of_package(part: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(part, "…")
    assert code(path) == "not_a_workbook"
    assert expected in load_problem(path, ()).issues[0].text.zh


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert code(tmp_path / "missing.xlsx") == "no_such_file"
    assert code(tmp_path / ("x" * 5000 + ".xlsx")) in ("unreadable_file", "no_such_file")
    assert code(tmp_path / "a\x00b.xlsx") in ("unreadable_file", "no_such_file")


def test_a_folder(tmp_path: Path) -> None:
    assert code(tmp_path) == "is_a_folder"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files.write(tmp_path / "school.xlsx", files.sheets())

    def refuse(*_: object, **__: object) -> None:  # root reads everything, so that permissions alone prove nothing
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert code(path) == "no_permission"


def test_a_truncated_workbook(tmp_path: Path) -> None:
    path = files.write(tmp_path / "school.xlsx", files.sheets())
    content = path.read_bytes()
    for length in (100, len(content) // 2, len(content) - 10):
        path.write_bytes(content[:length])
        assert code(path) == "damaged_workbook"


def test_a_workbook_with_a_broken_part(tmp_path: Path) -> None:
    good = tmp_path / "good.xlsx"
    write_workbook(tiny_school(), good, CARDS)
    for part in ("xl/workbook.xml", "xl/worksheets/sheet3.xml", "xl/styles.xml", "xl/sharedStrings.xml"):
        path = tmp_path / "school.xlsx"
        with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                new.writestr(name, b"<broken" if name == part else old.read(name))
        assert code(path) == "damaged_workbook", part


def test_a_workbook_whose_bytes_were_changed(tmp_path: Path) -> None:
    path = files.write(tmp_path / "school.xlsx", files.sheets())
    content = bytearray(path.read_bytes())
    content[200:240] = bytes(40)
    path.write_bytes(content)
    assert load_problem(path, ()).problem is None


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = files.write(tmp_path / "school.xlsx", files.sheets())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/bomb.xml", bytes(350_000_000))
    assert code(path) == "too_big"


def test_a_package_that_lies_about_its_size(tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<a/>" * 100_000)
    content = path.read_bytes()
    size, lie = struct.pack("<I", 400_000), struct.pack("<I", 10)
    path.write_bytes(content.replace(size, lie))
    assert code(path) == "damaged_workbook"


def test_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    Workbook().save(path)
    found = [(i.sheet, i.code) for i in read_workbook(path, ()).issues]
    assert found == [(name, "missing_sheet") for name in ("学校", "作息", "班级", "教师", "场地")]


def test_the_blank_template_says_what_is_still_to_be_filled_in(tmp_path: Path) -> None:
    write_template(tmp_path / "blank.xlsx", CARDS)
    issues = read_workbook(tmp_path / "blank.xlsx", CARDS).issues
    assert [(i.sheet, i.cell, i.code) for i in issues] == [
        ("学校", "B2", "missing_value"),
        ("学校", "B3", "missing_value"),
        *((name, None, "no_rows") for name in ("作息", "班级", "教师", "场地")),
    ]


def test_an_example_row_that_was_filled_in_gets_a_warning(tmp_path: Path) -> None:
    write_template(tmp_path / "blank.xlsx", CARDS)
    book = load_workbook(tmp_path / "blank.xlsx")
    book["教师"]["C2"] = "足球"
    book.save(tmp_path / "blank.xlsx")
    found = [(i.sheet, i.cell) for i in read_workbook(tmp_path / "blank.xlsx", CARDS).issues if i.code == "example_row"]
    assert found == [("教师", "A2")]


def test_formulas(tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][1][2] = "=20+20"
    content["班级"][2][2] = "#REF!"
    path = files.write(tmp_path / "school.xlsx", content)
    book = load_workbook(path)
    book["班级"]["C3"].data_type = "e"
    book.save(path)
    found = [(i.cell, i.code) for i in read_workbook(path, ()).issues]
    assert found == [("C2", "formula_without_value"), ("C3", "excel_error")]


def test_a_formula_with_a_stored_result_is_its_result(tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][1][2] = "=20+20"
    path = files.write(tmp_path / "school.xlsx", content)
    computed = tmp_path / "computed.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(computed, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<f>20+20</f><v />", b"<f>20+20</f><v>40</v>"))
    problem = read_workbook(computed, ()).problem
    assert problem is not None
    assert problem.classes[0].pupils == 40


def test_ten_thousand_rows_are_too_many_and_say_so(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师"] += [[f"教师{n:05}", "语文", "合唱"] for n in range(10_000)]
    issues = files.read(tmp_path, content).issues
    assert [(i.sheet, i.code) for i in issues] == [("教师", "too_many_rows")]
    assert str(TEACHERS.most_rows) in issues[0].text.zh


def test_ten_thousand_rows_of_enrolment_are_read(tmp_path: Path) -> None:
    rows: files.Rows = [["社团", "班级", "人数"], *([f"社团{n}", f"九{n % 99}", 1] for n in range(10_000))]
    content = files.sheets() | {"社团报名": rows}
    assert files.errors(tmp_path, content)[:2] == [("社团报名", "A2", "known_club"), ("社团报名", "A3", "known_club")]


def test_too_many_columns_say_so(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师"] = [[*row, *range(1000)] for row in content["教师"]]
    assert ("教师", None, "too_many_rows") in files.errors(tmp_path, content)


def test_formatted_but_empty_rows_do_no_harm(tmp_path: Path) -> None:
    path = files.write(tmp_path / "school.xlsx", files.sheets())
    book = load_workbook(path)
    for row in range(5, 20_000):
        book["教师"].cell(row, 1).number_format = "@"
    book["教师"].cell(1_048_576, 3).number_format = "@"
    book.save(path)
    assert read_workbook(path, ()).issues == ()


def test_many_mistakes_are_all_found(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师"] += [[f"教师{n}", "语文", f"没有的专长{n}"] for n in range(500)]
    content["班级"] += [[f"一{n}", "一年级", -n, f"某某{n}", f"教室{n}"] for n in range(2, 90)]
    assert len(files.errors(tmp_path, content)) == 3 * 88
