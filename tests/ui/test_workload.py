"""工作量 and the phone's page without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models import Text
from store import SavedTimetable, Store
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import replaced, the, tiny_timetable
from tests.ui.looking import sound, words


def _workload() -> None:
    from ui import workload

    workload.page()


def _phone() -> None:
    from ui import phone

    phone.page()


@pytest.fixture
def saved(store: Store) -> SavedTimetable:
    problem = tiny_school()
    school = store.add_school("甲", "乙", document="", problem=problem, who="沈", note=Text("测", "t"))
    return store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=Text("测", "t"))


def test_the_workload_in_figures_and_words(data_folder: Path, saved: SavedTimetable) -> None:
    assert data_folder.exists()
    assert saved.number == 1
    screen = AppTest.from_function(_workload, default_timeout=60)
    said = words(sound(screen.run()))
    assert "45 次，正好是目标之和" in said  # see tests/ui/load/test_figures.py
    assert "正好目标 12 人" in " ".join(said.split())
    assert "语文辅导 2 次（本班）" in said
    assert "巡查：谁在哪个时段" in said
    screen.session_state["language"] = "en"
    assert "On target" in words(sound(screen.run()))


def test_without_a_timetable_it_leads_on(store: Store) -> None:
    store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))
    assert "还没有课表。" in words(sound(AppTest.from_function(_workload, default_timeout=60).run()))


def test_the_phone_shows_what_is_published(store: Store, saved: SavedTimetable) -> None:
    """A draft with another room exists; the corridor sees the published one."""
    store.publish(saved.id, who="沈", note=Text("", ""))
    other = replaced(saved.timetable, the(saved.timetable, MON_1, school_class="一1"), room="教室2")
    store.save_timetable(saved.school, other, version=1, who="沈", note=Text("测", "t"))
    screen = AppTest.from_function(_phone, default_timeout=60)
    screen.query_params["who"] = "class/一1"
    screen.query_params["day"] = "1"
    said = words(sound(screen.run()))
    assert "一(1)班" in said
    assert "教室1 · 20 人" in said
    assert "已发布 1" in said
    assert "送的人 王1" in said


def test_the_phone_takes_no_nonsense_from_its_address(saved: SavedTimetable) -> None:
    assert saved.number == 1
    screen = AppTest.from_function(_phone, default_timeout=60)
    screen.query_params["who"] = "class/<b>"
    screen.query_params["day"] = "999999999999"
    assert "一(1)班" in words(sound(screen.run()))


def test_the_phone_shows_a_person(saved: SavedTimetable) -> None:
    assert changed(tiny_school()).people
    screen = AppTest.from_function(_phone, default_timeout=60)
    screen.query_params["who"] = "person/冯老师"
    screen.query_params["day"] = "3"
    said = words(sound(screen.run()))
    assert "陪同 足球" in said
    assert saved.fingerprint in said
