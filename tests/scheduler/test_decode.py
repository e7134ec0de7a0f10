"""Head counts of a decoded timetable: chosen anew only where all rules hold, else what the solver's values say."""

from random import Random

from ortools.sat.python import cp_model

from models import CrossClassClub
from scheduler.decode import decode
from scheduler.model import build
from scheduler.rooming import PooledTooFarError
from scheduler.scope import Scope
from tests.agreement.random_school import random_school


def test_in_the_widest_scope_places_by_grade_are_the_solvers_own() -> None:
    """Without any rule, places are too many or too few; a reader of such a timetable must see exactly these."""
    seen = 0
    for seed in range(40):
        problem, rng = random_school(seed), Random(seed)
        built = build(problem, rules=(), scope=Scope(problem))
        crossing = [u for u in built.x.units if isinstance(u.club, CrossClassClub)]
        places = {(u, g, s): built.x.places(u.id, g, s) for u in crossing for g in u.club.grades for s in problem.slots}
        for decision in places.values():
            built.model.add(decision <= rng.randint(0, 9))
        built.model.maximize(sum(places.values()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        assert solver.solve(built.model) == cp_model.OPTIMAL
        try:
            timetable = decode(problem, built.x, solver.value)
        except PooledTooFarError:
            continue
        for (unit, grade, slot), decision in places.items():
            meetings = [s for s in timetable.of_club.get((unit.club.id, unit.number), ()) if s.slot == slot]
            classes = problem.classes_by_grade[grade]
            found = sum(s.pupils.get(c.id, 0) for s in meetings for c in classes)
            assert found == solver.value(decision)
            seen += found > 0
    assert seen > 50
