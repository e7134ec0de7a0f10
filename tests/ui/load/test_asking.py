"""One session more or less: the change that is asked, and an answer that says no more than was proved."""

from models import Outcome, PersonChanged, Status, Teacher
from scheduler.audit import audit
from scheduler.compare import compare
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from tests.ui.looking import until
from ui.load.asking import Question, answer_text, ask, change_of


def teacher(person: str) -> Teacher:
    found = tiny_school().person_by_id[person]
    assert isinstance(found, Teacher)
    return found


def test_the_change_is_the_bound_that_asks_for_it() -> None:
    assert change_of(teacher("王1"), 4, False) == PersonChanged(person="王1", weekly_most=3)
    assert change_of(teacher("王1"), 4, True) == PersonChanged(person="王1", weekly_least=5)
    busy = teacher("王1").model_copy(update={"weekly_least": 4, "weekly_most": 4})
    assert change_of(busy, 4, False) == PersonChanged(person="王1", weekly_most=3, weekly_least=3)
    assert change_of(busy, 4, True) == PersonChanged(person="王1", weekly_least=5, weekly_most=5)
    assert change_of(teacher("王1"), 0, False) is None
    assert change_of(teacher("王1"), 4.5, False) == PersonChanged(person="王1", weekly_most=4)


def test_a_wish_that_can_be_is_solved_once_for_all_who_ask() -> None:
    """王1 with one session less: 冯老师 takes the gathering or an activity, and both are off their targets."""
    problem = tiny_school()
    table = tiny_timetable(problem)
    change = PersonChanged(person="王1", weekly_most=3)
    question = ask("a", problem, table, change)
    assert ask("a", problem, table, change) is question
    until(lambda: not question.is_open)
    assert question.outcome is not None
    assert question.outcome.status is Status.OPTIMAL
    cost = audit(problem, table).cost
    more = (question.outcome.objective or 0) - cost
    assert more > 0
    assert f"偏好代价 {more:+d}，已证最优" in answer_text(question, cost).zh


def test_what_was_not_proved_is_not_promised() -> None:
    problem = tiny_school()
    table = tiny_timetable(problem)
    verdict = audit(problem, table)
    found = Outcome(status=Status.FEASIBLE, timetable=table, verdict=verdict, objective=20, bound=16, seconds=30)
    question = Question(PersonChanged(person="王1", weekly_most=3), outcome=found)
    question.difference = compare(problem, table, problem, table)
    assert answer_text(question, 14).zh == "偏好代价至多 +6，至少 +2，尚未证完；照那份课表需告知 0 人。"
    question.outcome = Outcome(status=Status.IMPOSSIBLE, seconds=1)
    assert answer_text(question, 14).zh.startswith("不可，已证明")
    question.outcome = Outcome(status=Status.OUT_OF_TIME, seconds=30)
    assert "没有结果，也没有证明不可" in answer_text(question, 14).zh
