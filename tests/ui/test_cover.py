"""调代课 without a browser: a teacher falls ill, somebody stands in, people are told, and it is revoked."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models import Calendar, Holiday, Substitution, Term, Text
from store import SavedTimetable, Store
from tests.builders import changed, tiny_school
from tests.cover.terms import MON
from tests.timetables import tiny_timetable
from tests.ui.looking import keys, sound, words


def _screen() -> None:
    from ui import cover

    cover.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


@pytest.fixture
def saved(store: Store) -> SavedTimetable:
    problem = tiny_school()
    school = store.add_school("甲", "乙", document="", problem=problem, who="沈", note=Text("测", "t"))
    return store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=Text("测", "t"))


def enter(screen: AppTest, person: str, day: date, why: str) -> AppTest:
    sound(screen.run())
    screen.selectbox(key="cover-person").set_value(person)
    screen.date_input(key="cover-first").set_value(day)
    screen.text_input(key="cover-why").set_value(why)
    return sound(screen.button(key="cover-enter").click().run())


def test_an_illness_is_covered_told_and_revoked(screen: AppTest, store: Store, saved: SavedTimetable) -> None:
    """Only 李4 can stand in for 李1 on Monday (tests/cover/test_best_cover.py)."""
    seen = words(enter(screen, "李1", MON, "病假"))
    assert "李13月1日（周一）请假" in seen
    assert "缺口 1 处，最多能补上 1 处，只请 1 人，已证明不能更好" in seen
    assert "李2同一时段带社团“合唱·2”" in seen
    (box,) = [b for b in screen.selectbox if (b.key or "").startswith("cover-by-")]
    assert box.options[0].startswith("李4 · 该时段空闲 · 有合唱专长")
    assert store.term_log(saved.id) is None  # nothing is saved before it is said
    seen = words(sound(screen.button(key="cover-save").click().run()))
    kept = store.term_log(saved.id)
    assert kept is not None
    assert [c.kind for c in kept.log.changes] == ["absence", "substitution"]
    stands_in = kept.log.changes[1]
    assert isinstance(stands_in, Substitution)
    assert (stands_in.by, stands_in.why) == ("李4", "病假")
    assert "李4代李1" in seen
    message = "李4：3月1日（周一）第2节 社团“合唱” 请您代课（李1病假），地点音乐教室。"
    assert message in [code.value for code in screen.code]
    sound(screen.selectbox(key="cover-day").set_value(MON).run())
    assert "改 社团“合唱”" in " ".join(words(screen).split())
    sound(screen.button(key="cover-told").click().run())
    assert not screen.code  # nothing newer than the notices
    sound(screen.button(key="cover-revoke-1").click().run())
    kept = store.term_log(saved.id)
    assert kept is not None
    assert kept.log.holding == ()  # the substitution went with the absence
    assert any("请您代课，地点音乐教室" in code.value for code in screen.code)  # 李1 serves again, and is told


def test_what_nobody_can_do_is_said(screen: AppTest, saved: SavedTimetable) -> None:
    assert saved.number == 1
    assert "补不上：合适的有3人，都来不了" in words(enter(screen, "王1", MON, "病假"))


def test_another_choice_than_the_best_is_saved(screen: AppTest, store: Store, saved: SavedTimetable) -> None:
    enter(screen, "周校长", MON, "开会")
    boxes = [b for b in screen.selectbox if (b.key or "").startswith("cover-by-")]
    assert len(boxes) == 2  # patrol in both periods
    boxes[0].set_value("吴主任")
    boxes[1].set_value("郑主任")
    sound(screen.run())
    sound(screen.button(key="cover-save").click().run())
    kept = store.term_log(saved.id)
    assert kept is not None
    assert [c.by for c in kept.log.changes if isinstance(c, Substitution)] == ["吴主任", "郑主任"]


def test_nothing_is_kept_of_what_is_dropped(screen: AppTest, store: Store, saved: SavedTimetable) -> None:
    enter(screen, "李1", MON, "病假")
    sound(screen.button(key="cover-drop").click().run())
    assert "cover-drop" not in keys(screen)
    assert store.term_log(saved.id) is None


def test_in_english_and_without_dates(screen: AppTest, store: Store, saved: SavedTimetable) -> None:
    screen.session_state["language"] = "en"
    assert "1 gaps, 1 can be closed" in words(enter(screen, "李1", MON, "ill"))
    undated = changed(tiny_school(), term=Term(name="秋"))
    school = store.add_school("丙", "乙", document="", problem=undated, who="沈", note=Text("测", "t"))
    store.save_timetable(school.id, tiny_timetable(undated), version=1, who="沈", note=Text("测", "t"))
    other = AppTest.from_function(_screen, default_timeout=60)
    other.query_params["school"] = school.id
    assert "还没有写学期的第一天和最后一天" in words(sound(other.run()))
    assert saved.number == 1


def test_without_a_timetable_it_leads_on(screen: AppTest, store: Store) -> None:
    store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))
    assert "还没有课表。" in words(sound(screen.run()))


def test_a_holiday_written_down_after_publishing_leaves_no_gap(
    screen: AppTest, store: Store, saved: SavedTimetable
) -> None:
    """The same illness, but the school has put a holiday on that Monday since: nobody has to stand in."""
    problem = changed(tiny_school(), calendar=Calendar(holidays=(Holiday(first=MON, last=MON, name="校庆"),)))
    store.save_version(saved.school, document="", problem=problem, who="沈", note=Text("校庆", "a day off"), after=1)
    seen = words(enter(screen, "李1", MON, "病假"))
    assert "李13月1日（周一）请假" in seen
    assert "缺口 1 处" not in seen
    assert not [b for b in screen.selectbox if (b.key or "").startswith("cover-by-")]


def test_another_date_is_found_and_taken_where_nobody_can_stand_in(
    screen: AppTest, store: Store, saved: SavedTimetable
) -> None:
    """王1 is ill on Monday: 语文 changes places with Tuesday's 数学 (tests/cover/test_other_ways.py)."""
    enter(screen, "王1", MON, "病假")
    (look,) = [t for t in screen.toggle if (t.key or "").startswith("cover-look-ways-")]
    seen = words(sound(look.set_value(True).run()))
    assert "与3月2日（周二）第1节一(1)班数学作业辅导对调时间" in seen
    assert "要通知2人：王1、李1" in seen
    assert "本学期还剩37次，原定38次" in seen
    takes = [b for b in screen.button if (b.key or "").startswith("cover-way-")]
    assert len(takes) == 7
    seen = words(sound(takes[4].click().run()))
    kept = store.term_log(saved.id)
    assert kept is not None
    assert [c.kind for c in kept.log.changes] == ["absence", "moved"]
    assert "3月1日（周一）第1节 一(1)班语文作业辅导改到3月5日（周五）第2节" in seen
    assert any("改到3月5日（周五）第2节，地点教室1（王1病假）" in code.value for code in screen.code)
    sound(screen.selectbox(key="cover-day").set_value(MON).run())
    sound(screen.button(key="cover-revoke-1").click().run())
    kept = store.term_log(saved.id)
    assert kept is not None
    assert kept.log.holding == ()


def test_classes_together_are_taken_and_said_in_english(screen: AppTest, store: Store, saved: SavedTimetable) -> None:
    screen.session_state["language"] = "en"
    enter(screen, "王1", MON, "ill")
    (look,) = [t for t in screen.toggle if (t.key or "").startswith("cover-look-ways-")]
    sound(look.set_value(True).run())
    takes = [b for b in screen.button if (b.key or "").startswith("cover-way-")]
    seen = words(sound(takes[2].click().run()))
    kept = store.term_log(saved.id)
    assert kept is not None
    assert [c.kind for c in kept.log.changes] == ["absence", "joined"]
    assert "together with 一(2) (王2, 教室2)" in seen
