"""在现课表附近重排: the scenario solved so that as few people as possible must be told, and who is told what."""

import streamlit as st

from exchange.results.sentences import outcome_sentence, told_sentence
from models import Status, Text
from ui import marks
from ui.language import language, say
from ui.scenarios.answering import take
from ui.scenarios.answers_html import sessions, to_tell
from ui.scenarios.opened import Opened
from ui.scenarios.starting import started
from ui.scenarios.why_html import shortages
from ui.scenarios.work import plan_near
from ui.view.heading import name_of
from ui.week.markup import tag

SECONDS = 60.0


def near(shown: Opened) -> None:
    """A button, and what it brought the last time; nothing without a timetable or without changes."""
    saved, base = shown.now.timetable, shown.in_use
    if saved is None or base is None or (shown.asked.name is None and not shown.now.stale):
        return
    found, known = shown.nearest(shown.asked), shown.explained(shown.asked)
    if found is None and known is not None and known.explanation.status is Status.IMPOSSIBLE:
        return  # nothing can be near
    name = name_of(saved)
    with st.container(border=True, key="scenario-near"):
        hint = Text(f"以{name.zh}为准，尽量少惊动人", f"near {name.en}, so that few people must be told")
        marks.section(Text("在现课表附近重排", "Re-plan near the timetable in use"), hint)
        if found is not None:
            answer = found.answer
            if answer.told is None or answer.comparison is None:
                tone: marks.Tone = "err" if answer.status is Status.IMPOSSIBLE else "warn"
                marks.notice(outcome_sentence(answer.outcome), tone)
                st.html(shortages(answer.shortages, (), language()))
            else:
                marks.notice(told_sentence(answer), "ok" if answer.told == answer.told_bound else "acc")
                count = answer.comparison.sessions_changed
                with st.expander(say(Text(f"要告诉谁什么（{answer.told} 人）", f"Whom to tell what ({answer.told})"))):
                    st.html(tag("div", to_tell(answer.comparison, shown.problem, language()), class_="k-scroll"))
                with st.expander(say(Text(f"变动的课次（{count} 次）", f"Sessions that differ ({count})"))):
                    st.html(tag("div", sessions(answer.comparison, language()), class_="k-scroll"))
                if shown.asked.name is not None:
                    take(shown, answer.outcome, "take-near")
        again = Text("在现课表附近重排", "Re-plan near it") if found is None else Text("再重排一次", "Once more")
        if st.button(say(again), key="near", disabled=shown.busy):
            started(lambda: plan_near(shown.store, shown.order(), base, SECONDS))
