"""What people really type: each spelling is read as what it means."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from exchange.class_names import class_name, grade_name, grade_number, grades_meant, written_grades
from exchange.columns import Context, UnreadableError
from exchange.columns.bounds import bounds
from exchange.columns.credentials import CredentialsCell
from exchange.columns.simple_cells import DateCell, TimeCell, WholeCell, YesNoCell, date_from, time_from
from exchange.slot_names import SlotBook, SlotError
from exchange.spelling import join_list, number_from, numeral, shown, split_list
from models import Teacher
from tests.exchange import files

GRADES = [(f"{name}年级", number) for number, name in enumerate("一二三四五六", start=1)]


def _moment(*parts: int) -> datetime:
    """As openpyxl gives it: without a zone."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


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


@pytest.mark.parametrize(
    "typed",
    [
        date(2026, 9, 1),
        _moment(2026, 9, 1),
        46266,
        46266.0,
        "2026-09-01",
        "2026年9月1日",
        "2026/9/1",
        "2026.9.1",
        "２０２６－９－１",
        "20260901",
        20260901,
    ],
)
def test_a_date(typed: object) -> None:
    assert date_from(typed) == date(2026, 9, 1)


@pytest.mark.parametrize("typed", ["2026年2月30日", "明天", "9月1日", True, 7])
def test_no_date(typed: object) -> None:
    with pytest.raises(UnreadableError, match="bad_date"):
        DateCell().read(typed, Context())


@pytest.mark.parametrize(
    "typed",
    [
        time(15, 40),
        _moment(1899, 12, 30, 15, 40),
        940 / 1440,
        0.6528,
        timedelta(hours=15, minutes=40),
        "15:40",
        "15：40",
        "15:40:00",
        "下午3:40",
        "3:40 PM",
        "15点40分",
    ],
)
def test_a_time(typed: object) -> None:
    assert time_from(typed) == time(15, 40)


@pytest.mark.parametrize("typed", ["25:00", "五点半", 16, "15:75"])
def test_no_time(typed: object) -> None:
    with pytest.raises(UnreadableError, match="bad_time"):
        TimeCell().read(typed, Context())


@pytest.mark.parametrize("typed", [7, 7.0, "7", "７", "7.0", " 7 节", "七", "7人", "1:7"])
def test_a_whole_number(typed: object) -> None:
    assert WholeCell(0, 30).read(typed, Context()) == 7


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (7.5, "not_a_whole_number"),
        ("7.5", "not_a_whole_number"),
        ("多", "not_a_number"),
        (True, "not_a_number"),
        ("3-5", "not_a_number"),
        (date(2026, 9, 1), "not_a_number"),
    ],
)
def test_no_whole_number(typed: object, code: str) -> None:
    with pytest.raises(UnreadableError, match=code):
        WholeCell(0, 30).read(typed, Context())


def test_limits_come_from_the_models() -> None:
    assert bounds(Teacher, "weekly_most") == (0, 30)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("是", True), ("√", True), ("Y", True), (1, True), (True, True), ("否", False), ("×", False), (0, False)],
)
def test_yes_and_no(typed: object, value: bool) -> None:
    assert YesNoCell().read(typed, Context()) is value


def test_lists() -> None:
    assert split_list("王芳、李明，张三;赵六；钱七\n孙八,,") == ["王芳", "李明", "张三", "赵六", "钱七", "孙八"]
    assert split_list(join_list(["甲、乙", '说"好"', '"引"号', "丙"])) == ["甲、乙", '说"好"', '"引"号', "丙"]


def test_chinese_numbers() -> None:
    assert [number_from(numeral(n)) for n in range(1, 100)] == list(range(1, 100))
    assert number_from("两") == 2


def test_values_are_shown_as_typed() -> None:
    assert [shown(v) for v in (7.0, True, _moment(2026, 9, 1), time(15, 40), "长" * 50)] == [
        "7",
        "TRUE",
        "2026-09-01",
        "15:40",
        "长" * 38 + "…",
    ]


def test_credentials() -> None:
    read = CredentialsCell().read(
        "健康证（2026-01-01至2027-01-01）；培训证 至2027年6月30日；推荐信；保险（2026/9/1起）", Context()
    )
    assert read == [
        {"name": "健康证", "valid_from": date(2026, 1, 1), "valid_until": date(2027, 1, 1)},
        {"name": "培训证", "valid_from": None, "valid_until": date(2027, 6, 30)},
        {"name": "推荐信"},
        {"name": "保险", "valid_from": date(2026, 9, 1), "valid_until": None},
    ]


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
