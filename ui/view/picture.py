"""A view as HTML, with the sessions that are drawn in it, so that the legend can count them."""

from dataclasses import dataclass

from exchange.results.overview import alike
from exchange.results.view import days
from models import SchoolClass, Session, SessionKind
from ui.view.choice import View, What
from ui.week.board import Board
from ui.week.legend import legend
from ui.week.markup import Markup
from ui.week.school_grid import school_grid
from ui.week.week_grid import class_week, club_week, person_week, room_week


@dataclass(frozen=True)
class Picture:
    """What is shown of a view."""

    grid: Markup
    legend: Markup


def picture(board: Board, view: View, published: str | None = None) -> Picture:
    """The view, which must be settled; `published` is what the published timetable is called, where there is one."""
    return Picture(_grid(board, view), legend(board, drawn(board, view), published))


def weeks_differ(board: Board) -> bool:
    """Whether a view of many classes must say which week of the cycle it shows."""
    return board.problem.week.cycle > 1 and not alike(board.timetable)


def drawn(board: Board, view: View) -> list[Session]:
    """The sessions that the view shows."""
    timetable, which = board.timetable, view.which
    match view.what:
        case What.SCHOOL | What.DAY:
            ids = {c.id for c in classes_of(board, view)}
            return [s for s in timetable.sessions if _is_on(view, s) and (not view.grades or _concerns(board, s, ids))]
        case What.CLASS:
            return [s for s in timetable.sessions if _concerns(board, s, {which}) and s.kind is not SessionKind.PATROL]
        case What.TEACHER | What.INSTRUCTOR:
            return list({id(s): s for s in timetable.of_person.get(which, ())}.values())
        case What.ROOM:
            return [s for s in timetable.sessions if s.room == which]
        case What.CLUB:
            return [s for s in timetable.sessions if s.club == which]


def classes_of(board: Board, view: View) -> tuple[SchoolClass, ...]:
    """The classes of the grades of a view of many classes."""
    return tuple(c for c in board.problem.classes if not view.grades or c.grade in view.grades)


def _grid(board: Board, view: View) -> Markup:
    match view.what:
        case What.SCHOOL:
            return school_grid(board, classes_of(board, view), days(board.problem, board.timetable), view.week)
        case What.DAY:
            return school_grid(board, classes_of(board, view), (int(view.which),), view.week, detail=True)
        case What.CLASS:
            return class_week(board, view.which)
        case What.TEACHER | What.INSTRUCTOR:
            return person_week(board, view.which)
        case What.ROOM:
            return room_week(board, view.which)
        case What.CLUB:
            return club_week(board, view.which)


def _is_on(view: View, session: Session) -> bool:
    return session.slot.week == view.week and (view.what is What.SCHOOL or session.slot.day == int(view.which))


def _concerns(board: Board, session: Session, classes: set[str]) -> bool:
    """Whether a session is drawn in the columns of these classes."""
    if session.school_class is not None:
        return session.school_class in classes
    if session.kind is SessionKind.CROSS_CLASS:
        return any(session.pupils.get(c, 0) > 0 for c in classes)
    if session.kind is SessionKind.WHOLE_SCHOOL:
        club = board.problem.club_by_id.get(session.club or "")
        grades = () if club is None else club.grades
        return any(c in session.pupils or board.problem.class_by_id[c].grade in grades for c in classes)
    return True  # patrols stand in the heads of the rows
