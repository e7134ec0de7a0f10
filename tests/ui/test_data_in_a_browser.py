"""数据 in a real browser: a cell is edited by keyboard, the wrong entry stays and is shown, a button cures it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from exchange.columns import SHEETS
from exchange.document import document_from_json, document_of_workbook
from store import SchoolId, Store
from tests.ui.editing.schools import JISU
from tests.ui.editing.test_saving import add
from tests.ui.server import Server

_HEAD, _ROW = 35, 33  # pixels of the table's head and of a row
_NAME = 140  # where the names stand


@pytest.fixture
def school(server: Server) -> SchoolId:
    opened = Store.open(str(server.folder / "kehou.db"))
    found = add(opened, JISU)
    opened.close()
    return found.id


def saved(server: Server, school: SchoolId) -> list[str]:
    """What the history says, the newest first."""
    opened = Store.open(str(server.folder / "kehou.db"))
    notes = [head.note.zh for head in opened.versions(school)]
    opened.close()
    return notes


def enter(page: Page, text: str, line: int | None = None) -> None:
    """Type another text over the name in a line, or over the selected cell, and go on to the next row."""
    cell = page.locator(".gdg-input")
    for _ in range(30):  # a busy machine may not have drawn the table yet, which is one canvas
        if line is not None:
            box = page.get_by_test_id("stDataFrame").locator("canvas").first.bounding_box()
            assert box is not None
            page.mouse.click(box["x"] + _NAME, box["y"] + _HEAD + _ROW * line + _ROW // 2)
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        if cell.count():
            break
    cell.fill(text)
    expect(cell).to_have_value(text)
    page.keyboard.press("Enter")
    expect(cell).to_have_count(0)


def open_tab(page: Page, server: Server, tab: str, sheet: str) -> None:
    """The screen, a tab of it, and the table of a sheet."""
    page.goto(f"{server.url}/data")
    page.locator(f".st-key-data-group-{tab} button").click()
    if tab != sheet:
        page.locator(f".st-key-data-open-{sheet} button").click()
    title = next(known.title.zh for known in SHEETS if known.key == sheet)
    expect(page.get_by_role("region", name=title, exact=True)).to_be_visible()
    still(page)


def still(page: Page) -> None:
    """Wait until the run of the page is over and the table drawn (nothing tells when a canvas is ready)."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_timeout(1000)


def test_an_entry_an_issue_a_cure_and_undo(server: Server, page: Page, school: SchoolId) -> None:
    open_tab(page, server, "clubs", "clubs")
    club = JISU.sheet("社团")
    assert club is not None
    name = club.text((2, 1))
    enter(page, "改了名的社团", line=0)
    expect(page.locator(".k-past").first).to_contain_text(f"改名 {name} → 改了名的社团")
    still(page)
    enter(page, "又一个社团")  # the selection went on to the next row, and the table kept the focus
    expect(page.locator(".k-past").first).to_contain_text("→ 又一个社团")
    assert len(saved(server, school)) == 3
    page.locator(".st-key-data-undo button").click()
    expect(page.locator(".k-past").first).to_contain_text("撤销：")
    page.locator(".st-key-data-undo button").click()
    expect(page.locator(".st-key-data-undo button")).to_be_disabled()
    opened = Store.open(str(server.folder / "kehou.db"))
    assert document_from_json(opened.version(school).document) == JISU
    opened.close()


@pytest.mark.usefixtures("school")
def test_a_new_name_is_followed_by_what_refers_to_it(server: Server, page: Page) -> None:
    open_tab(page, server, "homework", "subjects")
    enter(page, "语言文字", line=0)  # 语文 is gone, and everything that says 语文 refers to nothing
    expect(page.locator(".k-alert.err")).to_contain_text("还不能排课")
    expect(page.locator(".st-key-data-solve button").first).to_be_disabled()
    # The table answers an entry with a second message; of a click that falls between the two Streamlit makes nothing.
    still(page)
    page.locator(".st-key-data-follow-yes button").click()
    expect(page.locator(".k-past").first).to_contain_text("改名 语文 → 语言文字（")  # with the number of cells
    expect(page.locator(".k-alert.err")).to_have_count(0)
    expect(page.locator(".st-key-data-solve button").first).to_be_enabled()
    page.locator(".st-key-data-open-homework button").click()
    expect(page.locator(".st-key-data-sheet-on-homework")).to_be_visible()


def test_a_slip_is_shown_beside_its_row_and_a_button_mends_it(server: Server, page: Page, school: SchoolId) -> None:
    page.goto(f"{server.url}/data")
    page.get_by_role("textbox", name="每节巡查人数").fill("两三位")
    page.keyboard.press("Enter")
    expect(page.locator(".k-issue")).to_contain_text("“每节巡查人数”应为 0–20 的整数，现在是“两三位”。")
    expect(page.locator(".st-key-data-solve button").first).to_be_disabled()
    page.get_by_role("button", name="清空这一格").click()
    expect(page.locator(".k-issue")).to_have_count(0)
    assert saved(server, school)[0] == "清空 每节巡查人数（原为 两三位）"


def test_the_download_is_a_workbook_and_an_import_shows_what_it_changes(
    server: Server, page: Page, school: SchoolId, tmp_path: Path
) -> None:
    page.goto(f"{server.url}/data")
    with page.expect_download() as download:
        page.get_by_role("button", name="下载工作簿").click()
    path = tmp_path / "school.xlsx"
    download.value.save_as(path)
    assert document_of_workbook(path).document == JISU
    page.get_by_role("button", name="导入工作簿…").click()
    broken = Path(__file__).parent.parent.parent / "sample_inputs" / "broken.xlsx"
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(broken)
    expect(page.get_by_text("导入后会有这些变化：改 20 处")).to_be_visible()
    page.get_by_role("button", name="导入成第 2 版").click()
    expect(page.locator(".k-past").first).to_contain_text("导入 broken.xlsx：改 20 处")
    assert saved(server, school)[1] == "导入"


def test_two_pages_at_once_lose_nothing_and_write_nothing_of_their_own(
    server: Server, page: Page, school: SchoolId
) -> None:
    page.goto(f"{server.url}/data")
    second = page.context.new_page()
    second.goto(page.url)
    expect(second.get_by_role("textbox", name="师生比")).to_be_visible()
    page.get_by_role("textbox", name="每节巡查人数").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator(".k-past").first).to_contain_text("改 每节巡查人数 1 → 2")
    second.get_by_role("textbox", name="师生比").fill("45")
    second.keyboard.press("Enter")
    expect(second.locator(".st-key-data-clash")).to_contain_text("填 师生比 45")
    second.locator(".st-key-clash-both button").click()
    expect(second.locator(".k-past").first).to_contain_text("填 师生比 45")
    still(second)  # until then the field may stand on the page twice, as it was and as it is
    expect(second.get_by_role("textbox", name="师生比")).to_have_value("45")
    still(second)
    assert saved(server, school) == ["填 师生比 45", "改 每节巡查人数 1 → 2", "导入"]
