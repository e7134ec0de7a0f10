"""The colours of the app, light and dark, and the style sheet that uses them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from models import Text
from ui.language import say

TOKENS: Mapping[str, tuple[str, str]] = {
    # name: (light, dark). Checked for 4.5:1 on their ground by tests/ui/test_look.py.
    "ink": ("#18212C", "#E8EDF3"),  # text
    "ink-2": ("#4A5766", "#B4BFCB"),  # secondary
    "ink-3": ("#66727F", "#93A0AE"),  # hints
    "bg": ("#FFFFFF", "#12171D"),  # page
    "bg-2": ("#F4F6F9", "#1A2129"),  # side bar, heads of tables
    "card": ("#FFFFFF", "#171D24"),
    "line": ("#D9E0E8", "#38434F"),
    "line-2": ("#EBEFF4", "#2A333D"),
    "accent": ("#1F5FAE", "#7DB3F2"),  # action, selection
    "accent-ink": ("#FFFFFF", "#0C1B2C"),
    "accent-soft": ("#E9F1FA", "#1D2F45"),
    "hw-bg": ("#FFFFFF", "#171D24"),  # 作业辅导
    "hw-bar": ("#B4BEC9", "#7C8895"),
    "hw-ink": ("#18212C", "#E8EDF3"),
    "club-bg": ("#E3EEFA", "#1C3350"),  # 社团（走班）
    "club-bar": ("#1F5FAE", "#7DB3F2"),
    "club-ink": ("#12365F", "#D6E7FB"),
    "large-bg": ("#23466F", "#A9CBF0"),  # 大社团
    "large-bar": ("#23466F", "#A9CBF0"),
    "large-ink": ("#FFFFFF", "#0C1B2C"),
    "act-bg": ("#FBF1D9", "#3A2F14"),  # 班级活动
    "act-bar": ("#B47A00", "#E0AC3F"),
    "act-ink": ("#4A3500", "#F6E3B4"),
    "ok": ("#1A7443", "#6CC893"),
    "ok-bg": ("#E8F5ED", "#15301F"),
    "warn": ("#8A5A00", "#E8BC5A"),
    "warn-bg": ("#FFF5DC", "#352A10"),
    "err": ("#B3261E", "#F2988F"),
    "err-bg": ("#FDEDEB", "#3B1B18"),
    "chg": ("#B4400B", "#F59A63"),  # 改
}

ICON = (  # drawn here, for an emoji or a named icon would be fetched from the internet
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#1F5FAE"/>'
    '<path d="M7 9h14M7 14h14M7 19h9" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>'
)

_WORDS = {
    "choose": Text("选择文件", "Choose a file"),
    "drop": Text("或者把文件拖到这里", "or drop it here"),
}

_SHEET = Path(__file__).with_name("look.css")


def colour(name: str) -> str:
    """The token's colour in the theme that this session shows, for charts; HTML uses `var(--name)`."""
    return TOKENS[name][st.context.theme.type == "dark"]


def apply() -> None:
    """Put the style sheet on the page, with the words that Streamlit's own parts would say in English."""
    words = "".join(f'--word-{name}:"{say(text)}";' for name, text in _WORDS.items())
    st.html(f"<style>{style_sheet()}:root{{{words}}}</style>")


@cache
def style_sheet() -> str:
    """The tokens as CSS variables, and the rules of look.css."""
    light, dark, both = (
        "".join(f"--{name}:{value};" for name, value in values)
        for values in (
            [(name, pair[0]) for name, pair in TOKENS.items()],
            [(name, pair[1]) for name, pair in TOKENS.items()],
            [(name, f"light-dark({pair[0]},{pair[1]})") for name, pair in TOKENS.items()],
        )
    )
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        # Where a browser knows it: by the theme that Streamlit really shows, whatever the system prefers.
        f"@supports (color:light-dark(#fff,#000)){{:root{{{both}}}}}" + _SHEET.read_text(encoding="utf-8")
    )
