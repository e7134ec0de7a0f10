"""Single cells as people and Excel write them: dates, times, numbers, yes and no, lists, credentials."""

from datetime import date, datetime, time, timedelta

import pytest

from exchange.columns import Context, UnreadableError
from exchange.columns.bounds import bounds
from exchange.columns.credentials import CredentialsCell
from exchange.columns.simple_cells import DateCell, TimeCell, WholeCell, YesNoCell, date_from, time_from
from exchange.spelling import join_list, number_from, numeral, shown, split_list
from models import Teacher


def _moment(*parts: int) -> datetime:
    """As openpyxl gives it: without a zone."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


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
