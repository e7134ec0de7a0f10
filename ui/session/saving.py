"""A change by hand becomes a new draft; the timetable that it was made from stays as it is."""

from collections.abc import Sequence

import streamlit as st

from models import Text, Timetable, fingerprint
from scheduler.audit import audit
from store import SavedTimetable, StoreError
from ui import marks
from ui.desk import choose_timetable
from ui.session.chosen import just_done, try_out
from ui.view.opened import Opened


def draft_of(opened: Opened, timetable: Timetable, steps: Sequence[Text]) -> SavedTimetable:
    """Save it as a draft of the data by which it was judged. Raises StoreError."""
    problem, now = opened.judged_by, opened.now
    assert now.school is not None
    version = opened.saved.version
    if problem is now.problem and now.version is not None:
        version = now.version.number
    made = Timetable(
        school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=timetable.sessions
    )
    note = Text(" ".join(step.zh for step in steps), " ".join(step.en for step in steps))
    return now.store.save_timetable(
        now.school.id,
        made,
        version=version,
        who=now.who,
        note=note,
        verdict=audit(problem, made),
        parent=opened.saved.id,
    )


def save_draft(opened: Opened, timetable: Timetable, steps: Sequence[Text]) -> None:
    """Save it and look at it from now on."""
    try:
        saved = draft_of(opened, timetable, steps)
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    just_done(saved.id, opened.saved.id)
    choose_timetable(saved.id)
    try_out()
    st.rerun()
