"""sample_inputs/broken.xlsx: twenty different mistakes, each found at its cell and called by its name."""

from pathlib import Path

import pytest

from exchange.workbook_read import read_workbook
from models import Severity
from sample_inputs import build_broken
from scheduler.rules import rule_cards

# (sheet, cell, code) in the order of the file; a code is the name of the check that finds it.
EXPECTED = [
    ("学校", "B5", "bad_date"),
    ("学校", "B7", "not_a_number"),
    ("作息", "G2", "unknown_choice"),
    ("作息", "C3", "bad_time"),
    ("班级", "C6", "not_a_whole_number"),
    ("班级", "C7", "greater_than_equal"),
    ("班级", "D8", "known_person"),
    ("任课", "C6", "excel_error"),
    ("教师", "F6", "less_than_equal"),
    ("教师", "I10", "bad_slot"),
    ("教师", "G12", "formula_without_value"),
    ("外聘教师", "O4", "cycle_has_two_weeks"),
    ("外聘教师", "A7", "missing_value"),
    ("场地", "C9", "greater_than_equal"),
    ("场地", "A14", "room_once"),
    ("作业辅导", "B3", "known_subject"),
    ("社团", "G5", "slot_is_open"),
    ("社团", "N6", "unknown_choice"),
    ("锁定", "A2", "no_odd_and_even_weeks"),
    ("规则", "D5", "strength_not_allowed"),
]


def test_each_mistake_is_found_at_its_cell_and_nothing_else() -> None:
    reading = read_workbook(build_broken.PATH, rule_cards())
    assert reading.problem is None
    errors = [(i.sheet, i.cell, i.code) for i in reading.issues if i.severity is Severity.ERROR]
    assert errors == EXPECTED
    assert {(sheet, cell) for sheet, cell, _ in build_broken.MISTAKES} == {(s, c) for s, c, _ in EXPECTED}


def test_the_sentences_name_cell_fault_and_cure_in_both_languages() -> None:
    issues = {(i.sheet, i.cell): i for i in read_workbook(build_broken.PATH, rule_cards()).issues}
    assert issues["教师", "F6"].text.zh == "'教师'!F6：“周课时上限”不能大于 30：应为 0–30 的整数，现在是“99”。"
    assert issues["教师", "F6"].text.en == (
        "'教师'!F6: “Weekly most” must be at most 30: it should be a whole number 0–30, but is “99”."
    )
    assert "您是不是想写“作业辅导”？" in issues["作息", "G2"].text.zh
    assert "(did you mean “homework”?)" in issues["作息", "G2"].text.en
    assert "是不是“教师17”？" in issues["班级", "D8"].text.zh
    assert "另一处：'场地'!A13" in issues["场地", "A14"].text.zh
    assert issues["班级", "D8"].path == ("classes", 6, "class_teacher")


def test_the_file_is_what_the_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_broken, "PATH", tmp_path / "broken.xlsx")
    shipped = (Path(build_broken.__file__).parent / "broken.xlsx").read_bytes()
    build_broken.main()
    assert (tmp_path / "broken.xlsx").read_bytes() == shipped, "run python -m sample_inputs.build_broken"
