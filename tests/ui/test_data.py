"""数据 without a browser: tabs with their badges, cures by a button, the form, history, two people at once, English."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from exchange.document import (
    Document,
    document_from_json,
    document_of,
    document_of_workbook,
    with_cell,
    workbook_of,
)
from models import Text
from scheduler.rules import rule_cards
from store import Store
from tests.builders import tiny_school
from tests.ui.editing.schools import BROKEN, JISU
from tests.ui.editing.test_saving import add, at, document, notes
from tests.ui.looking import keys, sound, words
from ui.editing.importing import joined, kept_sheets
from ui.editing.saving import save


def _screen() -> None:
    from ui import data as page

    page.page()


@pytest.fixture
def screen(data_folder: object) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


def press(screen: AppTest, key: str) -> AppTest:
    """Press a button."""
    screen.button(key=key).click()
    return sound(screen.run())


def tab(screen: AppTest, group: str) -> str:
    """What stands on a tab."""
    return screen.button(key=f"data-group-{group}").label


def test_without_a_school_it_leads_to_the_schools(screen: AppTest) -> None:
    assert "还没有学校" in words(sound(screen.run()))


def test_tabs_count_rows_and_issues(screen: AppTest, store: Store) -> None:
    add(store, BROKEN)
    sound(screen.run())
    assert tab(screen, "teachers") == "教师 24 :red-badge[✕ 3]"
    assert tab(screen, "instructors") == "外聘 9 :red-badge[✕ 2] :orange-badge[！2]"
    assert tab(screen, "school") == "学校与时段 :red-badge[✕ 4]"
    assert tab(screen, "enrolment") == "报名"
    assert "还不能排课：有 20 处错误要改，2 处请确认。" in words(screen)
    assert "别的页上也有：班级、教师、外聘、场地、社团、作业辅导、锁定与规则。" in words(screen)


def test_a_button_cures_an_issue_and_it_can_be_undone(screen: AppTest, store: Store) -> None:
    school = add(store, BROKEN)
    sound(screen.run())
    press(screen, "data-group-teachers")
    assert "'教师'!F6" in words(screen)
    assert "同学科教师都是 6。" in words(screen)
    assert screen.button(key="fix-0-0").label == "改成 6"
    press(screen, "fix-0-0")
    assert notes(store, school)[0] == "改 教师05 周课时上限 99 → 6"
    assert tab(screen, "teachers") == "教师 24 :red-badge[✕ 2]"
    assert "'教师'!F6" not in words(screen)
    press(screen, "data-undo")
    assert document(store, school) == BROKEN
    assert "'教师'!F6" in words(screen)
    press(screen, "data-redo")
    assert notes(store, school)[0] == "重做：改 教师05 周课时上限 99 → 6"


def test_all_obvious_cures_one_after_the_other(screen: AppTest, store: Store) -> None:
    school = add(store, BROKEN)
    sound(screen.run())
    for group in ("school", "classes", "teachers", "instructors", "rooms", "clubs", "homework", "choices", "policy"):
        press(screen, f"data-group-{group}")
        for sheet in [key[10:] for key in sorted(keys(screen)) if key.startswith("data-open-")] or [""]:
            if sheet and sheet != "import":
                press(screen, f"data-open-{sheet}")
            while "fix-0-0" in keys(screen):
                press(screen, "fix-0-0")
    problem = store.version(school.id).problem
    assert problem is None  # a name that is lacking, and two rooms of one name: only the school knows
    assert "还不能排课：有 2 处错误要改" in words(screen)


def test_the_form_keeps_a_wrong_answer_and_says_what_is_wrong(screen: AppTest, store: Store) -> None:
    school = add(store, JISU)
    sound(screen.run())
    field = next(t for t in screen.text_input if (t.key or "").endswith("-at_least"))
    field.set_value("两三位")
    sound(screen.run())
    assert document(store, school).sheet("学校").text((7, 2)) == "两三位"  # type: ignore[union-attr]
    assert "“每节巡查人数”应为 0–20 的整数，现在是“两三位”。" in words(screen)
    cycle = next(s for s in screen.selectbox if (s.key or "").endswith("-cycle"))
    cycle.set_value("单双周")
    sound(screen.run())
    assert notes(store, school)[0] == "改 周期 每周相同 → 单双周"
    first = next(d for d in screen.date_input if (d.key or "").endswith("-first_day"))
    first.set_value(None)
    sound(screen.run())
    assert notes(store, school)[0] == "清空 开学日期（原为 2026-09-01）"


def test_the_history_says_who_and_what_and_leads_back(screen: AppTest, store: Store) -> None:
    school = add(store, JISU)
    now, sitting = at(store, school, "吴老师")
    save(now, sitting, with_cell(JISU, "教师", "F3", "5"))
    save(now, sitting, with_cell(document(store, school), "场地", "C2", "40"))
    said = words(sound(screen.run()))
    assert re.search(r"改\s+教师02 周课时上限 6 → 5\s+吴老师 · 第 2 版", said)
    press(screen, "data-back-2")
    assert document(store, school) == with_cell(JISU, "场地", "C2", "40")
    press(screen, "data-compare-last-3")
    assert "从第 3 版到现在（第 4 版）：改 1 处" in words(screen)
    press(screen, "data-return-last-3")
    assert document(store, school) == document(store, school, 3)
    press(screen, "data-all-history")
    assert {"data-return-every-1", "data-compare-every-4"} <= keys(screen)
    press(screen, "data-return-every-1")
    assert document(store, school) == JISU


def test_issues_beyond_the_first_are_shown_on_demand_and_a_row_can_be_seen_alone(screen: AppTest, store: Store) -> None:
    wrong: Document = JISU
    for row in range(2, 10):
        wrong = with_cell(wrong, "教师", f"F{row}", "多")
    add(store, wrong)
    sound(screen.run())
    press(screen, "data-group-teachers")
    assert "fix-5-0" not in keys(screen)
    assert screen.button(key="data-every-issue").label == "还有 3 处"
    press(screen, "data-every-issue")
    assert "fix-7-0" in keys(screen)
    press(screen, "see-7")
    assert screen.button(key="data-all-rows").label == "只看第 9 行　✕ 看全部"
    press(screen, "data-all-rows")
    assert "data-all-rows" not in keys(screen)


def test_two_people_at_once_see_both_versions(screen: AppTest, store: Store) -> None:
    school = add(store, JISU)
    sound(screen.run())
    now, sitting = at(store, school, "吴老师")
    save(now, sitting, with_cell(JISU, "场地", "C2", "40"))
    field = next(t for t in screen.text_input if (t.key or "").endswith("-at_least"))
    field.set_value("2")
    said = words(sound(screen.run()))
    assert "吴老师在" in said
    assert "您的改动还没有保存" in said
    assert "改 一1教室 容量 48 → 40" in said
    assert "改 每节巡查人数 1 → 2" in said
    press(screen, "clash-both")
    assert document(store, school) == with_cell(with_cell(JISU, "场地", "C2", "40"), "学校", "B7", "2")


def test_english_and_a_school_that_was_saved_without_a_document(screen: AppTest, store: Store) -> None:
    store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "Test"))
    screen.session_state["language"] = "en"
    said = words(sound(screen.run()))
    assert "Version 1" in said
    assert "History" in said
    assert tab(screen, "classes").startswith("Classes 4")
    press(screen, "data-group-teachers")
    assert not re.search(r"[\u4e00-\u9fff]", " ".join(b.label for b in screen.button if b.key != "data-follow-yes"))


def test_the_download_is_the_workbook(screen: AppTest, store: Store) -> None:
    add(store, BROKEN)
    sound(screen.run())
    assert len(screen.get("download_button")) == 1
    found = document_of_workbook(workbook_of(BROKEN, rule_cards())).document
    assert found is not None
    assert found.sheet("班级") == BROKEN.sheet("班级")


def test_an_import_replaces_the_sheets_that_it_has_whatever_they_are_called() -> None:
    sheet = BROKEN.sheet("教师")
    assert sheet is not None
    only = Document(sheets=(sheet.model_copy(update={"name": "教师信息"}),))
    made = joined(JISU, only)
    assert [s.name for s in made.sheets] == ["教师信息" if s.name == "教师" else s.name for s in JISU.sheets]
    assert made.sheet("教师信息") == only.sheets[0]
    assert "教师" not in kept_sheets(JISU, only)
    assert {"学校", "班级", "社团"} <= set(kept_sheets(JISU, only))
    assert joined(JISU, BROKEN) == BROKEN
    bus = only.sheets[0].model_copy(update={"name": "校车"})
    assert joined(JISU, Document(sheets=(bus,))).sheet("校车") == bus
    assert document_from_json(made.model_dump_json()) == made


def test_the_national_holidays_by_one_button_that_can_be_undone(screen: AppTest, store: Store) -> None:
    school = add(store, document_of(tiny_school(), rule_cards()))
    sound(screen.run())
    press(screen, "data-open-calendar")
    assert "2027 年的调休还没有公布" in words(screen)
    press(screen, "data-propose")
    problem = store.version(school.id).problem
    assert problem is not None
    assert [h.name for h in problem.calendar.holidays] == ["清明节（暂定）", "劳动节（暂定）", "端午节（暂定）"]
    assert screen.button(key="data-propose").disabled
    press(screen, "data-undo")
    problem = store.version(school.id).problem
    assert problem is not None
    assert problem.calendar.holidays == ()
