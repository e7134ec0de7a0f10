"""Whatever goes wrong on the dates of a term: every other way that is proposed can be taken, and breaks nothing."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models import Absence, Cancelled, Day, Instructor, InstructorCancels, MakeUpDay, RoomShut, TermLog, replayed
from scheduler.cover import Standing, cover_violations, other_ways
from scheduler.term import dated
from tests.builders import changed, tiny_school
from tests.cover.terms import MON, WHEN
from tests.timetables import tiny_timetable

_SCHOOL = tiny_school()
_CALENDAR = changed(
    _SCHOOL.calendar, make_up_days=(MakeUpDay(day=MON + timedelta(days=5), runs_as=Day.FRI, week=2, name="补课"),)
)
BY_CYCLE = {cycle: changed(_SCHOOL, week=changed(_SCHOOL.week, cycle=cycle), calendar=_CALENDAR) for cycle in (1, 2)}
TERMS = {cycle: dated(problem, tiny_timetable(problem)) for cycle, problem in BY_CYCLE.items()}


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from([1, 2]),
    st.sampled_from([p.id for p in _SCHOOL.people]),
    st.sampled_from([r.id for r in _SCHOOL.rooms]),
    st.integers(0, 6).map(lambda n: MON + timedelta(days=n)),
    st.booleans(),
)
def test_any_way_is_clean(cycle: int, person: str, room: str, day: object, away: bool) -> None:
    problem, term = BY_CYCLE[cycle], TERMS[cycle]
    noted = {"id": "1", "who": "沈", "when": WHEN, "first": day, "last": day}
    kind = InstructorCancels if isinstance(problem.person_by_id[person], Instructor) else Absence
    fact = kind(**noted, person=person) if away else RoomShut(**noted, room=room)
    standing = Standing(problem, term, TermLog.of(term).with_changes(fact))
    usual = set(cover_violations(problem, term, standing.log))
    for gap in (*standing.gaps, *standing.room_gaps)[:2]:
        for way in other_ways(standing, gap, who="沈", when=WHEN):
            log = standing.log.with_changes(way.measure)
            found = replayed(term, log)
            assert found.conflicts == ()
            assert gap not in found.gaps  # that one is closed
            assert set(cover_violations(problem, term, log)) <= usual
            assert way.told
            lost = len(term.sessions) - len(found.timetable.sessions)
            assert lost == (isinstance(way.measure, Cancelled) or getattr(way.measure, "instead", None) is not None)
            assert TermLog.model_validate_json(log.model_dump_json()) == log
