"""A real browser in the school's network: signing in, what a reader reaches, waiting; by default nobody is asked."""

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Cookie, Page, expect

from store import Store
from tests.ui.browsing import settled
from tests.ui.looking import until
from tests.ui.server import Server
from tests.ui.signing_in import OFFICE, READER, Kept, filled, with_passwords

OTHER_INTERFACE = "127.0.0.2"
"""Of this machine as well, but not the address at which the app listens: who listens everywhere listens here too."""


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """What is in the store when the server starts."""
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store.open(str(folder / "kehou.db"))
    with_passwords(store)
    made = filled(store)
    store.close()
    return made


@pytest.fixture
def network(kept: Kept, tmp_path: Path) -> Iterator[Server]:  # noqa: ARG001  first it is filled
    with Server(tmp_path / "data", network=True) as running:
        yield running


def sign_in(page: Page, password: str, name: str = "") -> None:
    page.get_by_label("怎么称呼您").fill(name)
    page.get_by_label("密码", exact=True).fill(password)
    page.locator(".st-key-door-in button").click()


def cookies(page: Page) -> list[Cookie]:
    """What the browser keeps of ours."""
    return [cookie for cookie in page.context.cookies() if cookie["name"] == "kehou_sign_in"]


def listens_at(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(5)
        return probe.connect_ex((address, port)) == 0


def test_a_reader_sees_what_is_published_and_reaches_nothing_else(network: Server, page: Page, kept: Kept) -> None:
    page.goto(f"{network.url}/timetable?school={kept.school.id}&timetable={kept.draft.id}")
    expect(page.get_by_label("密码", exact=True)).to_be_visible()
    assert "公开小学" not in page.content()
    sign_in(page, READER, "王老师")
    expect(page.locator("h1")).to_have_text(["课表"])  # alone: while a page is drawn, the one before may still stand
    expect(page.locator(".k-top")).to_contain_text("已发布 1 · 定稿")  # and not the draft of the address
    expect(page.locator(".kehou-grid")).to_be_visible()
    expect(page.locator(".st-key-foot")).to_contain_text("王老师")
    until(lambda: bool(cookies(page)), rest=lambda: page.wait_for_timeout(50))
    (kept_cookie,) = cookies(page)
    assert (kept_cookie["httpOnly"], kept_cookie["sameSite"]) == (True, "Strict")
    assert "kehou" not in page.evaluate("document.cookie")
    expect(page.locator('[data-testid="stPageLink-NavLink"]')).to_have_text(["课表", "发放"])
    page.locator(".kehou-grid .session").first.click()
    expect(page.locator(".st-key-panel h2").first).to_be_visible()
    expect(page.locator(".st-key-panel")).not_to_contain_text("锁定")
    expect(page.locator(".st-key-panel")).not_to_contain_text("换成别人")
    for screen in ("data", "rules", "solve", "shortages", "workload"):
        page.goto(f"{network.url}/{screen}?school={kept.secret.id}")  # the browser is not asked anew
        expect(page.locator("h1")).to_have_text(["这一页归教导处"])
        assert "机密" not in page.content()
    page.goto(f"{network.url}/schools")
    expect(page.locator("h1")).to_have_text(["课表"])
    page.goto(f"{network.url}/handouts")
    with page.expect_download() as download:
        page.locator(".st-key-handouts-people button").click()
    assert "已发布 1" in download.value.suggested_filename
    assert "草稿" not in page.content()
    page.locator(".st-key-sign-out button").click()
    expect(page.get_by_label("密码", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_label("密码", exact=True)).to_be_visible()
    until(lambda: not cookies(page), rest=lambda: page.wait_for_timeout(50))  # the browser has forgotten it too
    assert "Traceback" not in network.log


def wrong_ones(folder: Path) -> int:
    """How many wrong passwords the store has counted."""
    with closing(sqlite3.connect(folder / "kehou.db")) as store:
        return int(store.execute("SELECT coalesce(max(wrong), 0) FROM wrong_password").fetchone()[0])


def test_six_wrong_passwords_must_wait_and_then_the_office_comes_in(
    network: Server, page: Page, tmp_path: Path
) -> None:
    page.goto(network.url)
    for number in range(5):
        sign_in(page, f"wrong {number}")
        said = "请等 15 秒再试" if number == 4 else "密码不对，请再输一次"
        # The words may still be those of the last try, and a click while that one is answered may be lost.
        until(lambda number=number: wrong_ones(tmp_path / "data") == number + 1)  # type: ignore[misc]
        settled(page)
        expect(page.locator(".st-key-door .k-alert.err")).to_contain_text(said)
        expect(page.locator(".st-key-door-in button")).to_be_enabled()
    sign_in(page, OFFICE)
    expect(page.locator(".st-key-door .k-alert.err")).to_contain_text("输错的次数多了：请等")
    expect(page.get_by_role("button", name="登录")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(15_000)  # the server's own clock cannot be moved from here
    sign_in(page, OFFICE, "沈老师")
    expect(page.locator("h1")).to_have_text(["学校"])
    expect(page.locator(".st-key-foot")).to_contain_text("沈老师")
    second = page.context.new_page()
    second.goto(f"{network.url}/data")
    expect(second.locator("h1")).to_have_text(["数据"])  # another tab is not asked
    page.locator(".st-key-sign-out button").click()  # in the tab that has not been loaded anew since
    expect(page.get_by_label("密码", exact=True)).to_be_visible()
    until(lambda: not cookies(page), rest=lambda: page.wait_for_timeout(50))
    second.reload()
    expect(second.get_by_label("密码", exact=True)).to_be_visible()


def test_by_default_nobody_is_asked_and_it_listens_on_this_machine_alone(
    kept: Kept, tmp_path: Path, page: Page
) -> None:
    with Server(tmp_path / "data") as running:
        page.goto(f"{running.url}/timetable?school={kept.school.id}&timetable={kept.draft.id}")
        expect(page.locator("h1")).to_have_text(["课表"])
        expect(page.get_by_label("密码", exact=True)).to_have_count(0)
        assert listens_at("127.0.0.1", running.port)
        assert not listens_at(OTHER_INTERFACE, running.port)


def test_with_the_opt_in_it_listens_elsewhere_too(network: Server) -> None:
    """Or else the test above could not fail."""
    assert listens_at(OTHER_INTERFACE, network.port)
