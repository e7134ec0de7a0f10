"""`kehou template`, `schema` and `demo`."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from commands.samples import class_to_show, demo_folder
from exchange.load import load_problem
from exchange.pupils import read_pupils
from models import Problem, Timetable
from tests.builders import changed, tiny_school
from tests.cli.running import kehou, school_file
from tests.timetables import tiny_timetable


def test_the_template_is_written_in_the_asked_language(tmp_path: Path) -> None:
    chinese, english = tmp_path / "空白 1.xlsx", tmp_path / "blank.xlsx"
    assert kehou("template", chinese).code == 0
    assert kehou("template", english, "--lang", "en").code == 0
    assert "教师" in load_workbook(chinese).sheetnames
    assert "Teachers" in load_workbook(english).sheetnames


def test_a_blank_list_of_pupils_is_read_by_export(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    ended = kehou("template", path, "--names")
    assert (ended.code, "不保存" in ended.out) == (0, True)
    assert load_workbook(path).sheetnames == ["报名名单"]
    assert read_pupils(path, tiny_school()).issues == ()
    assert kehou("template", path, "--names").code == 2


def test_the_template_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    path.write_bytes(b"the work of a week")
    ended = kehou("template", path)
    assert ended.code == 2
    assert "不会覆盖" in ended.err
    assert path.read_bytes() == b"the work of a week"


def test_a_template_that_cannot_be_written(tmp_path: Path) -> None:
    assert kehou("template", tmp_path / "no folder" / "a.xlsx").code == 2
    assert kehou("template", tmp_path / "a.xls").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_template_is_not_yet_a_school(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    kehou("template", path)
    ended = kehou("check", path)
    assert ended.code == 2
    assert "'班级'" in ended.out


@pytest.mark.parametrize(("words", "model"), [((), Problem), (("--timetable",), Timetable)])
def test_the_schema_is_that_of_the_model(words: tuple[str, ...], model: type[Problem | Timetable]) -> None:
    ended = kehou("schema", *words)
    assert ended.code == 0
    schema = json.loads(ended.out)
    assert set(schema["properties"]) == set(model.model_json_schema()["properties"])


def test_the_demo_shows_a_class_the_score_and_where_the_files_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The sample itself takes a minute; here it is the tiny school.
    school = school_file(tmp_path)
    monkeypatch.setattr("commands.samples.sample_school", lambda: school)
    monkeypatch.chdir(tmp_path)
    ended = kehou("demo", "--seconds", "30")
    assert ended.code == 0
    folder = tmp_path / "kehou-demo"
    assert sorted(p.name for p in folder.iterdir()) == ["timetable.json", "timetable.xlsx"]
    for shown in (
        "班主任 王1",
        "走班社团",
        "周五",
        "偏好代价合计",
        "已证最优",
        str(folder / "timetable.xlsx"),
        str(school),
    ):
        assert shown in ended.out
    assert kehou("audit", school, folder / "timetable.json").code == 0


def test_the_sample_of_the_demo_is_there() -> None:
    from commands.samples import sample_school

    reading = load_problem(sample_school(), ())
    assert reading.problem is not None
    assert reading.problem.school == "崖窑小学"


def test_where_the_demo_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    current, home = tmp_path / "current", tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    current.mkdir()
    assert demo_folder(current, home) == current / "kehou-demo"
    make = Path.mkdir

    def read_only(path: Path, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        if path.is_relative_to(current):
            raise PermissionError(13, "Permission denied")
        make(path, mode, parents, exist_ok)

    monkeypatch.setattr(Path, "mkdir", read_only)
    assert demo_folder(current, home) == home / "Documents" / "kehou-demo"
    (home / "Documents" / "kehou-demo").rmdir()
    (home / "Documents").rmdir()
    assert demo_folder(current, home) == home / "kehou-demo"


def test_the_class_to_show_is_one_that_walks() -> None:
    timetable = tiny_timetable(tiny_school())
    assert class_to_show(tiny_school(), timetable) == "一1"
    stay = tuple(changed(s, pupils={c: n for c, n in s.pupils.items() if c != "一1"}) for s in timetable.sessions)
    assert class_to_show(tiny_school(), changed(timetable, sessions=stay)) == "一2"
    assert class_to_show(tiny_school(), changed(timetable, sessions=())) == "一1"
