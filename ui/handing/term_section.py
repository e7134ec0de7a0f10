"""The section of 发放 for dates: month, week and rates are chosen, then the files; else what to fill in first."""

from collections.abc import Callable
from datetime import date, datetime

import streamlit as st

from exchange.dated import DatedHead, DatedKind, HoursSettings, months, span_title, week_of, weeks
from models import Span, Text
from ui import marks
from ui.handing.dated_files import FOR_READERS, Times, for_the_term
from ui.handing.editions import editions
from ui.handing.files import Handout
from ui.language import say
from ui.view.opened import Opened

_NO_DATES = Text(
    "“数据”里填好学期的第一天和最后一天（学校）和校历，这里就有按日期的日历、每周班级单、课时统计和结算单，考勤表、巡课记录表也印好日期。",
    "Once the data say when the term begins and ends, calendars, sheets of a week, hours and settlements are here, and "
    "attendance forms and patrol records have their dates.",
)


def term_section(shown: Opened, head: DatedHead | None, offer: Callable[[tuple[Handout, ...]], None]) -> None:
    """Draw it; `offer` draws the files. No `head` where the term has no dates, or nothing is on."""
    marks.section(Text("按学期日期的", "For the dates of the term"))
    if head is None:
        marks.notice(_NO_DATES, "plain")
        return
    now = datetime.now().astimezone()
    edits = shown.now.edits
    times = _times(head, now.date(), paying=edits)
    kinds = tuple(DatedKind) if edits else FOR_READERS
    offer(for_the_term(head, times, lambda: editions(shown, now), kinds))


def _times(head: DatedHead, today: date, *, paying: bool) -> Times:
    """What is chosen; at first the month and the week of today."""
    spans, numbers = months(head.held), weeks(head)
    month = next((s for s in spans if s.last >= today), spans[-1])
    left, right, *rates = st.columns([2, 2, 2, 2, 2], vertical_alignment="bottom")
    with left:
        chosen: Span = st.selectbox(
            say(Text("月份（考勤、课时、结算）", "Month (attendance, hours, settlement)")),
            spans,
            index=spans.index(month),
            format_func=lambda span: span_title(span, head.language),
            key="handouts-month",
        )
    with right:
        week: int = st.selectbox(
            say(Text("第几周（班级单、巡课记录）", "Week (class sheets, patrol records)")),
            numbers,
            index=numbers.index(week_of(head.dated, today) or numbers[0]),
            format_func=lambda number: _week_title(head, number),
            key="handouts-week",
        )
    if not paying:
        return Times(chosen, week, HoursSettings())
    labels = (
        Text("普通每课时（元）", "Homework, class: yuan"),
        Text("特色每课时（元）", "Clubs: yuan"),
        Text("巡查每次（元）", "Patrol: yuan"),
    )
    paid: list[float | None] = []
    for column, label in zip(rates, labels, strict=True):
        with column:
            unset = say(Text("未定，费用留空", "not set: fees stay blank"))
            paid.append(
                st.number_input(say(label), min_value=0.0, value=None, placeholder=unset, key=f"handouts-{label.en}")
            )
    plain, club = _names()
    return Times(chosen, week, HoursSettings(plain, club, paid[0], paid[1], paid[2]))


def _names() -> tuple[str, str]:
    """How the school calls the two columns of a day; empty for the usual names."""
    with st.popover(say(Text("课时统计的栏目名称…", "Names of the columns of the hours…"))):
        plain = st.text_input(
            say(Text("作业辅导、班级活动", "Homework and class activities")),
            placeholder=say(Text("普通晚托课时", "homework, class")),
            key="handouts-plain-name",
        )
        club = st.text_input(
            say(Text("社团", "Clubs")), placeholder=say(Text("特色晚托课时", "clubs")), key="handouts-club-name"
        )
    return plain.strip(), club.strip()


def _week_title(head: DatedHead, number: int) -> str:
    days = [d.day for d in head.held.days if d.number == number]
    lasts = f"{days[0].month}.{days[0].day}–{days[-1].month}.{days[-1].day}"
    return say(Text(f"第{number}周 {lasts}", f"week {number}, {lasts}"))
