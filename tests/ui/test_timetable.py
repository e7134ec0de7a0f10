"""课表 without a browser: what is said, the panel of a session, a lock, a change by hand, publishing."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exchange.document import document_json, document_of
from exchange.normal import normal
from models import PersonMove, Role, SessionRef, Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from store import SavedSchool, SavedTimetable, Store, TimetableState
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import replaced, the, tiny_timetable
from tests.ui.looking import keys, sound, words
from ui.view.choice import View, What

HOMEWORK = "1.1/homework/一1"


def _screen() -> None:
    from ui import timetable as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


PROBLEM = normal(tiny_school(), rule_cards())  # as it is read back from a document


@pytest.fixture
def school(store: Store) -> SavedSchool:
    document = document_json(document_of(PROBLEM, rule_cards()))
    return store.add_school("甲", "乙", document=document, problem=PROBLEM, who="沈", note=Text("测", "t"))


@pytest.fixture
def saved(store: Store, school: SavedSchool) -> SavedTimetable:
    table = tiny_timetable(PROBLEM)
    verdict = audit(PROBLEM, table)
    return store.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=verdict)


def test_without_a_timetable_it_leads_on(screen: AppTest, school: SavedSchool) -> None:
    assert school.newest == 1
    assert "还没有课表。" in words(sound(screen.run()))


def test_it_says_how_good_it_is(screen: AppTest, saved: SavedTimetable) -> None:
    said = words(sound(screen.run()))
    assert f"偏好代价 {saved.cost}" in said
    assert "复核无违反" in said
    assert "数据在排课后改过" not in said


def test_a_session_that_is_chosen_is_explained(screen: AppTest, saved: SavedTimetable) -> None:
    assert saved.number == 1
    screen.session_state["timetable-chosen"] = HOMEWORK
    said = words(sound(screen.run()))
    assert "一(1) 语文" in said
    assert "为什么是王1" in said
    assert "换成别人" in said
    assert "换个时段" in said
    screen.button(key="panel-close").click()
    assert "为什么是王1" not in words(sound(screen.run()))


def test_a_lock_needs_a_reason_and_becomes_a_version(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    assert saved.version == 1
    screen.session_state["timetable-chosen"] = HOMEWORK
    sound(screen.run())
    assert screen.button(key="panel-lock-do").disabled
    assert screen.button(key="panel-lock-do").label == "锁定人和场地"
    screen.text_input(key="panel-lock-reason").input("家长会")
    sound(screen.run()).button(key="panel-lock-do").click()
    said = words(sound(screen.run()))
    newest = store.version(school.id)
    assert newest.number == 2
    assert newest.problem is not None
    (pin,) = [p for p in newest.problem.pins if p.reason == "家长会"]
    assert (pin.school_class, pin.person, pin.room, pin.subject, pin.by) == ("一1", "王1", "教室1", None, "教导处")
    assert "教导处：家长会" in said
    assert "排课以后只改了锁定，这份课表全部符合。" in said
    screen.text_input(key="panel-unlock-reason").input("家长会取消")
    sound(screen.run()).button(key="panel-unlock").click()
    sound(screen.run())
    assert store.version(school.id).problem == PROBLEM


def test_a_change_by_hand_shows_what_it_breaks_and_is_a_draft_only_when_agreed(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    """王2 tutors 一2 at the same time, so 一1 would have nobody of its own."""
    session = the(saved.timetable, MON_1, school_class="一1")
    move = PersonMove(session=SessionRef.to(session), role=Role.TUTOR, person="王1", by="王2")
    screen.session_state["timetable-chosen"] = HOMEWORK
    screen.session_state["timetable-wish"] = ((move,),)
    said = words(sound(screen.run()))
    assert "周一第1节一(1)语文辅导的辅导由王1改为王2。" in said
    assert "会违反" in said
    assert screen.button(key="panel-apply").disabled
    assert len(store.timetables(school.id)) == 1
    screen.checkbox(key="panel-sure").check()
    sound(screen.run()).button(key="panel-apply").click()
    said = words(sound(screen.run()))
    heads = store.timetables(school.id)
    assert [h.number for h in heads] == [2, 1]
    assert heads[0].parent == saved.id
    assert heads[0].broken
    assert "已存为草稿 2" in said
    assert f"手工改过 · 偏好代价 {heads[0].cost}" in said
    assert store.timetable(saved.id).timetable == saved.timetable
    screen.button(key="timetable-undo").click()
    assert "已存为草稿 2" not in words(sound(screen.run()))
    assert screen.selectbox(key="timetable-which").value == saved.id


def test_a_way_that_needs_more_is_shown_before_it_is_agreed(screen: AppTest, saved: SavedTimetable) -> None:
    """王1 and 王2 exchange their classes' homework: what 王2 leaves must go to somebody."""
    session = the(saved.timetable, MON_1, school_class="一1")
    move = PersonMove(session=SessionRef.to(session), role=Role.TUTOR, person="王1", by="王2")
    screen.session_state["timetable-chosen"] = HOMEWORK
    screen.session_state["timetable-wish"] = ((move,),)
    sound(screen.run())
    assert "panel-see-0" in keys(screen)
    screen.button(key="panel-see-0").click()
    said = words(sound(screen.run()))
    assert "不违反硬性规则" in said
    assert not screen.button(key="panel-apply").disabled


def test_a_drop_that_no_longer_exists_is_a_sentence(screen: AppTest, saved: SavedTimetable) -> None:
    session = the(saved.timetable, MON_1, school_class="一1")
    gone = SessionRef.to(session).model_copy(update={"school_class": "九9"})
    screen.session_state["timetable-chosen"] = HOMEWORK
    screen.session_state["timetable-wish"] = ((PersonMove(session=gone, role=Role.TUTOR, person="王1", by="王2"),),)
    said = words(sound(screen.run()))
    assert "请重新选一次" in said
    screen.button(key="panel-leave").click()
    assert "为什么是王1" in words(sound(screen.run()))


def test_stale_says_what_today_s_rules_say(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    assert saved.version == 1
    teachers = tuple(changed(t, unavailable=(MON_1,)) if t.id == "王1" else t for t in PROBLEM.teachers)
    today = changed(PROBLEM, teachers=teachers)
    store.save_version(school.id, document="", problem=today, who="李", note=Text("王1周一开会", "t"), after=1)
    said = words(sound(screen.run()))
    assert "数据在排课后改过，指纹已不同。" in said
    assert "按现在的数据和规则有 1 处违反" in said
    screen.button(key="timetable-print").click()
    sound(screen.run())
    assert "print-back" in keys(screen)
    assert not screen.checkbox(key="print-sure").value  # a stale timetable is printed only when asked twice


def test_publishing_archives_the_one_before_and_marks_what_changed(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    sound(screen.run()).button(key="timetable-publish").click()
    sound(screen.run())
    assert store.timetable(saved.id).state is TimetableState.PUBLISHED
    assert "timetable-publish" not in keys(screen)
    other = replaced(saved.timetable, the(saved.timetable, MON_1, school_class="一1"), room="教室2")
    draft = store.save_timetable(
        school.id, other, version=1, who="沈", note=Text("测", "t"), verdict=audit(PROBLEM, other), parent=saved.id
    )
    screen.session_state["timetable"] = draft.id
    screen.session_state["timetable-chosen"] = HOMEWORK
    said = words(sound(screen.run()))
    assert "与已发布 1 比：" in said
    assert "由教室1改到教室2" in said
    assert screen.button(key="timetable-publish").disabled  # it breaks a requirement: a box must be ticked first


@pytest.mark.parametrize("what", What)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_view_in_both_languages(screen: AppTest, saved: SavedTimetable, what: What, language: str) -> None:
    assert saved.number == 1
    screen.session_state["language"] = language
    screen.session_state["timetable-view"] = View(what)
    sound(screen.run())
    assert screen.selectbox(key="timetable-which").value == saved.id
    screen.button(key="timetable-print").click()
    said = words(sound(screen.run()))
    assert ("课后服务周课表" if language == "zh" else "After-school service") in said
