"""What is shown when something fails: what the store refuses, in its own sentence; a defect, without its innards."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from models import Text
from store import StoreError
from ui import marks
from ui.language import say

_log = logging.getLogger("kehou.app")
_DEFECT = Text(
    "这一页出错了，是程序的缺陷；已保存的数据都在。", "This page failed: a defect of ours. What was saved is safe."
)
_WHERE = Text("启动窗口里有详细记录，可以发给开发者。", "The starting window has the details for the developers.")


@contextmanager
def told() -> Iterator[None]:
    """Show a failure of the page as a sentence and a button. (Streamlit's own ways out of a run are no failures.)"""
    try:
        yield
    except StoreError as error:
        _show(error.text, None)
    except Exception:  # noqa: BLE001  whatever it is, nobody in a school should see a traceback
        _log.exception("a page failed")
        _show(_DEFECT, _WHERE)


def _show(text: Text, more: Text | None) -> None:
    marks.notice(text, "err", more)
    if st.button(say(Text("重新载入这一页", "Load this page again")), key="again"):
        st.rerun()
