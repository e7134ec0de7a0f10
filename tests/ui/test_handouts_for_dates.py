"""发放 for the dates of the term: what is offered, for which month and week, and what to fill in without dates."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exchange.document import document_json, document_of
from exchange.normal import normal
from models import Term, Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from store import Store
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable
from tests.ui.looking import sound, words

PROBLEM = normal(tiny_school(), rule_cards())
KINDS = {
    "calendars-zip",
    "week-pdf",
    "patrol-form-pdf",
    "attendance-pdf",
    "hours-xlsx",
    "settlement-pdf",
    "settlement-xlsx",
}


def _screen() -> None:
    from ui import handouts as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


def keep(store: Store, problem: object = PROBLEM) -> None:
    assert isinstance(problem, type(PROBLEM))
    document = document_json(document_of(problem, rule_cards()))
    school = store.add_school("甲", "乙", document=document, problem=problem, who="沈", note=Text("测", "t"))
    table = tiny_timetable(problem)
    verdict = audit(problem, table)
    store.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=verdict)


def offered(screen: AppTest) -> set[str]:
    found = (e.proto.id.rpartition("handouts-dated-")[2] for e in screen.get("download_button"))
    return {key for key in found if key in KINDS}


@pytest.mark.parametrize(("language", "said"), [("zh", "课时统计"), ("en", "Settlement of outside instructors")])
def test_everything_for_dates_is_offered(screen: AppTest, store: Store, language: str, said: str) -> None:
    keep(store)
    screen.session_state["language"] = language
    assert said in words(sound(screen.run()))
    assert offered(screen) == KINDS


def test_month_and_week_are_chosen(screen: AppTest, store: Store) -> None:
    keep(store)
    sound(screen.run())
    month, week = screen.selectbox(key="handouts-month"), screen.selectbox(key="handouts-week")
    assert month.options[0] == "2027年2月"
    assert week.options[0] == "第1周 2.22–2.26"
    month.select_index(1)
    week.select_index(6)
    sound(screen.run())
    assert offered(screen) == KINDS


def test_without_dates_one_sentence_says_what_to_fill_in(screen: AppTest, store: Store) -> None:
    keep(store, normal(changed(PROBLEM, term=Term(name="春")), rule_cards()))
    seen = words(sound(screen.run()))
    assert "填好学期的第一天和最后一天" in seen
    assert offered(screen) == set()
