"""The benchmark schools: the same each time, without input errors, possible or impossible as their kind says."""

from typing import Literal

import pytest

from benchmarks.figures import UNAVAILABLE_SHARE
from benchmarks.impossible import demand
from benchmarks.schools import Kind, planted, school, use
from models import CrossClassClub, Severity, Status
from models.checks import problem_issues
from models.timetable_checks import timetable_issues
from scheduler.audit import audit
from scheduler.precheck import precheck
from scheduler.progress import SolveOptions
from scheduler.solve import solve

KINDS: tuple[Kind, ...] = ("usual", "tight", "impossible")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_arguments_give_the_same_school(kind: Kind) -> None:
    assert school(12, 5, kind) == school(12, 5, kind)
    assert school(12, 5, kind) != school(12, 6, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("classes", [6, 10, 30])
def test_a_school_has_no_input_errors(classes: int, seed: int, kind: Kind) -> None:
    issues = problem_issues(school(classes, seed, kind))
    assert [i.text.en for i in issues if i.severity is Severity.ERROR] == []


@pytest.mark.parametrize("kind", ["usual", "tight"])
@pytest.mark.parametrize(("classes", "seed"), [(10, 1), (10, 2), (10, 3), (30, 1), (60, 2), (120, 3)])
def test_the_hidden_timetable_is_valid(classes: int, seed: int, kind: Literal["usual", "tight"]) -> None:
    problem, timetable = planted(classes, seed, kind)
    assert timetable_issues(problem, timetable) == ()
    assert audit(problem, timetable).broken == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_tight_school_uses_95_per_cent_of_its_teachers_and_nearly_all_function_rooms(seed: int) -> None:
    used = use(*planted(60, seed, "tight"))
    assert used["teachers"] == pytest.approx(0.95, abs=0.005)
    assert used["rooms"] >= 0.92


def test_the_proportions_at_60_classes() -> None:
    problem = school(60, 1, "usual")
    assert len(problem.teachers) == 132  # 2.2 a class
    assert sum(t.leader for t in problem.teachers) == 7  # 5 %
    assert sum(isinstance(c, CrossClassClub) for c in problem.clubs) == 80
    away = sum(len(t.unavailable) for t in problem.teachers)
    assert away == round(UNAVAILABLE_SHARE * 132 * 10)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_missing_can_be_counted(seed: int) -> None:
    assert precheck(school(10, seed, "tight")) == ()
    assert len(precheck(school(10, seed, "impossible"))) > 0


def test_one_session_is_missing_overall() -> None:
    problem = school(30, 1, "impossible")
    assert demand(problem) - sum(t.weekly_most for t in problem.teachers) == 1


def test_the_terraced_room_is_missed_only_by_the_search() -> None:
    # Five meetings in five club slots can be counted away; that the whole-school club takes one slot, cannot.
    problem = school(10, 3, "impossible")
    assert precheck(problem) == ()
    assert solve(problem, SolveOptions(seconds=60)).status is Status.IMPOSSIBLE


@pytest.mark.parametrize("kind", ["usual", "tight"])
def test_tiny_schools_are_solved(kind: Kind) -> None:
    outcome = solve(school(6, 1, kind), SolveOptions(seconds=60, gap=0.5))
    assert outcome.verdict is not None
    assert outcome.verdict.broken == ()


def test_a_school_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="classes"):
        school(5, 1, "usual")
