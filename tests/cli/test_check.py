"""`kehou check`: what is wrong is listed with its place; then the counts."""

from pathlib import Path

from models import Instructor, fingerprint
from tests.builders import changed, tiny_school
from tests.cli.running import kehou, school_file
from tests.cli.test_solve import crowded_school
from tests.exchange import files


def test_nothing_wrong(tmp_path: Path) -> None:
    school = school_file(tmp_path)
    ended = kehou("check", school)
    assert (ended.code, ended.err) == (0, "")
    assert "示例小学：4 个班，12 名教师" in ended.out
    assert "填写没有错误，数量也够。" in ended.out
    assert kehou("check", school, "--json").answer == {
        "status": "OK",
        "fingerprint": fingerprint(tiny_school()),
        "issues": [],
        "shortages": [],
    }


def test_issues_of_a_workbook_have_sheet_and_cell(tmp_path: Path) -> None:
    sheets = files.sheets()
    sheets["班级"][1][2] = "很多"
    sheets["场地"][3][1] = -1
    school = files.write(tmp_path / "school.xlsx", sheets)
    ended = kehou("check", school)
    assert ended.code == 2
    assert "错误　'班级'!C2：" in ended.out
    assert "错误　'场地'!B4：" in ended.out
    assert "2 处错误。" in ended.out
    answer = kehou("check", school, "--json").answer
    assert answer["status"] == "ISSUES"
    assert [(i["sheet"], i["cell"], i["severity"]) for i in answer["issues"]] == [
        ("班级", "C2", "error"),
        ("场地", "B4", "error"),
    ]
    assert answer["issues"][0]["text"]["zh"] != answer["issues"][0]["text"]["en"]


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    extra = Instructor(id="钱教练", name="钱教练", skills=("书法",))  # no club asks for it
    school = school_file(tmp_path, tiny_school(instructors=(*tiny_school().instructors, extra)))
    ended = kehou("check", school)
    assert ended.code == 0
    assert "提醒　" in ended.out
    assert "1 处提醒。" in ended.out
    assert kehou("check", school, "--json").answer["status"] == "OK"


def test_shortages_end_with_3(tmp_path: Path) -> None:
    school = school_file(tmp_path, crowded_school())
    ended = kehou("check", school)
    assert ended.code == 3
    assert "不够" in ended.out
    assert "名额320人次" in ended.out
    answer = kehou("check", school, "--json").answer
    assert answer["status"] == "IMPOSSIBLE"
    assert [(s["demand"], s["supply"]) for s in answer["shortages"]] == [(320, 100)]


def test_a_school_with_errors_is_not_counted(tmp_path: Path) -> None:
    crowded = crowded_school()
    nobody = tuple(changed(c, class_teacher="没有这个人") for c in crowded.classes)
    ended = kehou("check", school_file(tmp_path, changed(crowded, classes=nobody)), "--json")
    assert ended.code == 2
    assert ended.answer["shortages"] == []
