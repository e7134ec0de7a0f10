"""Sheet 校历: what schools type is read; every mistake is named at its cell, with its cure."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from exchange.columns import Context, UnreadableError
from exchange.columns.term_cells import PeriodsCell, TermDateCell
from exchange.document import document_of, examine, fixed, fixes_for, parts_of
from exchange.normal import normal
from exchange.template import write_workbook
from exchange.workbook_read import read_workbook
from models import (
    Calendar,
    ClockChange,
    Day,
    Holiday,
    MakeUpDay,
    NoService,
    ParityOverride,
)
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school
from tests.exchange import files

HEAD = ["类型", "从", "到", "按星期几上", "单双周", "节次", "年级", "开始", "结束", "说明"]
TERM = (date(2026, 9, 1), date(2027, 1, 22))
IN_TERM = Context(term=TERM)


def school(*rows: list[object], cycle: str = "每周相同", term: bool = True) -> dict[str, files.Rows]:
    """The small school of `files` with a term and this calendar; the first row of data is row 2."""
    content = files.sheets()
    content["学校"].append(["周期", cycle])
    if term:
        content["学校"] += [["开学日期", TERM[0]], ["放假日期", TERM[1]]]
    content["校历"] = [list(HEAD), *rows]
    return content


def calendar(path: Path, *rows: list[object], cycle: str = "每周相同") -> Calendar:
    return files.problem(path, school(*rows, cycle=cycle)).calendar


@pytest.mark.parametrize(
    "typed",
    ["2026-10-01", "10月1日", "１０月１日",
     "10月1号", "2026年10月1日", "10/1", "10-1", "10月1日（周四）", 46296, "46296",
     date(2026, 10, 1)],
)  # fmt: skip
def test_a_date_of_the_term(typed: object) -> None:
    assert TermDateCell().read(typed, IN_TERM) == date(2026, 10, 1)


def test_the_year_is_the_one_that_lies_in_the_term() -> None:
    assert TermDateCell().read("1月1日", IN_TERM) == date(2027, 1, 1)
    assert TermDateCell().read("7月1日", IN_TERM) == date(2026, 7, 1)  # in no year: the checks then say so


@pytest.mark.parametrize(
    "typed", ["10.1-10.7", "10月1日至10月7日", "10月1日—7日", "2026-10-01～2026-10-07", "10月1日-7日", "2026.10.1-10.7"]
)
def test_two_days_in_one_cell(typed: str) -> None:
    assert TermDateCell(spans=True).read(typed, IN_TERM) == (date(2026, 10, 1), date(2026, 10, 7))


@pytest.mark.parametrize(("typed", "word"), [(10.1, "10.10"), ("10.1", "10.10"), ("9月31日", ""), ("国庆", "")])
def test_no_date_of_the_term(typed: object, word: str) -> None:
    # Excel keeps 10.10 as the number 10.1: the first or the tenth of October?
    with pytest.raises(UnreadableError, match="bad_date") as wrong:
        TermDateCell(spans=True).read(typed, IN_TERM)
    assert word in (wrong.value.expected.zh if wrong.value.expected is not None else "")


def test_without_a_term_a_date_needs_its_year() -> None:
    with pytest.raises(UnreadableError) as wrong:
        TermDateCell().read("10月1日", Context())
    assert wrong.value.expected is not None
    assert "开学日期" in wrong.value.expected.zh


@pytest.mark.parametrize(
    ("typed", "meant"),
    [(2, [2]), (2.0, [2]), ("第2节", [2]), ("1、2", [1, 2]), ("第１节，第二节", [1, 2]), ("1-2", [1, 2]), ("全部", [])],
)
def test_periods(typed: object, meant: list[int]) -> None:
    assert PeriodsCell().read(typed, Context()) == meant


@pytest.mark.parametrize("typed", ["0", "半", "3-1", 1.5])
def test_no_periods(typed: object) -> None:
    with pytest.raises(UnreadableError, match="bad_period"):
        PeriodsCell().read(typed, Context())


def test_every_kind_of_entry(tmp_path: Path) -> None:
    found = calendar(
        tmp_path,
        ["放假", "10月1日-7日", None, None, None, None, None, None, None, "国庆节"],
        ["放假", datetime(2026, 9, 25), None, None, None, None, None, None, None, None],  # noqa: DTZ001
        ["调休上课", "9月20日", None, "星期二", None, None, None, None, None, "国庆节"],
        ["调休上课", "10月10日", None, "周三", "双周"],
        ["半天", "12月31日", None, None, None, "第2节"],
        ["停课", "1月18日", "1月22日", None, None, None, "二年级", None, None, "期末考试"],
        ["冬季作息", "11月2日", None, None, None, "第2节", None, "16:20", "17:00", None],
        ["单双周", "10月8日", "10月9日", None, "单周"],
        cycle="单双周",
    )
    assert found == Calendar(
        holidays=(
            Holiday(first=date(2026, 10, 1), last=date(2026, 10, 7), name="国庆节"),
            Holiday(first=date(2026, 9, 25), last=date(2026, 9, 25), name="放假"),
        ),
        make_up_days=(
            MakeUpDay(day=date(2026, 9, 20), runs_as=Day.TUE, name="国庆节"),
            MakeUpDay(day=date(2026, 10, 10), runs_as=Day.WED, week=2),
        ),
        no_service=(
            NoService(first=date(2026, 12, 31), last=date(2026, 12, 31), periods=(2,), reason="半天"),
            NoService(first=date(2027, 1, 18), last=date(2027, 1, 22), grades=("二年级",), reason="期末考试"),
        ),
        clock_changes=(ClockChange(first=date(2026, 11, 2), last=TERM[1], period=2, start=time(16, 20), end=time(17)),),
        parity_overrides=(ParityOverride(first=date(2026, 10, 8), last=date(2026, 10, 9), week=1),),
    )


@pytest.mark.parametrize(
    ("row", "cell", "code"),
    [
        (["放假", "2025-10-01"], "B2", "calendar_in_term"),
        (["放假", "10月7日", "10月1日"], "C2", "calendar_order"),
        (["放假", "10月1日-7日", "10月8日"], "C2", "two_last_days"),
        (["放假", "十月一日"], "B2", "bad_date"),
        (["春假", "10月1日"], "A2", "unknown_choice"),
        ([None, "10月1日"], "A2", "missing_value"),
        (["放假"], "B2", "missing_value"),
        (["调休上课", "9月20日"], "D2", "missing_value"),
        (["调休上课", "9月20日", None, "周八"], "D2", "unknown_choice"),
        (["调休上课", "9月19日", "9月20日", "周二"], "C2", "one_day_a_row"),
        (["调休上课", "2027-01-23", None, "周二"], "B2", "calendar_in_term"),
        (["调休上课", "9月20日", None, "周二", "单周"], "E2", "calendar_parity"),
        (["停课", "11月5日", None, None, None, "第3节"], "F2", "calendar_period"),
        (["停课", "11月5日", None, None, None, "下午"], "F2", "bad_period"),
        (["停课", "11月5日", None, None, None, None, "六年级"], "G2", "known_grade"),
        (["作息调整", "11月2日", None, None, None, "1", None, "16:30", "16:00"], "I2", "calendar_clock"),
        (["作息调整", "11月2日", None, None, None, "1", None, "15:50", "16:40"], "H2", "calendar_clock"),
        (["作息调整", "11月2日", None, None, None, "1、2", None, "15:50", "16:30"], "F2", "one_period_a_row"),
        (["作息调整", "11月2日", None, None, None, "1", None, "15:30"], "I2", "missing_value"),
        (["单双周", "10月8日"], "E2", "missing_value"),
    ],
)
def test_a_mistake_is_named_at_its_cell(tmp_path: Path, row: list[object], cell: str, code: str) -> None:
    assert files.errors(tmp_path, school(row)) == [("校历", cell, code)]


def test_mistakes_of_two_rows(tmp_path: Path) -> None:
    twice = school(["调休上课", "9月20日", None, "周二"], ["调休上课", "9月20日", None, "周五"])
    assert files.errors(tmp_path, twice) == [("校历", "B3", "make_up_once")]
    both = school(["放假", "9月18日-20日"], ["调休上课", "9月20日", None, "周二"])
    assert files.errors(tmp_path, both) == [("校历", "B3", "make_up_is_no_holiday")]


def test_what_only_deserves_a_look(tmp_path: Path) -> None:
    rows = school(["调休上课", "9月22日", None, "周三"], ["放假", "9月25日", None, "周五"])
    assert [(i.cell, i.code) for i in files.warnings(tmp_path, rows)] == [
        ("B2", "make_up_says_something"), ("D3", "value_in_vain"),
    ]  # fmt: skip


def test_without_a_term_the_sheet_says_so(tmp_path: Path) -> None:
    assert files.errors(tmp_path, school(["放假", "2026-10-01"], term=False)) == [
        ("校历", None, "calendar_needs_term")
    ]  # fmt: skip


def test_what_is_written_is_read(tmp_path: Path) -> None:
    given = changed(
        tiny_school(),
        calendar=Calendar(
            holidays=(Holiday(first=date(2027, 4, 5), last=date(2027, 4, 5), name="清明节"),),
            make_up_days=(MakeUpDay(day=date(2027, 4, 10), runs_as=Day.MON, name="补课"),),
            no_service=(
                NoService(first=date(2027, 5, 13), last=date(2027, 5, 14), periods=(1, 2), reason="运动会"),
                NoService(first=date(2027, 6, 1), last=date(2027, 6, 1), grades=("一年级",), reason="入队"),
            ),
            clock_changes=(
                ClockChange(
                    first=date(2027, 5, 4), last=date(2027, 5, 4), period=1, start=time(16), end=time(16, 40), name="夏"
                ),
            ),
        ),
    )
    path = tmp_path / "school.xlsx"
    for language in ("zh", "en"):
        write_workbook(given, path, rule_cards(), language)
        reading = read_workbook(path, rule_cards())
        assert reading.issues == ()
        assert reading.problem == normal(given, rule_cards())


def test_one_click_tells_odd_from_even_weeks() -> None:
    given = changed(tiny_school(), calendar=Calendar(make_up_days=(MakeUpDay(
        day=date(2027, 4, 10), runs_as=Day.MON, week=2),)))  # fmt: skip
    document = document_of(given, rule_cards())
    seen = examine(document, rule_cards())
    (issue,) = [i for i in seen.reading.issues if i.code == "calendar_parity"]
    first = fixes_for(issue, document, parts_of(document), seen, rule_cards())[0]
    assert first.label.zh == "把学校的周期改为单双周"
    mended = examine(fixed(document, first), rule_cards()).reading.problem
    assert mended is not None
    assert mended.week.cycle == 2
