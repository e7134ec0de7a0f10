"""Solving end to end: proved, timed out, stopped, impossible; alone and with the companion."""

from threading import Event

import pytest

from models import CrossClassClub, Outcome, Problem, Room, SchoolClass, Slot, Status
from scheduler import solve as solve_module
from scheduler.audit import audit
from scheduler.progress import Progress, SolveOptions
from scheduler.solve import WrongTimetableError, solve
from tests.builders import changed, tiny_school

ALONE = SolveOptions(seconds=60, workers=1)


def _solved(problem: Problem, options: SolveOptions = ALONE) -> Outcome:
    outcome = solve(problem, options)
    assert outcome.timetable is not None
    assert outcome.verdict == audit(problem, outcome.timetable)
    return outcome


def test_the_tiny_school_is_proved_best() -> None:
    """14 is the fees and visits of the only instructor (see tests.timetables): nothing can cost less."""
    outcome = _solved(tiny_school())
    assert (outcome.status, outcome.objective, outcome.bound, outcome.gap) == (Status.OPTIMAL, 14, 14, 0.0)
    assert outcome.first_seconds is not None


def test_with_the_companion_the_cost_is_the_same() -> None:
    assert _solved(tiny_school(), SolveOptions(seconds=60, workers=4)).objective == 14


def test_one_worker_gives_the_same_timetable_again() -> None:
    first, second = _solved(tiny_school()), _solved(tiny_school())
    assert first.timetable == second.timetable


def test_running_out_of_time_is_not_called_impossible() -> None:
    outcome = solve(tiny_school(), SolveOptions(seconds=0.0, workers=1))
    assert outcome.status is Status.OUT_OF_TIME
    assert outcome.timetable is None


def test_a_stop_before_the_start_ends_at_once() -> None:
    stop = Event()
    stop.set()
    outcome = solve(tiny_school(), SolveOptions(seconds=600, workers=4), stop=stop)
    assert outcome.status in (Status.OUT_OF_TIME, Status.OPTIMAL, Status.FEASIBLE)


def test_a_stop_keeps_the_best_so_far() -> None:
    """A school too large to be proved in the moment between its first timetable and the stop."""
    stop = Event()
    seen: list[Progress] = []

    def watch(progress: Progress) -> None:
        seen.append(progress)
        if progress.objective is not None:
            stop.set()

    outcome = solve(_larger_school(), SolveOptions(seconds=600, workers=1), watch, stop)
    assert outcome.timetable is not None
    assert outcome.objective is not None
    assert outcome.objective <= next(p.objective for p in seen if p.objective is not None)


def test_counted_impossible_says_what_is_short() -> None:
    problem = tiny_school(rooms=tuple(r for r in tiny_school().rooms if "音乐" not in r.features))
    outcome = solve(problem, ALONE)
    assert outcome.status is Status.IMPOSSIBLE
    assert outcome.shortages


def test_rooms_that_suffice_by_count_but_not_for_clubs_that_stay_put() -> None:
    """Three clubs, two rooms: Mon+Tue, Tue+Wed, Mon+Wed. Two groups in every slot, so the rooms suffice by count; but
    each club meets each other one, so three rooms are needed if all keep their room. Told apart, it is proved."""
    assert solve(_three_clubs(rooms=2), ALONE).status is Status.IMPOSSIBLE
    assert _solved(_three_clubs(rooms=3)).status is Status.OPTIMAL


def test_a_disagreeing_audit_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the audit finds less than the proved bound, one of both is wrong."""

    def cheaper(problem: Problem, timetable: object) -> object:
        return audit(problem, timetable).model_copy(update={"cost": 0})  # type: ignore[arg-type]

    monkeypatch.setattr(solve_module, "audit", cheaper)
    with pytest.raises(WrongTimetableError):
        solve(tiny_school(), ALONE)


def _three_clubs(rooms: int) -> Problem:
    """The tiny school with walking on three days, in which three clubs meet twice each, in rooms that are alike."""
    base = tiny_school()
    mon, tue, wed = (Slot(day, 2) for day in (1, 2, 3))
    pairs = {"棋艺": (mon, tue), "舞蹈": (tue, wed), "书法": (mon, wed)}
    clubs = tuple(
        CrossClassClub(
            id=name, name=name, grades=("一年级", "二年级"), meetings=2, fixed_slots=slots, features=("专用",), most=40
        )
        for name, slots in pairs.items()
    )
    special = tuple(Room(id=f"专用{n}", features=("专用",), capacity=60) for n in range(1, rooms + 1))
    bands = tuple(changed(b, walking_least=3, walking_most=3, fixed_slots=()) for b in base.bands)
    return changed(base, clubs=clubs, rooms=(*base.rooms, *special), bands=bands, pins=())


def _larger_school() -> Problem:
    """Sixteen classes of a grade with as many teachers as need be."""
    base = tiny_school()
    classes = [
        SchoolClass(id=f"一{n}", grade="一年级", pupils=30, home_room=f"教室{n}", class_teacher=f"班{n}", teachers={})
        for n in range(1, 17)
    ]
    teachers = [changed(base.teachers[0], id=f"班{n}", name=f"班{n}", subjects=("语文", "数学")) for n in range(1, 25)]
    leaders = [changed(t, leader=True, skills=()) for t in base.teachers if t.leader]
    rooms = [Room(id=f"教室{n}", capacity=40) for n in range(1, 17)]
    return changed(
        base,
        grades=base.grades[:1],
        classes=tuple(classes),
        teachers=(*teachers, *leaders),
        instructors=(),
        rooms=tuple(rooms),
        clubs=(),
        bands=(),
        pins=(),
        homework=tuple(changed(q, grades=("一年级",), classes=()) for q in base.homework),
    )
