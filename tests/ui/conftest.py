"""What tests of the screens share: a store of their own, the app without a browser, a server and a browser."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from streamlit.testing.v1 import AppTest

from store import Store
from tests.ui.server import ROOT, Server
from ui.desk import forget

expect.set_options(timeout=60_000)  # other tests may be using the processors
_HERE = re.compile(r"(https?|wss?)://127\.0\.0\.1[:/]|data:|blob:|about:")


@pytest.fixture(autouse=True)
def same_main() -> Iterator[None]:
    """Streamlit puts its own script in the place of `__main__` and leaves it there; a process that a later test starts
    would run that script first."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for what the app keeps."""
    monkeypatch.setenv("KEHOU_DATA", str(tmp_path))
    monkeypatch.delenv("KEHOU_STORE", raising=False)
    forget()
    yield tmp_path
    forget()


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    """The app's own store, opened beside it."""
    opened = Store.open(str(data_folder / "kehou.db"))
    yield opened
    opened.close()


@pytest.fixture
def app(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    """The whole app, without a browser, not run yet."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The app as people start it, on a free port of this machine, with an empty data folder."""
    with Server(tmp_path / "data") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium (or a Chrome); skipped where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no chromium on this machine: apt install chromium to run the browser tests")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a Chinese PC, from which no request may leave the machine: any that does fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    opened = context.new_page()
    opened.set_default_timeout(60_000)
    outside: list[str] = []
    context.on("request", lambda request: None if _HERE.match(request.url) else outside.append(request.url))
    opened.on("websocket", lambda socket: None if _HERE.match(socket.url) else outside.append(socket.url))
    yield opened
    context.close()
    assert not outside, f"left the machine: {outside}"
