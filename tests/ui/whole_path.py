"""The steps of the whole path through the app, as one person takes them in a browser; each leaves the page settled."""

from contextlib import suppress
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as NotInTimeError

from tests.ui.browsing import by_key, downloaded, go_to, settled, shown, until_shown, watch

FIGURES, HEADLINE = ".k-figures", ".k-headline"


def load_sample(page: Page, url: str, key: str) -> None:
    """From nothing to the screen 排课 of a sample school."""
    page.goto(url)
    by_key(page, f"try-{key}").click()
    expect(page.locator("h1")).to_have_text(["排课"])
    settled(page)


def slip_and_cure(page: Page) -> None:
    """A wrong entry is kept as it was typed, said beside its place, and put right by the button of its cure."""
    go_to(page, "数据")
    box = page.get_by_role("textbox", name="每节巡查人数")
    expect(box).to_have_value("1")
    box.fill("两三位")
    box.press("Enter")
    expect(page.locator(".k-issue")).to_contain_text("“每节巡查人数”应为 0–20 的整数，现在是“两三位”。")
    expect(by_key(page, "data-solve")).to_be_disabled()
    page.get_by_role("button", name="清空这一格").click()
    expect(page.locator(".k-issue")).to_have_count(0)
    settled(page)  # until then the field stands on the page twice, as it was and as it is
    expect(box).to_have_value("")
    box.fill("1")
    box.press("Enter")
    expect(page.locator(".k-past").first).to_contain_text("填 每节巡查人数 1")
    expect(by_key(page, "data-solve")).to_be_enabled()
    settled(page)


def solve_and_watch(page: Page, *, ends: str) -> list[str]:
    """The search with its figures as they stood one after the other; `ends`: what the sentence says when it is over."""
    by_key(page, "start").click()
    watch(page, FIGURES)
    watch(page, HEADLINE)
    expect(page.locator(HEADLINE)).to_contain_text(ends, timeout=180_000)
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    settled(page)
    return list(shown(page, FIGURES))


def stop_at_the_first(page: Page) -> str:
    """A search is begun anew and stopped as soon as there is a timetable; what is said then."""
    page.get_by_text("从头再排一次").click()
    watch(page, FIGURES)
    page.wait_for_timeout(1000)  # the page asks once a second how the search stands, and once more after its end
    settled(page)
    by_key(page, "anew").click()
    until_shown(page, FIGURES, 2)
    stop = by_key(page, "stop")
    expect(page.locator(FIGURES)).to_contain_text("违反", timeout=180_000)  # there is a timetable
    if stop.is_visible() and stop.is_enabled():
        with suppress(NotInTimeError):  # a fast machine has proved it by now, and the button is gone
            stop.click(timeout=15_000)
    expect(page.locator(HEADLINE)).not_to_contain_text("正在", timeout=120_000)
    settled(page)
    return page.locator(HEADLINE).inner_text()


def lock(page: Page, cell: Locator, reason: str) -> None:
    """Click a session and lock it with a reason; the mark is on the grid at once."""
    cell.click()
    panel = page.locator(".st-key-panel")
    box = panel.get_by_label("理由（必填，会印在变更记录里）")
    box.fill(reason)
    box.press("Enter")
    by_key(page, "panel-lock-do").click()
    expect(cell.locator(".locked")).to_have_attribute("title", f"人工锁定　教导处：{reason}")
    settled(page)


def move_until_broken_and_helped(page: Page, cells: list[str]) -> str:
    """Put sessions of a class in one another's place until that breaks something for which there is a way.

    Brings what is said of the break; the way is shown then.
    """
    panel = page.locator(".st-key-panel")
    for here in cells:
        for there in cells:
            if here == there:
                continue
            page.locator(f'[data-key="{here}"]').focus()
            page.keyboard.press("m")
            expect(page.locator(".kehou-said")).to_contain_text("正在移动")
            page.locator(f'[data-key="{there}"]').focus()
            page.keyboard.press("Enter")
            expect(panel).to_contain_text("提议的改动")
            expect(panel).to_contain_text("重排其余部分")  # the last part of the panel
            settled(page)
            said = panel.inner_text()
            if "会违反" in said and by_key(page, "panel-see-0").count():
                by_key(page, "panel-see-0").click()
                return said
            by_key(page, "panel-leave").click()
            expect(panel).not_to_contain_text("提议的改动")
            settled(page)
    raise AssertionError("no move of these breaks anything that could be helped")


def agree(page: Page) -> None:
    """What is proposed becomes a draft."""
    by_key(page, "panel-apply").click()
    expect(page.locator(".st-key-timetable-done")).to_contain_text("已存为草稿")
    settled(page)


def open_workbook(page: Page, folder: Path) -> list[str]:
    """Download the workbook of results on 发放; the names of its sheets."""
    book = load_workbook(downloaded(page, by_key(page, "handouts-results"), folder))
    assert all(sheet.max_row > 1 for sheet in book.worksheets)
    return book.sheetnames


def open_pdf(page: Page, key: str, folder: Path) -> bytes:
    """Download a PDF on 发放."""
    return downloaded(page, by_key(page, f"handouts-{key}"), folder).read_bytes()
