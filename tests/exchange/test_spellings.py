"""What people really type: each spelling is read as what it means."""

from pathlib import Path

import pytest

from exchange.class_names import class_name, grade_name, grade_number, grades_meant, written_grades
from exchange.slot_names import SlotBook, SlotError
from tests.exchange import files

GRADES = [(f"{name}年级", number) for number, name in enumerate("一二三四五六", start=1)]


WEEK = tuple((day, period) for day in range(1, 6) for period in (1, 2))


@pytest.mark.parametrize(
    "typed",
    [
        "一⑴",
        "一（1）",
        "一(1)",
        "一1",
        "一年级1班",
        "一(1)班",
        "一（１）班",
        "1.1",
        "1-1",
        "1—1",
        "一年级（一）班",
        "101",
        "101班",
        " 一 1 班",
        "一年1班",
    ],
)
def test_a_class(typed: str) -> None:
    assert class_name(typed) == "一1"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("三(2)班", "三2"),
        ("六⑿", "六12"),
        ("二10班", "二10"),
        ("初一(2)班", "初一2"),
        ("七1", "七1"),
        ("启航班", "启航班"),
        ("12", "12"),
    ],
)
def test_other_classes(typed: str, name: str) -> None:
    assert class_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("一年级", 1),
        ("1", 1),
        ("一", 1),
        ("７", 7),
        ("七年级", 7),
        ("初一", 7),
        ("九年级", 9),
        ("Grade 3", 3),
        ("学前班", None),
    ],
)
def test_a_grade(typed: str, number: int | None) -> None:
    assert grade_number(typed) == number


def test_a_grade_s_name() -> None:
    assert [grade_name(t) for t in ("1", "一", "一年级", "初一", "学前班")] == ["一年级"] * 3 + ["初一", "学前班"]


@pytest.mark.parametrize("typed", ["三至五年级", "3-5年级", "三～五年级", "三年级到五年级"])
def test_a_range_of_grades(typed: str) -> None:
    assert grades_meant(typed, GRADES) == ["三年级", "四年级", "五年级"]


def test_all_grades_are_the_whole_school() -> None:
    everything = [grade for grade, _ in GRADES]
    assert grades_meant("全校", GRADES) == everything
    assert written_grades(everything, GRADES) == ["全校"]
    assert written_grades(["一年级", "二年级"], GRADES) == ["一年级", "二年级"]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("周一第2节", "1.2"),
        ("周一2", "1.2"),
        ("星期一第二节", "1.2"),
        ("周 一 第 ２ 节", "1.2"),
        ("1.2", "1.2"),
        ("Mon 2", "1.2"),
        ("Monday period 2", "1.2"),
        ("周一", "1.1 1.2"),
        ("周一第1、2节", "1.1 1.2"),
        ("周一、三第2节", "1.2 3.2"),
        ("周一、周三第2节", "1.1 1.2 3.2"),
        ("周一至周三第2节", "1.2 2.2 3.2"),
        ("每天第1节", "1.1 2.1 3.1 4.1 5.1"),
        ("周一第1节；周五第2节\n周三1", "1.1 5.2 3.1"),
        ("周一第1节 周二第2节", "1.1 2.2"),
        ("礼拜天第1节", "7.1"),
    ],
)
def test_slots(typed: str, codes: str) -> None:
    assert [str(slot) for slot in SlotBook(WEEK).read(typed, closed_allowed=False)] == codes.split()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("周三第1节", "3.1 3.1.2"),
        ("单周周三第1节", "3.1"),
        ("双周三第1节", "3.1.2"),
        ("双周三", "3.1.2 3.2.2"),
        ("周三", "3.1 3.2 3.1.2 3.2.2"),
        ("odd Wed period 1", "3.1"),
        ("3.1.2", "3.1.2"),
    ],
)
def test_slots_of_two_weeks(typed: str, codes: str) -> None:
    assert [str(slot) for slot in SlotBook(WEEK, 2).read(typed, closed_allowed=False)] == codes.split()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("周八第1节", "bad_slot"), ("下午", "bad_slot"), ("周六", "closed_day"), ("单周周一", "no_odd_and_even_weeks")],
)
def test_no_slots(typed: str, code: str) -> None:
    with pytest.raises(SlotError) as wrong:
        SlotBook(WEEK).read(typed, closed_allowed=False)
    assert wrong.value.code == code


@pytest.mark.parametrize("typed", ["王 芳", "王　芳", " 王芳 ", "王芳\u200b"])
def test_a_name_is_found_whatever_its_spaces(typed: str, tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][1][3] = typed
    content["任课"][1][1] = typed
    assert files.problem(tmp_path, content).classes[0].class_teacher == "王芳"


@pytest.mark.parametrize("typed", ["王芳、李明", "王芳，李明", "王芳;李明", "王芳/李明", "王芳 李明", "王芳\n李明"])
def test_a_list_of_names(typed: str, tmp_path: Path) -> None:
    content = files.sheets()
    content["任课"][1][1] = typed
    assert files.problem(tmp_path, content).classes[0].teachers["语文"] == ("王芳", "李明")


@pytest.mark.parametrize("typed", ["无", "—", "/", "没有", "  "])
def test_nothing_is_nothing(typed: str, tmp_path: Path) -> None:
    content = files.sheets()
    content["班级"][1][3] = typed
    assert files.problem(tmp_path, content).classes[0].class_teacher is None


def test_an_outside_leader_may_be_marked(tmp_path: Path) -> None:
    content = files.sheets()
    content["外聘教师"] = [["姓名", "专长"], ["赵教练", "合唱"]]
    content["社团"] = [
        ["社团名称", "所属年级", "专长", "授课教师", "师资来源"],
        ["合唱", "全校", "合唱", "赵教练（社会）", "外聘"],
    ]
    assert files.problem(tmp_path, content).clubs[0].model_dump()["named_leaders"] == ("赵教练",)
