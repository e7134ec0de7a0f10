"""A write that fails leaves the old file as it was, leaves nothing beside it, and says why."""

from pathlib import Path

import pytest

from exchange.atomic import WriteError, check_writable, write_atomically, written_beside
from exchange.json_files import write_json
from exchange.template import write_template, write_workbook
from tests.builders import tiny_school
from tests.exchange.problems import CARDS


def test_the_new_content_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "school.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_gets_ordinary_permissions(tmp_path: Path) -> None:
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    plain.write_bytes(b"")
    write_atomically(ours, b"")
    assert ours.stat().st_mode == plain.stat().st_mode


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "school.json"
    path.write_bytes(b"old")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WriteError) as wrong:
        write_atomically(path, b"new")
    assert "No space left on device" in wrong.value.text.en
    assert "磁盘空间" in wrong.value.text.zh
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_defect_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "school.json"
    path.write_bytes(b"old")

    def write() -> None:
        with written_beside(path) as scratch:
            scratch.write_bytes(b"half of the n")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("what", ["workbook", "template", "json"])
def test_every_writer_refuses_a_folder_and_a_missing_folder(what: str, tmp_path: Path) -> None:
    def write(path: Path) -> None:
        match what:
            case "workbook":
                write_workbook(tiny_school(), path, CARDS)
            case "template":
                write_template(path, CARDS)
            case _:
                write_json(tiny_school(), path)

    with pytest.raises(WriteError) as missing:
        write(tmp_path / "nowhere" / "school.xlsx")
    assert "不存在" in missing.value.text.zh
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError) as folder:
        write(tmp_path / "folder")
    assert "是一个文件夹" in folder.value.text.zh
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_a_disk_that_fills_up_under_a_workbook_is_a_sentence_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(WriteError) as wrong:
        write_template(tmp_path / "school.xlsx", CARDS)
    assert "磁盘空间" in wrong.value.text.zh
    assert list(tmp_path.iterdir()) == []


def test_a_trial_finds_what_writing_would_find_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "school.json"
    check_writable(path)
    assert list(tmp_path.iterdir()) == []
    path.write_bytes(b"old")
    check_writable(path)
    assert path.read_bytes() == b"old"
    for wrong in (tmp_path / "nowhere" / "a.json", tmp_path / "nowhere" / ".." / "a.json", path / "a.json", tmp_path):
        with pytest.raises(WriteError):
            check_writable(wrong)
