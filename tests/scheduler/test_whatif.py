"""A what-if stays near its base: the fewest people are told, as a plain model of every decision proves."""

from random import Random

import pytest
from ortools.sat.python import cp_model

from models import Problem, Role, Status, Strength, Timetable
from scheduler.audit import audit
from scheduler.decode import decode
from scheduler.model import build
from scheduler.open_scope import OpenScope
from scheduler.progress import Progress, SolveOptions, Stop
from scheduler.rule import Preference
from scheduler.rules import RULES
from scheduler.rules.least_change import LeastChange
from scheduler.scope import LedClub, Scope
from scheduler.told import told
from scheduler.whatif import whatif
from tests.agreement.mild_school import mild_school
from tests.builders import MON_2, changed, tiny_school
from tests.timetables import the, tiny_timetable

ALONE = SolveOptions(seconds=60, workers=1)
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


class _NoBusywork(Scope):
    """Every decision, except duties that nobody asked for."""

    superfluous_duties = False

    def accompanying_most(self, club: LedClub) -> int:
        return OpenScope(self.problem).accompanying_most(club)


def _without(problem: Problem, person: str) -> Problem:
    teachers = tuple(
        changed(t, weekly_most=0, weekly_least=0, target=0) if t.id == person else t for t in problem.teachers
    )
    return changed(problem, teachers=teachers)


def _altered(problem: Problem, base: Timetable, rng: Random) -> Problem:
    """A teacher has left, or is away in two slots; or a room that is used is closed all day."""
    match rng.randrange(3):
        case 0:
            return _without(problem, rng.choice(problem.teachers).id)
        case 1:
            away = (*rng.sample(problem.week.slots, 2),)
            who = rng.choice(problem.teachers).id
            teachers = tuple(changed(t, unavailable=away) if t.id == who else t for t in problem.teachers)
            return changed(problem, teachers=teachers)
        case _:
            room, day = rng.choice([(s.room, s.slot.day) for s in base.sessions if s.room])
            closed = tuple(s for s in problem.week.slots if s.day == day)
            return changed(
                problem, rooms=tuple(changed(r, closed=closed) if r.id == room else r for r in problem.rooms)
            )


def _solved(problem: Problem) -> Timetable | None:
    built = build(problem, rules=[r for r in RULES if not isinstance(r, Preference)])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    possible = solver.solve(built.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return decode(problem, built.x, solver.value) if possible else None


def _fewest(problem: Problem) -> int | None:
    """By one model with every decision by name and the rule alone; None if there is no timetable."""
    must = [r for r in RULES if r.strength_in(problem) is Strength.MUST]
    built = build(problem, rules=must, scope=_NoBusywork(problem))
    built.model.minimize(built.x.sum(LeastChange().amounts(built.model, built.x, problem)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return round(solver.objective_value) if solver.solve(built.model) == cp_model.OPTIMAL else None


def test_fewest_people_of_random_schools() -> None:
    seen = []
    for seed in range(500, 760):
        before = mild_school(seed)
        base = _solved(before)
        if base is None:
            continue
        after = _altered(before, base, Random(seed))
        answer = whatif(before, after, base, ALONE)
        fewest = _fewest(changed(after, published=base))
        assert answer.status is (Status.IMPOSSIBLE if fewest is None else Status.OPTIMAL), seed
        assert answer.told == fewest, seed
        if answer.timetable is not None:
            assert answer.told == answer.told_bound == len(told(after, base, answer.timetable))
            assert audit(after, answer.timetable).clean
        seen.append(fewest)
    assert len(set(seen) - {None}) >= 4, "else it would prove little"
    assert sum(fewest is not None for fewest in seen) >= 20


def test_no_change_changes_nothing() -> None:
    # The good timetable breaks no requirement, so it is its own best what-if, down to the pupils of each club.
    answer = whatif(SCHOOL, SCHOOL, GOOD, ALONE)
    assert (answer.status, answer.told, answer.told_bound) == (Status.OPTIMAL, 0, 0)
    assert answer.timetable is not None
    assert answer.comparison is not None
    assert answer.comparison.sessions == ()
    assert [the(answer.timetable, MON_2, club="足球").pupils] == [the(GOOD, MON_2, club="足球").pupils]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_teacher_who_accompanies_has_left(workers: int) -> None:
    # 冯老师 accompanied 足球 on Monday and Wednesday. 李3 and 李4 are free both times: one person takes both, and no
    # class teacher needs to know who accompanies.
    answer = whatif(SCHOOL, _without(SCHOOL, "冯老师"), GOOD, SolveOptions(seconds=60, workers=workers))
    assert (answer.status, answer.told) == (Status.OPTIMAL, 1)
    assert answer.timetable is not None
    assert answer.comparison is not None
    (notice,) = answer.comparison.notices
    beside = the(answer.timetable, MON_2, club="足球").people(Role.ACCOMPANYING)
    assert beside == (notice.person,)
    assert answer.comparison.sessions_changed == 2


def test_the_same_answer_twice_and_the_base_untouched() -> None:
    after, dumped = _without(SCHOOL, "冯老师"), GOOD.model_dump()
    one, other = (whatif(SCHOOL, after, GOOD, ALONE) for _ in range(2))
    assert one.timetable is not None
    assert one.timetable == other.timetable
    assert GOOD.model_dump() == dumped
    assert after.published is None


def test_a_copy_that_remembers_the_old_people() -> None:
    # `model_copy` keeps what was looked up before: a what-if must not see the old teachers in it.
    old = SCHOOL.person_by_id["冯老师"]
    gone = old.model_copy(update={"weekly_most": 0, "target": 0})
    after = SCHOOL.model_copy(update={"teachers": tuple(gone if t is old else t for t in SCHOOL.teachers)})
    assert after.person_by_id["冯老师"] is old
    assert whatif(SCHOOL, after, GOOD, ALONE).told == 1


def test_impossible_with_what_is_short() -> None:
    after = changed(SCHOOL, rooms=tuple(r for r in SCHOOL.rooms if r.id != "科学教室"))
    answer = whatif(SCHOOL, after, GOOD, ALONE)
    assert answer.status is Status.IMPOSSIBLE
    assert (answer.timetable, answer.told, answer.told_bound) == (None, None, None)
    assert answer.shortages


def test_a_club_that_is_no_more() -> None:
    # 李4 led 科学, the other club of Thursday: its 40 pupils have no place then, as 篮球 is full.
    clubs = tuple(c for c in SCHOOL.clubs if c.id != "科学")
    assert whatif(SCHOOL, changed(SCHOOL, clubs=clubs), GOOD, ALONE).status is Status.IMPOSSIBLE
    # With room for all in 篮球 nobody else is told but 李4 and the class teachers, whose pupils were in 科学.
    larger = tuple(changed(c, most=80) if c.id == "篮球" else c for c in clubs)
    school = changed(SCHOOL, clubs=larger, settings=changed(SCHOOL.settings, pupils_per_adult=None))
    answer = whatif(SCHOOL, school, GOOD, ALONE)
    assert answer.comparison is not None
    assert {n.person for n in answer.comparison.notices} == {"王1", "王2", "王3", "王4", "李4"}


def test_forbidden_to_tell_anybody() -> None:
    # A school that turns least_change into a requirement gets the old timetable or none.
    rules = ({"rule": "least_change", "strength": "must"},)
    strict = changed(_without(SCHOOL, "冯老师"), settings=changed(SCHOOL.settings, rules=rules))
    assert whatif(SCHOOL, strict, GOOD, ALONE).status is Status.IMPOSSIBLE


def test_stopped_at_once() -> None:
    stop = Stop()
    stop.set()
    answer = whatif(SCHOOL, _without(SCHOOL, "冯老师"), GOOD, ALONE, stop=stop)
    assert answer.status in (Status.OUT_OF_TIME, Status.FEASIBLE, Status.OPTIMAL)
    assert answer.told_bound is not None
    assert answer.told is None or answer.told >= answer.told_bound


def test_progress_is_told_in_people() -> None:
    heard: list[Progress] = []
    answer = whatif(SCHOOL, _without(SCHOOL, "冯老师"), GOOD, ALONE, on_progress=heard.append)
    assert heard
    assert heard[-1].objective == answer.told
    assert all(p.objective is None or p.bound is None or p.bound <= p.objective for p in heard)
