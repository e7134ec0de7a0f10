"""The answer to one question of a sweep: a solve, and where there is no timetable, which clubs must give way first."""

import time
from collections import Counter

from models import (
    Change,
    ChangesError,
    CrossClassClub,
    Problem,
    RepairPrices,
    SessionKind,
    Shortage,
    Slot,
    Status,
    SweepCase,
    SweepRow,
    Text,
    Timetable,
    apply_changes,
)
from scheduler.precheck import precheck
from scheduler.progress import SolveOptions, Stop
from scheduler.repair.levers import levers_of
from scheduler.repair.recipes import expected_price, least_price
from scheduler.repair.relevant import told_once
from scheduler.repair.ways import NoWay, Way, cheapest_way
from scheduler.solve import solve
from scheduler.sweep.cases import ALL_FOR_ONE
from scheduler.sweep.give_way import best_with_one_unit
from scheduler.whatif import whatif

CLUBS = "fewer_meetings"  # the lever by which a school in a sweep gives way: a club meets less often, or not at all


def weigh(
    problem: Problem,
    base: Timetable | None,
    case: SweepCase,
    options: SolveOptions,
    prices: RepairPrices,
    stop: Stop,
) -> SweepRow:
    """What becomes of the school in this case, in about so many seconds. The school and the base stay as they are.

    With a base, the nearest timetable to it; without, the best one. What was proved is the same every time.
    """
    began = time.monotonic()
    try:
        school = apply_changes(problem, case.changes)
    except ChangesError as refused:
        return SweepRow(case=case, status=Status.IMPOSSIBLE, why=refused.texts, seconds=time.monotonic() - began)
    if case.gives_way is not None:
        row = _with_one_unit(school, case, options, stop)
    else:
        row = _row(problem, school, base, case, options, stop)
        if row.status is Status.IMPOSSIBLE:
            row = _after_clubs_gave_way(problem, school, base, row, options, prices, stop)
    return row.model_copy(update={"seconds": round(time.monotonic() - began, 3)})


def _row(
    problem: Problem, school: Problem, base: Timetable | None, case: SweepCase, options: SolveOptions, stop: Stop
) -> SweepRow:
    if base is None:
        outcome = solve(school, options, stop=stop)
        status, timetable, shortages = outcome.status, outcome.timetable, outcome.shortages
        figures = {"cost": outcome.objective, "bound": outcome.bound}
    else:
        answer = whatif(problem, school, base, options, stop=stop)
        status, timetable, shortages = answer.status, answer.timetable, answer.shortages
        compared = answer.comparison
        figures = {
            "told": answer.told,
            "sessions_changed": None if compared is None else compared.sessions_changed,
            "cost": None if answer.verdict is None else answer.verdict.cost,
        }
    left = None if timetable is None else places_left(school, timetable)
    why = told_texts(shortages)
    return SweepRow(case=case, status=status, places_left=left, why=why, seconds=0, **figures)


def _after_clubs_gave_way(
    problem: Problem,
    school: Problem,
    base: Timetable | None,
    row: SweepRow,
    options: SolveOptions,
    prices: RepairPrices,
    stop: Stop,
) -> SweepRow:
    shortages = precheck(school)
    levers = tuple(lever for lever in levers_of(school, prices) if lever.kind == CLUBS)
    if not levers:
        return row
    found = cheapest_way(
        school,
        levers,
        options.seconds,
        stop,
        expected=expected_price(shortages, levers),
        floor=least_price(shortages, levers),
        patience=options.seconds,
        workers=options.workers,
    )
    if isinstance(found, NoWay):
        status = Status.IMPOSSIBLE if found.proved else Status.OUT_OF_TIME
        return row.model_copy(update={"status": status})
    gave = _changes(found)
    texts = tuple(change.sentence(school) for change in gave)
    again = _row(problem, apply_changes(school, gave), base, row.case, options, stop)
    return again.model_copy(update={"gave_way": gave, "gave_way_texts": texts, "least": found.cheapest, "why": row.why})


def _with_one_unit(problem: Problem, case: SweepCase, options: SolveOptions, stop: Stop) -> SweepRow:
    levers = tuple(lever for lever in levers_of(problem, ALL_FOR_ONE) if lever.kind == case.gives_way)
    best = best_with_one_unit(problem, levers, options, stop)
    if best is None:
        status = Status.IMPOSSIBLE if precheck(problem) else Status.OUT_OF_TIME
        return SweepRow(case=case, status=status, seconds=0)
    cost = best.verdict.cost
    return SweepRow(
        case=case,
        status=Status.OPTIMAL if cost <= best.bound else Status.FEASIBLE,
        cost=cost,
        bound=best.bound,
        gave_way=best.changes,
        gave_way_texts=tuple(change.sentence(problem) for change in best.changes),
        least=cost <= best.bound,
        seconds=0,
    )


def _changes(way: Way) -> tuple[Change, ...]:
    return tuple(change for some in way.changes.values() for change in some)


def told_texts(shortages: tuple[Shortage, ...]) -> tuple[Text, ...]:
    """Each shortage in a sentence, those of one cause once."""
    return tuple(shortage.text for shortage in told_once(shortages))


def places_left(problem: Problem, timetable: Timetable) -> int | None:
    """Places beyond pupils in cross-class clubs, in the slot with the fewest."""
    left: Counter[Slot] = Counter()
    for session in timetable.sessions:
        club = problem.club_by_id.get(session.club or "")
        if session.kind is SessionKind.CROSS_CLASS and isinstance(club, CrossClassClub):
            left[session.slot] += club.most - session.head_count
    return min(left.values(), default=None)
