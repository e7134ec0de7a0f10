"""发放 without a browser: what can be downloaded, what must be confirmed, publishing, archiving."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exchange.document import document_json, document_of
from exchange.normal import normal
from models import PolicySetting, Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from store import SavedSchool, SavedTimetable, Store, TimetableState
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import replaced, the, tiny_timetable
from tests.ui.looking import keys, sound, words

PROBLEM = normal(tiny_school(), rule_cards())  # as it is read back from a document


def _screen() -> None:
    from ui import handouts as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


@pytest.fixture
def school(store: Store) -> SavedSchool:
    document = document_json(document_of(PROBLEM, rule_cards()))
    return store.add_school("甲", "乙", document=document, problem=PROBLEM, who="沈", note=Text("测", "t"))


@pytest.fixture
def saved(store: Store, school: SavedSchool) -> SavedTimetable:
    table = tiny_timetable(PROBLEM)
    verdict = audit(PROBLEM, table)
    return store.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=verdict)


def locked(screen: AppTest) -> dict[str, bool]:
    """Key of each download of a handout → whether it is disabled."""
    buttons = [e for e in screen.get("download_button") if "handouts-" in e.proto.id]
    return {e.proto.id.rpartition("handouts-")[2]: e.proto.disabled for e in buttons}


def test_without_a_school_and_without_a_timetable_it_leads_on(screen: AppTest, store: Store) -> None:
    assert "还没有学校" in words(sound(screen.run()))
    store.add_school("甲", "乙", document="", problem=PROBLEM, who="沈", note=Text("测", "t"))
    assert "还没有课表。" in words(sound(screen.run()))
    assert not screen.get("download_button")


@pytest.mark.parametrize(("language", "said"), [("zh", "复核无违反，可以发放。"), ("en", "ready to hand out")])
def test_a_sound_timetable_is_downloaded_at_once(
    screen: AppTest, saved: SavedTimetable, language: str, said: str
) -> None:
    screen.session_state["language"] = language
    seen = words(sound(screen.run()))
    assert said in seen
    assert saved.fingerprint in seen
    assert {"results", "timetable", "workbook", "poster", "dated-attendance-pdf", "dated-patrol-form-pdf"} <= set(
        locked(screen)
    )
    assert not any(locked(screen).values())


def test_a_broken_timetable_must_be_confirmed(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    other = replaced(saved.timetable, the(saved.timetable, MON_1, school_class="一1"), room="教室2")
    verdict = audit(PROBLEM, other)
    draft = store.save_timetable(school.id, other, version=1, who="沈", note=Text("测", "t"), verdict=verdict)
    assert f"复核发现 {len(verdict.broken)} 处违反硬性规则" in words(sound(screen.run()))
    assert all(locked(screen).values())
    screen.checkbox(key=f"handouts-sure-{draft.id}-{draft.fingerprint}").check()
    sound(screen.run())
    assert not any(locked(screen).values())


def test_whoever_confirmed_one_doubt_has_not_confirmed_the_next(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    today = changed(PROBLEM, pins=())
    store.save_version(school.id, document="", problem=today, who="李", note=Text("解锁", "t"), after=saved.version)
    assert "数据在排课后改过" in words(sound(screen.run()))
    screen.checkbox(key=f"handouts-sure-{saved.id}-{store.version(school.id).fingerprint}").check()
    sound(screen.run())
    assert not any(locked(screen).values())
    store.save_version(school.id, document="", problem=None, who="李", note=Text("改坏", "t"), after=2)
    assert "现在的数据里还有错误" in words(sound(screen.run()))
    assert all(locked(screen).values())


def test_publishing_and_archiving_with_a_note(screen: AppTest, store: Store, saved: SavedTimetable) -> None:
    sound(screen.run()).text_input(key=f"publish-note-{saved.id}").input("第 3 周起执行")
    sound(screen.run()).button(key="timetable-publish").click()
    assert "第 3 周起执行" in words(sound(screen.run()))
    assert store.timetable(saved.id).state is TimetableState.PUBLISHED
    assert "timetable-publish" not in keys(screen)
    screen.text_input(key=f"archive-note-{saved.id}").input("期中调整")
    sound(screen.run()).button(key="handouts-archive").click()
    assert "期中调整" in words(sound(screen.run()))  # it stays on the screen, and can be published again
    assert store.timetable(saved.id).state is TimetableState.ARCHIVED
    assert "handouts-archive" not in keys(screen)
    assert "timetable-publish" in keys(screen)


def test_the_policy_report_shows_what_must_be_looked_at_first(
    screen: AppTest, store: Store, school: SavedSchool, saved: SavedTimetable
) -> None:
    seen = words(sound(screen.run()))
    assert "政策自查" in seen
    assert "“必须”的项目没有发现不符合" not in seen  # 孙教练 has a contract and nothing else
    assert "孙教练没有登记：资格证、无犯罪。" in seen
    assert "教基厅函〔2023〕26号（大意，非原文）" in seen
    off = tuple(PolicySetting(item=key, on=False) for key in ("credentials", "institutions"))
    today = changed(PROBLEM, settings=changed(PROBLEM.settings, policy=off))
    store.save_version(school.id, document="", problem=today, who="李", note=Text("政策", "t"), after=saved.version)
    again = words(sound(screen.run()))
    assert "数据在排课后改过" not in again  # the sheet is no input of the timetable
    assert "“必须”的项目没有发现不符合" in again
    assert "孙教练没有登记" not in again
