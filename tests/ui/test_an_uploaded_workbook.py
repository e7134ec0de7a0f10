"""A school's own workbook in a real browser: mistakes with their cells, then saved, then what a new one changes."""

from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from store import Store
from tests.ui.server import ROOT, Server


def test_mistakes_are_listed_and_changes_shown_before_anything_is_saved(
    server: Server, page: Page, tmp_path: Path
) -> None:
    """broken.xlsx has twenty mistakes. The second file is yayao with one more room, and nothing else."""
    changed = tmp_path / "yayao-2.xlsx"
    book = load_workbook(ROOT / "sample_inputs" / "yayao.xlsx")
    book["场地"].append(["新教室", 50])
    book.save(changed)
    page.goto(server.url)
    chosen = page.locator(".st-key-new-school input[type=file]").first
    chosen.set_input_files(ROOT / "sample_inputs" / "broken.xlsx")
    expect(page.locator(".st-key-new-school .k-alert")).to_contain_text("有 20 处错误要改")
    expect(page.locator(".k-issues")).to_contain_text("学校 B5")
    chosen.set_input_files(ROOT / "sample_inputs" / "yayao.xlsx")
    page.get_by_text("存为新学校，去排课").click()
    expect(page.locator("h1")).to_have_text(["排课"])
    page.get_by_role("link", name="学校").click()
    page.locator(".st-key-new-school input[type=file]").first.set_input_files(changed)
    expect(page.locator(".st-key-new-school .k-unmet")).to_contain_text("场地 新增 1 行")
    store = Store.open(str(server.folder / "kehou.db"))
    (school,) = store.schools()
    assert (school.name, school.newest) == ("崖窑小学", 1)
    page.get_by_text("存为“崖窑小学”的第 2 版").click()
    expect(page.locator("h1")).to_have_text(["排课"])
    second = store.version(school.id)
    first = store.version(school.id, 1)
    assert second.problem is not None
    assert first.problem is not None
    assert [room.id for room in second.problem.rooms if room not in first.problem.rooms] == ["新教室"]
    assert "上传 yayao-2.xlsx" in second.note.zh
    store.close()
