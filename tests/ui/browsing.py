"""What tests with a real browser share: waiting for a run to be over, keys of buttons, files, what a page has shown."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.ui.looking import until

_WATCH = """([key, where]) => {
  const seen = (window[key] = []);
  const look = () => {
    const found = document.querySelector(where);
    const said = found ? found.innerText.trim() : '';
    if (said && seen[seen.length - 1] !== said) seen.push(said);
  };
  look();
  new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""


def by_key(page: Page, key: str) -> Locator:
    """The button of a key of the app."""
    return page.locator(f".st-key-{key} button").first


def settled(page: Page) -> None:
    """Wait until no run of the page's script is going on, and none follows at once, as after a reload."""
    for _ in range(2):
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        page.wait_for_timeout(100)


def go_to(page: Page, link: str, title: str | None = None) -> None:
    """To another screen by the side bar, and wait until it is drawn."""
    page.get_by_role("link", name=link, exact=True).click()
    expect(page.locator("h1")).to_have_text(title or link)
    settled(page)


def watch(page: Page, where: str) -> None:
    """Write down from now on every different text that this part of the page shows, however short."""
    page.evaluate(_WATCH, ["seen:" + where, where])


def shown(page: Page, where: str) -> Sequence[str]:
    """What it has shown since."""
    return [str(said) for said in page.evaluate("key => window[key] || []", "seen:" + where)]


def downloaded(page: Page, button: Locator, folder: Path) -> Path:
    """The file that a button gives."""
    settled(page)  # a button that is drawn anew while it is pressed gives nothing
    expect(button).to_be_enabled()
    with page.expect_download() as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def until_shown(page: Page, where: str, times: int, within: float = 120) -> None:
    """Wait until that part of the page has shown so many different texts."""
    until(lambda: len(shown(page, where)) >= times, within, lambda: page.wait_for_timeout(50))
