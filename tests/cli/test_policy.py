"""`kehou policy`: each item with its mark, whom it concerns, and an exit code for a script."""

from pathlib import Path

import pytest

from models import POLICY_ITEMS, Timetable
from tests.builders import FRI_2
from tests.cli.running import kehou, school_file, timetable_file
from tests.policy.asking import school, with_setting
from tests.timetables import the, tiny_timetable, without

SCHOOL = with_setting(school(), "institutions", on=False)
TABLE = tiny_timetable(SCHOOL)
ALONE = without(TABLE, the(TABLE, FRI_2, school_class="二2"))


def test_a_sound_timetable_ends_with_0_and_says_how_many_items_are_kept(tmp_path: Path) -> None:
    ended = kehou("policy", school_file(tmp_path, SCHOOL), timetable_file(tmp_path, TABLE))
    assert ended.code == 0
    assert "✓ 每个学生都有去处（必须）" in ended.out
    assert "○ 机构在审核名单内（必须）：已在“政策”表里关闭" in ended.out
    assert "“必须”的项目没有发现不符合。" in ended.out
    english = kehou("policy", school_file(tmp_path, SCHOOL), timetable_file(tmp_path, TABLE), "--lang", "en")
    assert "Nothing that must be kept was found broken." in english.out


def test_a_broken_one_ends_with_5_and_names_class_slot_and_source(tmp_path: Path) -> None:
    ended = kehou("policy", school_file(tmp_path, SCHOOL), timetable_file(tmp_path, ALONE))
    assert ended.code == 5
    assert "二(2)周五第2节有 20 名学生没有去处（全班 20 人）。" in ended.out
    assert "依据：" in ended.out
    assert "必须做到而没有做到：每周五天都有服务、每个学生都有去处。" in ended.out


@pytest.mark.parametrize(("table", "status"), [(TABLE, "SOUND"), (ALONE, "BROKEN")])
def test_json_has_every_item(tmp_path: Path, table: Timetable, status: str) -> None:
    answer = kehou("policy", school_file(tmp_path, SCHOOL), timetable_file(tmp_path, table), "--json").answer
    assert answer["status"] == status
    assert [f["key"] for f in answer["findings"]] == [item.key for item in POLICY_ITEMS]
    assert answer["fingerprint"] == table.fingerprint
    broken = {f["key"] for f in answer["findings"] if f["state"] == "broken" and f["severity"] == "must"}
    assert bool(broken) == (status == "BROKEN")


def test_a_file_that_cannot_be_judged_ends_with_2(tmp_path: Path) -> None:
    ended = kehou("policy", school_file(tmp_path, SCHOOL), tmp_path / "missing.json", "--json")
    assert ended.code == 2
    assert ended.answer["status"] == "ISSUES"
    assert ended.answer["findings"] == []


def test_changes_of_the_term_are_judged_on_their_dates(tmp_path: Path) -> None:
    """王1 is ill on Monday, 1 March, and nobody can stand in (tests/cli/test_cover.py): 一1 is alone in period 1."""
    files = (school_file(tmp_path, SCHOOL), timetable_file(tmp_path, TABLE))
    log, held = tmp_path / "changes.json", tmp_path / "actual.json"
    kehou("cover", *files, "--absent", "王1:2027-03-01", "--log", log, "--apply", "--actual", held)
    for changes in (log, held):
        ended = kehou("policy", *files, "--actual", changes)
        assert ended.code == 5
        assert "3月1日第1节一(1)语文辅导没有人看护：还没有安排代课。" in ended.out
    answer = kehou("policy", *files, "--actual", log, "--json").answer
    finding = next(f for f in answer["findings"] if f["key"] == "five_days")
    assert [case["dates"] for case in finding["cases"]] == [["2027-03-01"]]
    kehou("cover", *files, "--log", log, "--way", "1.1", "--apply")  # another date, and everybody is minded
    assert kehou("policy", *files, "--actual", log).code == 0


def test_the_report_that_is_handed_out_has_the_changes_too(tmp_path: Path) -> None:
    """The same Monday on paper, by `kehou export` with nothing but the report asked for."""
    files = (school_file(tmp_path, SCHOOL), timetable_file(tmp_path, TABLE))
    log = tmp_path / "changes.json"
    kehou("cover", *files, "--absent", "王1:2027-03-01", "--log", log, "--apply")
    asked = ("--anyway", "--what", "policy")
    assert kehou("export", *files, "--to", tmp_path / "plain", *asked).code == 0
    assert kehou("export", *files, "--to", tmp_path / "changed", *asked, "--actual", log).code == 0
    assert kehou("export", *files, "--to", tmp_path / "again", *asked).code == 0
    plain, changed, again = (
        next((tmp_path / name).glob("*.pdf")).read_bytes() for name in ("plain", "changed", "again")
    )
    assert plain == again  # the same pages every time, so that what differs is the gap
    assert plain != changed
