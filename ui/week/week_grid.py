"""The week of one class, person, room or club: periods down, days across; odd and even weeks where they differ."""

from collections.abc import Callable, Sequence

from exchange.results.names import (
    class_heading,
    club_kind,
    day_title,
    grades_text,
    period_clock,
    period_title,
    person_name,
    week_mark,
)
from exchange.results.view import by_week, class_cell, content, days, in_order, periods, person_cell, room_cell
from exchange.results.wording import duty_runs, heads, own_runs, room_runs, whole_runs
from models import CrossClassClub, Parity, Session, Slot
from ui.week.board import Board
from ui.week.markup import Markup, joined, tag
from ui.week.session_cell import chips, run_cell

Cell = Callable[[int, int], Sequence[Markup]]
"""(day, period) → what stands there."""


def class_week(board: Board, class_id: str) -> Markup:
    """One class: its own sessions, and where its pupils walk with how many of them. An unknown class is a KeyError."""
    problem, language = board.problem, board.language

    def cell(day: int, period: int) -> list[Markup]:
        found: list[Markup] = []
        for week, here in class_cell(problem, board.timetable, class_id, day, period):
            parts = [run_cell(board, s, whole_runs(problem, s, here, language)) for s in here.whole]
            parts += [run_cell(board, s, own_runs(problem, s, here, language)) for s in here.own]
            if here.walking:
                parts.append(tag("div", chips(board, here.walking, of=class_id, room=True), class_="walk"))
            if not parts and here.open:
                parts.append(tag("span", board.say("未安排", "nothing"), class_="missing"))
            found += _of_week(board, week, parts)
        return found

    school_class = problem.class_by_id[class_id]
    facts = [heads(school_class.pupils, language)]
    if school_class.class_teacher is not None:
        teacher = person_name(problem, school_class.class_teacher, language)
        facts.insert(0, board.say("班主任 ", "class teacher ") + teacher)
    return _table(board, class_heading(problem, class_id, language), facts, cell, data_class=class_id)


def person_week(board: Board, person_id: str) -> Markup:
    """One teacher or instructor, in every role; slots in which he or she cannot come are hatched."""
    problem, language = board.problem, board.language
    person = problem.person_by_id[person_id]

    def cell(day: int, period: int) -> list[Markup]:
        found: list[Markup] = []
        for week, duties in person_cell(problem, board.timetable, person_id, day, period):
            parts = [run_cell(board, s, duty_runs(problem, s, person_id, role, language)) for s, role in duties]
            found += _of_week(board, week, parts)
        shut = all(Slot(day, period, week) in person.unavailable for week in problem.week.weeks)
        return found or ([_shut(board, "不能来", "cannot come")] if shut else [])

    return _table(board, person_name(problem, person_id, language), [], cell)


def room_week(board: Board, room: str) -> Markup:
    """One room: what meets in it; closed slots are hatched."""
    problem, language = board.problem, board.language
    found = problem.room_by_id.get(room)

    def cell(day: int, period: int) -> list[Markup]:
        cells: list[Markup] = []
        for week, sessions in room_cell(problem, board.timetable, room, day, period):
            cells += _of_week(board, week, [run_cell(board, s, room_runs(problem, s, language)) for s in sessions])
        closed = () if found is None else found.closed
        shut = all(Slot(day, period, week) in closed for week in problem.week.weeks)
        return cells or ([_shut(board, "不开放", "closed")] if shut else [])

    facts = [] if found is None else [board.say(f"容量 {found.capacity} 人", f"holds {found.capacity}")]
    return _table(board, room, facts, cell)


def club_week(board: Board, club_id: str) -> Markup:
    """One club or activity: every meeting of every group. An unknown club is a KeyError."""
    problem, language = board.problem, board.language
    club = problem.club_by_id[club_id]

    def cell(day: int, period: int) -> list[Markup]:
        def look(week: int) -> tuple[Session, ...]:
            here = board.timetable.at.get(Slot(day, period, week), ())
            return in_order(problem, [s for s in here if s.club == club_id])

        found: list[Markup] = []
        for week, sessions in by_week(problem, look, lambda sessions: tuple(map(content, sessions))):
            found += _of_week(board, week, [_meeting(board, s) for s in sessions])
        return found

    facts = [club_kind(problem, club_id, language), grades_text(problem, club.grades, language)]
    if isinstance(club, CrossClassClub):
        facts.append(board.say(f"名额 {club.most} 人", f"{club.most} places"))
    return _table(board, club.name, facts, cell)


def _meeting(board: Board, session: Session) -> Markup:
    """A meeting seen from its club: leaders and room are what differs between its cells."""
    (first, bold), *rest = room_runs(board.problem, session, board.language)
    if session.room is not None:
        rest.append((session.room, False))
    return run_cell(board, session, [(first, bold), *rest])


def _of_week(board: Board, week: Parity, parts: Sequence[Markup]) -> list[Markup]:
    """What happens in one week of the cycle only has 单 or 双 in front."""
    mark = week_mark(week, board.language)
    if not parts or not mark:
        return list(parts)
    title = board.say(f"只在{mark}周", f"{mark} weeks only")
    return [tag("div", tag("i", mark, class_="mark week", title=title), parts, class_="in-week")]


def _shut(board: Board, zh: str, en: str) -> Markup:
    return tag("span", board.say(zh, en), class_="shut")


def _table(board: Board, title: str, facts: Sequence[str], cell: Cell, data_class: str | None = None) -> Markup:
    shown, rows = days(board.problem, board.timetable), periods(board.problem, board.timetable)
    head = [tag("th", day_title(day, board.language), scope="col") for day in shown]
    body = [
        tag("tr", _label(board, period), [_cell(cell(day, period), day, period, data_class) for day in shown])
        for period in rows
    ]
    caption = [tag("b", title), *(joined("　", fact) for fact in facts if fact)]
    return tag(
        "table",
        tag("caption", caption, class_="shown"),
        tag("colgroup", tag("col", style="width:96px"), [tag("col") for _ in shown]),
        tag("thead", tag("tr", tag("th", board.say("时段", "When"), scope="col", class_="corner"), head)),
        tag("tbody", body),
        class_="kehou-grid one",
    )


def _cell(parts: Sequence[Markup], day: int, period: int, data_class: str | None) -> Markup:
    return tag("td", parts, data_slot=str(Slot(day, period)), data_class=data_class)


def _label(board: Board, period: int) -> Markup:
    clock = period_clock(board.problem, period)
    title = period_title(period, board.language)
    return tag("th", title, tag("small", clock) if clock else None, scope="row", class_="period")
