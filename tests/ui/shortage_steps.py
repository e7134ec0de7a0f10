"""The steps on 缺口与方案, as one person takes them in a browser; each leaves the page settled."""

from playwright.sync_api import Page, expect

from tests.ui.browsing import by_key, settled

HEADLINE = ".k-headline"


def close_a_room(page: Page, room: str, name: str) -> None:
    """A scenario in which this room is closed, made by hand on 缺口与方案 and asked about from then on."""
    by_key(page, "scenario-new").click()
    choose(page, "scenario-kind-0", "场地停用")
    choose(page, "scenario-thing-0-room_closed", room)
    by_key(page, "scenario-add").click()
    expect(page.locator(".st-key-scenario-change-0")).to_contain_text(room)
    box = page.get_by_label("方案名称")
    box.fill(name)
    box.press("Enter")
    by_key(page, "scenario-save").click()
    expect(page.locator(".k-chips")).to_contain_text(room)
    settled(page)


def choose(page: Page, key: str, option: str) -> None:
    """Take an option of a box."""
    box = page.locator(f".st-key-{key}")
    box.get_by_role("combobox").click()
    page.get_by_role("option", name=option, exact=True).click()
    expect(box.get_by_role("combobox")).to_have_value(option)
    settled(page)


def explain(page: Page) -> None:
    """Ask why, and wait for the answer."""
    by_key(page, "explain").click()
    expect(page.locator(HEADLINE)).to_be_visible(timeout=180_000)
    # The first answers are shown while it goes on: ways out, and of each whom it concerns, within a minute and a half.
    expect(page.locator(".st-key-scenario-work")).to_have_count(0, timeout=300_000)
    settled(page)
