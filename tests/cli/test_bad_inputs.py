"""Whatever a school may hand over: exit code 2 and sentences, never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

import cli
from tests.cli.running import kehou, process, school_file
from tests.exchange import files

BROKEN = Path(cli.__file__).parent / "sample_inputs" / "broken.xlsx"


def ten_thousand_rows(path: Path) -> None:
    sheets = files.sheets()
    sheets["教师"] += [[f"教师{n}", "体育", None, "多", "少"] for n in range(10_000)]
    files.write(path, sheets)


CONTENT: dict[str, bytes | Callable[[Path], object]] = {
    "missing.xlsx": lambda _path: None,
    "folder.xlsx": lambda path: path.mkdir(),
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00" * 30,
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "gbk.xlsx": "姓名,学科\n王芳,语文\n".encode("gb18030"),
    "empty.xlsx": b"",
    "cut.xlsx": b"PK\x03\x04 but no more",
    "empty.json": b"{}",
    "half.json": b'{"school": "',
    "list.json": b"[1, 2]",
    "deep.json": b"[" * 100_000,
    "wrong.json": b'{"school": 7, "classes": "many"}',
    "word.xlsx": "不是工作簿".encode(),
    "thousands.xlsx": ten_thousand_rows,
}


@pytest.mark.parametrize("name", CONTENT)
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    path, content = tmp_path / name, CONTENT[name]
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)
    ended = kehou("check", path)
    assert ended.code == 2
    assert "错误　" in ended.out
    answer = kehou("solve", path, "-o", tmp_path / "out.json", "--json").answer
    assert answer["status"] == "ISSUES"
    assert all(issue["text"]["zh"] and issue["text"]["en"] for issue in answer["issues"])
    assert not (tmp_path / "out.json").exists()


def test_the_broken_sample_has_twenty_mistakes() -> None:
    ended = process("check", BROKEN)
    assert ended.code == 2
    assert ended.out.count("错误　") == 20
    assert "'班级'!C6" in ended.out


def test_a_name_that_no_encoding_has(tmp_path: Path) -> None:
    strange = tmp_path / "学校\udc80.json"
    ended = process("check", strange, "--json")
    assert ended.code == 2
    assert ended.answer["issues"][0]["code"] == "no_such_file"
    school_file(tmp_path).rename(strange)
    assert process("check", strange).code == 0
