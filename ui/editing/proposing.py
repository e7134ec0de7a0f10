"""校历: the national holidays as a proposal, entered by one button as one edit that can be undone."""

import streamlit as st

from exchange.calendar_proposal import Proposal, missing_from, proposal_fix, proposed, provisional_text
from exchange.document import fixed
from models import Term, Text
from ui import marks
from ui.desk import desk
from ui.editing.looked import Looked, look_at, version_text
from ui.editing.saving import save
from ui.editing.sitting import Sitting
from ui.language import language, say
from ui.whole import whole


def draw_proposal(sitting: Sitting, looked: Looked) -> None:
    """The button, and beside it what it would enter; what the school has written stays."""
    proposal = proposal_for(looked)
    with st.container(horizontal=True, vertical_alignment="center", key="data-proposal"):
        fix = proposal_fix(proposal, language())
        st.button(say(fix.label), key="data-propose", disabled=proposal.empty, on_click=whole(_enter), args=(sitting,))
        st.html(f'<span class="k-sub">{say(said_before(proposal))}</span>')
    doubt = provisional_text(proposal)
    if doubt is not None and not proposal.empty:
        marks.notice(doubt, "warn")


def _enter(sitting: Sitting) -> None:
    """Called back: what was typed just before has been saved by then, so it is proposed anew."""
    now = desk()
    looked = look_at(version_text(now.store, sitting.school, sitting.version))
    proposal = proposal_for(looked)
    fix = proposal_fix(proposal, language())
    note = Text(f"按国务院安排提议校历（{len(fix.edits)} 行）", f"National holidays ({len(fix.edits)} rows)")
    if save(now, sitting, fixed(looked.document, fix), note):
        sitting.said = (said_after(proposal), "warn" if proposal.provisional else "ok")


def proposal_for(looked: Looked) -> Proposal:
    """What can be proposed for the document's term and is not on its sheet yet."""
    form, problem = looked.seen.form, looked.seen.reading.problem
    values = {} if form is None else form.values
    try:
        term = Term.model_validate(
            {"name": "学期", "first_day": values.get("first_day"), "last_day": values.get("last_day")}
        )
    except ValueError:
        return Proposal((), (), ())
    if problem is None:  # errors elsewhere: what the sheet says so far is not known, and nothing may come twice
        return Proposal((), (), ())
    return missing_from(proposed(term), problem.calendar)


def said_before(proposal: Proposal) -> Text:
    """What the button would enter, or why there is nothing to enter."""
    if proposal.empty:
        return Text(
            "没有可以提议的：校历上都有了，还没有填开学、放假日期，或表里还有错误。",
            "Nothing to propose: it is all there, the term has no dates yet, or there are errors to mend.",
        )
    holidays, days = len(proposal.holidays), len(proposal.make_up_days)
    return Text(
        f"会加上放假 {holidays} 行、调休上课 {days} 行；已经写的不动。",
        f"Adds {holidays} holidays and {days} make-up days; what is written stays.",
    )


def said_after(proposal: Proposal) -> Text:
    """What to do next."""
    doubt = provisional_text(proposal) or Text("", "")
    return Text(
        f"已加上提议的放假和调休。调休那天按星期几上由学校决定，请逐行核对。{doubt.zh}",
        f"Entered. Which weekday a make-up day runs as is for the school to decide: check each row. {doubt.en}",
    )
