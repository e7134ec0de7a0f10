"""How long one waits in the browser: `python -m benchmarks.screens [--classes 60] [--repeats 12]`; needs chromium.

A usual school with its hidden timetable in a store of its own. Times are measured in the page, from the click until
the answer stands there, and until nothing is at work any more (suggestions come after what a change breaks).
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import ROOT, machine
from benchmarks.schools import planted
from exchange.document import document_json, document_of
from exchange.normal import normal
from models import Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from store import Store

SCREENS = ("数据", "规则", "课表", "工作量", "学期", "发放")
_NOTE = Text("测", "benchmark")
_TIMED = """async ([target, where, wanted]) => {
  const still = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== 'notRunning';
  const said = () => { const found = document.querySelector(where); return found ? found.innerText : ''; };
  const before = said(), begun = performance.now();
  target.click();
  const pause = () => new Promise(done => setTimeout(done, 4));
  let shown = 0;
  while (performance.now() - begun < 60000) {
    await pause();
    if (!shown && said() !== before && new RegExp(wanted).test(said())) shown = performance.now() - begun;
    if (shown && !still()) return [shown, performance.now() - begun];
  }
  return [60000, 60000];
}"""


def main(arguments: list[str]) -> None:
    """A table of milliseconds: the median and the most."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screens", description=__doc__)
    parser.add_argument("--classes", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=12)
    chosen = parser.parse_args(arguments)
    print(machine())
    print("| classes | what | shown: median ms | most | all done: median | most |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    with (
        tempfile.TemporaryDirectory(prefix="kehou-") as folder,
        _app(Path(folder), chosen.classes) as url,
        _page() as page,
    ):
        for what, times in _waits(page, url, chosen.repeats):
            shown, done = zip(*times, strict=True)
            figures = " | ".join(f"{f:.0f}" for f in (median(shown), max(shown), median(done), max(done)))
            print(f"| {chosen.classes} | {what} | {figures} |", flush=True)


@contextmanager
def _app(folder: Path, classes: int) -> Iterator[str]:
    """The app as people start it, with the school in its store; brings its address."""
    problem, timetable = planted(classes, 1, "usual")
    problem = normal(problem, rule_cards())
    store = Store.open(str(folder / "kehou.db"))
    document = document_json(document_of(problem, rule_cards()))
    school = store.add_school("试", "一", document=document, problem=problem, who="-", note=_NOTE)
    verdict = audit(problem, timetable)
    store.save_timetable(school.id, timetable, version=1, who="-", note=_NOTE, verdict=verdict)
    store.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    environment = {**os.environ, "KEHOU_DATA": str(folder)}
    environment.pop("KEHOU_STORE", None)
    process = subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        _until_it_answers(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _until_it_answers(url: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the app did not start")


@contextmanager
def _page() -> Iterator[Page]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise SystemExit("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1440, "height": 900}, locale="zh-CN")
        browser.close()


def _waits(page: Page, url: str, repeats: int) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    page.goto(f"{url}/timetable")
    page.wait_for_selector(".kehou-grid")
    for screen in SCREENS:  # each once before: what is kept between visits is made then
        _go(page, screen)
    for screen in SCREENS:
        times = []
        for _ in range(max(3, repeats // 3)):
            _go(page, "排课")
            times.append(_go(page, screen))
        yield f"open {screen}", times
    _go(page, "课表")
    page.wait_for_selector(".kehou-grid [data-key*='/homework/']")
    cells = page.locator(".kehou-grid [data-key]").evaluate_all("all => all.map(one => one.dataset.key)")
    random = Random(1)
    chosen = random.sample([key for key in cells if "/homework/" in key or "/cross_class/" in key], repeats)
    yield "click on a session: why", [_timed(page, f'[data-key="{key}"]', ".st-key-panel", "为什么") for key in chosen]
    tried = []
    for key in chosen:
        _timed(page, f'[data-key="{key}"]', ".st-key-panel", "为什么")
        buttons = page.locator('[class*="st-key-panel-try-"] button').count()
        if buttons:
            tried.append(_timed(page, '[class*="st-key-panel-try-"] button', ".st-key-panel", "提议的改动[^]*违反"))
            _timed(page, ".st-key-panel-leave button", ".st-key-panel", "为什么")
    yield "try somebody else: what breaks", tried


def _go(page: Page, screen: str) -> tuple[float, float]:
    return _timed(page, f'[data-testid="stPageLink-NavLink"]:has-text("{screen}")', "h1", screen)


def _timed(page: Page, selector: str, where: str, wanted: str) -> tuple[float, float]:
    shown, done = page.evaluate(_TIMED, [page.locator(selector).first.element_handle(), where, wanted])
    return float(shown), float(done)


if __name__ == "__main__":
    main(sys.argv[1:])
