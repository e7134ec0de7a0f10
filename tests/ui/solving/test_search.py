"""A search as a job: it saves a draft, goes on with more time, begins from a timetable, and tells what improved."""

import pytest

from models import Problem, Status, Text
from scheduler import solve as solver
from scheduler.progress import Start
from store import JobState, SavedSchool, Store
from tests.builders import changed, tiny_school
from tests.ui.looking import until
from ui.solving.found import Found
from ui.solving.run import Run, newest_search, start_from
from ui.solving.search import Plan, begin_search


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))


def _solved(
    store: Store, school: SavedSchool, problem: Problem, seconds: float = 60, start: Start | None = None
) -> Run:
    job = begin_search(store, Plan(school.id, 1, problem, "沈", start=start), seconds)
    until(lambda: not store.job(job.id).running)
    run = newest_search(store, store.jobs(school.id))
    assert run is not None
    return run


def test_what_came_out_is_a_draft_with_its_audit(store: Store, school: SavedSchool) -> None:
    """14 is the best that the tiny school can have (tests/scheduler/test_solve.py)."""
    run = _solved(store, school, tiny_school())
    assert run.job.state is JobState.DONE
    assert run.outcome is not None
    assert (run.outcome.status, run.objective, run.bound, run.gap) == (Status.OPTIMAL, 14, 14, 0.0)
    (head,) = store.timetables(school.id)
    assert run.found is not None
    assert (head.id, head.cost, head.broken, head.version, head.who) == (run.found.draft, 14, 0, 1, "沈")
    assert run.found.improvements[0].before is None
    assert run.found.improvements[-1].after == 14
    assert run.marks[-1].objective == 14


def test_impossible_is_said_and_saves_no_timetable(store: Store, school: SavedSchool) -> None:
    """Nobody may patrol: the count says so."""
    problem = tiny_school()
    nobody = changed(problem, teachers=tuple(changed(t, leader=False) for t in problem.teachers))
    run = _solved(store, school, nobody)
    assert run.outcome is not None
    assert run.outcome.status is Status.IMPOSSIBLE
    assert run.outcome.shortages
    assert not store.timetables(school.id)
    assert run.job.state is JobState.DONE


def test_out_of_time_is_another_sentence(store: Store, school: SavedSchool) -> None:
    run = _solved(store, school, tiny_school(), seconds=0)
    assert run.outcome is not None
    assert run.outcome.status is Status.OUT_OF_TIME
    assert run.job.sentence is not None
    assert "时间到" in run.job.sentence.zh
    assert not store.timetables(school.id)


def test_it_goes_on_from_the_best_of_an_earlier_search(store: Store, school: SavedSchool) -> None:
    """No time at all: what it began with comes out again, and the bound of the earlier search proves it."""
    first = _solved(store, school, tiny_school())
    start = start_from(first, 1, None)
    assert start is not None
    assert start.bound == 14
    again = _solved(store, school, tiny_school(), seconds=0, start=start)
    assert again.outcome is not None
    assert again.outcome.status is Status.OPTIMAL
    assert len(store.timetables(school.id)) == 2


def test_the_bound_counts_only_for_the_same_data(store: Store, school: SavedSchool) -> None:
    run = _solved(store, school, tiny_school())
    other = start_from(run, 2, None)
    assert other is not None
    assert other.bound == 0


def test_more_time_that_is_given_meanwhile_is_used(
    store: Store, school: SavedSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first solve ends without a proof, because its time is up; meanwhile a minute was added."""
    from ui import jobs

    real, asked = solver.solve, list[float]()

    def solve(problem, options, hear, stop, *, on_better, start):  # type: ignore[no-untyped-def]
        asked.append(options.seconds)
        if len(asked) == 1:
            (job,) = store.jobs(school.id)
            handle = jobs.handle_of(job.id)
            assert handle is not None
            handle.more(60)
            found = real(problem, options, hear, stop, on_better=on_better, start=start)
            return found.model_copy(update={"status": Status.FEASIBLE, "bound": 0.0})
        assert start is not None
        return real(problem, options, hear, stop, on_better=on_better, start=start)

    monkeypatch.setattr(solver, "solve", solve)
    run = _solved(store, school, tiny_school(), seconds=30)
    assert len(asked) == 2
    assert asked[0] == 30
    assert 60 < asked[1] <= 90
    assert run.outcome is not None
    assert run.outcome.status is Status.OPTIMAL


def test_savings_are_what_the_rules_differ_by(store: Store, school: SavedSchool) -> None:
    run = _solved(store, school, tiny_school())
    outcome = run.outcome
    assert outcome is not None
    assert outcome.verdict is not None
    dear = outcome.model_copy(
        update={
            "objective": 17,
            "verdict": changed(
                outcome.verdict,
                cost=17,
                scores=tuple(
                    changed(s, amount=s.amount + 1, cost=s.cost + 3) if s.rule == "own_teacher" else s
                    for s in outcome.verdict.scores
                ),
            ),
        }
    )
    found = Found(near=None).with_better(dear).with_better(outcome).with_better(outcome)
    first, second = found.improvements  # the third is no better
    assert (first.before, first.after, first.savings) == (None, 17, ())
    assert (second.before, second.after) == (17, 14)
    assert [(s.rule, s.cost) for s in second.savings] == [("own_teacher", 3)]
