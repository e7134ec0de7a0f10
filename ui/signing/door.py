"""The door: where one signs in, and what somebody is told who may not come in or not go there."""

import streamlit as st

from models import Text
from store import Access, Store, TooSoonError, WrongPasswordError
from ui import marks
from ui.language import language, say, speak
from ui.places import leads
from ui.signing.cookie import forget
from ui.signing.visiting import Came, Visitor
from ui.signing.visitor import (
    access_of_account,
    come_in,
    go_out,
    leave,
    leave_if_asked,
    packages_for_school_login,
    school_account,
    school_login,
)
from ui.whole import whole

_LOGO = '<div class="k-logo"><i>课</i><span>课后 <small>Kehou</small></span></div>'


def door(store: Store) -> None:
    """The page on which one signs in."""
    if leave_if_asked():
        return
    with st.container(key="door", border=True):
        st.html(_LOGO)
        marks.heading(Text("登录", "Sign in"))
        by_school, by_password = school_login(), any(store.has_password(access) for access in Access)
        if by_school:
            _school()
        if by_password:
            _password(store)
        if not by_school and not by_password:
            text = Text(
                "还没有设密码，谁也进不来。请在装着程序的电脑上设一个：",
                "There is no password yet, and nobody can come in. Set one at the machine that runs the program:",
            )
            marks.notice(text, "warn", Text("python3 start.py password office", "python3 start.py password office"))
        chinese = language() == "en"
        if st.button("中文" if chinese else "English", type="tertiary", key="door-speak"):
            speak("zh" if chinese else "en")
            st.rerun()
    forget()  # whatever this browser still keeps opens nothing


def refused() -> None:
    """In the place of a screen that is the office's."""
    marks.heading(Text("这一页归教导处", "This page is the office's"))
    text = Text(
        "您现在是查看身份，只能看和下载已发布的课表。",
        "You came in as a reader: published timetables, to see and to download.",
    )
    more = Text("要改动，请先退出，再用教导处的密码登录。", "To change anything, sign out and in as the office.")
    marks.notice(text, "acc", more)
    leads(Text("去看课表", "See the timetable"), "timetable", primary=True, key="refused-timetable")


def _password(store: Store) -> None:
    with st.form("sign-in", border=False):
        name = st.text_input(
            say(Text("怎么称呼您", "Your name")),
            max_chars=30,
            key="door-name",
            placeholder=say(Text("如 沈老师；改动会记在这个名字下", "such as Ms Shen; changes are recorded under it")),
            autocomplete="name",
        )
        password = st.text_input(
            say(Text("密码", "Password")), type="password", key="door-password", autocomplete="current-password"
        )
        label = say(Text("登录", "Sign in"))
        if st.form_submit_button(label, type="primary", width="stretch", key="door-in"):
            _try(store, password, name)
    marks.faint(
        Text(
            "教导处和班主任的密码不同，输哪一个就以哪种身份进入。忘了请问教导处。",
            "The office and the readers have different passwords; yours decides what you may do. The office knows it.",
        )
    )


def _try(store: Store, password: str, name: str) -> None:
    if not password:
        marks.notice(Text("请输入密码。", "Type the password."), "err")
        return
    try:
        come_in(store, password, name)
    except (WrongPasswordError, TooSoonError) as refusal:
        marks.notice(refusal.text, "err")
        return
    st.rerun()


def _school() -> None:
    """By the school's own login; or why that account opens nothing, or why nobody can come in that way."""
    if not packages_for_school_login():
        text = Text(
            "学校账号登录现在不能用：缺软件包。请管理员关掉程序，再运行 python3 start.py --network，会自动装好。",
            "The school's own login does not work: packages are missing. Whoever runs the program ends it and starts "
            "it again with python3 start.py --network, which installs them.",
        )
        marks.notice(text, "err")
        return
    claims = school_account()
    if claims is not None and access_of_account(claims) is None:
        mail = str(claims.get("email") or "?")
        text = Text(
            f"学校账号 {mail} 没有获准使用，请联系教导处。", f"The account {mail} may not come in: ask the office."
        )
        marks.notice(text, "err")
        label = say(Text("换一个账号", "Use another account"))
        st.button(label, key="door-other", width="stretch", on_click=whole(leave))
    elif st.button(say(Text("用学校账号登录", "Sign in with the school's account")), key="door-school", type="primary",
                   width="stretch"):  # fmt: skip
        st.login()


def sign_out_button(store: Store, visitor: Visitor) -> None:
    """退出, for whoever has signed in."""
    if visitor.came is not Came.HERE:
        label = say(Text("退出", "Sign out"))
        st.button(label, type="tertiary", key="sign-out", on_click=whole(go_out), args=(store, visitor))
