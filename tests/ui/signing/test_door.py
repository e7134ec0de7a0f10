"""The door without a browser: who is asked, wrong passwords, two ways in, signing out, a changed password."""

import time
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit
from streamlit.testing.v1 import AppTest

from store import Access, Store
from tests.ui.looking import everything, keys, sound, words
from tests.ui.signing_in import OFFICE, PROBLEM, READER, filled, with_passwords
from ui.signing import door, visitor


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app is open to the network."""
    monkeypatch.setenv(visitor.NETWORK, "1")


def sign_in(app: AppTest, password: str, name: str = "") -> AppTest:
    """Type them and press the button."""
    sound(app.run())
    app.text_input(key="door-name").input(name)
    app.text_input(key="door-password").input(password)
    app.button(key="door-in").click()
    return sound(app.run())


def asked(app: AppTest) -> bool:
    """Whether the page asks for a password, and shows nothing else."""
    return any(each.key == "door-password" for each in app.text_input)


def test_without_the_opt_in_nobody_is_asked(app: AppTest, store: Store) -> None:
    with_passwords(store)
    assert not asked(sound(app.run()))
    assert "try-jisu" in keys(app)
    assert "sign-out" not in keys(app)
    assert "数据只在本机" in words(app)


@pytest.mark.usefixtures("network")
def test_in_the_network_nothing_is_to_be_seen_before_one_has_signed_in(app: AppTest, store: Store) -> None:
    with_passwords(store)
    kept = filled(store)
    app.query_params["school"] = kept.school.id
    app.query_params["timetable"] = kept.published.id
    assert asked(sound(app.run()))
    assert not app.sidebar.children
    assert "公开小学" not in everything(app)
    assert PROBLEM.teachers[0].id not in everything(app)


@pytest.mark.usefixtures("network")
def test_without_a_password_nobody_comes_in_and_it_is_said_how_to_set_one(app: AppTest, store: Store) -> None:
    filled(store)
    said = words(sound(app.run()))
    assert not asked(app)
    assert "start.py password office" in said
    assert "公开小学" not in said


@pytest.mark.usefixtures("network")
def test_six_wrong_passwords_bring_the_sentence_that_says_how_long_to_wait(app: AppTest, store: Store) -> None:
    with_passwords(store)
    assert "请输入密码" in words(sign_in(app, ""))
    for _ in range(4):
        assert "密码不对，请再输一次。" in words(sign_in(app, "wrong"))
    assert "密码不对。请等 15 秒再试。" in words(sign_in(app, "wrong"))
    assert "输错的次数多了：请等 1" in words(sign_in(app, OFFICE))
    assert asked(app)


@pytest.mark.usefixtures("network")
def test_the_office_sees_all_screens_and_its_name_is_recorded(app: AppTest, store: Store) -> None:
    with_passwords(store)
    said = words(sign_in(app, OFFICE, "沈老师"))
    assert "沈老师" in said
    app.button(key="try-jisu").click()
    sound(app.run())
    (school,) = store.schools()
    assert school.who == "沈老师"


@pytest.mark.usefixtures("network")
def test_the_way_in_leads_to_what_the_address_named(app: AppTest, store: Store) -> None:
    with_passwords(store)
    kept = filled(store)
    app.query_params["school"] = kept.school.id
    app.query_params["timetable"] = kept.draft.id
    sign_in(app, OFFICE)
    assert app.session_state["timetable"] == kept.draft.id


@pytest.mark.usefixtures("network")
def test_signing_out_leaves_nothing_for_the_next(app: AppTest, store: Store) -> None:
    with_passwords(store)
    kept = filled(store)
    app.session_state["language"] = "en"
    sign_in(app, OFFICE, "沈老师")
    app.session_state["school"] = kept.secret.id
    sound(app.run()).button(key="sign-out").click()
    assert asked(sound(app.run()))
    assert "school" not in app.session_state
    assert "Sign in" in words(app)  # but the language is the same
    assert asked(sound(app.run()))


@pytest.mark.usefixtures("network")
def test_a_changed_password_shows_the_door_at_the_next_click(app: AppTest, store: Store) -> None:
    with_passwords(store)
    assert not asked(sign_in(app, OFFICE))
    store.set_password(Access.OFFICE, "another-2026", who="沈")
    assert asked(sound(app.run()))


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("account", "seen"),
    [
        ({"email": "shen@school.edu.cn", "name": "沈老师"}, "office"),
        ({"email": "wang@school.edu.cn"}, "reader"),
        ({"email": "wang@school.edu.cn", "email_verified": False}, "nobody"),
        ({"email": "someone@elsewhere.cn"}, "nobody"),
        ({}, "nobody"),
        (None, "asked"),
    ],
)
def test_the_school_s_own_login(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch, account: Mapping[str, Any] | None, seen: str
) -> None:
    filled(store)
    app.secrets["auth"] = {"redirect_uri": "https://kehou.school.edu.cn/oauth2callback"}
    app.secrets["kehou"] = {"office": ["shen@school.edu.cn"], "reader": ["*@school.edu.cn"]}
    for module in (door, visitor):
        monkeypatch.setattr(module, "school_account", lambda: account)
    said = words(sound(app.run()))
    assert ("机密小学" in everything(app)) is (seen == "office")
    assert ("公开小学" in everything(app)) is (seen in ("office", "reader"))
    assert ("没有获准使用" in said) is (seen == "nobody")
    assert ("door-school" in keys(app)) is (seen == "asked")
    if seen == "reader":
        assert "wang@school.edu.cn" in said


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("mail", "hours", "let_in"),
    [
        ("shen@school.edu.cn", 11.9, True),  # the office for half a day, as by password
        ("shen@school.edu.cn", 12.1, False),
        ("wang@school.edu.cn", 29 * 24, True),  # a reader for a month
        ("wang@school.edu.cn", 31 * 24, False),
        ("shen@school.edu.cn", None, True),  # the provider does not say when
    ],
)
def test_the_school_s_own_login_holds_as_long_as_a_password_s(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch, mail: str, hours: float | None, let_in: bool
) -> None:
    filled(store)
    app.secrets["auth"] = {"redirect_uri": "https://kehou.school.edu.cn/oauth2callback"}
    app.secrets["kehou"] = {"office": ["shen@school.edu.cn"], "reader": ["*@school.edu.cn"]}
    claims: dict[str, object] = {"is_logged_in": True, "email": mail}
    if hours is not None:
        claims["iat"] = int(time.time() - hours * 3600)
    monkeypatch.setattr(streamlit, "user", SimpleNamespace(to_dict=lambda: claims))
    sound(app.run())
    assert ("公开小学" in everything(app)) is let_in
    assert ("door-school" in keys(app)) is not let_in
    assert "没有获准使用" not in words(app)


@pytest.mark.usefixtures("network")
def test_signing_out_of_the_school_s_own_login_tells_the_browser_in_every_run_until_it_has_left(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that follows at once takes back what the one before told the browser, which would stay signed in."""
    filled(store)
    app.secrets["auth"] = {"redirect_uri": "https://kehou.school.edu.cn/oauth2callback"}
    app.secrets["kehou"] = {"office": ["shen@school.edu.cn"]}
    claims: dict[str, object] = {"is_logged_in": True, "email": "shen@school.edu.cn"}
    told: list[str] = []

    def log_out() -> None:
        claims.clear()
        told.append("leave")

    monkeypatch.setattr(streamlit, "user", SimpleNamespace(to_dict=lambda: dict(claims)))
    monkeypatch.setattr(streamlit, "logout", log_out)
    sound(app.run()).button(key="sign-out").click()
    for _ in range(2):
        told.clear()
        assert "公开小学" not in everything(sound(app.run()))
        assert told
        assert "door-school" not in keys(app)


@pytest.mark.usefixtures("network")
def test_without_the_packages_of_the_school_s_own_login_that_is_said_and_the_password_still_opens(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_passwords(store)
    app.secrets["auth"] = {"redirect_uri": "https://kehou.school.edu.cn/oauth2callback"}
    monkeypatch.setattr(visitor, "find_spec", lambda name: None if name == "httpx" else object())
    said = words(sound(app.run()))
    assert "缺软件包" in said
    assert "start.py --network" in said
    assert "door-school" not in keys(app)
    assert not asked(sign_in(app, OFFICE))


def test_passwords_are_set_at_this_machine(app: AppTest, store: Store) -> None:
    sound(app.run()).text_input(key="password-office-new").input(OFFICE)
    app.text_input(key="password-office-again").input("something else")
    app.button(key="password-office-set").click()
    assert "两次输入不一样" in words(sound(app.run()))
    for key in ("new", "again"):
        app.text_input(key=f"password-office-{key}").input(OFFICE)
    app.button(key="password-office-set").click()
    sound(app.run())
    assert store.sign_in(OFFICE, name="", address=None)[1].access is Access.OFFICE
    app.button(key="password-office-remove").click()
    sound(app.run())
    assert not store.has_password(Access.OFFICE)


@pytest.mark.usefixtures("network")
def test_in_the_network_nobody_sets_a_password(app: AppTest, store: Store) -> None:
    with_passwords(store)
    sign_in(app, OFFICE)
    assert not [each for each in app.text_input if "password" in (each.key or "")]
    assert "start.py password office" in words(app)


@pytest.mark.usefixtures("network")
def test_a_reader_signs_in(app: AppTest, store: Store) -> None:
    with_passwords(store)
    filled(store)
    said = words(sign_in(app, READER))
    assert "机密" not in everything(app)
    assert "已发布 1 · 定稿" in said
    assert "查看身份，只读" in said
