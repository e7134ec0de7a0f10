"""The hours of October, counted by hand (see `tests.exchange_dated.terms`), and what Excel will show."""

from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from exchange.dated import HoursSettings, hours_workbook, month_of
from exchange.dated.services import services
from models import DatedTimetable, Role, Text
from tests.builders import MON_1, TUE_1, TUE_2, changed
from tests.exchange_dated.terms import autumn, headed
from tests.timetables import duty

OCTOBER = month_of(2026, 10)


def page(content: bytes, name: str = "课时统计", *, formulas: bool = False) -> Any:
    return load_workbook(BytesIO(content), data_only=not formulas)[name]


def rows(sheet: Any) -> dict[str, list[Any]]:
    """Name → the row."""
    return {r[1].value: [c.value for c in r] for r in sheet.iter_rows() if isinstance(r[0].value, int)}


def heads(sheet: Any) -> list[str]:
    top = next(r[0].row for r in sheet.iter_rows() if r[0].value == "序号")
    return [str(c.value or "") for c in sheet[top]]


def ends(sheet: Any) -> dict[str, dict[str, Any]]:
    """Name → heading → value, of the columns behind the dates."""
    names = heads(sheet)
    return {who: {h: v for h, v in zip(names, row, strict=True) if h} for who, row in rows(sheet).items()}


def test_the_columns_are_those_of_schools() -> None:
    sheet = page(hours_workbook(headed(), OCTOBER))
    names = heads(sheet)
    days = [name for name in names[2:] if name[:2] == "10"]
    assert names[:2] == ["序号", "姓名/日期"]
    assert len(days) == 18
    assert days[:3] == ["10.8\n周四", "10.9\n周五", "10.10\n周六\n按周三"]
    assert names[-2:] == ["合计课时", "合计费用（元）"]
    below = [c.value for c in sheet[sheet.freeze_panes and 4]][2:38]
    assert below == ["普通晚托课时", "特色晚托课时"] * 18
    assert any("放假、停课：10.1–10.7 国庆节" in str(r[0].value) for r in sheet.iter_rows())


def test_a_day_on_which_nothing_is_on_has_no_column_and_is_named() -> None:
    school = autumn()
    meet = changed(school.calendar.no_service[0], periods=(), grades=())
    calendar = changed(school.calendar, no_service=(meet,))
    sheet = page(hours_workbook(headed(changed(school, calendar=calendar)), OCTOBER))
    assert not any("10.30" in name for name in heads(sheet))
    assert any("10.1–10.7 国庆节；10.30 运动会" in str(r[0].value) for r in sheet.iter_rows())


def test_october_by_hand() -> None:
    """王1: homework Mon 3 and Wed 4, free activity Fri 4 less the sports meet = 10; 大合唱 Tue 3.
    李4: 数学 Tue 3 and Fri 4; 科学 Thu 4 × 2 periods and 大合唱 Tue 3. 冯老师: 足球 Mon 3 and Wed 4."""
    found = ends(page(hours_workbook(headed(), OCTOBER)))
    shown = {who: (r["普通晚托课时合计"], r["特色晚托课时合计"], r["合计课时"]) for who, r in found.items()}
    assert shown["王1"] == (10, 3, 13)
    assert shown["李4"] == (7, 11, 18)
    assert shown["冯老师"] == (0, 7, 7)
    assert not {"孙教练", "孙教练（外聘）", "周校长"} & set(shown)  # settled elsewhere; on patrol only
    assert found["王1"]["合计费用（元）"] in (None, "")
    patrols = ends(page(hours_workbook(headed(), OCTOBER), "巡查统计"))
    assert patrols["周校长"]["合计次数"] == 4 * 3  # two periods on Monday and on Tuesday
    assert patrols["郑主任"]["合计次数"] == 4 + 2 * 4  # Thu 1; Fri 1 and 2, of which one grade needs the last


def test_a_make_up_day_is_where_it_was() -> None:
    sheet = page(hours_workbook(headed(), OCTOBER))
    column = heads(sheet).index("10.10\n周六\n按周三")
    assert rows(sheet)["王1"][column : column + 2] == [1, None]
    assert rows(sheet)["李1"][column : column + 2] == [None, 1]


def test_fees_follow_from_the_rates_and_are_left_blank_while_one_lacks() -> None:
    paid = ends(page(hours_workbook(headed(), OCTOBER, HoursSettings(plain_rate=30, club_rate=45.5))))
    assert paid["王1"]["合计费用（元）"] == 10 * 30 + 3 * 45.5
    half = ends(page(hours_workbook(headed(), OCTOBER, HoursSettings(plain_rate=30))))
    assert half["王1"]["合计费用（元）"] in (None, "")


def test_formulas_say_what_their_values_say() -> None:
    """Every SUM is reckoned again from the values of the cells that it names."""
    content = hours_workbook(headed(), OCTOBER, HoursSettings(plain_rate=30, club_rate=40))
    for name in ("课时统计", "巡查统计"):
        values, formulas = page(content, name), page(content, name, formulas=True)
        sums = 0
        for row in formulas.iter_rows():
            for c in row:
                if isinstance(c.value, str) and c.value.startswith("=SUM("):
                    sums += 1
                    assert values[c.coordinate].value == added(values, c.value[5:-1]), c.coordinate
                assert not (isinstance(c.value, str) and c.value.startswith("=") and c.data_type != "f")
        assert sums > 10


def added(sheet: Any, parts: str) -> float:
    total = 0.0
    for part in parts.split(","):
        area = sheet[part] if ":" in part else ((sheet[part],),)
        total += sum(c.value for row in area for c in row if isinstance(c.value, int | float))
    return total


def with_substitute(planned: DatedTimetable) -> DatedTimetable:
    """冯老师 comes for 王1 on Monday 10-12; on Tuesday 10-13 there is no 大合唱."""
    day = OCTOBER.first.replace(day=12)
    sessions = []
    for d in planned.sessions:
        if d.day == day and d.session.slot == MON_1 and d.session.school_class == "一1":
            d = changed(d, session=changed(d.session, duties=(duty("冯老师", Role.TUTOR),)))
        if d.day == day.replace(day=13) and d.session.slot == TUE_2 and d.session.club == "大合唱":
            continue
        sessions.append(d)
    return changed(planned, sessions=tuple(sessions))


def test_planned_held_and_substituted_side_by_side() -> None:
    planned = headed().dated
    head = headed(actual=with_substitute(planned))
    found = ends(page(hours_workbook(head, OCTOBER)))
    figures = {who: (r["计划"], r["合计课时"], r["其中代课"]) for who, r in found.items()}
    assert figures["王1"] == (13, 11, 0)  # one for 冯老师, one that was cancelled
    assert figures["冯老师"] == (7, 8, 1)
    assert figures["李4"] == (18, 17, 0)
    assert figures["王3"][0] == figures["王3"][1]
    (came,) = (s for s in services(head, OCTOBER) if s.substituted)
    assert (came.person, came.instead_of) == ("冯老师", ("王1",))
    details = page(hours_workbook(head, OCTOBER), "明细")
    (row,) = ([c.value for c in r] for r in details.iter_rows() if r[12].value == "代 王1")
    assert row[0] == "2026-10-12"
    assert row[5:9] == ["冯老师", "辅导", "作业辅导", "一(1) 语文"]


def test_what_is_moved_or_exchanged_is_no_substitution() -> None:
    """王1's homework of Monday 10-12 is held on Tuesday 10-13; 王2 and 李1 exchange theirs of 10-12 and 10-13."""
    day = OCTOBER.first.replace(day=12)
    sessions = []
    for d in headed().dated.sessions:
        s = d.session
        if (d.day, s.slot, s.school_class) == (day, MON_1, "一1"):
            d = changed(d, day=day.replace(day=13), session=changed(s, slot=TUE_1))
        elif (d.day, s.slot, s.school_class) == (day, MON_1, "一2"):
            d = changed(d, session=changed(s, duties=(duty("李1", Role.TUTOR),)))
        elif (d.day, s.slot, s.school_class) == (day.replace(day=13), TUE_1, "一1"):
            d = changed(d, session=changed(s, duties=(duty("王2", Role.TUTOR),)))
        sessions.append(d)
    head = headed(actual=changed(headed().dated, sessions=tuple(sessions)))
    found = ends(page(hours_workbook(head, OCTOBER)))
    for who in ("王1", "王2", "李1"):
        assert found[who]["计划"] == found[who]["合计课时"]
        assert found[who]["其中代课"] == 0
    remarks = {r[12].value for r in page(hours_workbook(head, OCTOBER), "明细").iter_rows()}
    assert {"调自 10.12周一", "与 王2 对调", "与 李1 对调"} <= remarks


def test_every_held_session_is_in_the_details() -> None:
    head = headed()
    details = page(hours_workbook(head, OCTOBER), "明细")
    held = sum(r[11].value == 1 for r in details.iter_rows())
    parts = sum(len(set(d.session.people())) for d in head.dated.sessions if OCTOBER.includes(d.day))
    assert held == parts


def test_own_names_of_the_columns_and_a_doubt_on_every_sheet() -> None:
    doubt = headed(warning=Text("！违反硬性规则", "! broken"))
    content = hours_workbook(doubt, OCTOBER, HoursSettings(plain="看护课时", club="社团课时"))
    assert "看护课时" in [c.value for c in page(content)[5]]
    for sheet in load_workbook(BytesIO(content)):
        assert sheet.oddHeader is not None
        assert "违反硬性规则" in str(sheet.oddHeader.center.text)
        assert any("违反硬性规则" in str(r[0].value) for r in sheet.iter_rows(max_row=4))


def test_a_month_without_service_is_a_sheet_all_the_same() -> None:
    assert rows(page(hours_workbook(headed(), month_of(2027, 2)))) == {}
    english = hours_workbook(changed_language(), OCTOBER)
    assert "Hours of the after-school service" in str(load_workbook(BytesIO(english)).worksheets[0]["A1"].value)


def changed_language() -> Any:
    from dataclasses import replace

    head = headed(autumn())
    return replace(head, head=replace(head.head, language="en"))


def test_figures_are_shown_as_they_are() -> None:
    """A format such as 0.## would show 17 as “17.”."""
    for sheet in load_workbook(BytesIO(hours_workbook(headed(), OCTOBER, HoursSettings(plain_rate=30)))):
        assert {c.number_format for row in sheet.iter_rows() for c in row} == {"General"}
