"""The whole path in a real browser, in one visit: data, search, lock, change by hand, shortage, way out, handouts."""

from pathlib import Path

from playwright.sync_api import Page, expect

from exchange.document import document_from_json
from store import JobState, Store, TimetableState
from tests.ui import shortage_steps
from tests.ui import whole_path as steps
from tests.ui.browsing import by_key, go_to, settled
from tests.ui.server import Server


def test_from_a_sample_to_what_is_handed_out(server: Server, page: Page, tmp_path: Path) -> None:
    steps.load_sample(page, server.url, "jisu")
    steps.slip_and_cure(page)
    go_to(page, "排课")
    figures = steps.solve_and_watch(page, ends="已证最优：偏好代价 125")
    assert len(figures) > 1, figures  # they changed while it ran
    assert "125" in figures[-1]
    said = steps.stop_at_the_first(page)
    assert "偏好代价" in said or "可用课表" in said, said

    by_key(page, "lead-on").click()
    expect(page.locator(".kehou-grid")).to_be_visible()
    settled(page)
    club = page.locator('[data-key*="cross_class"]').first
    steps.lock(page, club, "展演由他带队")
    classes = page.locator('[data-key*="/homework/一1"]')
    cells = [str(classes.nth(n).get_attribute("data-key")) for n in range(classes.count())]
    broken = steps.move_until_broken_and_helped(page, cells)
    assert "需告知" in broken
    expect(page.locator(".st-key-panel")).to_contain_text("不违反硬性规则")
    steps.agree(page)

    go_to(page, "缺口与方案")
    shortage_steps.close_a_room(page, "操场", "操场翻修")
    shortage_steps.explain(page)
    expect(page.locator(steps.HEADLINE)).to_contain_text("排不出，已证明")
    by_key(page, "try-0").click()
    expect(page.locator(".k-chips")).to_be_visible()
    by_key(page, "solve-scenario").click()
    # While the page is drawn anew the old table may still stand beside the new one.
    beside = page.locator(".st-key-scenario-beside").last
    expect(beside).to_contain_text("操场翻修＋补救", timeout=180_000)

    go_to(page, "发放")
    assert "结论" in steps.open_workbook(page, tmp_path)
    assert steps.open_pdf(page, "people", tmp_path).startswith(b"%PDF")
    assert "Traceback" not in server.log
    _kept(server)


def _kept(server: Server) -> None:
    """What the store holds after that visit: nothing lost, nothing twice."""
    store = Store.open(str(server.folder / "kehou.db"))
    (school,) = store.schools()
    notes = [head.note.zh for head in store.versions(school.id)]
    assert notes[0].startswith("锁定")
    assert [note for note in notes if "两三位" in note]
    problem = store.version(school.id).problem
    assert problem is not None
    assert "展演由他带队" in {pin.reason for pin in problem.pins}
    assert document_from_json(store.version(school.id).document).sheets
    drafts = store.timetables(school.id)
    assert [head.number for head in drafts] == [3, 2, 1]
    assert {(head.state, head.broken) for head in drafts} == {(TimetableState.DRAFT, 0)}
    assert JobState.FAILED not in {job.state for job in store.jobs(school.id)}
    assert "操场翻修" in [one.scenario.name for one in store.scenarios(school.id)]
    store.close()
