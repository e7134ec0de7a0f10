"""The works of the screen: explain, re-plan near the timetable in use, solve a scenario; all outside of sessions."""

from contextlib import suppress
from dataclasses import dataclass

from exchange.results.sentences import outcome_sentence, told_sentence
from models import Explanation, Outcome, Problem, RepairPrices, Status, Text, Timetable
from scheduler.progress import Progress, SolveOptions
from store import Job, JobState, Mark, NotFoundError, SchoolId, Store
from ui import jobs
from ui.jobs import Ending, Handle
from ui.scenarios.kept import Explained, Nearest, Told
from ui.scenarios.telling import telling

EXPLAIN, WHATIF, SCENARIO = "explain", "whatif", "scenario"
POSSIBLE = Text("排得出。", "There is a timetable.")


@dataclass(frozen=True)
class Order:
    """What is asked, and for whom."""

    school: SchoolId
    version: int
    who: str
    problem: Problem  # with the changes of the scenario
    mark: str  # its fingerprint
    scenario: str | None = None  # its name
    number: int = 0  # how often it had been saved


@dataclass(frozen=True)
class InUse:
    """The timetable near which to stay."""

    id: str
    timetable: Timetable
    problem: Problem  # from which it was made


def explain_it(store: Store, order: Order, prices: RepairPrices, seconds: float, base: InUse | None = None) -> Job:
    """Look for what is short and what would help, and whom that concerns; what is found is kept at once.

    Raises JobRunningError, StoreError.
    """

    def work(handle: Handle) -> Ending:
        from scheduler.repair.explain import explain  # takes seconds to load; meanwhile the screen moves already

        def say(step: Text) -> None:
            handle.step = step

        def keep(found: Explanation, told: tuple[Told, ...] = (), *, complete: bool = False) -> None:
            handle.best = Explained(
                mark=order.mark, prices=prices, explanation=found, told=told, complete=complete,
                base=None if base is None else base.id,
            )  # fmt: skip
            handle.mark = Mark(found.seconds, len(found.shortages) + len(found.repairs) + len(told), None)

        told = explain(order.problem, prices, seconds, handle.stop, on_step=say, on_found=keep)
        people: tuple[Told, ...] = ()
        if base is not None and told.repairs:
            keep(told)
            for people in telling(order.problem, told.repairs, base.problem, base.timetable, handle):
                keep(told, people)
        keep(told, people, complete=True)
        ended = Outcome(status=told.status, seconds=told.seconds, shortages=told.shortages)
        if told.status is Status.IMPOSSIBLE:
            _keep_result(store.for_long_work(), order, ended)
        return _state(handle), outcome_sentence(ended) if told.status is not Status.FEASIBLE else POSSIBLE

    return _begin(store, order, EXPLAIN, seconds, work)


def plan_near(store: Store, order: Order, base: InUse, seconds: float) -> Job:
    """Re-plan the scenario near the timetable in use. Raises JobRunningError, StoreError."""

    def work(handle: Handle) -> Ending:
        from scheduler.whatif import whatif

        def hear(progress: Progress) -> None:
            handle.mark = Mark(progress.seconds, progress.objective, progress.bound)

        options = SolveOptions(seconds=seconds, background=True)
        answer = whatif(base.problem, order.problem, base.timetable, options, hear, handle.stop)
        handle.best = Nearest(mark=order.mark, base=base.id, answer=answer)
        return _state(handle), told_sentence(answer) if answer.told is not None else outcome_sentence(answer.outcome)

    return _begin(store, order, WHATIF, seconds, work)


def solve_it(store: Store, order: Order, seconds: float) -> Job:
    """Look for the best timetable of a scenario and keep it as its result. Raises JobRunningError, StoreError."""

    def work(handle: Handle) -> Ending:
        from scheduler.solve import solve

        def hear(progress: Progress) -> None:
            handle.mark = Mark(progress.seconds, progress.objective, progress.bound)

        outcome = solve(order.problem, SolveOptions(seconds=seconds, background=True), hear, handle.stop)
        handle.mark = Mark(outcome.seconds, outcome.objective, outcome.bound)
        _keep_result(store.for_long_work(), order, outcome)
        return _state(handle), outcome_sentence(outcome)

    return _begin(store, order, SCENARIO, seconds, work)


def _begin(store: Store, order: Order, kind: str, seconds: float, work: jobs.Work) -> Job:
    return jobs.begin(store, order.school, version=order.version, kind=kind, who=order.who, seconds=seconds, work=work)


def _keep_result(store: Store, order: Order, outcome: Outcome) -> None:
    if order.scenario is not None:
        with suppress(NotFoundError):  # somebody has removed the scenario meanwhile
            store.save_scenario_result(
                order.school, order.scenario, outcome, number=order.number, version=order.version
            )


def _state(handle: Handle) -> JobState:
    return JobState.STOPPED if handle.stop.is_set() else JobState.DONE
