"""The sample schools as cards: what each is an example of, and a button that begins with it."""

from html import escape

import streamlit as st

from models import Text
from scheduler.rules import rule_cards
from ui.desk import Desk, choose_school
from ui.language import say
from ui.places import go
from ui.samples import SAMPLES, Sample
from ui.saved.beginning import begin_with_sample

_ACROSS = 3


def samples_grid(now: Desk, *, first_is_filled: bool) -> None:
    """Three cards in a row; the first has the filled button where nothing else on the page has."""
    for start in range(0, len(SAMPLES), _ACROSS):
        for column, sample in zip(st.columns(_ACROSS, gap="small"), SAMPLES[start : start + _ACROSS], strict=False):
            with column, st.container(border=True, key=f"sample-{sample.key}"):
                st.html(_words(sample))
                filled = first_is_filled and sample is SAMPLES[0]
                label = say(Text("用这所学校试一试", "Try this school"))
                if st.button(label, type="primary" if filled else "secondary", key=f"try-{sample.key}"):
                    choose_school(begin_with_sample(now.store, sample, rule_cards(), now.who).id)
                    go("solve")
                    st.rerun()


def _words(sample: Sample) -> str:
    size = Text(
        f"{sample.classes} 个班 · {sample.teachers} 名教师 · {sample.clubs} 个社团和活动",
        f"{sample.classes} classes · {sample.teachers} teachers · {sample.clubs} clubs and activities",
    )
    return (
        f'<div class="k-school"><b>{escape(say(sample.title))}</b><br><span class="k-sub">{escape(say(size))}</span>'
        f"<br>{escape(say(sample.shows))}</div>"
    )
