"""A browser remembers that it has signed in, so that a reload and a second tab do not ask again.

Streamlit cannot send a cookie itself, so a line of script sets it, and the cookie cannot be HttpOnly: a script that got
into a page could read it. Whatever is not markup is escaped (ui/week/markup.py), and no script comes from elsewhere.
It is SameSite=Strict, Secure under https, and holds a token of which the store keeps only a digest; signing out and a
changed password end it at the server, whatever the browser keeps.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from store import Access

NAME = "kehou_sign_in"
_MONTH = 30 * 24 * 3600
_JS = """export default ({ data }) => {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const age = data.seconds === null ? "" : `; Max-Age=${data.seconds}`;
  document.cookie = `${data.name}=${data.token}; Path=/; SameSite=Strict${age}${secure}`;
}"""


def keep(token: str, access: Access) -> None:
    """Let the browser keep it: the office's until it is closed, a reader's for a month. Draws nothing to be seen."""
    if token and st.context.cookies.get(NAME) != token:
        seconds = _MONTH if access is Access.READER else None
        _component()(key="cookie", data={"name": NAME, "token": token, "seconds": seconds}, height=1)


def forget() -> None:
    """Let the browser forget it."""
    _component()(key="no-cookie", data={"name": NAME, "token": "", "seconds": 0}, height=1)


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    return st.components.v2.component("kehou_cookie", js=_JS)
