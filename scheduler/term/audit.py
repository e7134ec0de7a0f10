"""A dated timetable recounted date by date and class by class; shares nothing with the way in which it is made."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from models import DatedTimetable, DayKind, Problem, Session, Text, Timetable

_Meeting = tuple[date, int, str, str]  # date, period, what, class ("" = the session itself)


def audit_dated(problem: Problem, timetable: Timetable, dated: DatedTimetable) -> tuple[Text, ...]:
    """What is wrong with it: meetings that are lacking, too many or on a day without school; clashes of people."""
    first, last = problem.term.first_day, problem.term.last_day
    if first is None or last is None:
        return (Text("学期没有日期。", "The term has no dates."),)
    due = Counter(_due(problem, timetable, first, last))
    found = Counter(_found(problem, dated))
    wrong = [_said(m, n, "少了", "lacks") for m, n in sorted((due - found).items())]
    wrong += [_said(m, n, "多了", "has too many") for m, n in sorted((found - due).items())]
    return (*wrong, *_clashes(dated), *_days(dated))


def _due(problem: Problem, timetable: Timetable, first: date, last: date) -> Iterator[_Meeting]:
    """Every meeting of every class that should be, from the calendar alone."""
    calendar = problem.calendar
    monday = first.toordinal() - first.weekday()
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        swapped = [m for m in calendar.make_up_days if m.day == day]
        if not swapped and any(h.first <= day <= h.last for h in calendar.holidays):
            continue
        weekday = int(swapped[-1].runs_as) if swapped else day.isoweekday()
        week = 1 + (number - monday) // 7 % 2
        for override in calendar.parity_overrides:
            week = override.week if override.first <= day <= override.last else week
        if swapped and swapped[-1].week is not None:
            week = swapped[-1].week
        for session in timetable.sessions:
            if session.slot.day != weekday or (problem.week.cycle == 2 and session.slot.week != week):
                continue
            for c in _attending(problem, session):
                grade = next(x.grade for x in problem.classes if x.id == c)
                stopped = any(
                    s.first <= day <= s.last
                    and (not s.periods or session.slot.period in s.periods)
                    and (not s.grades or grade in s.grades)
                    for s in calendar.no_service
                )
                if not stopped:
                    yield day, session.slot.period, _what(session), c


def _found(problem: Problem, dated: DatedTimetable) -> Iterator[_Meeting]:
    for d in dated.sessions:
        for c in _attending(problem, d.session):
            if c not in d.without:
                yield d.day, d.session.slot.period, _what(d.session), c


def _attending(problem: Problem, session: Session) -> list[str]:
    if session.kind == "patrol":
        return []
    if session.school_class:
        return [session.school_class]
    if session.pupils:
        return [c for c in session.pupils if session.pupils[c] > 0]
    grades = [g for club in problem.clubs if club.id == session.club for g in club.grades]
    return [c.id for c in problem.classes if c.grade in grades]


def _what(session: Session) -> str:
    people = "、".join(sorted(f"{d.person}{d.role}" for d in session.duties))
    return f"{session.kind} {session.club or session.subject or ''}{session.group} {people} {session.room or ''}"


def _clashes(dated: DatedTimetable) -> Iterator[Text]:
    at = Counter((d.day, d.session.slot.period, who) for d in dated.sessions for who in set(d.session.people()))
    for (day, period, who), times in sorted(at.items()):
        if times > 1:
            yield Text(f"{day}第{period}节{who}同时在{times}处。", f"{who}: at {times} places, {day} period {period}.")


def _days(dated: DatedTimetable) -> Iterator[Text]:
    """Nothing takes place without the weekday, the week and the term that the day says."""
    for d in dated.sessions:
        day = dated.day_of.get(d.day)
        if day is None or day.kind is DayKind.HOLIDAY or d.session.slot.day != day.runs_as:
            yield Text(f"{d.day}不该有{_what(d.session)}。", f"{d.day} should not have {_what(d.session)}.")


def _said(meeting: _Meeting, times: int, zh: str, en: str) -> Text:
    day, period, what, c = meeting
    return Text(f"{day}第{period}节{c}{zh}{times}次{what}。", f"{day} period {period} {en} {times} of {what} for {c}.")
