"""What happened: who is away, which room is shut, who has no service, and when."""

from datetime import UTC, date, datetime

import streamlit as st

from exchange.quick_term_changes import leave_of
from exchange.results.names import person_name
from models import Absence, EventDay, Fact, Instructor, InstructorCancels, Problem, RoomShut, Text
from ui.covering.situation import Situation, enter
from ui.language import language, say
from ui.view.opened import Opened

_KINDS = {
    "away": Text("有人不在", "Somebody is away"),
    "room": Text("场地停用", "A room is shut"),
    "event": Text("临时停课", "No service"),
}


def entering(now: Situation) -> None:
    """Draw the boxes; a click enters the fact, without saving it."""
    shown, problem = now.shown, now.problem
    kind = st.segmented_control(
        say(Text("什么情况", "What happened")),
        list(_KINDS),
        default="away",
        format_func={k: say(text) for k, text in _KINDS.items()}.__getitem__,
        key="cover-kind",
        label_visibility="collapsed",
    )
    whom, first, last, periods = st.columns([3, 2, 2, 2])
    with whom:
        chosen = _whom(problem, kind or "away")
    begin = first_day(now)
    low, high = min(now.base.on), max(now.base.on)  # the dates on which this timetable is in force
    start = first.date_input(say(Text("从", "From")), begin, low, high, key="cover-first")
    assert isinstance(start, date)
    end = last.date_input(say(Text("到", "To")), start, start, high, key=f"cover-last-{start}")
    assert isinstance(end, date)
    names = {p.number: say(Text(f"第{p.number}节", f"Period {p.number}")) for p in problem.week.periods}
    numbers = periods.multiselect(
        say(Text("节次", "Periods")),
        list(names),
        format_func=names.__getitem__,
        placeholder=say(Text("全天", "All day")),
        key="cover-periods",
    )
    reason, button = st.columns([7, 2], vertical_alignment="bottom")
    why = reason.text_input(say(Text("事由（会写进通知）", "Why (stands in the notices)")), key="cover-why",
                            placeholder=say(Text("如 病假、外出培训、漏水", "such as sick leave")))  # fmt: skip
    if button.button(say(Text("看缺口", "Show the gaps")), type="primary", key="cover-enter", width="stretch"):
        _enter(shown, kind or "away", chosen, start, end, tuple(numbers), why.strip())
        st.rerun()


def first_day(now: Situation) -> date:
    """Today, if it has service; else the next date that has, else the first of the term."""
    today = date.today()  # noqa: DTZ011  the school's own clock
    days = sorted(now.base.on)
    return next((d for d in days if d >= today), days[0]) if days and today <= days[-1] else days[0]


def _whom(problem: Problem, kind: str) -> list[str]:
    if kind == "event":
        titles = {c.id: c.title for c in problem.classes}
        return st.multiselect(
            say(Text("哪些班", "Which classes")), list(titles), format_func=titles.__getitem__, key="cover-classes",
            placeholder=say(Text("全校", "All")),
        )  # fmt: skip
    if kind == "room":
        rooms = [r.id for r in problem.rooms]
        return [st.selectbox(say(Text("哪处场地", "Which room")), rooms, key="cover-room") or rooms[0]]
    names = {p.id: person_name(problem, p.id, language()) for p in problem.people}
    return [st.selectbox(say(Text("谁", "Who")), list(names), format_func=names.__getitem__, key="cover-person") or ""]


def _enter(
    shown: Opened, kind: str, chosen: list[str], first: date, last: date, periods: tuple[int, ...], why: str
) -> None:
    fields = {
        "id": "draft",
        "who": shown.now.who,
        "when": datetime.now(UTC),
        "why": why,
        "first": first,
        "last": last,
        "periods": periods,
    }
    fact: Fact
    if kind == "event":
        fact = EventDay.model_validate(fields | {"classes": chosen})
    elif kind == "room":
        fact = RoomShut.model_validate(fields | {"room": chosen[0]})
    elif isinstance(shown.problem.person_by_id[chosen[0]], Instructor):
        fact = InstructorCancels.model_validate(fields | {"person": chosen[0]})
    else:
        fact = Absence.model_validate(fields | {"person": chosen[0], "leave": leave_of(why)})
    enter(shown, fact)
