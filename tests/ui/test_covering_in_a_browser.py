"""调代课 in a real browser: from the illness to the notice that can be copied."""

import re

from playwright.sync_api import Page, expect

from models import Text
from store import Store
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from tests.ui.server import Server


def test_from_the_illness_to_the_notice(server: Server, page: Page) -> None:
    """周校长 is on patrol in both periods of 22 February, the first Monday; another leader is free each time."""
    store = Store.open(str(server.folder / "kehou.db"))
    problem = tiny_school()
    school = store.add_school("甲", "乙", document="", problem=problem, who="沈", note=Text("测", "t"))
    saved = store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=Text("测", "t"))
    page.goto(server.url)
    page.get_by_role("link", name="调代课").click()
    expect(page.locator("h1")).to_have_text(["调代课"])
    page.get_by_role("combobox", name="谁").click()
    page.get_by_role("option", name="周校长").click()
    page.get_by_label("事由").fill("开会")
    page.get_by_label("事由").press("Enter")
    page.get_by_role("button", name="看缺口").click()
    expect(page.get_by_text("缺口 2 处，最多能补上 2 处，只请 1 人")).to_be_visible()
    page.get_by_role("button", name="都用最优安排").click()
    page.get_by_role("button", name="记下，安排 2 处").click()
    notice = page.locator("code", has_text=re.compile(r"^周校长：1\. .*值班巡查 由.主任代，您不用到岗"))
    expect(notice.last).to_be_visible()  # the first one is in the folded box of all
    assert "Traceback" not in server.log
    kept = store.term_log(saved.id)
    assert kept is not None
    assert [c.kind for c in kept.log.changes] == ["absence", "substitution", "substitution"]
    store.close()
