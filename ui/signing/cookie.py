"""A browser remembers that it has signed in, so that a reload and a second tab do not ask again.

The page asks the server for the cookie and for its end (ui/signing/handing_over.py); it never sees what is in it. The
cookie is HttpOnly, SameSite=Strict, Secure under https, and holds a token of which the store keeps only a digest;
signing out and a changed password end it at the server, whatever the browser keeps. Without `network.py`, which has
that address, nothing is kept, and a reload asks again.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from store import Access
from ui.signing.handing_over import HEADER, NAME, PATH, TICKETS, mark_of

_GIVEN = "cookie-ticket"
_JS = """let done = null;
export default ({ data }) => {
  if (done === data.ticket) return;
  done = data.ticket;
  const secure = location.protocol === "https:" ? "?secure=1" : "";
  const headers = { [data.header]: data.ticket };
  fetch(data.path + secure, { method: data.method, headers, credentials: "same-origin" }).catch(() => { done = null; });
}"""


def cookie() -> str:
    """The token that this browser brought; empty for none."""
    return str(st.context.cookies.get(NAME) or "")


def keep(token: str, access: Access) -> None:
    """Let the browser keep it: the office's until it is closed, a reader's for a month. Draws nothing to be seen."""
    if not token or cookie() == token:
        return
    if given() != token:  # one ticket for a sign-in: a page is drawn many times
        st.session_state[_GIVEN] = token, TICKETS.give(token, access)
    _ask("cookie", "POST", st.session_state[_GIVEN][1])


def given() -> str:
    """The token of the cookie that the browser was given since this page was opened; empty for none."""
    return str(st.session_state.get(_GIVEN, ("",))[0])


def forget_soon(token: str) -> None:
    """Let the next `forget` name this token, if the browser brought none."""
    st.session_state[_GIVEN] = token, ""


def forget() -> None:
    """Let the browser forget what opens nothing any more, if there is something."""
    if token := given() or cookie():
        _ask("no-cookie", "DELETE", mark_of(token))


def _ask(key: str, method: str, ticket: str) -> None:
    data = {"path": PATH, "method": method, "header": HEADER, "ticket": ticket}
    _component()(key=key, data=data, height=1)


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    return st.components.v2.component("kehou_cookie", js=_JS)
