"""Who is at the desk of this session, coming in and going out."""

import os
import time
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import streamlit as st

from store import LASTS, Access, Store
from ui.language import address_words, language, speak
from ui.signing.cookie import cookie, forget_soon
from ui.signing.visiting import AT_THIS_MACHINE, Came, Visitor, access_of, stays_on_this_machine

NETWORK = "KEHOU_NETWORK"
"""Set by `kehou serve --network`; needed where a reverse proxy on this machine hands on what comes from the network."""
_TOKEN, _LEAVING = "signed-in", "leaving"


def on_network() -> bool:
    """Whether others than this machine can reach the app; then nobody comes in without signing in."""
    return bool(os.environ.get(NETWORK)) or not stays_on_this_machine(st.get_option("server.address"))


def visitor_of(store: Store) -> Visitor | None:
    """Who is here; None if nobody has signed in (any more). Raises StoreError."""
    if not on_network():
        return AT_THIS_MACHINE
    if (token := token_now()) and (signed := store.signed_in(token)) is not None:
        return Visitor(signed.access, Came.PASSWORD, signed.name)
    claims = school_account()
    if claims is None:
        return None
    access = access_of_account(claims)
    return (
        None if access is None else Visitor(access, Came.SCHOOL, str(claims.get("name") or claims.get("email") or ""))
    )


def token_now() -> str:
    """What this tab was given, else what this browser was given before; empty for nothing."""
    return str(st.session_state.get(_TOKEN) or cookie())


def come_in(store: Store, password: str, name: str) -> None:
    """Sign in. Raises WrongPasswordError, TooSoonError."""
    token, _ = store.sign_in(password, name=name.strip(), address=st.context.ip_address)
    _begin_anew()
    st.session_state[_TOKEN] = token


def go_out(store: Store, visitor: Visitor) -> None:
    """Sign out, and leave nothing for whoever sits down next; for `on_click`. The run after it comes to the door."""
    token = token_now()
    store.sign_out(token)
    _begin_anew()
    forget_soon(token)
    st.query_params.from_dict(address_words())
    if visitor.came is Came.SCHOOL:
        leave()


def leave() -> None:
    """Sign out of the school's own login."""
    st.session_state[_LEAVING] = True
    st.logout()


def leave_if_asked() -> bool:
    """Whether the school's own login is being signed out of; then the browser is sent away until it has gone.

    Told once it might stay, and keep Streamlit's cookie: what a run has told the browser is taken back by the next run,
    if that comes soon.
    """
    leaving = bool(st.session_state.get(_LEAVING))
    if leaving:
        st.logout()
    return leaving


def school_login() -> bool:
    """Whether the school's own login is set up ([auth] in .streamlit/secrets.toml)."""
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def packages_for_school_login() -> bool:
    """Whether that can be used: Streamlit itself comes without what it needs for it."""
    return all(map(find_spec, ("authlib", "httpx")))


def school_account() -> Mapping[str, Any] | None:
    """What the school's own login says of the person; None if nobody came that way, or too long ago.

    Streamlit's cookie of it is good for a month. Every OpenID provider says when it was made (`iat`): from then it
    holds as long as a sign-in by password would.
    """
    claims = st.user.to_dict() if school_login() else {}
    if not claims.get("is_logged_in"):
        return None
    made, holds = claims.get("iat"), LASTS[access_of_account(claims) or Access.OFFICE]
    return None if isinstance(made, int | float) and time.time() > made + holds.total_seconds() else claims


def access_of_account(claims: Mapping[str, Any]) -> Access | None:
    """What the account opens by the lists of [kehou] in .streamlit/secrets.toml."""
    if claims.get("email_verified") is False:
        return None
    lists = st.secrets.get("kehou", {})
    return access_of(str(claims.get("email") or ""), lists.get("office", ()), lists.get("reader", ()))


def _begin_anew() -> None:
    spoken = language()
    st.session_state.clear()
    speak(spoken)
