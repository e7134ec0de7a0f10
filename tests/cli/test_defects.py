"""A mistake of the program itself: one sentence, exit code 1, and a record that says nothing of the school."""

from pathlib import Path

import pytest

from tests.builders import tiny_school
from tests.cli.running import kehou, school_file


@pytest.fixture
def _defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object) -> None:
        try:
            raise KeyError("王老师")
        except KeyError as error:
            raise RuntimeError("王老师 in /home/王小明/学校.xlsx") from error

    monkeypatch.setattr("scheduler.precheck.precheck", mistaken)


@pytest.mark.usefixtures("_defect")
def test_one_sentence_and_a_record(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    ended = kehou("check", school_file(tmp_path))
    assert ended.code == 1
    assert ended.out == ""
    assert ended.err.startswith("程序自身出了错，不是您的数据填错")
    assert len(ended.err.splitlines()) == 1
    (log,) = (home / "kehou").iterdir()  # XDG_STATE_HOME is the home folder of the test
    assert str(log) in ended.err
    text = log.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "cli.py:" in text
    assert "test_defects.py" in text
    for personal in ("王老师", "王小明", "学校", str(tmp_path), str(home), str(Path.cwd()), tiny_school().school):
        assert personal not in text


@pytest.mark.usefixtures("_defect")
def test_with_json_it_is_one_object(tmp_path: Path) -> None:
    ended = kehou("check", school_file(tmp_path), "--json", "--lang", "en")
    assert ended.code == 1
    assert ended.answer["status"] == "DEFECT"
    assert ended.answer["issues"][0]["code"] == "defect"
    assert ended.err.startswith("This is a mistake of the program")


@pytest.mark.usefixtures("_defect")
def test_where_no_record_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school = school_file(tmp_path)

    def forbid(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", forbid)
    ended = kehou("check", school)
    assert ended.code == 1
    assert "没能写下来" in ended.err


def test_a_mistake_in_the_search_thread_is_one_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object) -> None:
        raise AssertionError("王老师")

    monkeypatch.setattr("scheduler.solve.solve", mistaken)
    ended = kehou("solve", school_file(tmp_path), "-o", tmp_path / "out.json")
    assert ended.code == 1
    assert "王老师" not in ended.err
    assert not (tmp_path / "out.json").exists()
