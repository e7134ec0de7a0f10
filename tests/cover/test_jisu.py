"""A real school: a teacher of jisu is ill for three days of the autumn of 2026."""

from datetime import date
from pathlib import Path

import start
from exchange.load import load_problem
from models import Absence, Leave, Outcome, Problem, TermLog
from scheduler.cover import Standing, best_cover, cover_violations, measures_of, notices
from scheduler.progress import SolveOptions
from scheduler.rules import rule_cards
from scheduler.solve import solve
from scheduler.term import dated
from tests.cover.terms import WHEN


def _solved() -> tuple[Problem, Outcome]:
    problem = load_problem(Path(start.__file__).parent / "sample_inputs" / "jisu.xlsx", rule_cards()).problem
    assert problem is not None
    return problem, solve(problem, SolveOptions(seconds=20, workers=2))


def test_a_teacher_of_jisu_is_ill_for_three_days() -> None:
    problem, outcome = _solved()
    assert outcome.timetable is not None
    term = dated(problem, outcome.timetable)
    first, last = date(2026, 10, 12), date(2026, 10, 14)  # Monday to Wednesday after the holiday week
    duties = {
        t.id: sum(t.id in d.session.people() for d in term.sessions if first <= d.day <= last) for t in problem.teachers
    }
    busiest = max(duties, key=lambda person: duties[person])
    absence = Absence(id="1", who="沈", when=WHEN, why="病假", leave=Leave.SICK, person=busiest, first=first, last=last)
    standing = Standing(problem, term, TermLog.of(term).with_changes(absence))
    assert len(standing.gaps) == duties[busiest] >= 2  # each duty of the three days, and nothing of other days
    cover = best_cover(standing)
    assert len(cover.covered) + len(cover.unfilled) == len(standing.gaps)
    assert cover.proved
    log = standing.log.with_changes(*measures_of(standing.log, cover, who="沈", when=WHEN))
    now = Standing(problem, term, log)
    assert len(now.gaps) == len(cover.unfilled)
    if not cover.unfilled:
        assert cover_violations(problem, term, log) == ()
    told = notices(problem, term, now.actual, log)
    assert {busiest, *cover.people} <= {n.person for n in told}
