"""The screens of the app, and how one leads to another."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from models import Text
from ui.language import say

PREPARE = Text("准备", "Prepare")
TIMETABLE = Text("排课", "Timetable")
TERM = Text("学期", "Term")

_KEY = "places"


@dataclass(frozen=True)
class Place:
    """One screen: its key (also its address), its name, and the section of the side bar in which it stands."""

    key: str
    title: Text
    section: Text


def remember(pages: Mapping[str, StreamlitPage]) -> None:
    """Keep the pages of this run, so that a screen can lead to another."""
    st.session_state[_KEY] = dict(pages)


def exists(key: str) -> bool:
    """Whether there is such a screen."""
    return key in st.session_state.get(_KEY, {})


def go(key: str) -> None:
    """Leave for another screen; stays where there is no such screen."""
    if exists(key):
        st.switch_page(st.session_state[_KEY][key])


def leads(label: Text, to: str, *, primary: bool = False, key: str | None = None) -> None:
    """A button that leads to another screen; nothing where there is no such screen."""
    if exists(to) and st.button(say(label), type="primary" if primary else "secondary", key=key or f"to-{to}"):
        go(to)
