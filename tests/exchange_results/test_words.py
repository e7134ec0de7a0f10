"""Sentences and names: what was proved, what a text needs in a cell, how people and grades are called; the console."""

from io import StringIO

import pytest
from rich.console import Console

from exchange.results.console import score_table, week_of_class
from exchange.results.measure import em_width, fits, height, lines
from exchange.results.names import class_heading, grades_text, person_name, short_name
from exchange.results.sentences import audit_sentence, outcome_sentence, percent
from models import Instructor, Outcome, Problem, Status, Timetable
from scheduler.audit import audit
from tests.builders import changed, tiny_school
from tests.exchange_results.reading_back import CARDS, judged
from tests.timetables import tiny_timetable


@pytest.fixture
def problem() -> Problem:
    return tiny_school()


@pytest.fixture
def timetable(problem: Problem) -> Timetable:
    return tiny_timetable(problem)


def shown(renderable: object, width: int = 130) -> str:
    """What a terminal so wide shows."""
    console = Console(file=StringIO(), width=width)
    console.print(renderable)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert isinstance(text, str)
    return text


def test_proved_best_and_not_proved_are_different_sentences(problem: Problem, timetable: Timetable) -> None:
    best = judged(problem, timetable)
    assert outcome_sentence(best).zh.startswith("已证最优")
    near = changed(best, status=Status.FEASIBLE, objective=200, bound=198.0)
    assert "与最优至多差 1%" in outcome_sentence(near).zh  # (200 - 198) / 200
    assert "At most 1% from best" in outcome_sentence(near).en
    unknown = changed(best, status=Status.FEASIBLE, bound=None)
    assert "最优至多" not in outcome_sentence(unknown).zh


def test_impossible_is_never_said_of_out_of_time() -> None:
    impossible = outcome_sentence(Outcome(status=Status.IMPOSSIBLE, seconds=1))
    late = outcome_sentence(Outcome(status=Status.OUT_OF_TIME, seconds=60))
    assert "已证明" in impossible.zh
    assert "没证明" in late.zh
    assert "mpossible" not in late.en


@pytest.mark.parametrize(
    ("gap", "said"), [(0.0, "0%"), (0.01, "1%"), (0.0101, "1.1%"), (0.00001, "0.1%"), (0.5, "50%")]
)
def test_a_gap_is_rounded_up(gap: float, said: str) -> None:
    assert percent(gap) == said


def test_the_audit_sentence_counts_what_is_broken(problem: Problem, timetable: Timetable) -> None:
    assert "无违反" in audit_sentence(judged(problem, timetable)).zh
    lost = changed(timetable, sessions=timetable.sessions[1:])
    outcome = judged(problem, lost)
    assert outcome.verdict is not None
    assert f"{len(outcome.verdict.broken)} 处" in audit_sentence(outcome).zh
    assert "未经复核" in audit_sentence(changed(outcome, verdict=None)).zh


def test_chinese_signs_are_wider_than_latin_ones() -> None:
    assert em_width("课表") == 2
    assert em_width("ab") < em_width("课表")


@pytest.mark.parametrize(
    ("text", "pixels", "expected"),
    [
        ("", 100, 1),
        ("一二三四五", 100, 1),  # five signs of 13 px and the margins are less than 100 px
        ("一二三四五六七八九十", 100, 2),
        ("一\n二\n三", 100, 3),
        ("a" * 60, 100, 6),  # a word that no line holds is broken: 36 em in lines of 6.5
        ("ab cd", 1000, 1),
    ],
)
def test_lines_that_a_text_takes(text: str, pixels: float, expected: int) -> None:
    assert lines(text, pixels, 10) == expected
    assert fits(text, pixels, 10) == (expected == 1)


def test_more_lines_are_higher() -> None:
    assert [height(n, 10) for n in (1, 2, 3)] == sorted(height(n, 10) for n in (1, 2, 3))
    assert height(1, 10) > 10  # never less than the font


def test_instructors_are_marked_once(problem: Problem) -> None:
    school = changed(problem, instructors=(*problem.instructors, Instructor(id="外聘01", name="外聘01")))
    assert person_name(school, "孙教练") == "孙教练（外聘）"
    assert short_name(school, "孙教练") == "孙教练(外)"
    assert person_name(school, "外聘01") == short_name(school, "外聘01") == "外聘01"
    assert person_name(school, "王1") == short_name(school, "王1") == "王1"
    assert person_name(school, "孙教练", "en") == "孙教练 (outside)"


def test_classes_and_grades_are_called_as_schools_do(problem: Problem) -> None:
    assert class_heading(problem, "一1") == "一(1)班"
    assert class_heading(problem, "一1", "en") == "Class 一(1)"
    assert grades_text(problem, ("一年级", "二年级")) == "一年级、二年级"
    six = changed(
        problem, grades=tuple(changed(problem.grades[0], id=f"{'一二三四五六'[n]}年级", number=n + 1) for n in range(6))
    )
    assert grades_text(six, ("二年级", "三年级", "四年级")) == "二至四年级"
    assert grades_text(six, ("一年级", "三年级", "四年级")) == "一年级、三年级、四年级"


def test_the_console_shows_a_readable_week(problem: Problem, timetable: Timetable) -> None:
    text = shown(week_of_class(problem, timetable, "一1"))
    assert "一(1)班" in text
    for session in timetable.of_class["一1"]:
        assert session.people()[0] in text
    for club in ("合唱1组", "足球", "科学", "大合唱"):
        assert club in text
    assert "周一第2节、周三第2节 去哪里" in text
    assert text.count("合计") == 2  # Monday with Wednesday, and Thursday
    assert "孙教练（外聘）" in text


def test_the_console_week_in_english(problem: Problem, timetable: Timetable) -> None:
    text = shown(week_of_class(problem, timetable, "一1", "en"))
    assert "Class 一(1)" in text
    assert "Period 1" in text
    assert "周" not in text.replace("周校长", "")


def test_an_unknown_class_is_a_key_error(problem: Problem, timetable: Timetable) -> None:
    with pytest.raises(KeyError):
        week_of_class(problem, timetable, "九9")


def test_the_score_table_adds_up_to_the_cost(problem: Problem, timetable: Timetable) -> None:
    verdict = audit(problem, timetable)
    text = shown(score_table(verdict, CARDS))
    assert "全部满足" in text
    total = next(line for line in text.splitlines() if "偏好代价合计" in line)
    assert total.split()[-1] == str(verdict.cost) == str(sum(s.cost for s in verdict.scores))
    titles = {card.key: card.title.zh for card in CARDS}
    assert all(titles[s.rule] in text for s in verdict.scores if s.cost)


def test_the_score_table_names_broken_requirements(problem: Problem, timetable: Timetable) -> None:
    verdict = audit(problem, changed(timetable, sessions=timetable.sessions[1:]))
    text = shown(score_table(verdict, CARDS))
    assert "有违反" in text
    titles = {card.key: card.title.zh for card in CARDS}
    assert all(titles[v.rule] in text for v in verdict.broken)
