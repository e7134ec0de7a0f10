"""手机页: one day of one class or person, to be read standing in a corridor; as published, where it is published."""

from datetime import date
from pathlib import Path

import streamlit as st

from exchange.dated import DatedHead
from exchange.results.names import class_heading, day_title, person_name
from exchange.results.overview import alike
from exchange.results.view import days
from models import Problem, Text
from ui.day_list.dates import date_board, date_heading, date_notes, dates_of, lost_notes, nearest, stops
from ui.day_list.items import class_day, day_changes, heading, person_day
from ui.desk import also_in_address
from ui.handing.dates import term_head
from ui.language import language, say
from ui.view.choice import View, What
from ui.view.heading import name_of
from ui.view.opened import Opened, opened
from ui.view.picture import drawn
from ui.week.markup import tag

_WHO, _DAY, _WEEK, _DATE = "phone-who", "phone-day", "phone-week", "phone-date"
_SHEET = Path(__file__).parent / "day_list" / "day.css"


def page() -> None:
    """The screen. Its address names class or person and day, so that it can be kept as a bookmark."""
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    shown = in_force(opened())
    problem, board = shown.problem, shown.board
    offered = _offered(problem)
    _begin(shown, list(offered))
    who = st.selectbox(
        say(Text("谁的课表", "Whose")),
        list(offered),
        format_func=offered.__getitem__,
        key=_WHO,
        label_visibility="collapsed",
    )
    head = None if _weekly() else term_head(shown)
    if head is not None and head.held.days:
        _date(shown, head, who, offered[who])
        return
    day = _day(shown)
    week = _week(shown)
    also_in_address({"who": who, "day": str(day)})
    what, _, which = who.partition("/")
    st.html(heading(board, offered[who], day, week))
    view = View(What.CLASS if what == "class" else What.TEACHER, which)
    sessions = [s for s in drawn(board, view) if s.slot.day == day and s.slot.week == week]
    changes = day_changes(board, sessions)
    if changes is not None:
        st.html(changes)
    st.html(class_day(board, which, day, week) if what == "class" else person_day(board, which, day, week))
    _foot(shown)


def _foot(shown: Opened, *more: str) -> None:
    mark = say(Text("指纹 ", "fingerprint ")) + shown.saved.fingerprint
    st.html(tag("p", " · ".join((say(name_of(shown.saved)), mark, *more)), class_="k-day-foot"))


def _weekly() -> bool:
    """Whether the address asks for the usual week: a bookmark of a weekday keeps its meaning."""
    return "day" in st.query_params and "date" not in st.query_params


def _date(shown: Opened, head: DatedHead, who: str, name: str) -> None:
    """A date of the term: what runs then, what has changed first, what is not on and why."""
    day = _chosen_date(head)
    also_in_address({"who": who, "date": day.isoformat()})
    what, _, which = who.partition("/")
    st.html(date_heading(head, day, name))
    class_id = which if what == "class" else None
    found = date_board(head, day, class_id, None if class_id else which)
    if found is not None:
        view = View(What.CLASS if class_id else What.TEACHER, which)
        mine = [*drawn(found.board, view), *found.left]
        for changes in (day_changes(found.board, mine), lost_notes(found)):
            if changes is not None:
                st.html(changes)
    notes = date_notes(head, day)
    if notes is not None:
        st.html(notes)
    if found is not None and head.held.on.get(day):
        weekday = day.isoweekday()
        if class_id is None:
            st.html(person_day(found.board, which, weekday, 1))
        else:
            st.html(class_day(found.board, which, weekday, 1, stops(head, found, which)))
    _foot(shown, say(Text("校历 ", "calendar ")) + head.dated.calendar_mark)


def _chosen_date(head: DatedHead) -> date:
    """From the list of dates; at first what the address says, else today or the next day of the term."""
    today = date.today()  # noqa: DTZ011  the school's own clock
    days = dates_of(head, today)
    if st.session_state.get(_DATE) not in days:
        asked = st.query_params.get("date", "")
        st.session_state[_DATE] = next((d for d in days if d.isoformat() == asked), nearest(days, today))
    return st.selectbox(
        say(Text("日期", "Date")),
        days,
        format_func=lambda day: _date_title(day, today),
        key=_DATE,
        label_visibility="collapsed",
    )


def _date_title(day: date, today: date) -> str:
    title = f"{day_title(day.isoweekday(), language())} {day:%Y-%m-%d}"
    return say(Text("今天 · ", "today · ")) + title if day == today else title


def in_force(shown: Opened) -> Opened:
    """The published timetable instead of a draft, where there is one: a corridor is no place for drafts."""
    return shown if shown.published is None else shown.of(shown.published)


def _offered(problem: Problem) -> dict[str, str]:
    classes = {f"class/{c.id}": class_heading(problem, c.id, language()) for c in problem.classes}
    return classes | {f"person/{p.id}": person_name(problem, p.id, language()) for p in problem.people}


def _begin(shown: Opened, offered: list[str]) -> None:
    """What the address says, else the first class and today (or the first day of service)."""
    on = [int(d) for d in days(shown.problem, shown.timetable)]
    if st.session_state.get(_WHO) not in offered:
        asked = st.query_params.get("who", "")
        st.session_state[_WHO] = asked if asked in offered else offered[0]
    if st.session_state.get(_DAY) not in on:
        asked_day = st.query_params.get("day", "")
        today = date.today().isoweekday()  # noqa: DTZ011  the school's own clock
        first = today if today in on else on[0]
        st.session_state[_DAY] = int(asked_day) if asked_day.isdecimal() and int(asked_day) in on else first


def _day(shown: Opened) -> int:
    on = [int(d) for d in days(shown.problem, shown.timetable)]
    before = st.session_state[_DAY]
    label = say(Text("星期", "Day"))
    chosen = st.segmented_control(
        label,
        on,
        format_func={d: day_title(d, language()) for d in on}.__getitem__,
        key=_DAY,
        label_visibility="collapsed",
        width="stretch",
    )
    return before if chosen is None else chosen


def _week(shown: Opened) -> int:
    if shown.problem.week.cycle == 1 or alike(shown.timetable):
        return 1
    names = {1: say(Text("单周", "Odd weeks")), 2: say(Text("双周", "Even weeks"))}
    label = say(Text("哪一周", "Week"))
    return (
        st.segmented_control(
            label, list(names), default=1, format_func=names.__getitem__, key=_WEEK, label_visibility="collapsed"
        )
        or 1
    )
