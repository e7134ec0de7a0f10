"""The school's own login for real: a provider on this machine, Streamlit's OpenID Connect, and who may do what."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from store import Store
from tests.ui.openid_provider import Provider
from tests.ui.server import Server
from tests.ui.signing_in import Kept, filled

OFFICE, TEACHER, STRANGER, UNVERIFIED = "shen@school.cn", "wang@school.cn", "x@other.cn", "li@school.cn"
LISTS = f'office = ["{OFFICE}"]\nreader = ["*@school.cn"]'


@pytest.fixture
def provider() -> Iterator[Provider]:
    accounts: dict[str, dict[str, object]] = {
        OFFICE: {"name": "沈老师"}, TEACHER: {"name": "王老师"}, STRANGER: {}, UNVERIFIED: {"email_verified": False}
    }  # fmt: skip
    with Provider(accounts) as running:
        yield running


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """What is in the store when the server starts; no password was ever set."""
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store.open(str(folder / "kehou.db"))
    made = filled(store)
    store.close()
    return made


@pytest.fixture
def network(kept: Kept, provider: Provider, tmp_path: Path) -> Iterator[Server]:  # noqa: ARG001  first it is filled
    server = Server(tmp_path / "data", network=True)
    server.secrets = tmp_path / "secrets.toml"
    server.secrets.write_text(provider.secrets_toml(server.url, LISTS), encoding="utf-8")
    with server as running:
        yield running


def come_in(page: Page, account: str) -> None:
    """From the door to the provider, choose an account there, and back."""
    page.locator(".st-key-door-school button").click()
    page.get_by_role("link", name=account).click()


def test_an_account_of_the_office_edits_and_one_of_a_teacher_reads(
    network: Server, page: Page, kept: Kept, provider: Provider, tmp_path: Path
) -> None:
    page.goto(f"{network.url}/data?school={kept.secret.id}")
    expect(page.locator(".st-key-door")).to_be_visible()
    assert "机密小学" not in page.content()
    come_in(page, OFFICE)
    expect(page.locator("h1")).to_have_text(["学校"])
    expect(page.locator(".st-key-foot")).to_contain_text("沈老师")
    expect(page.get_by_text("机密小学").first).to_be_visible()
    page.reload()
    expect(page.locator("h1")).to_have_text(["学校"])  # the browser is not asked anew
    page.get_by_text("示例学校", exact=True).click()
    page.locator(".st-key-try-jisu button").click()
    expect(page.locator("h1")).not_to_have_text(["学校"])
    store = Store.open(str(tmp_path / "data" / "kehou.db"))
    assert store.schools()[0].who == "沈老师"  # who has added it, by the name of the account
    store.close()
    page.locator(".st-key-sign-out button").click()
    expect(page.locator(".st-key-door-school")).to_be_visible()
    expect(page.get_by_text("机密小学")).to_have_count(0)  # the browser leaves for the provider and comes back
    page.reload()
    expect(page.locator(".st-key-door-school")).to_be_visible()
    assert "机密小学" not in page.content()
    come_in(page, TEACHER)
    expect(page.locator("h1")).to_have_text(["课表"])
    expect(page.locator(".k-top")).to_contain_text("已发布 1 · 定稿")
    expect(page.locator('[data-testid="stPageLink-NavLink"]')).to_have_text(["课表", "发放"])
    page.goto(f"{network.url}/data?school={kept.secret.id}")
    expect(page.locator("h1")).to_have_text(["这一页归教导处"])
    assert "机密" not in page.content()
    assert provider.tokens == 2
    assert "Traceback" not in network.log


@pytest.mark.parametrize("account", [STRANGER, UNVERIFIED])
def test_any_other_account_is_told_so_and_can_be_changed(network: Server, page: Page, account: str) -> None:
    page.goto(network.url)
    come_in(page, account)
    expect(page.locator(".st-key-door .k-alert.err")).to_contain_text(
        f"学校账号 {account} 没有获准使用，请联系教导处。"
    )
    assert "公开小学" not in page.content()
    page.locator(".st-key-door-other button").click()
    expect(page.locator(".st-key-door-school")).to_be_visible()
    come_in(page, TEACHER)
    expect(page.locator("h1")).to_have_text(["课表"])
    assert "Traceback" not in network.log


def test_where_the_provider_cannot_be_reached_that_is_said_and_one_comes_back(
    kept: Kept,  # noqa: ARG001  first it is filled
    page: Page,
    tmp_path: Path,
) -> None:
    server = Server(tmp_path / "data", network=True)
    server.secrets = tmp_path / "secrets.toml"
    with Provider({}) as gone:
        server.secrets.write_text(gone.secrets_toml(server.url, LISTS), encoding="utf-8")
    with server:
        page.goto(server.url)
        page.locator(".st-key-door-school button").click()
        expect(page.get_by_text("学校账号登录现在用不了")).to_be_visible()
        page.get_by_role("link", name="返回").click()
        expect(page.locator(".st-key-door-school")).to_be_visible()
