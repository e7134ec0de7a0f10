"""What stands on the sheets of real workbooks: values as Excel has them, both layouts of a sheet, special rows."""

from datetime import date, datetime, time
from pathlib import Path

from models import MayServe, Severity, SlotKind
from tests.exchange import files


def test_dates_times_and_numbers_as_excel_has_them(tmp_path: Path) -> None:
    content = files.sheets()
    content["学校"] += [["开学日期", datetime(2026, 9, 1)], ["放假日期：", "2027年1月22日"], ["师生比", "1：40"]]  # noqa: DTZ001
    content["作息"][1][1:3] = [time(15, 40), 980 / 1440]
    content["作息"][2][1:3] = ["16：30", 0.715278]
    content["班级"][1][2] = 40.0
    content["班级"][2][2] = "３８人"
    problem = files.problem(tmp_path, content)
    assert (problem.term.first_day, problem.term.last_day) == (date(2026, 9, 1), date(2027, 1, 22))
    assert [(p.start, p.end) for p in problem.week.periods] == [
        (time(15, 40), time(16, 20)),
        (time(16, 30), time(17, 10)),
    ]
    assert [c.pupils for c in problem.classes] == [40, 38]
    assert problem.settings.pupils_per_adult == 40


def test_times_in_one_column(tmp_path: Path) -> None:
    content = files.sheets()
    content["作息"] = [
        [row[0], text, *row[3:]]
        for row, text in zip(content["作息"], ["时间", "15：40—16：20", "16:30-17:10"], strict=True)
    ]
    assert files.problem(tmp_path, content) == files.problem(tmp_path, files.sheets())
    content["作息"][1][1] = "放学后"
    assert files.errors(tmp_path, content) == [("作息", "B2", "bad_time")]


def test_one_period_has_one_time(tmp_path: Path) -> None:
    content = files.sheets()
    content["作息"].append([1, "15:30", None, "一年级", "社团"])
    assert files.errors(tmp_path, content) == [("作息", "B4", "two_times")]


def test_a_grade_s_own_row_wins(tmp_path: Path) -> None:
    content = files.sheets()
    content["作息"].append([1, None, None, "一年级", "无"])
    problem = files.problem(tmp_path, content)
    kinds = [problem.week.kind(s, "一年级") for s in problem.slots if s.period == 1]
    assert kinds == [SlotKind.OFF] + [SlotKind.HOMEWORK] * 4


def test_a_class_that_excel_took_for_a_date(tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][1][0] = datetime(2026, 1, 1)  # noqa: DTZ001  (1-1 was typed)
    content["任课"][1][0] = 1.1
    assert files.problem(tmp_path, content) == files.problem(tmp_path, files.sheets())


def test_enrolment_in_both_layouts(tmp_path: Path) -> None:
    wide = files.sheets() | {"社团报名": [["社团", "一1", "二(1)班", "合计"], ["合唱", 10, 12, 22]]}
    long = files.sheets() | {"社团报名": [["社团", "班级", "人数"], ["合唱", "一1", 10], ["合唱", "二1", 12]]}
    assert files.problem(tmp_path, wide) == files.problem(tmp_path, long)
    assert files.problem(tmp_path, wide).clubs[0].model_dump()["enrolment"] == {"一1": 10, "二1": 12}


def test_enrolment_of_what_is_not_there(tmp_path: Path) -> None:
    rows: files.Rows = [["社团", "一1", "九9", "电话"], ["合唱", 10, 1, 1], ["合哨", 1, None, None]]
    found = files.read(tmp_path, files.sheets() | {"社团报名": rows}).issues
    assert [(i.cell, i.code, i.severity) for i in found] == [
        ("C1", "known_class", Severity.ERROR),
        ("D1", "extra_column", Severity.WARNING),
        ("A3", "known_club", Severity.ERROR),
    ]


def test_class_teachers_may_stand_on_the_teaching_sheet(tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"] = [row[:3] for row in content["班级"]]
    content["任课"] = [[*row, more] for row, more in zip(content["任课"], ["班主任", "王芳", "李明"], strict=True)]
    assert [c.class_teacher for c in files.problem(tmp_path, content).classes] == ["王芳", "李明"]


def test_a_class_club_on_the_club_sheet(tmp_path: Path) -> None:
    content = files.sheets()
    content["社团"] = [["社团名称", "类型", "所属年级", "授课教师"], ["绘本", "班级社团", "一年级", "王芳"]]
    club = files.problem(tmp_path, content).clubs[0]
    assert club.model_dump()["who"] is MayServe.NAMED
    assert club.model_dump()["people"] == ("王芳",)


def test_a_value_that_means_nothing_for_this_kind_of_club(tmp_path: Path) -> None:
    content = files.sheets()
    content["社团"] = [["社团名称", "类型", "所属年级", "专长", "人数上限"], ["合唱", "大社团", "全校", "合唱", 80]]
    assert [(i.cell, i.code) for i in files.warnings(tmp_path, content)] == [("E2", "value_in_vain")]


def test_pins_without_parity_hold_in_both_weeks(tmp_path: Path) -> None:
    content = files.sheets() | {"锁定": [["时段", "社团", "锁定人", "原因"], ["周五第2节", "合唱", "教务处", "排练"]]}
    content["学校"].append(["周期", "单双周"])
    assert [str(pin.slot) for pin in files.problem(tmp_path, content).pins] == ["5.2", "5.2.2"]


def test_two_people_of_one_name_need_ids(tmp_path: Path) -> None:
    content = files.sheets()
    content["教师"].append(["王芳", "数学", None])
    assert files.errors(tmp_path, content) == [("教师", "A5", "person_once")]
    content["教师"] = [
        [*row, more] for row, more in zip(content["教师"], ["编号", None, None, None, "王芳2"], strict=True)
    ]
    assert [t.id for t in files.problem(tmp_path, content).teachers] == ["王芳", "李明", "张三丰", "王芳2"]
