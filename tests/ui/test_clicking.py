"""课表 in a real browser: sessions are clicked, reached by keyboard, locked, and dragged; a phone can read a day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from exchange.document import document_json, document_of
from exchange.normal import normal
from models import Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from store import SavedSchool, Store
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from tests.ui.server import Server

PROBLEM = normal(tiny_school(), rule_cards())


@pytest.fixture
def kept(server: Server) -> Iterator[Store]:
    """The store of the running app."""
    opened = Store.open(str(Path(server.folder) / "kehou.db"))
    yield opened
    opened.close()


@pytest.fixture
def school(kept: Store) -> SavedSchool:
    document = document_json(document_of(PROBLEM, rule_cards()))
    school = kept.add_school("示例小学", "第二学期", document=document, problem=PROBLEM, who="沈", note=Text("测", "t"))
    table = tiny_timetable(PROBLEM)
    kept.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=audit(PROBLEM, table))
    return school


@pytest.fixture
def grid(page: Page, server: Server, school: SavedSchool) -> Locator:
    page.goto(f"{server.url}/timetable?school={school.id}")
    expect(page.locator(".kehou-grid")).to_be_visible()
    expect(page.locator('[data-testid="stApp"]')).to_have_attribute("data-test-script-state", "notRunning")
    return page.locator(".kehou-grid")


def cell(page: Page, key: str) -> Locator:
    return page.locator(f'[data-key="{key}"]')


def test_a_click_explains_a_session_and_a_lock_is_seen_at_once(
    page: Page, grid: Locator, kept: Store, school: SavedSchool
) -> None:
    expect(grid).to_be_visible()
    cell(page, "1.2/cross_class/合唱/1").click()
    panel = page.locator(".st-key-panel")
    expect(panel).to_contain_text("合唱1组")
    expect(panel).to_contain_text("为什么是李1")
    # Both meetings have the ring.
    for day in (1, 3):
        expect(cell(page, f"{day}.2/cross_class/合唱/1")).to_have_attribute("aria-pressed", "true")
    button = page.get_by_role("button", name="锁定人和场地")
    expect(button).to_be_disabled()
    reason = panel.get_by_label("理由（必填，会印在变更记录里）")
    reason.fill("合唱节由李1带队")
    reason.press("Enter")
    button.click()
    expect(cell(page, "1.2/cross_class/合唱/1").locator(".locked")).to_be_visible()
    expect(cell(page, "3.2/cross_class/合唱/1").locator(".locked")).to_have_attribute(
        "title", "人工锁定　教导处：合唱节由李1带队"
    )
    problem = kept.version(school.id).problem
    assert problem is not None
    assert [(p.slot.day, p.person, p.room) for p in problem.pins if p.club == "合唱"] == [
        (1, "李1", "音乐教室"),
        (3, "李1", "音乐教室"),
    ]


def test_everything_by_keyboard(page: Page, grid: Locator) -> None:
    """Tab reaches the grid, arrows move in it, Enter opens, M picks up and Enter puts down, Escape leaves it."""
    expect(grid).to_be_visible()
    cell(page, "1.1/homework/一1").focus()
    page.keyboard.press("ArrowRight")
    expect(cell(page, "1.1/homework/一2")).to_be_focused()
    page.keyboard.press("Enter")
    panel = page.locator(".st-key-panel")
    expect(panel).to_contain_text("一(2) 语文")
    expect(cell(page, "1.1/homework/一2")).to_have_attribute("aria-pressed", "true")
    cell(page, "1.1/homework/一1").focus()
    page.keyboard.press("m")
    expect(page.locator(".kehou-said")).to_contain_text("正在移动“语文”")
    page.keyboard.press("Escape")
    expect(page.locator(".kehou-said")).not_to_contain_text("正在移动")
    page.keyboard.press("m")
    cell(page, "2.1/homework/一1").focus()
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("周一第1节一(1)语文辅导与周二第1节一(1)数学辅导对调时段。")


def test_a_drop_is_a_proposal_and_becomes_a_draft_when_agreed(
    page: Page, grid: Locator, kept: Store, school: SavedSchool
) -> None:
    expect(grid).to_be_visible()
    cell(page, "1.1/homework/一1").drag_to(cell(page, "2.1/homework/一1"))
    panel = page.locator(".st-key-panel")
    expect(panel).to_contain_text("提议的改动")
    expect(panel).to_contain_text("需告知")
    assert len(kept.timetables(school.id)) == 1
    expect(cell(page, "1.1/homework/一1")).to_contain_text("语文")
    page.get_by_role("button", name="就这样改，存为新草稿").click()
    expect(page.locator(".st-key-timetable-done")).to_contain_text("已存为草稿 2")
    expect(cell(page, "1.1/homework/一1")).to_contain_text("数学")
    assert [h.number for h in kept.timetables(school.id)] == [2, 1]
    page.get_by_role("button", name="撤销").click()
    expect(cell(page, "1.1/homework/一1")).to_contain_text("语文")


def test_the_head_of_a_column_opens_the_week_of_the_class(page: Page, grid: Locator) -> None:
    expect(grid).to_be_visible()
    page.locator('[data-open="class/二1"]').click()
    expect(page.locator(".kehou-grid.one caption")).to_contain_text("二(1)班")


def test_a_phone_reads_a_day_without_scrolling_sideways(page: Page, server: Server, school: SavedSchool) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.url}/phone?school={school.id}&who=class/一1&day=1")
    expect(page.locator(".k-day")).to_contain_text("应到 20 人，都去社团")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    rows = page.locator(".k-day .going")
    assert all((rows.nth(n).bounding_box() or {"height": 0})["height"] >= 48 for n in range(rows.count()))
    expect(page.locator('section[data-testid="stSidebar"]')).to_be_hidden()
