"""Whatever the timetable's own checks let pass, the audit judges: no crash, and a whole sentence each time."""

from random import Random
from typing import Any

import pytest

from models import Duty, Problem, Session, Slot, Timetable
from models.timetable_checks import timetable_issues
from scheduler.audit import audit
from tests.builders import CLASSES, changed, tiny_school
from tests.timetables import replaced, tiny_timetable

SCHOOL = tiny_school(week=changed(tiny_school().week, cycle=2))


def shuffled(problem: Problem, seed: int) -> Timetable:
    """A fifth of the sessions at other times, with other people, rooms and pupils; kinds and clubs stay."""
    rng, timetable = Random(seed), tiny_timetable(problem)
    people, rooms = [p.id for p in problem.people], [r.id for r in problem.rooms]
    for session in rng.sample(timetable.sessions, len(timetable.sessions) // 5):
        timetable = replaced(timetable, session, **_other(rng, session, people, rooms))
    return timetable


def _other(rng: Random, session: Session, people: list[str], rooms: list[str]) -> dict[str, Any]:
    duties = tuple(
        Duty(person=rng.choice(people), role=d.role) for d in session.duties for _ in range(rng.randint(0, 2))
    )
    fields: dict[str, Any] = {
        "slot": Slot(rng.randint(1, 7), rng.randint(1, 2), rng.randint(1, 2)),
        "duties": duties,
        "room": None if session.kind == "patrol" else rng.choice([*rooms, None]),
        "pupils": {c: rng.randint(0, 30) for c in CLASSES if c == session.school_class},
    }
    if session.school_class is None and session.club is not None:
        fields["pupils"] = {c: rng.randint(0, 30) for c in rng.sample(CLASSES, rng.randint(0, 4))}
    return fields


@pytest.mark.parametrize("seed", range(12))
def test_shuffled_timetable(seed: int) -> None:
    timetable = shuffled(SCHOOL, seed)
    assert timetable_issues(SCHOOL, timetable) == ()
    verdict = audit(SCHOOL, timetable)
    assert not verdict.clean
    for violation in (*verdict.broken, *verdict.unmet):
        assert violation.text.zh.endswith("。")
        assert violation.text.en.endswith(".")
        assert "None" not in violation.text.zh + violation.text.en
