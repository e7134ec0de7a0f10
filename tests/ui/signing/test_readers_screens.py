"""Every screen as a reader, by its address: what is published is shown, and nothing else can be reached or changed."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import start
from models import Text
from store import Access, PublishedOnly, Store
from tests.ui.looking import everything, keys, sound, words
from tests.ui.signing_in import Kept, filled
from ui.signing import visitor
from ui.signing.visiting import FOR_READERS, Came, Visitor

APP = Path(start.__file__).with_name("app.py")
SCREENS = [
    node.args[0].value
    for node in ast.walk(ast.parse(APP.read_text(encoding="utf-8")))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Place"
    if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
]
OFFICE_KEYS = ("publish", "archive", "lock", "undo", "try", "save", "remove", "restore", "backup", "apply", "which")
EDITABLE = ("text_input", "text_area", "number_input", "checkbox", "date_input", "file_uploader", "data_editor")


@pytest.fixture
def kept(store: Store) -> Kept:
    return filled(store)


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is here came in as a reader."""
    monkeypatch.setenv(visitor.NETWORK, "1")
    came = Visitor(Access.READER, Came.PASSWORD, "王老师")
    monkeypatch.setattr("ui.desk.visitor_of", lambda _: came)
    monkeypatch.setattr(visitor, "visitor_of", lambda _: came)


def _as_reader(screen: str) -> None:
    """One screen, as app.py guards it."""
    import importlib

    importlib.import_module(f"ui.{screen}").page()


def test_there_are_screens() -> None:
    assert len(SCREENS) >= 8
    assert {"timetable", "handouts"} <= set(SCREENS)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("screen", FOR_READERS)
def test_a_reader_s_screen_has_nothing_that_changes_anything(
    kept: Kept, store: Store, screen: str, language: str
) -> None:
    one = AppTest.from_function(_as_reader, default_timeout=60, args=(screen,))
    one.session_state["language"] = language
    for key, value in (("school", kept.school.id), ("timetable", kept.draft.id)):
        one.query_params[key] = value
    one.session_state["timetable-chosen"] = "1.1/homework/一1"
    sound(one.run())
    shown = everything(one)
    assert "试排" not in shown
    assert "机密" not in shown
    assert kept.published.fingerprint in shown
    assert not [key for key in keys(one) if any(word in key for word in OFFICE_KEYS)]
    assert not [kind for kind in EDITABLE if one.get(kind)]
    assert store.timetable(kept.published.id) == kept.published


@pytest.mark.parametrize("screen", FOR_READERS)
def test_the_address_of_a_school_that_has_published_nothing_leads_to_one_that_has(kept: Kept, screen: str) -> None:
    one = AppTest.from_function(_as_reader, default_timeout=60, args=(screen,))
    one.query_params["school"] = kept.secret.id
    one.query_params["timetable"] = kept.secret_draft.id
    sound(one.run())
    assert "机密" not in everything(one)
    assert kept.published.fingerprint in everything(one)


@pytest.mark.parametrize("screen", FOR_READERS)
def test_where_nothing_is_published_a_reader_is_told_so(kept: Kept, store: Store, screen: str) -> None:
    store.archive(kept.published.id, who="沈", note=Text("收回", "t"))
    one = AppTest.from_function(_as_reader, default_timeout=60, args=(screen,))
    assert "教导处发布以后，这里就能看到" in words(sound(one.run()))
    assert not keys(one)


@pytest.mark.parametrize("screen", sorted(set(SCREENS) - set(FOR_READERS)))
def test_even_if_a_screen_of_the_office_were_drawn_it_could_neither_show_drafts_nor_change_anything(
    kept: Kept, store: Store, screen: str
) -> None:
    """app.py does not draw it (test_a_reader_in_a_browser.py); the store is the second wall."""
    one = AppTest.from_function(_as_reader, default_timeout=60, args=(screen,))
    one.query_params["school"] = kept.secret.id
    one.run()
    assert "机密" not in everything(one)
    for button in one.button:
        if button.key and not button.disabled:
            button.click()
            one.run()
            break
    assert [s.name for s in store.schools()] == ["机密小学", "公开小学"]
    assert store.school(kept.school.id).newest == 2
    assert store.timetable(kept.published.id) == kept.published


def test_app_py_asks_the_visitor_before_it_draws_and_leads_the_reader_to_the_timetable(
    app: AppTest, kept: Kept
) -> None:
    sound(app.run())
    said = words(app)
    assert "王老师" in said
    assert f"已发布 {kept.published.number} · 定稿" in said
    assert "try-jisu" not in keys(app)


def test_the_desk_hands_a_reader_no_store_but_the_published_one(kept: Kept) -> None:
    def look() -> None:
        import streamlit as st

        from ui.desk import desk

        st.session_state["seen"] = type(desk().store).__name__
        st.session_state["version"] = desk().version.number  # type: ignore[union-attr]

    one = AppTest.from_function(look, default_timeout=60).run()
    assert one.session_state["seen"] == PublishedOnly.__name__
    assert one.session_state["version"] == kept.published.version
