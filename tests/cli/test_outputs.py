"""Where results go: found out before the search, nothing lost, all or nothing."""

import json
from pathlib import Path

import pytest

from exchange.versions import keep_version
from models import Outcome
from tests.cli.running import QUICK, kehou, school_file


@pytest.fixture
def _no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    def search(*_: object) -> Outcome:
        raise AssertionError("what cannot be written must be found before the search")

    monkeypatch.setattr("scheduler.solve.solve", search)


def refused(*words: object) -> str:
    """The one issue with which `solve` refuses."""
    ended = kehou("solve", *words, "--json")
    assert ended.code == 2
    (issue,) = ended.answer["issues"]
    return str(issue["code"])


@pytest.mark.usefixtures("_no_search")
def test_a_place_that_cannot_be_written_is_found_before_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, good = school_file(tmp_path), tmp_path / "out.json"
    assert refused(school, "-o", tmp_path / "no folder" / "out.json") == "cannot_write"
    assert refused(school, "-o", school / "out.json") == "cannot_write"
    assert refused(school, "-o", tmp_path) == "cannot_write"
    assert refused(school, "-o", good, "--xlsx", tmp_path / "no folder" / "out.xlsx") == "cannot_write"

    def forbid(*_: object, **__: object) -> None:  # root may write everywhere, so that permissions prove nothing
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", forbid)
    assert refused(school, "-o", good) == "cannot_write"
    assert [p.name for p in tmp_path.iterdir()] == ["school.json"]


@pytest.mark.usefixtures("_no_search")
def test_a_file_that_another_program_holds_is_found_before_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, out = school_file(tmp_path), tmp_path / "out.json"
    out.write_bytes(b"before")
    opened = Path.open

    def held(path: Path, mode: str = "r", *rest: object, **named: object) -> object:
        if path == out and "+" in mode:
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", held)
    assert refused(school, "-o", out) == "cannot_write"
    assert out.read_bytes() == b"before"


@pytest.mark.usefixtures("_no_search")
def test_the_school_is_never_written_over(tmp_path: Path) -> None:
    school = school_file(tmp_path)
    before = school.read_bytes()
    assert refused(school, "-o", school) == "out_is_the_school"
    assert refused(school, "-o", tmp_path / "no folder" / ".." / "school.json") == "cannot_write"
    assert refused(school, "-o", tmp_path / ".." / tmp_path.name / "school.json") == "out_is_the_school"
    link = tmp_path / "link.json"
    link.symlink_to(school)
    assert refused(school, "-o", link) == "out_is_the_school"
    book = tmp_path / "school.xlsx"
    school.rename(book)  # read by its content, whatever it is called
    assert refused(book, "-o", tmp_path / "out.json", "--xlsx", book) == "out_is_the_school"
    assert book.read_bytes() == before


@pytest.mark.usefixtures("_no_search")
def test_names_that_promise_another_kind_of_file(tmp_path: Path) -> None:
    school = school_file(tmp_path)
    assert refused(school, "-o", tmp_path / "课表.XLSX") == "out_is_no_json"
    assert refused(school, "-o", tmp_path / "a.json", "--xlsx", tmp_path / "a.json") == "xlsx_is_no_workbook"


def test_what_stood_there_is_kept(tmp_path: Path) -> None:
    school, out, book = school_file(tmp_path), tmp_path / "课表.json", tmp_path / "课表.xlsx"
    out.write_text("hand-edited", encoding="utf-8")
    book.write_bytes(b"notes")
    first = kehou("solve", school, "-o", out, "--xlsx", book, "--json", *QUICK)
    kept, kept_book = tmp_path / "课表.1.json", tmp_path / "课表.1.xlsx"
    assert first.answer["files"] == {
        "timetable": str(out),
        "timetable_before": str(kept),
        "workbook": str(book),
        "workbook_before": str(kept_book),
    }
    assert kept.read_text(encoding="utf-8") == "hand-edited"
    assert kept_book.read_bytes() == b"notes"
    assert json.loads(out.read_text(encoding="utf-8"))["school"] == "示例小学"


def test_the_same_timetable_again_is_no_new_version(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "out.json"
    for _ in range(2):
        assert kehou("solve", school, "-o", out, *QUICK).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "school.json"]


def test_each_version_gets_the_next_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, new = tmp_path / "a[1].json", tmp_path / "new"
    new.write_text("new", encoding="utf-8")
    assert keep_version(path, new) is None
    path.write_text("one", encoding="utf-8")
    (tmp_path / "a[1].9.json").write_text("older", encoding="utf-8")
    assert keep_version(path, new) == tmp_path / "a[1].10.json"
    assert path.read_text(encoding="utf-8") == "one"  # there is no moment without it

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    assert keep_version(path, new) == tmp_path / "a[1].11.json"
    assert (tmp_path / "a[1].11.json").read_text(encoding="utf-8") == "one"


def test_a_disk_that_fills_up_leaves_the_old_timetable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school, out = school_file(tmp_path), tmp_path / "out.json"
    out.write_text("before", encoding="utf-8")

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert refused(school, "-o", out, *QUICK) == "cannot_write"
    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "school.json"]


def test_a_workbook_that_fails_at_the_end_does_not_cost_the_timetable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school, out = school_file(tmp_path), tmp_path / "out.json"

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    ended = kehou("solve", school, "-o", out, "--xlsx", tmp_path / "out.xlsx", *QUICK)
    assert ended.code == 2
    assert f"课表已经写好：{out}" in ended.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "school.json"]
