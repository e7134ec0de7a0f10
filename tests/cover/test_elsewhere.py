"""The audit of sessions that are held elsewhere or at another time, and what a log cannot do; nobody proposes these."""

from datetime import date
from typing import Any

from models import (
    Cancelled,
    EventDay,
    Moved,
    SessionRef,
    TermLog,
    actual,
    replayed,
)
from scheduler.cover import cover_violations
from tests.builders import FRI_2, MON_1, MON_2, WED_1, changed, tiny_school
from tests.cover.terms import FRI, MON, TUE, WED, WHEN, ill, log_of, tiny_term

PROBLEM, TERM = tiny_term()
NEXT_FRI = date(2027, 3, 12)


def test_the_audit_knows_of_itself_where_a_session_cannot_be() -> None:
    """Moves that nobody proposes: on a Sunday, at the time of the class's clubs, in its homework, after an event."""
    session = SessionRef(slot=MON_1, kind="homework", school_class="一1", subject="语文")
    noted: dict[str, Any] = {"who": "沈", "when": WHEN, "day": MON, "session": session}

    def rules(log: TermLog) -> set[str]:
        return {v.rule for v in cover_violations(PROBLEM, TERM, log)}

    sunday = Moved(id="1", **noted, to_day=date(2027, 3, 7), to_slot=MON_1)
    assert "no_service" in rules(log_of(TERM, sunday))
    assert "no_service" in rules(
        log_of(TERM, Moved(id="1", **noted, to_day=TUE, to_slot=MON_1))
    )  # Tuesday runs as such
    clubs = Moved(id="1", **noted, to_day=MON, to_slot=MON_2)
    assert "class_covered" in rules(log_of(TERM, clubs))
    late = Moved(id="1", **noted, to_day=FRI, to_slot=FRI_2,
                 instead=SessionRef(slot=FRI_2, kind="class_activity", school_class="一1"))  # fmt: skip
    assert rules(log_of(TERM, late)) == set()
    event = EventDay(id="2", who="沈", when=WHEN, first=FRI, last=FRI, classes=("一2",))
    assert rules(log_of(TERM, late, event)) == set()
    assert "no_service" in rules(log_of(TERM, changed(event, classes=("一1",)), changed(late, id="3", instead=None)))
    ball = SessionRef(slot=MON_2, kind="cross_class", club="足球")
    twice = Moved(id="1", who="沈", when=WHEN, day=MON, session=ball, to_day=WED, to_slot=WED_1)
    assert {"club_meetings", "class_covered"} <= rules(log_of(TERM, twice))


def test_a_move_that_cannot_be_done_is_a_named_conflict() -> None:
    session = SessionRef(slot=MON_1, kind="homework", school_class="一1", subject="语文")
    noted: dict[str, Any] = {"who": "沈", "when": WHEN, "day": MON, "session": session}
    off = Cancelled(id="1", **noted)
    found = replayed(TERM, log_of(TERM, off, Moved(id="2", **noted, to_day=FRI, to_slot=FRI_2)))
    assert [c.text.zh for c in found.conflicts] == ["变更2没有生效：3月1日已经没有这次活动了。请撤销其中一条。"]
    again = Moved(id="1", **noted, to_day=date(2027, 3, 8), to_slot=MON_1)  # where the next Monday's 语文 is
    assert "那一节已经有它的活动" in replayed(TERM, log_of(TERM, again)).conflicts[0].text.zh


def test_clock_times_stay_with_their_dates() -> None:
    """What is held as planned keeps its clock time in the actual timetable."""
    usual = tiny_school().week
    timed = [changed(p, start=f"1{5 + p.number}:00", end=f"1{5 + p.number}:40") for p in usual.periods]
    _, term = tiny_term(tiny_school(week=changed(usual, periods=tuple(timed))))
    found = actual(term, log_of(term, ill("王1", MON)))
    assert {(d.session.slot.period, str(d.start), str(d.end)) for d in found.sessions} == {
        (1, "16:00:00", "16:40:00"), (2, "17:00:00", "17:40:00"),
    }  # fmt: skip
    assert len(found.sessions) == len(term.sessions)
