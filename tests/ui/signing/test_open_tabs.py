"""A tab that stays open: what it may still do once the password was changed, and how often a run asks who is here."""

import pytest
from streamlit.testing.v1 import AppTest

from store import Access, SignIn, Store
from tests.ui.editing.schools import BROKEN
from tests.ui.editing.test_saving import add
from tests.ui.looking import sound, words
from tests.ui.signing.test_door import asked, sign_in
from tests.ui.signing_in import OFFICE, filled, with_passwords
from ui import schools
from ui.desk import Desk, desk
from ui.signing import visitor


@pytest.fixture(autouse=True)
def _network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app is open to the network."""
    monkeypatch.setenv(visitor.NETWORK, "1")


def test_a_password_that_is_changed_while_a_page_is_at_work_lets_it_write_nothing(
    app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_passwords(store)
    sign_in(app, OFFICE)

    def desk_and_then_a_new_password() -> Desk:
        now = desk()
        store.set_password(Access.OFFICE, "another-2026", who="沈")
        return now

    monkeypatch.setattr(schools, "desk", desk_and_then_a_new_password)
    app.button(key="try-jisu").click()
    assert "没有保存：您已经不在登录状态" in words(app.run())
    assert store.schools() == ()
    assert asked(sound(app.run()))


def _data_or_the_door() -> None:
    """As app.py does it, for this screen alone."""
    import streamlit as st

    from ui.data import page
    from ui.desk import open_store
    from ui.signing.visitor import visitor_of

    if visitor_of(open_store()) is None:
        st.html("the door")
    else:
        page()


def test_a_callback_after_the_password_was_changed_changes_nothing_and_leads_to_the_door(store: Store) -> None:
    with_passwords(store)
    school = add(store, BROKEN)
    screen = AppTest.from_function(_data_or_the_door, default_timeout=60)
    screen.session_state["signed-in"], _ = store.sign_in(OFFICE, name="沈", address=None)
    sound(screen.run()).button(key="data-group-teachers").click()
    sound(screen.run()).button(key="fix-0-0").click()
    assert "the door" not in words(sound(screen.run()))
    assert store.school(school.id).newest == 2
    store.set_password(Access.OFFICE, "another-2026", who="沈")
    screen.button(key="data-undo").click()
    assert "the door" in words(sound(screen.run()))
    assert store.school(school.id).newest == 2


def test_a_run_asks_the_store_once_who_is_here(app: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with_passwords(store)
    filled(store)
    sign_in(app, OFFICE)
    asked_for: list[str] = []
    signed_in = Store.signed_in

    def count(self: Store, token: str) -> SignIn | None:
        asked_for.append(token)
        return signed_in(self, token)

    monkeypatch.setattr(Store, "signed_in", count)
    sound(app.run())
    assert len(asked_for) == 1
    sound(app.run())
    assert len(asked_for) == 2  # and the next run asks anew


def _a_part_that_is_drawn_again_alone() -> None:
    """It was handed the desk by the run before; meanwhile the password was taken away."""
    import streamlit as st

    from store import Access
    from ui.desk import desk, open_store, still_here
    from ui.signing.visitor import visitor_of

    if visitor_of(open_store()) is None:
        st.html("the door")
        return
    now = desk()
    still_here(now)
    st.html("first")
    open_store().remove_password(Access.OFFICE)
    still_here(now)
    st.html("second")


def test_a_part_that_is_drawn_again_alone_leads_to_the_door_as_well(store: Store) -> None:
    with_passwords(store)
    one = AppTest.from_function(_a_part_that_is_drawn_again_alone, default_timeout=60)
    one.session_state["signed-in"], _ = store.sign_in(OFFICE, name="沈", address=None)
    said = words(sound(one.run()))
    assert "the door" in said
    assert "second" not in said
