"""A day as a list: what a class does period by period and where its pupils go; or what a person does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from exchange.results.dispatch import Dispatch, dispatches
from exchange.results.dispatch_rows import area
from exchange.results.dispatch_table import times
from exchange.results.names import (
    KIND,
    content_name,
    day_title,
    people_names,
    period_clock,
    period_title,
    room_name,
)
from exchange.results.view import class_slot, escorts, periods, person_cell
from exchange.results.wording import duty_runs, has_escorts, heads, in_all
from models import Role, Session, SessionKind, Slot, Text
from ui.week.board import Board, sign
from ui.week.markup import Markup, joined, tag
from ui.week.session_cell import CLASS_OF_KIND


@dataclass(frozen=True)
class Going:
    """Pupils of a class who walk to the clubs of one part of the school."""

    area: str
    sessions: tuple[Session, ...]
    pupils: int


def class_day(
    board: Board, class_id: str, day: int, week: int, stopped: Mapping[int, str] = MappingProxyType({})
) -> Markup:
    """Every period of the class: its own session, the big club, or where its pupils go; or why nothing is on.

    `stopped` has 停课：运动会 for each period without service. KeyError for no class.
    """
    parts: list[Markup] = []
    for period in sorted({*periods(board.problem, board.timetable), *stopped}):
        slot = Slot(day, period, week)
        here = class_slot(board.problem, board.timetable, class_id, slot)
        cards = [_whole(board, s, class_id) for s in here.whole] + [_own(board, s) for s in here.own]
        if here.walking:
            cards += [_walk(board, class_id, slot)]
        if not cards and period in stopped:
            cards = [tag("p", stopped[period], class_="stopped")]
        elif not cards and not here.open:
            continue
        missing = tag("p", board.say("未安排", "nothing"), class_="missing")
        parts.append(_period(board, period, cards or [missing]))
    return _list(board, parts)


def person_day(board: Board, person: str, day: int, week: int) -> Markup:
    """Every period in which the person serves on the day, in every role."""
    parts: list[Markup] = []
    for period in periods(board.problem, board.timetable):
        found = person_cell(board.problem, board.timetable, person, day, period)
        cards = [
            _duty(board, session, person, role)
            for parity, duties in found
            if parity.includes(week)
            for session, role in duties
        ]
        if cards:
            parts.append(_period(board, period, cards))
    return _list(board, parts)


def goings(board: Board, class_id: str, slot: Slot) -> tuple[Going, ...]:
    """Where the pupils of the class go in the slot, part by part of the school, in the order of a walk through it."""
    here = class_slot(board.problem, board.timetable, class_id, slot)
    found: dict[tuple[int, str], list[Session]] = {}
    for session in here.walking:
        number, name = area(board.problem, session)
        found.setdefault((number, name.in_language(board.language)), []).append(session)
    return tuple(
        Going(name, tuple(sessions), sum(s.pupils[class_id] for s in sessions))
        for (_, name), sessions in sorted(found.items())
    )


def _list(board: Board, parts: Sequence[Markup]) -> Markup:
    nothing = tag("p", board.say("这天没有课后服务。", "Nothing on this day."), class_="k-day-none")
    return tag("div", parts or nothing, class_="k-day")


def _period(board: Board, period: int, cards: Sequence[Markup]) -> Markup:
    clock = period_clock(board.problem, period)
    title = tag("h2", period_title(period, board.language), tag("small", f" {clock}") if clock else None)
    return tag("section", title, cards)


def _card(board: Board, session: Session, name: str, *lines: str | None) -> Markup:
    below = [tag("p", line) for line in lines if line]
    top = tag("h3", name, board.marks_on(session))
    return tag("div", top, below, class_=f"card {CLASS_OF_KIND[session.kind]}")


def _own(board: Board, session: Session) -> Markup:
    who = people_names(board.problem, session.people(), board.language)
    kind = KIND[session.kind].in_language(board.language)
    name = content_name(board.problem, session, board.language)
    where = f"{room_name(session, board.language)} · {heads(session.head_count, board.language)}"
    if not session.pupils:
        where = room_name(session, board.language)
    return _card(board, session, name, f"{kind} · {who}", where)


def _whole(board: Board, session: Session, class_id: str) -> Markup:
    language, problem = board.language, board.problem
    leaders = people_names(problem, session.people(Role.LEADER), language)
    escort = escorts(problem, session).get(class_id) if has_escorts(problem, session) else None
    beside = "" if escort is None else people_names(problem, (escort,), language)
    also = board.say("随班 ", "with the class: ") + beside if beside else None
    name = f"{KIND[session.kind].in_language(language)} · {content_name(problem, session, language)}"
    where = f"{room_name(session, language)} · {board.say('带班 ', 'led by ')}{leaders}"
    everybody = board.say("全班 ", "all ") + heads(problem.class_by_id[class_id].pupils, language)
    return _card(board, session, name, where, also, everybody)


def _walk(board: Board, class_id: str, slot: Slot) -> Markup:
    """The dispatch list: who brings them, then place by place; the counts add up to the class."""
    language, problem = board.language, board.problem
    here = class_slot(problem, board.timetable, class_id, slot)
    walks = dispatches(problem, board.timetable, class_id)
    walk = next((d for d in walks if _is_at(d, slot)), None)
    parts: list[Markup] = []
    if walk is not None and (clock := times(problem, walk).in_language(language)):
        parts.append(tag("p", clock, class_="sender"))
    if walk is not None and walk.senders:
        by = board.say("送的人 ", "Brought by ") + people_names(problem, walk.senders, language)
        parts.append(tag("p", by, class_="sender"))
    for going in goings(board, class_id, slot):
        count = heads(going.pupils, language)
        parts.append(tag("h4", going.area, tag("span", count)))
        parts += [_going(board, session, class_id) for session in going.sessions]
    if here.staying > 0:
        parts.append(tag("h4", board.say("留在本班", "stay in class"), tag("span", heads(here.staying, language))))
    parts.append(tag("p", in_all(here, language), class_="sum"))
    return tag("div", parts, class_="walk-list")


def _is_at(walk: Dispatch, slot: Slot) -> bool:
    return walk.here.slot.day == slot.day and slot.period in walk.periods and walk.week.includes(slot.week)


def _going(board: Board, session: Session, class_id: str) -> Markup:
    who = joined(board.people(session.people(Role.LEADER)))
    name = tag("b", content_name(board.problem, session, board.language), board.marks_on(session))
    where = tag("small", room_name(session, board.language), " · ", who)
    count = tag("span", str(session.pupils[class_id]), tag("small", board.say(" 人", "")), class_="count")
    return tag("div", tag("div", name, where), count, class_="going")


def _duty(board: Board, session: Session, person: str, role: Role) -> Markup:
    runs = duty_runs(board.problem, session, person, role, board.language)
    name = " ".join(text.strip() for text, bold in runs if bold)
    rest = "".join(text for text, bold in runs if not bold).strip("\n 　")
    if session.kind is SessionKind.PATROL:
        rest = board.say("巡视各班和各社团", "walks through the school")
    return _card(board, session, name, *rest.split("\n"))


def day_changes(board: Board, sessions: Sequence[Session]) -> Markup | None:
    """What is not as published among these sessions; it stands first, so that nobody misses it."""
    keys = [board.key(s) for s in sessions if board.key(s) in board.marks.changed]
    if not keys:
        return None
    title = Text(f"有 {len(keys)} 处变更", f"{len(keys)} changed").in_language(board.language)
    lines = [tag("li", board.marks.changed[key].in_language(board.language)) for key in keys]
    mark = sign("changed", board.language, title)
    return tag("div", tag("b", mark, " ", title), tag("ul", lines), class_="k-day-changes")


def heading(board: Board, name: str, day: int, week: int) -> Markup:
    """周二 · 双周, and whose day it is."""
    when = day_title(day, board.language)
    if board.problem.week.cycle > 1:
        when += " · " + board.say("单周" if week == 1 else "双周", "odd week" if week == 1 else "even week")
    return tag("header", tag("p", when), tag("h1", name), class_="k-day-head")
