"""`kehou audit`: what a hand-edited timetable breaks, or why it cannot be judged."""

from pathlib import Path

from models import Role
from tests.builders import CLASSES, MON_1, changed, tiny_school
from tests.cli.running import kehou, school_file, timetable_file
from tests.timetables import duty, replaced, the, tiny_timetable


def test_a_valid_timetable_ends_with_0(tmp_path: Path) -> None:
    school, table = school_file(tmp_path), timetable_file(tmp_path)
    ended = kehou("audit", school, table)
    assert (ended.code, ended.err) == (0, "")
    assert "没有违反硬性规则。" in ended.out
    answer = kehou("audit", school, table, "--json").answer
    assert (answer["status"], answer["cost"], answer["violations"], answer["issues"]) == ("CLEAN", 14, [], [])
    assert sum(v["amount"] for v in answer["unmet"]) == 11  # 8 sessions of 孙教练, on 3 days
    assert answer["fingerprint"] == tiny_timetable(tiny_school()).fingerprint


def test_a_broken_timetable_ends_with_5_and_names_the_culprit(tmp_path: Path) -> None:
    valid = tiny_timetable(tiny_school())
    first, second = (the(valid, slot=MON_1, school_class=c) for c in CLASSES[:2])
    doubled = replaced(valid, second, duties=first.duties)  # 王1 in two classes at once
    school, table = school_file(tmp_path), timetable_file(tmp_path, doubled)
    ended = kehou("audit", school, table)
    assert ended.code == 5
    assert "王1" in ended.out
    assert "违反硬性规则" in ended.out
    answer = kehou("audit", school, table, "--json").answer
    assert answer["status"] == "BROKEN"
    assert "person_clash" in {v["rule"] for v in answer["violations"]}
    assert any("王1" in v["people"] for v in answer["violations"])


def test_names_that_nobody_has_end_with_2(tmp_path: Path) -> None:
    valid = tiny_timetable(tiny_school())
    session = the(valid, slot=MON_1, school_class=CLASSES[0])
    strange = replaced(valid, session, duties=(duty("查无此人", Role.TUTOR),), room="查无此室")
    school, table = school_file(tmp_path), timetable_file(tmp_path, strange)
    ended = kehou("audit", school, table)
    assert ended.code == 2
    assert ended.out == ""
    assert "查无此人" in ended.err
    assert "查无此室" in ended.err
    answer = kehou("audit", school, table, "--json").answer
    assert answer["status"] == "ISSUES"
    assert len(answer["issues"]) == 2
    assert answer["violations"] == []


def test_a_timetable_of_other_data_is_judged_with_a_warning(tmp_path: Path) -> None:
    table = timetable_file(tmp_path, changed(tiny_timetable(tiny_school()), fingerprint="0000-0000"))
    ended = kehou("audit", school_file(tmp_path), table)
    assert ended.code == 0
    assert "0000-0000" in ended.err


def test_files_in_the_wrong_order_and_files_of_other_kinds(tmp_path: Path) -> None:
    school, table = school_file(tmp_path), timetable_file(tmp_path)
    assert kehou("audit", table, school).code == 2
    assert kehou("audit", school, school).code == 2
    assert kehou("audit", school, tmp_path / "missing.json").code == 2
    picture = tmp_path / "picture.json"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert kehou("audit", school, picture).code == 2
