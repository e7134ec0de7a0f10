"""缺口与方案 in a real browser: why, ways out, one of them tried and compared; a sweep that is watched and stopped."""

import re

import pytest
from playwright.sync_api import Page, expect

from store import JobState, SchoolId, Store
from tests.ui.browsing import by_key, settled, shown, until_shown, watch
from tests.ui.editing.schools import JISU
from tests.ui.editing.test_saving import add
from tests.ui.server import Server
from tests.ui.shortage_steps import HEADLINE, close_a_room, explain


@pytest.fixture
def school(server: Server) -> SchoolId:
    """jisu, without a timetable."""
    opened = Store.open(str(server.folder / "kehou.db"))
    found = add(opened, JISU)
    opened.close()
    return found.id


def test_why_what_helps_and_what_that_would_be_like(server: Server, page: Page, school: SchoolId) -> None:
    page.goto(f"{server.url}/shortages?school={school}")
    close_a_room(page, "操场", "操场翻修")
    explain(page)
    expect(page.locator(HEADLINE)).to_contain_text("排不出，已证明")
    expect(page.locator(".k-short li").first).to_contain_text("操场")
    expect(by_key(page, "try-0")).to_be_visible()
    by_key(page, "try-0").click()
    expect(page.locator(".k-chips .k-badge")).not_to_have_count(1)  # the loss, and what makes up for it
    settled(page)
    by_key(page, "solve-scenario").click()
    beside = page.locator(".st-key-scenario-beside")
    expect(beside).to_contain_text("操场翻修＋补救", timeout=180_000)
    expect(beside.locator("tbody tr").first).to_contain_text(re.compile("最优|排得出"))
    opened = Store.open(str(server.folder / "kehou.db"))
    tried = opened.scenarios(school)
    assert [one.scenario.base for one in tried] in ([None, "操场翻修"], ["操场翻修", None])
    assert opened.school(school).newest == 1  # trying changes nothing else
    opened.close()


def test_a_sweep_shows_its_answers_as_they_come_and_is_stopped(server: Server, page: Page, school: SchoolId) -> None:
    page.goto(f"{server.url}/shortages?school={school}")
    by_key(page, "sweep").click()
    work, heat = ".st-key-scenario-work", ".k-heat tbody"
    expect(page.locator(work)).to_be_visible()
    watch(page, work)
    watch(page, heat)
    until_shown(page, heat, 2, within=180)
    assert any("个有了答案" in said for said in shown(page, work))
    by_key(page, "stop").click()
    expect(page.locator(work)).to_have_count(0)
    expect(by_key(page, "sweep")).to_contain_text("接着算（已有")
    settled(page)  # until then the table may stand on the page twice, as it was and as it is
    rows = page.locator(".k-heat tbody tr").count()
    assert rows >= 2
    expect(by_key(page, "sweep")).to_contain_text(f"接着算（已有 {rows} ")
    opened = Store.open(str(server.folder / "kehou.db"))
    assert [job.state for job in opened.jobs(school)] == [JobState.STOPPED]
    opened.close()
    page.reload()
    expect(page.locator(".k-heat tbody tr")).to_have_count(rows)  # what was answered stays
