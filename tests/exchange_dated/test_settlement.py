"""Settlements: what an instructor held in October, by hand, and what it costs."""

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from exchange.dated import institutions, month_of, settlement_pdf, settlement_workbook
from exchange.dated.settlement import missed_text
from models import Instructor, Role
from tests.builders import MON_2, changed
from tests.exchange_dated.terms import autumn, headed
from tests.exchange_dated.test_hours import added
from tests.timetables import duty

OCTOBER = month_of(2026, 10)


def sheets(content: bytes, *, formulas: bool = False) -> list[Any]:
    return list(load_workbook(BytesIO(content), data_only=not formulas))


def test_october_of_the_coach() -> None:
    """足球 Mon 3 and Wed 4 (one on a Saturday), 篮球 Thu 4 × 2 periods: 15 at 150 yuan."""
    (found,) = institutions(headed(), OCTOBER)
    assert (found.name, found.sessions, found.amount) == ("阳光体育", 15, 2250)
    (sheet,) = sheets(settlement_workbook(headed(), OCTOBER))
    assert sheet.title == "阳光体育"
    held = [[c.value for c in r] for r in sheet.iter_rows() if isinstance(r[0].value, int)]
    assert len(held) == 15
    assert [r[1:8] for r in held if r[1] == "2026-10-10"] == [
        ["2026-10-10", "周六 按周三", "第二节", "16:30–17:10", "足球", "操场", "冯老师"]
    ]
    (total,) = ([c.value for c in r] for r in sheet.iter_rows() if r[0].value == "合计")
    assert total[8:11] == [15, None, 2250]
    assert settlement_pdf(headed(), OCTOBER).startswith(b"%PDF")


def test_sums_are_formulas_with_right_values() -> None:
    content = settlement_workbook(headed(), OCTOBER)
    (values,), (formulas,) = sheets(content), sheets(content, formulas=True)
    sums = [c for row in formulas.iter_rows() for c in row if str(c.value).startswith("=SUM(")]
    assert len(sums) == 2
    for c in sums:
        assert values[c.coordinate].value == added(values, c.value[5:-1])
    amounts = [c for row in formulas.iter_rows() for c in row if str(c.value).startswith("=IF(J")]
    assert len(amounts) == 15
    assert all(values[c.coordinate].value == 150 for c in amounts)


def test_without_a_fee_the_amount_is_left_blank() -> None:
    school = autumn()
    free = tuple(changed(i, fee=0) for i in school.instructors)
    head = headed(changed(school, instructors=free))
    assert institutions(head, OCTOBER)[0].amount is None
    (sheet,) = sheets(settlement_workbook(head, OCTOBER))
    (total,) = ([c.value for c in r] for r in sheet.iter_rows() if r[0].value == "合计")
    assert total[8] == 15
    assert total[10] in (None, "")
    assert settlement_pdf(head, OCTOBER).startswith(b"%PDF")


def test_what_was_not_held_is_not_paid_and_who_came_instead_is() -> None:
    """On Monday 10-12 another coach of another institution comes; on Monday 10-19 nobody."""
    school = autumn()
    other = Instructor(id="周教练", name="周教练", institution="飞跃体育", skills=("体育",), fee=120)
    planned = headed().dated
    sessions = []
    for d in planned.sessions:
        if d.session.club == "足球" and d.session.slot == MON_2 and d.day.day == 19:
            continue
        if d.session.club == "足球" and d.session.slot == MON_2 and d.day.day == 12:
            people = (duty("周教练", Role.LEADER), duty("冯老师", Role.ACCOMPANYING))
            d = changed(d, session=changed(d.session, duties=people))
        sessions.append(d)
    both = changed(school, instructors=(*school.instructors, other))
    head = headed(both, actual=changed(planned, sessions=tuple(sessions)))
    mine, theirs = institutions(head, OCTOBER)
    assert (mine.sessions, mine.amount) == (13, 13 * 150)
    assert (theirs.name, theirs.sessions, theirs.amount) == ("飞跃体育", 1, 120)
    assert "10.12周一 第二节 足球（孙教练（外聘））" in missed_text(head, mine)
    assert "10.19周一" in missed_text(head, mine)
    remarks = [r[11].value for r in sheets(settlement_workbook(head, OCTOBER))[1].iter_rows()]
    assert "代 孙教练（外聘）" in remarks


def test_a_school_without_instructors_has_a_sheet_that_says_so() -> None:
    (sheet,) = sheets(settlement_workbook(headed(), month_of(2027, 2)))
    assert "没有外聘教师" in str(sheet["A1"].value)
