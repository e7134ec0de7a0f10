"""Laying a weekly timetable on the dates of a term; whatever the dates take away is a loss."""

from collections.abc import Iterator

from models import (
    DatedSession,
    DatedTimetable,
    DayKind,
    Loss,
    NoService,
    Problem,
    Session,
    SessionKind,
    SlotKind,
    TermDay,
    Timetable,
    calendar_mark,
    sessions_mark,
)
from models.noun import ClassId, GradeId
from scheduler.term.days import clock, term_days


class NoDatesError(ValueError):
    """The school has not said when its term begins and ends."""


def dated(problem: Problem, timetable: Timetable) -> DatedTimetable:
    """The timetable on every date of the term. Raises `NoDatesError` without the term's first and last day."""
    if problem.term.first_day is None or problem.term.last_day is None:
        raise NoDatesError
    days = term_days(problem)
    sessions: list[DatedSession] = []
    losses: list[Loss] = []
    for day in days:
        for session in _on(problem, timetable, day):
            if day.kind is DayKind.HOLIDAY:
                assert day.name is not None
                losses.append(Loss(day=day.day, session=session, reason=day.name, kind=day.kind))
                continue
            held, lost = _served(problem, day, session)
            sessions.extend(held)
            losses.extend(lost)
    return DatedTimetable(
        school=timetable.school,
        term=timetable.term,
        fingerprint=timetable.fingerprint,
        sessions_mark=sessions_mark(timetable),
        calendar_mark=calendar_mark(problem),
        days=days,
        sessions=tuple(sessions),
        losses=tuple(losses),
    )


def _on(problem: Problem, timetable: Timetable, day: TermDay) -> Iterator[Session]:
    """The sessions of the weekly timetable that run, or would run, on this day."""
    week = day.week if problem.week.cycle == 2 else 1
    for slot in problem.slots:
        if slot.day == day.runs_as and slot.week == week:
            yield from timetable.at.get(slot, ())


def _served(problem: Problem, day: TermDay, session: Session) -> tuple[list[DatedSession], list[Loss]]:
    """The session without the classes that have no service then, and what is lost."""
    reasons = {
        grade: stop.reason
        for stop in problem.calendar.no_service
        if stop.includes(day.day) and session.slot.period in (stop.periods or (session.slot.period,))
        for grade in _grades(problem, stop)
    }
    out = {c: reasons[g] for c in _classes(problem, session) if (g := problem.class_by_id[c].grade) in reasons}
    left = [c for c in _classes(problem, session) if c not in out]
    if not out:
        return [_at(problem, day, session)], []
    if not left:
        reason = next(iter(out.values()))
        return [], [Loss(day=day.day, session=session, reason=reason, kind=day.kind)]
    rest = session
    if session.pupils:
        rest = session.model_copy(update={"pupils": {c: n for c, n in session.pupils.items() if c not in out}})
    lost = [
        Loss(day=day.day, session=session, reason=reason, kind=day.kind, classes=_with(out, reason))
        for reason in dict.fromkeys(out.values())
    ]
    if session.kind is SessionKind.PATROL:  # it goes on for the others, and nobody loses it
        return [_at(problem, day, session)], []
    return [_at(problem, day, rest, tuple(out))], lost


def _at(problem: Problem, day: TermDay, session: Session, without: tuple[ClassId, ...] = ()) -> DatedSession:
    start, end = clock(problem, day.day, session.slot.period) or (None, None)
    return DatedSession(day=day.day, session=session, start=start, end=end, without=without)


def _grades(problem: Problem, stop: NoService) -> tuple[GradeId, ...]:
    return stop.grades or tuple(g.id for g in problem.grades)


def _classes(problem: Problem, session: Session) -> tuple[ClassId, ...]:
    """The classes that a session is for; patrol is for every class that is open then."""
    if session.kind is SessionKind.PATROL:
        return tuple(c.id for c in problem.classes if problem.week.kind(session.slot, c.grade) is not SlotKind.OFF)
    if session.school_class is not None:
        return (session.school_class,)
    if session.pupils:
        return tuple(c for c, number in session.pupils.items() if number)
    club = problem.club_by_id[session.club] if session.club is not None else None
    return tuple(c.id for c in problem.classes if club is None or c.grade in club.grades)


def _with(out: dict[ClassId, str], reason: str) -> tuple[ClassId, ...]:
    return tuple(c for c, why in out.items() if why == reason)
