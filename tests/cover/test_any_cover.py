"""Whatever goes wrong on the dates of a term: the cover closes gaps, breaks nothing, and uses nobody who is away."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models import Absence, Instructor, InstructorCancels, RoomShut, replayed
from scheduler.cover import Standing, best_cover, best_rooms, cover_violations, measures_of
from tests.cover.terms import MON, WHEN, log_of, tiny_term

PROBLEM, TERM = tiny_term()
_WHOM = st.sampled_from([p.id for p in PROBLEM.people])
_DAY = st.integers(0, 11).map(lambda n: MON + timedelta(days=n))
_PERIODS = st.sampled_from([(), (), (1,), (2,)])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(_WHOM, _DAY, st.integers(0, 3), _PERIODS), min_size=1, max_size=4),
       st.lists(st.tuples(st.sampled_from([r.id for r in PROBLEM.rooms]), _DAY), max_size=2))  # fmt: skip
def test_any_cover_is_clean(
    away: list[tuple[str, object, int, tuple[int, ...]]], rooms: list[tuple[str, object]]
) -> None:
    facts: list[object] = []
    for person, first, days, periods in away:
        kind = InstructorCancels if isinstance(PROBLEM.person_by_id[person], Instructor) else Absence
        facts.append(kind(id=str(len(facts) + 1), who="沈", when=WHEN, person=person, first=first,
                          last=first + timedelta(days=days), periods=periods))  # type: ignore[operator]  # fmt: skip
    for room, day in rooms:
        facts.append(RoomShut(id=str(len(facts) + 1), who="沈", when=WHEN, room=room, first=day, last=day))
    standing = Standing(PROBLEM, TERM, log_of(TERM, *facts))
    people, places = best_cover(standing), best_rooms(standing)
    assert len(people.covered) + len(people.unfilled) == len(standing.gaps)
    assert len(places.covered) + len(places.unfilled) == len(standing.room_gaps)
    log = standing.log.with_changes(*measures_of(standing.log, people, places, who="沈", when=WHEN))
    found = replayed(TERM, log)
    assert found.conflicts == ()
    assert len(found.gaps) == len(people.unfilled) + len(places.unfilled)  # nothing else is open, nothing twice
    for covered in people.covered:
        assert standing.away(covered.by.person or "", covered.gap.day, covered.gap.session.slot.period) is None
    left_alone = {(u.gap.day, u.gap.session.slot.period) for u in people.unfilled}
    for violation in cover_violations(PROBLEM, TERM, log):
        # Where nobody could be found there may be nobody beside an instructor, or on patrol: nothing else is broken.
        assert violation.rule in ("accompanied", "patrol")
        assert left_alone
