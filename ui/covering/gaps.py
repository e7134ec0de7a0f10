"""The gaps one by one, each with ranked candidates and reasons; the best cover of all; and saving what was chosen."""

from datetime import UTC, datetime

import streamlit as st

from models import Cover, CoverCandidate, Covered, Gap, TermLog, Text, Violation
from scheduler.cover import candidates, cover_violations, measures_of, room_candidates
from ui import marks
from ui.covering.proposals import other_ways_box, saved
from ui.covering.situation import Situation, clear
from ui.covering.words import against_text, change_text, gap_text, option_text
from ui.language import say
from ui.week.markup import tag

_EMPTY = "—"


def gaps(now: Situation) -> None:
    """Draw them, with what is entered above; nothing where nothing is open."""
    standing = now.standing
    for issue in standing.conflicts:
        marks.notice(issue.text, "warn")
    for fact in now.draft:
        why = f"（{fact.why}）" if fact.why else ""
        not_yet = Text(f"{why}还没有记下", f"{why}not saved yet")
        marks.notice(change_text(now.problem, fact), "acc", not_yet)
    every = (*standing.gaps, *standing.room_gaps)
    people, rooms = now.best
    if not every:
        if now.draft:
            marks.notice(Text("这段时间没有受影响的课次。", "No session is concerned."), "ok")
            _confirm(now, [])
        return
    best = {gap_key(c.gap): c.by for cover in (people, rooms) for c in cover.covered}
    why_open = {gap_key(u.gap): u.text for cover in (people, rooms) for u in cover.unfilled}
    count, proved = len(best), people.proved and rooms.proved
    asked, tail = len(people.people), Text("，已证明不能更好", ", proved best") if proved else Text("", "")
    head, button = st.columns([7, 2], vertical_alignment="center")
    with head:
        said = Text(
            f"缺口 {len(every)} 处，最多能补上 {count} 处，只请 {asked} 人{tail.zh}",
            f"{len(every)} gaps, {count} can be closed, asking {asked} people{tail.en}",
        )
        marks.section(Text("缺口与代课人选", "Gaps and who could"), said)
    if button.button(say(Text("都用最优安排", "Take the best for all")), key="cover-best", width="stretch"):
        for gap in every:
            st.session_state[f"cover-by-{gap_key(gap)}"] = _id(best.get(gap_key(gap)))
        st.rerun()
    chosen = [line for gap in every if (line := _gap(now, gap, best.get(gap_key(gap)), why_open.get(gap_key(gap))))]
    _confirm(now, chosen)


def _gap(now: Situation, gap: Gap, best: CoverCandidate | None, why: Text | None) -> Covered | None:
    """One gap with its box; who is chosen."""
    standing, key = now.standing, f"cover-by-{gap_key(gap)}"
    found = room_candidates(standing, gap) if gap.room is not None else candidates(standing, gap)
    by_id = {_id(c): c for c in found if c.possible}
    if st.session_state.get(key) not in (None, _EMPTY, *by_id):
        del st.session_state[key]
    options = {i: say(option_text(c)) for i, c in by_id.items()} | {_EMPTY: say(Text("先空着", "Leave it open"))}
    words, box, other = st.columns([4, 6, 1.6], vertical_alignment="center")
    against = against_text(found)
    more = tag("small", say(against)) if against is not None else None
    stays = tag("small", say(Text(f"补不上：{why.zh}", f"Open: {why.en}")), class_="err") if why is not None else None
    with words:
        st.html(tag("p", say(gap_text(now.problem, gap)), stays, more, class_="k-gap"))
    with box:
        picked = st.selectbox(
            say(gap_text(now.problem, gap)),
            list(options),
            list(options).index(_id(best)) if _id(best) in options else 0,
            format_func=options.__getitem__,
            key=key,
            label_visibility="collapsed",
        )
    with other:
        other_ways_box(now, gap, gap_key(gap))
    candidate = by_id.get(picked or _EMPTY)
    return None if candidate is None else Covered(gap=gap, by=candidate)


def _confirm(now: Situation, chosen: list[Covered]) -> None:
    """Saves facts and measures; what the chosen cover would break is said first."""
    moment, log = datetime.now(UTC), now.tried
    made = log.with_changes(*measures_of(log, Cover(covered=tuple(chosen)), who=now.shown.now.who, when=moment))
    broken = _broken(f"{now.key} {[(gap_key(c.gap), _id(c.by)) for c in chosen]}", now, made)
    for violation in broken[:5]:
        marks.notice(violation.text, "err")
    with st.container(horizontal=True, gap="small"):
        label = Text(f"记下，安排 {len(chosen)} 处", f"Save, with {len(chosen)} arranged")
        if st.button(say(label), type="primary", key="cover-save", disabled=bool(broken)):
            saved(now.save(made))
        if now.draft and st.button(say(Text("不记了", "Drop it")), key="cover-drop"):
            clear(now.shown)
            st.rerun()


@st.cache_resource(show_spinner=False, max_entries=32)
def _broken(key: str, _now: Situation, _made: TermLog) -> list[Violation]:  # noqa: ARG001  the key is the key
    """What the measures would break that was not broken before."""
    problem = _now.problem
    known = set(cover_violations(problem, _now.base, _now.tried))
    return [v for v in cover_violations(problem, _now.base, _made) if v not in known]


def _id(candidate: CoverCandidate | None) -> str:
    return _EMPTY if candidate is None else candidate.person or candidate.room or _EMPTY


def gap_key(gap: Gap) -> str:
    """Tells the gaps of a screen apart."""
    s = gap.session
    return f"{gap.day} {s.slot} {s.school_class} {s.subject} {s.club} {s.group} {gap.role} {gap.person} {gap.room}"
