"""Small pieces of HTML that every screen uses: page heading, badges, notices. Whatever goes in is escaped."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import streamlit as st

from models import Text
from ui.language import say

Tone = Literal["plain", "ok", "warn", "err", "acc"]
_SIGN: dict[Tone, str] = {"plain": "", "ok": "✓ ", "warn": "！", "err": "✕ ", "acc": ""}  # never colour alone


def badge(text: Text, tone: Tone = "plain", title: Text | None = None) -> str:
    """A badge as HTML."""
    hint = f' title="{escape(say(title))}"' if title else ""
    return f'<span class="k-badge {tone}"{hint}>{_SIGN[tone]}{escape(say(text))}</span>'


def heading(title: Text, sub: Text | None = None, badges: Sequence[str] = ()) -> None:
    """The head of a page: its name, what it is about in a few words, and badges (HTML made by `badge`)."""
    beside = f'<span class="k-sub">{escape(say(sub))}</span>' if sub else ""
    st.html(f'<div class="k-top"><h1>{escape(say(title))}</h1>{"".join(badges)}{beside}</div>')


def section(title: Text, sub: Text | None = None) -> None:
    """The head of a part of a page."""
    beside = f' <span class="k-sub">{escape(say(sub))}</span>' if sub else ""
    st.html(f'<h2 class="k-h2">{escape(say(title))}{beside}</h2>')


def faint(text: Text) -> None:
    """A hint."""
    st.html(f'<p class="k-sub">{escape(say(text))}</p>')


def notice(text: Text, tone: Tone = "acc", more: Text | None = None) -> None:
    """A sentence on coloured ground; `more` is said less loudly behind it."""
    tail = f"　{escape(say(more))}" if more else ""
    role = "alert" if tone == "err" else "status"
    st.html(f'<div class="k-alert {tone}" role="{role}"><b>{_SIGN[tone]}{escape(say(text))}</b>{tail}</div>')
