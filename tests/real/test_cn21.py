"""A real school: read in full, its own table keeps our requirements, and the scheduler makes one for the same staff."""

from collections import Counter

import pytest

from models import Outcome, Problem, Role, Timetable
from models.checks import problem_issues
from scheduler.audit import audit
from scheduler.precheck import precheck
from scheduler.progress import Progress, SolveOptions, Stop
from scheduler.solve import solve
from tests.real.cn21 import cn21_problem, cn21_timetable, real_file
from tests.real.compare import side_by_side

pytestmark = pytest.mark.skipif(
    not real_file().exists(), reason=f"the real school's file is not part of the project and not at {real_file()}"
)


@pytest.fixture(scope="module")
def problem() -> Problem:
    return cn21_problem()


@pytest.fixture(scope="module")
def own(problem: Problem) -> Timetable:
    return cn21_timetable(problem)


def test_the_school_is_read_in_full(problem: Problem, own: Timetable) -> None:
    """The figures are those that the file's README gives for the 课后服务 cells."""
    assert (len(problem.classes), len(problem.teachers)) == (21, 65)
    assert len(problem.slots) == 2 * (4 * 3 + 1)
    assert len(own.sessions) == 2 * 273
    tutors = {(s.school_class, s.slot.day, s.slot.period, p) for s in own.sessions for p in s.people(Role.TUTOR)}
    assert len(tutors) == 324
    cells = {(s.school_class, s.slot.day, s.slot.period, s.subject, p) for s in own.sessions for p in s.people()}
    assert Counter(subject for *_, subject, _ in cells) == {
        "语文": 130, "数学": 128, "英语": 30, "道德与法治": 19, "科学": 17,
    }  # fmt: skip
    assert len({person for *_, person in tutors}) == 51


def test_nothing_is_wrong_with_it(problem: Problem) -> None:
    assert [issue.text.zh for issue in problem_issues(problem)] == []


def test_the_precheck_is_silent_since_a_timetable_exists(problem: Problem) -> None:
    assert [shortage.text.zh for shortage in precheck(problem)] == []


def test_its_own_table_keeps_every_requirement(problem: Problem, own: Timetable) -> None:
    """The quotas are derived from this table, so `homework_quota` holds by construction; that nobody is in two places
    in one slot, that every tutor is the class's own and no limit is passed is the school's own achievement."""
    verdict = audit(problem, own)
    assert [violation.text.zh for violation in verdict.broken] == []
    amounts = {score.rule: score.amount for score in verdict.scores}
    assert amounts["own_teacher"] == 0  # every cell is held by the teacher of its subject
    assert amounts["weeks_alike"] == 51  # the cells with two teachers: odd and even weeks differ


def test_the_scheduler_makes_a_table_for_the_same_staff(problem: Problem, own: Timetable) -> None:
    """The first timetable is enough here; `python -m tests.real.compare` gives the search its time."""
    stop = Stop()

    def enough(progress: Progress) -> None:
        if progress.objective is not None:
            stop.set()

    outcome: Outcome = solve(problem, SolveOptions(seconds=600), enough, stop)
    assert outcome.verdict is not None, outcome.status
    assert outcome.verdict.clean
    assert outcome.objective == outcome.verdict.cost
    assert side_by_side(audit(problem, own), outcome).row_count >= 2
