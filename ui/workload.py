"""工作量: what each teacher serves against the target, late days, wishes, patrols and rooms, with reasons in words."""

from pathlib import Path

import streamlit as st

from models import Language, Problem, Text, Timetable
from ui import marks
from ui.language import language, say
from ui.load.asking import asking
from ui.load.figures import Summary, lines_of, rooms_of, summary_of
from ui.load.picture import legend, patrols_table, rooms_table, teachers_table
from ui.view.heading import name_of
from ui.view.opened import Opened, opened
from ui.week.markup import Markup, joined, tag

_SHEET = Path(__file__).parent / "load" / "load.css"


def page() -> None:
    """The screen."""
    shown = opened()
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    marks.heading(Text("工作量", "Workload"), _about(shown))
    st.html(_teachers(f"{shown.key} teachers", shown.problem, shown.timetable, language()))
    asking(shown)
    rooms = st.expander(say(Text("场地使用", "Room use")), key="load-rooms")
    rooms.html(_rooms(f"{shown.key} rooms", shown.problem, shown.timetable, language()))
    patrols = patrols_table(shown.problem, shown.timetable, language())
    if patrols is not None:
        st.expander(say(Text("巡查", "Patrols")), key="load-patrols").html(_wide(patrols))


def _about(shown: Opened) -> Text:
    name = name_of(shown.saved)
    return Text(f"课后服务，周课表 · {name.zh}", f"of the weekly timetable · {name.en}")


@st.cache_resource(show_spinner=False, max_entries=16)
def _teachers(key: str, _problem: Problem, _timetable: Timetable, language: Language) -> Markup:  # noqa: ARG001
    lines = lines_of(_problem, _timetable)
    note = Text("一格一次；右边小格：从上到下是各节", "one square, one session; strips: periods from the top")
    return joined(
        _tiles(_problem, summary_of(lines)),
        tag("div", legend(lines, language), tag("p", say(note), class_="k-sub"), class_="k-sq-head"),
        _wide(teachers_table(_problem, _timetable, lines, language)),
    )


@st.cache_resource(show_spinner=False, max_entries=16)
def _rooms(key: str, _problem: Problem, _timetable: Timetable, language: Language) -> Markup:  # noqa: ARG001
    return _wide(rooms_table(_problem, _timetable, rooms_of(_problem, _timetable), language))


def _wide(table: Markup) -> Markup:
    return tag("div", table, class_="k-wide")


def _tiles(problem: Problem, found: Summary) -> Markup:
    cycle = problem.week.cycle
    share = problem.late_share * cycle
    tiles = [
        (Text("课次", "Sessions"), f"{found.total:g}", Text(f"人均 {found.mean:.2f}", f"mean {found.mean:.2f}")),
        (
            Text("最少–最多", "Least–most"),
            f"{found.least:g}–{found.most:g}",
            Text(f"目标合计 {found.targets} 次", f"targets sum to {found.targets}"),
        ),
        (
            Text("正好目标", "On target"),
            say(Text(f"{found.exact} 人", f"{found.exact}")),
            Text(f"多的 {found.above} 人 · 少的 {found.below} 人", f"{found.above} above · {found.below} below"),
        ),
        (
            Text("意愿", "Wishes"),
            f"{found.met} / {found.wishes}",
            Text("已满足或避开", "met or avoided"),
        ),
        (
            Text("晚走天数", "Late days"),
            f"{found.late_least}–{found.late_most}",
            Text(f"平摊每人 {share} 天", f"an even share is {share}"),
        ),
    ]
    boxes = [
        tag("div", tag("div", say(label), class_="l"), tag("div", value, class_="v"), tag("div", say(more), class_="d"))
        for label, value, more in tiles
    ]
    return tag("div", boxes, tag("div", tag("div", _count(found), class_="w")), class_="k-tiles")


def _count(found: Summary) -> Markup:
    """Why not everybody is on target, by counting alone: all sessions against all targets."""
    left = found.total - found.targets
    title = tag("b", say(Text("目标能不能人人正好", "Can everybody be on target?")))
    total, targets = f"{found.total:g}", found.targets
    if left == 0:
        text = Text(f"课次 {total} 次，正好是目标之和；总数上没有妨碍。", "The sessions sum to the targets: yes.")
    elif left > 0:
        text = Text(
            f"课次 {total} 次，比目标之和 {targets} 多 {left:g} 次：只要课次不减，总有人要多，一共至少多 {left:g} 次。",
            f"{total} sessions are {left:g} more than all targets: somebody must have more, {left:g} in all.",
        )
    else:
        text = Text(
            f"课次 {total} 次，比目标之和 {targets} 少 {-left:g} 次：总有人要少，一共至少少 {-left:g} 次。",
            f"{total} sessions are {-left:g} fewer than all targets: somebody must have fewer, {-left:g} in all.",
        )
    return joined(title, tag("br"), say(text))
