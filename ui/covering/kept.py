"""The log of changes with its revoking, the notices to copy, the record, and one date as it really is."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from exchange.substitution_record import write_record
from models import Language, Problem, Revoked, TermLog, Text, actual
from scheduler.cover import notices
from ui import marks
from ui.covering.day import day_table
from ui.covering.entering import first_day
from ui.covering.situation import Situation
from ui.covering.words import change_text, day_text
from ui.language import language, say
from ui.week.markup import tag

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def told(now: Situation) -> None:
    """The notices since the last ones, each with a button that copies it."""
    log = now.log
    before, after = actual(now.base, log.as_of(log.told)), actual(now.base, log)
    found = notices(now.problem, before, after, log)
    marks.section(Text("变更通知", "Notices"), _since(log.told, len(found)))
    if not found:
        return
    every = "\n".join(say(notice.message) for notice in found)
    with st.expander(say(Text("一次复制全部", "All at once")), key="cover-all"):
        st.code(every, language=None, wrap_lines=True)
    for notice in found:
        st.code(say(notice.message), language=None, wrap_lines=True)
    if st.button(say(Text(f"{len(found)} 人都通知了", f"All {len(found)} were told")), key="cover-told"):
        now.save(log.model_copy(update={"told": datetime.now(UTC)}))
        st.rerun()


def log_list(now: Situation) -> None:
    """Every change with who, when, why; a fact takes what was done about it along when it is revoked."""
    log, problem = now.log, now.problem
    marks.section(Text("变更记录", "Log of changes"), Text(f"有效 {len(log.holding)} 条", f"{len(log.holding)} hold"))
    if not log.changes:
        marks.faint(Text("还没有变更。", "Nothing was changed yet."))
        return
    for change in reversed(log.changes):
        words, button = st.columns([8, 2], vertical_alignment="center")
        noted = f"{change.who} {change.when.astimezone():%m-%d %H:%M}"
        reason = f" · {change.why}" if change.why else ""
        with words:
            if change.revoked is not None:
                off = Text(f"已撤销（{change.revoked.by}）", f"revoked ({change.revoked.by})")
                text = tag("s", f"{change.id}. {say(change_text(problem, change))}")
                st.html(tag("p", text, tag("small", f"{noted}{reason} · {say(off)}"), class_="k-gap"))
                continue
            st.html(tag("p", f"{change.id}. {say(change_text(problem, change))}",
                        tag("small", f"{noted}{reason}"), class_="k-gap"))  # fmt: skip
        with button, st.popover(say(Text("撤销…", "Revoke…")), key=f"cover-undo-{change.id}"):
            why = st.text_input(say(Text("为什么撤销", "Why")), key=f"cover-undo-why-{change.id}")
            label = Text(f"撤销第 {change.id} 条", f"Revoke {change.id}")
            if st.button(say(label), key=f"cover-revoke-{change.id}", type="primary"):
                by = Revoked(by=now.shown.now.who, when=datetime.now(UTC), why=why)
                now.save(log.revoked(change.id, by))
                st.rerun()
    st.download_button(
        say(Text("下载代课登记表 XLSX", "Download the record XLSX")),
        lambda: _record(problem, log, language()),
        file_name=say(Text("代课登记表.xlsx", "substitutions.xlsx")),
        mime=_XLSX,
        key="cover-record",
        on_click="ignore",
    )


def one_day(now: Situation) -> None:
    """The sessions of one date as they are really held."""
    marks.section(Text("这一天的实际课表", "That day as it is"))
    names = {day: say(day_text(day)) for day in sorted(now.base.on)}
    days = list(names)
    chosen = st.selectbox(
        say(Text("日期", "Date")), days, days.index(first_day(now)), format_func=names.__getitem__,
        key="cover-day", label_visibility="collapsed",
    )  # fmt: skip
    assert isinstance(chosen, date)
    st.html(day_table(now.problem, now.base, actual(now.base, now.log), chosen, language()))


def _since(told: datetime | None, number: int) -> Text:
    if told is None:
        return Text(f"还没有通知过 · {number} 人", f"nobody was told yet · {number} people")
    when = f"{told.astimezone():%m-%d %H:%M}"
    return Text(f"{when} 通知之后 · {number} 人", f"since {when} · {number} people")


def _record(problem: Problem, log: TermLog, spoken: Language) -> bytes:
    with TemporaryDirectory(prefix="kehou-") as folder:
        path = Path(folder) / "record.xlsx"
        write_record(problem, log, path, spoken)
        return path.read_bytes()
