"""在校园网里用: the two passwords, set at this machine, and how the app is opened to the network."""

import streamlit as st

from models import Text
from store import Access, Store, UnfitPasswordError
from ui import marks
from ui.desk import Desk
from ui.language import say

_DONE = "password-done"
_WHOSE = {
    Access.OFFICE: Text("教导处（可以改）", "Office (edits)"),
    Access.READER: Text("班主任等（只看已发布的）", "Readers (see what is published)"),
}


def passwords_panel(now: Desk) -> None:
    """A box that opens; at this machine only, so that nobody takes the school over from elsewhere."""
    if now.visitor.signed_in:
        text = Text(
            "改密码请到装着程序的电脑上：python3 start.py password office",
            "Passwords are changed at the machine that runs the program: python3 start.py password office",
        )
        marks.faint(text)
        return
    with st.popover(say(Text("在校园网里用…", "Use it in the school's network…"))):
        marks.faint(
            Text(
                "平时只有这台电脑能打开。要让其他电脑和手机也能打开，先设密码，再在启动时加 --network：",
                "As it is only this machine can open it. For others, set a password and start it with --network:",
            )
        )
        st.code("python3 start.py --network", language=None)
        done = st.session_state.pop(_DONE, None)
        if isinstance(done, Text):
            marks.notice(done, "ok")
        whose = st.segmented_control(
            say(Text("谁的密码", "Whose password")),
            list(Access),
            default=Access.OFFICE,
            format_func={access: say(text) for access, text in _WHOSE.items()}.__getitem__,
            key="password-whose",
        )
        _form(now, whose or Access.OFFICE)


def _form(now: Desk, access: Access) -> None:
    there = now.store.has_password(access)
    marks.faint(Text("已设密码。", "A password is set.") if there else Text("还没有密码。", "There is none yet."))
    with st.form(f"password-{access}", border=False, clear_on_submit=True):
        first, second = (
            st.text_input(say(label), type="password", key=f"password-{access}-{key}", autocomplete="new-password")
            for key, label in (
                ("new", Text("新密码（至少 8 个字符）", "New password (at least 8 characters)")),
                ("again", Text("再输一次", "Once more")),
            )
        )
        label = Text("设这个密码", "Set this password")
        if st.form_submit_button(say(label), type="primary", key=f"password-{access}-set"):
            _set(now.store, access, first, second, now.who)
    if there and st.button(say(Text("取消这个密码", "Remove this password")), key=f"password-{access}-remove"):
        now.store.remove_password(access)
        st.session_state[_DONE] = Text("已取消，用它登录的都已退出。", "Removed; whoever used it is signed out.")
        st.rerun()


def _set(store: Store, access: Access, first: str, second: str, who: str) -> None:
    if first != second:
        marks.notice(Text("两次输入不一样，没有设。", "The two differ; nothing was set."), "err")
        return
    try:
        store.set_password(access, first, who=who)
    except UnfitPasswordError as error:
        marks.notice(error.text, "err")
        return
    st.session_state[_DONE] = Text("密码设好了，用旧密码登录的都已退出。", "Set; the old one is no longer good.")
    st.rerun()
