"""学期: the timetable on the dates of its term: what each date is, what is lost and made up, which papers run out."""

from datetime import datetime
from pathlib import Path

import streamlit as st

from exchange.term import paper_sentence, short_days, total_sentence, workbook_of_term
from models import Text
from ui import marks
from ui.editing.sitting import show_group, sitting_of
from ui.language import language, say
from ui.places import exists, go
from ui.term_dates.calendar import calendar, legend
from ui.term_dates.count_tables import count_table, kinds
from ui.term_dates.laid import Laid, laid
from ui.view.heading import STATES, choose_box
from ui.view.opened import Opened, opened
from ui.week.markup import Markup, tag

_SHEET = Path(__file__).parent / "term_dates" / "term.css"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    """The screen."""
    shown = opened()
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    found = laid(shown)
    _head(shown, found)
    if found is None:
        _no_dates(shown)
        return
    marks.notice(total_sentence(found.dated), "acc")
    if found.provisional is not None:
        marks.notice(found.provisional, "warn")
    _papers(found)
    _short(found)
    marks.section(Text("校历", "Calendar"), Text("每格是当天的课次", "each date with its sessions"))
    st.html(legend(found.weeks, language()))
    st.html(_wide(calendar(found.weeks, datetime.now().astimezone().date(), language())))
    _counts(found)


def _head(shown: Opened, found: Laid | None) -> None:
    title, chooser, actions = st.columns([6, 2, 2], vertical_alignment="center")
    with title:
        about = Text("周课表按校历排到每一天，不含调代课", "the week on its dates, without substitutes")
        badges = [marks.badge(STATES[shown.saved.state])]
        if found is not None and found.provisional is not None:
            badges.append(marks.badge(Text("放假暂定", "Provisional"), "warn", found.provisional))
        marks.heading(Text("学期", "Term"), about, badges)
    with chooser:
        choose_box(shown)
    if found is None:
        return
    with actions:
        st.download_button(
            say(Text("下载学期课表", "Download the term")),
            lambda: workbook_of_term(found.problem, found.dated, found.counts, found.risks, shown.language),
            file_name=f"{found.dated.school} {found.dated.term} {say(Text('学期课表', 'dated timetable'))}.xlsx",
            mime=_XLSX,
            key="term-download",
            on_click="ignore",
        )


def _no_dates(shown: Opened) -> None:
    sentence = Text(
        "学期还没有日期，排不到校历上：请在“学校”表填开学和放假日期，在旁边的“校历”表写放假和调休。",
        "The term has no dates yet: enter its first and last day on sheet School, and holidays beside it, on Calendar.",
    )
    with st.container(key="empty"):
        st.html(tag("p", say(sentence), class_="k-empty"))
        if exists("data") and st.button(
            say(Text("去填校历", "Fill in the calendar")), type="primary", key="term-dates"
        ):
            assert shown.now.school is not None  # a timetable belongs to a school
            show_group(sitting_of(shown.now.school.id), "school", "calendar")
            go("data")


def _papers(found: Laid) -> None:
    """Sessions without a valid paper are errors, what ends soon a reminder."""
    for risk in sorted(found.risks, key=lambda risk: not risk.sessions):
        marks.notice(paper_sentence(found.problem, risk), "err" if risk.sessions else "warn")


def _short(found: Laid) -> None:
    sentences = short_days(found.problem, found.counts)
    if sentences:
        st.html(tag("ul", [tag("li", say(sentence)) for sentence in sentences], class_="k-term-short"))
    else:
        marks.faint(Text("每个星期几的课次都不比计划少。", "No weekday has fewer sessions than planned."))


def _counts(found: Laid) -> None:
    plan = Text("计划 − 减少 + 补上 = 实上", "planned − lost + made up = held")
    marks.section(Text("课次统计", "Counts"), plan)
    there = kinds(found.counts)
    if not there:
        return
    for tab, (what, _) in zip(st.tabs([say(title) for _, title in there]), there, strict=True):
        tab.html(_wide(count_table(found.problem, found.counts, what, language())))


def _wide(table: Markup) -> Markup:
    return tag("div", table, class_="k-term-wide", tabindex=0)
