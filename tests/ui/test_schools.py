"""学校 without a browser: what is offered when there is nothing, and what can be done with what is there."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scheduler.rules import rule_cards
from store import SavedSchool, Store
from tests.ui.looking import keys, sound, words
from ui.samples import SAMPLES
from ui.saved.beginning import begin_with_sample


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return begin_with_sample(store, SAMPLES[1], rule_cards(), "沈")


def test_with_nothing_the_samples_are_offered(app: AppTest) -> None:
    sound(app.run())
    assert {f"try-{sample.key}" for sample in SAMPLES} <= keys(app)
    assert not list(app.selectbox)  # no school to choose from


def test_a_sample_leads_to_the_button_that_starts(app: AppTest, store: Store) -> None:
    app.run().button(key="try-sanxing").click()
    sound(app.run())
    assert "start" in keys(app)
    assert [s.name for s in store.schools()] == ["太平镇三星小学"]


def test_the_list_says_how_far_each_school_is(app: AppTest, school: SavedSchool) -> None:
    said = words(sound(app.run()))
    assert school.name in said
    assert "还没有课表" in said
    assert "第 1 版数据" in said


def test_the_next_term_is_proposed_and_made(app: AppTest, store: Store, school: SavedSchool) -> None:
    """The sample's term is the second one of 2026–2027."""
    sound(app.run())
    assert app.text_input(key=f"term-{school.id}").value == "2027–2028学年第一学期"
    assert app.radio(key=f"year-{school.id}").value is True
    assert "毕业离校" in words(app)
    assert app.checkbox(key=f"pins-{school.id}").disabled  # locks are of one term's classes
    app.button(key=f"roll-{school.id}").click()
    sound(app.run())
    assert {s.term for s in store.schools()} == {"2026–2027学年第二学期", "2027–2028学年第一学期"}


def test_a_name_that_is_taken_is_refused_in_a_sentence(app: AppTest, store: Store, school: SavedSchool) -> None:
    app.run().text_input(key=f"name-{school.id}").input(school.name)
    app.button(key=f"do-copy-{school.id}").click()
    said = words(sound(app.run()))
    assert "已经有了" in said
    assert len(store.schools()) == 1


def test_what_is_put_away_can_be_brought_back(app: AppTest, store: Store, school: SavedSchool) -> None:
    app.run().button(key=f"remove-{school.id}").click()
    sound(app.run())
    assert not store.schools()
    app.run()
    assert "try-jisu" in keys(app)


def test_where_the_data_lie_is_said(app: AppTest, data_folder: Path) -> None:
    assert str(data_folder) in words(sound(app.run()))


def test_a_store_that_cannot_be_opened_is_said_in_a_sentence(app: AppTest, data_folder: Path) -> None:
    (data_folder / "kehou.db").write_bytes(b"this is no database" * 40)
    app.run()
    assert not app.exception
    assert "again" in keys(app)
    assert "Traceback" not in words(app)
    assert "kehou.db" in words(app)


def test_every_word_is_english_after_the_switch(app: AppTest, school: SavedSchool) -> None:
    """But for names of schools, terms, classes and people, and the Chinese words for Kehou and the switch itself."""
    app.run().button(key="speak").click()
    said = words(sound(app.run()))
    for name in (school.name, school.term, "教导处", "沈", "课后", "课"):
        said = said.replace(name, "")
    said = re.sub("[一二三四五六]1", "", said)  # classes
    assert not [sign for sign in said if "\u4e00" <= sign <= "\u9fff"], said
