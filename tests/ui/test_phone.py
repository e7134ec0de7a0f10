"""手机页 without a browser: the address names a date of the term; what is none is not taken."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exchange.document import document_json, document_of
from exchange.normal import normal
from models import Role, Substitution, Term, Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from scheduler.term import dated
from store import SavedSchool, Store
from tests.builders import changed
from tests.cover.terms import WHEN, ill, log_of, ref_at
from tests.exchange_dated.terms import autumn
from tests.timetables import tiny_timetable
from tests.ui.looking import sound, words

PROBLEM = normal(autumn(), rule_cards())


def _screen() -> None:
    from ui import phone

    phone.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


def keep(store: Store, *, dates: bool = True) -> SavedSchool:
    problem = PROBLEM if dates else changed(PROBLEM, term=Term(name="秋"))
    document = document_json(document_of(problem, rule_cards()))
    school = store.add_school("甲", "乙", document=document, problem=problem, who="沈", note=Text("测", "t"))
    table = tiny_timetable(problem)
    made = store.save_timetable(
        school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=audit(problem, table)
    )
    store.publish(made.id, who="沈", note=Text("测", "t"))
    return school


@pytest.mark.parametrize(
    ("who", "day", "said"),
    [
        ("class/一1", "2026-10-10", ("周六 10月10日 · 第2周 · 调休，按周三上课", "合唱1组", "应到 20 人")),
        ("class/一1", "2026-10-06", ("放假：国庆节，没有课后服务。", "下一次：周四 10月8日。")),
        ("class/一1", "2026-10-30", ("停课：运动会", "15:40–16:20")),
        ("person/王1", "2026-11-02", ("王1", "15:10–15:50", "一(1)")),
    ],
)
def test_a_date_of_the_term(screen: AppTest, store: Store, who: str, day: str, said: tuple[str, ...]) -> None:
    keep(store)
    screen.query_params["who"], screen.query_params["date"] = who, day
    seen = words(sound(screen.run()))
    for sentence in said:
        assert sentence in seen
    assert "校历" in seen


def test_a_date_that_is_none_is_not_taken(screen: AppTest, store: Store) -> None:
    keep(store)
    screen.query_params["date"] = "2026-99-99"
    shown = sound(screen.run()).selectbox(key="phone-date")
    assert len(shown.options) >= 30
    shown.select_index(0)
    assert "周一 9月28日 · 第1周" in words(sound(screen.run()))


def test_a_bookmark_of_a_weekday_and_a_term_without_dates_show_the_usual_week(screen: AppTest, store: Store) -> None:
    keep(store)
    screen.query_params["day"] = "1"
    seen = words(sound(screen.run()))
    assert "校历" not in seen
    assert "合唱1组" in seen


def test_without_dates_it_is_the_usual_week(screen: AppTest, store: Store) -> None:
    keep(store, dates=False)
    assert "校历" not in words(sound(screen.run()))


@pytest.mark.parametrize("who", ["class/一1", "person/王1", "person/冯老师"])
def test_what_the_log_has_changed_stands_first(screen: AppTest, store: Store, who: str) -> None:
    """Also for who is relieved, though the session is no longer among theirs."""
    school = keep(store)
    (head,) = store.timetables(school.id)
    term, day = dated(PROBLEM, tiny_timetable(PROBLEM)), date(2026, 10, 12)
    ref = ref_at(term, day, school_class="一1", period=1)
    instead = Substitution(
        id="2", who="沈", when=WHEN, day=day, session=ref, role=Role.TUTOR, person="王1", by="冯老师", because="1"
    )
    store.save_term_log(head.id, log_of(term, ill("王1", day), instead), who="沈", after=0)
    screen.query_params["who"], screen.query_params["date"] = who, day.isoformat()
    seen = words(sound(screen.run()))
    assert "改 有 1 处变更" in " ".join(seen.split())
    assert "由王1改为冯老师" in seen
    screen.selectbox(key="phone-date").set_value(date(2026, 10, 19))
    assert "处变更" not in words(sound(screen.run()))
