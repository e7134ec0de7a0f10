"""学校: the schools and terms that are saved here; open one, or begin with a sample."""

import streamlit as st

from exchange.load import load_problem
from models import Text
from scheduler.rules import rule_cards
from ui import marks
from ui.desk import Desk, choose_school, desk
from ui.language import say
from ui.places import go
from ui.samples import SAMPLES, Sample


def page() -> None:
    """The screen."""
    now = desk()
    marks.heading(Text("学校", "Schools"))
    for school in now.store.schools():
        if st.button(f"{school.name} · {school.term}", key=f"open-{school.id}"):
            choose_school(school.id)
            go("solve")
    marks.section(Text("示例学校", "Sample schools"))
    for sample in SAMPLES:
        st.write(say(sample.title))
        if st.button(say(Text("用这所学校试一试", "Try this school")), key=f"try-{sample.key}"):
            _begin_with(now, sample)


def _begin_with(now: Desk, sample: Sample) -> None:
    problem = load_problem(sample.path, rule_cards()).problem
    assert problem is not None  # each sample is read by a test
    note = Text(f"示例学校 {sample.title.zh}", f"Sample school {sample.title.en}")
    school = now.store.add_school(
        problem.school, problem.term.name, document="", problem=problem, who=now.who, note=note
    )
    choose_school(school.id)
    go("solve")
    st.rerun()
