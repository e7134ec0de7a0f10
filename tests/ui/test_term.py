"""学期 without a browser: jisu on the dates of its term, papers that run out, and a term without dates."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import start
from exchange.load import load_problem
from models import Credential, Problem, Term, Text, Timetable
from scheduler.progress import SolveOptions
from scheduler.rules import rule_cards
from scheduler.solve import solve
from store import Store
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable
from tests.ui.looking import keys, sound, words


def _screen() -> None:
    from ui import term

    term.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


@cache
def _jisu() -> tuple[Problem, Timetable]:
    problem = load_problem(Path(start.__file__).parent / "sample_inputs" / "jisu.xlsx", rule_cards()).problem
    assert problem is not None
    table = solve(problem, SolveOptions(seconds=20, workers=2)).timetable
    assert table is not None
    return problem, table


def keep(store: Store, problem: Problem, table: Timetable) -> None:
    school = store.add_school(problem.school, "秋", document="", problem=problem, who="沈", note=Text("测", "t"))
    store.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"))


def html(screen: AppTest) -> str:
    return " ".join(str(element.proto.body) for element in screen.get("html"))


def test_jisu_on_the_dates_of_its_term(screen: AppTest, store: Store) -> None:
    """By hand: of 21 Fridays 25.9, 2.10 and 1.1 are holidays; Tuesday 6.10 and Wednesday 7.10 are made up."""
    keep(store, *_jisu())
    said = " ".join(words(sound(screen.run())).split())
    assert "个课次，99 天有课后服务" in said
    assert "2027 年的调休还没有公布" in said
    assert "放假暂定" in said
    assert "周五社团少 3 次。" in said
    assert "周二社团少" not in said
    assert "第 21 周" in said
    assert "第 22 周" not in said
    assert "9.20 按周二上" in said
    assert "10.1 国庆节" in said
    assert [tab.label for tab in screen.tabs][:3] == ["星期", "班级", "社团"]
    drawn = html(screen)
    assert drawn.count("<caption>") == 1 + len(screen.tabs)
    assert 'scope="col"' in drawn
    assert 'scope="row"' in drawn
    assert screen.get("download_button")
    screen.session_state["language"] = "en"
    said = words(sound(screen.run()))
    assert "Fri clubs: 3 fewer." in said
    assert "sessions on 99 days" in said


def test_papers_that_run_out_are_errors_first(screen: AppTest, store: Store) -> None:
    """冯老师 leads every week until 2027-07-02: one paper ends in between, one soon afterwards."""
    problem = tiny_school()
    papers = (
        Credential(name="教练证", valid_until=date(2027, 7, 20)),
        Credential(name="健康证", valid_until=date(2027, 6, 25)),
    )
    instructors = tuple(changed(i, credentials=papers) for i in problem.instructors)
    with_papers = changed(problem, instructors=instructors)
    keep(store, with_papers, tiny_timetable(with_papers))
    drawn = html(sound(screen.run()))
    error, reminder = drawn.index("健康证"), drawn.index("教练证")
    assert error < reminder
    assert drawn.rindex('role="alert"', 0, error) < error
    assert "没有覆盖" in drawn
    assert "请及早续期" in drawn


def test_without_dates_it_leads_to_the_calendar(screen: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    undated = changed(tiny_school(), term=Term(name="秋"))
    keep(store, undated, tiny_timetable(undated))
    left_for: list[str] = []
    monkeypatch.setattr("ui.term.exists", lambda _: True)
    monkeypatch.setattr("ui.term.go", left_for.append)
    assert "学期还没有日期" in words(sound(screen.run()))
    assert not screen.get("download_button")
    assert "term-dates" in keys(screen)
    sound(screen.button(key="term-dates").click().run())
    assert left_for == ["data"]
    sitting = screen.session_state["data-sitting"]
    assert (sitting.group, sitting.sheets["school"]) == ("school", "calendar")


def test_without_a_timetable_it_leads_on(screen: AppTest, store: Store) -> None:
    store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))
    assert "还没有课表。" in words(sound(screen.run()))
