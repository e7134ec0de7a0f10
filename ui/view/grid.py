"""The grid on the page: HTML made in Python whose clicks, keys and drops come back to Python."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from models import Text
from ui.language import say
from ui.view.week_css import WEEK_CSS, WEEK_JS
from ui.week.keys import SessionKey

_FRAME = (
    '<div class="kehou-week"><div class="kehou-above"></div><div class="kehou-scroll"></div>'
    '<div class="kehou-said"><span aria-live="polite"></span><span></span></div></div>'
)
_HINT = Text(
    "点一格看“为什么这样排”；方向键移动，回车打开。把一格拖到别处，或按 M 再选目标，就提出一个改动。",
    "Click a session to ask why; arrow keys move, Enter opens. Drag it elsewhere, or press M and choose, to propose.",
)
_READ_ONLY = Text(
    "点一格看详情；方向键移动，回车打开。", "Click a session for its details; arrow keys move, Enter opens."
)
_HOLDING = Text(
    "正在移动“{}”：选目标格按回车，Esc 取消。", "Moving “{}”: choose a cell and press Enter, or Esc to leave it."
)


@dataclass(frozen=True)
class Acted:
    """What was done on the grid."""

    action: Literal["choose", "open", "drop"]
    key: SessionKey = ""
    """choose, drop: the session."""
    what: str = ""
    """open: such as class/三1."""
    onto: SessionKey | None = None
    """drop: the session on which it fell, if it fell on one."""
    slot: str = ""
    """drop: the slot of the cell."""
    school_class: str | None = None
    """drop: the class of the cell, if it is one class's."""


def acted_from(value: Any) -> Acted | None:
    """What the page sent, checked: a page can send anything. None for what is not understood."""
    if not isinstance(value, dict) or value.get("action") not in ("choose", "open", "drop"):
        return None
    texts = [value.get(name) or "" for name in ("key", "what", "slot")]
    maybe = [value.get(name) for name in ("onto", "school_class")]
    if not all(isinstance(text, str) for text in texts):
        return None
    if not all(text is None or isinstance(text, str) for text in maybe):
        return None
    (key, what, slot), (onto, school_class) = texts, maybe
    return Acted(value["action"], key, what, onto, slot, school_class)


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    """Registered once for the server: a name that is registered again makes open pages load it anew."""
    return st.components.v2.component(
        "kehou_week",
        html=_FRAME,
        css=WEEK_CSS,
        js=WEEK_JS,
    )


def grid(
    html: str,
    *,
    above: str,
    key: str,
    on_act: Callable[[Acted], None],
    chosen: Collection[SessionKey] = (),
    found: Collection[SessionKey] | None = None,
    editable: bool = True,
    foot: str = "",
) -> None:
    """Show the grid. `on_act` is called before the next run with what was done.

    `above` is HTML above it, such as a legend. `chosen` have a ring; if `found` is given, all others are dimmed;
    `foot` stands below, at the right.
    """

    def acted() -> None:
        act = acted_from(getattr(st.session_state.get(key), "acted", None))
        if act is not None:
            on_act(act)

    _component()(
        key=key,
        data={
            "html": html,
            "above": above,
            "chosen": list(chosen),
            "found": None if found is None else list(found),
            "editable": editable,
            "hint": say(_HINT if editable else _READ_ONLY),
            "holding": say(_HOLDING),
            "foot": foot,
        },
        on_acted_change=acted,
    )
