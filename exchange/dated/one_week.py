"""One real week of the term as a weekly timetable of its own: each date in its place, without what is lost then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from exchange.dated.head import DatedHead
from exchange.dated.term_days import run_as
from exchange.handouts.head import Head
from exchange.results.names import day_title
from exchange.results.view import class_slot, takes
from models import (
    Day,
    DayKind,
    Language,
    Loss,
    NoService,
    Period,
    Problem,
    SchoolClass,
    Session,
    SessionKind,
    Slot,
    SlotKind,
    SlotKindSetting,
    TermDay,
    Text,
    Week,
)
from models.dated import NO_REASON
from models.noun import ClassId


@dataclass(frozen=True)
class OneWeek:
    """The head of the week's handouts, and the dates of the term that lie in it."""

    head: Head  # of a problem whose week is this one, and of its sessions
    usual: Problem  # the school as it is in every week
    number: int
    days: tuple[TermDay, ...]
    losses: tuple[Loss, ...] = ()  # of these dates, by the calendar and by what was changed since

    @property
    def title(self) -> str:
        """第7周（单周）, with the parity only where weeks differ."""
        say = self.head.say
        name = say(f"第{self.number}周", f"week {self.number}")
        weeks = {d.week for d in self.days if d.kind is not DayKind.HOLIDAY}
        if self.usual.week.cycle == 1 or len(weeks) != 1:
            return name
        return name + (say("（单周）", " (odd)") if weeks == {1} else say("（双周）", " (even)"))

    @property
    def lasts(self) -> str:
        """2026-10-12 – 10-16."""
        first, last = self.days[0].day, self.days[-1].day
        return first.isoformat() if first == last else f"{first:%Y-%m-%d} – {last:%m-%d}"

    def heading(self, day: TermDay) -> str:
        """周六 10.10（按周三）."""
        language = self.head.language
        text = f"{day_title(day.day.isoweekday(), language)} {day.day.month}.{day.day.day}"
        as_day = run_as(day, language)
        return text + (self.head.say(f"（{as_day}）", f" ({as_day})") if as_day else "")

    def stopped(self, day: TermDay, period: int, class_id: ClassId) -> str:
        """放假：国庆节 or 停课：运动会 where the class would have service; empty if it has, or never does.

        Of a week of this class: in one of all classes, a big club is there that goes on without it.
        """
        say, own = self.head.say, self.usual.class_by_id[class_id]
        if self.usual.week.kind(Slot(day.runs_as, period), own.grade) is SlotKind.OFF:
            return ""
        if day.kind is DayKind.HOLIDAY:
            return say("放假：", "holiday: ") + (day.name or "")
        stop = stop_of(self.usual, day.day, period, own.grade)
        if stop is not None:
            return said_stop(self.head.language, [stop.reason])
        here = class_slot(self.head.problem, self.head.timetable, class_id, Slot(day.day.isoweekday(), period))
        lost = [
            loss.reason
            for loss in self.losses
            if loss.day == day.day and loss.session.slot.period == period and _loses(self.usual, loss, own)
        ]
        return said_stop(self.head.language, lost) if lost and not (here.own or here.whole or here.walking) else ""


def said_stop(language: Language, reasons: Sequence[str]) -> str:
    """停课：运动会; 停课 alone where nobody said why."""
    why = [reason for reason in dict.fromkeys(reasons) if reason != NO_REASON]
    between = Text("停课：", "no service: ") if why else Text("停课", "no service")
    return between.in_language(language) + Text("、", ", ").in_language(language).join(why)


def weeks(head: DatedHead) -> tuple[int, ...]:
    """The numbers of the weeks of the term."""
    return tuple(sorted({d.number for d in head.dated.days}))


def one_week(head: DatedHead, number: int, class_id: str | None = None) -> OneWeek | None:
    """The week of this number; of a class only what it takes part in. None where the term has no such week."""
    days = tuple(d for d in head.held.days if d.number == number)
    return _of(head, days, class_id) if days else None


def one_day(head: DatedHead, day: date, class_id: str | None = None) -> OneWeek | None:
    """A week of which only this date has anything. None where it is no day of service, nor would be one."""
    found = head.held.day_of.get(day)
    return None if found is None else _of(head, (found,), class_id)


def _of(head: DatedHead, days: tuple[TermDay, ...], class_id: str | None) -> OneWeek:
    sessions = [
        _moved(d.session, day.day)
        for day in days
        for d in head.held.on.get(day.day, ())
        if class_id is None or class_id not in d.without
    ]
    usual = head.problem
    fields = {name: getattr(usual, name) for name in Problem.model_fields}
    problem = Problem.model_construct(**{**fields, "week": _week(head, days)})  # nothing to check: it was checked
    names = head.head.names
    if names is not None:
        names = names.in_week({day.day.isoweekday(): int(day.runs_as) for day in days})
    week = replace(head.head, problem=problem, timetable=head.head.timetable.with_sessions(sessions), names=names)
    dates = {day.day for day in days}
    losses = tuple(loss for loss in head.held.losses if loss.day in dates)
    return OneWeek(week, usual, days[0].number, days, losses)


def _loses(problem: Problem, loss: Loss, own: SchoolClass) -> bool:
    session = loss.session
    if loss.classes:
        return own.id in loss.classes
    if session.kind is SessionKind.WHOLE_SCHOOL:
        return takes(problem, session, own)
    return own.id == session.school_class or session.pupils.get(own.id, 0) > 0


def stop_of(problem: Problem, day: date, period: int, grade: str) -> NoService | None:
    """Why there is no service for the grade then, on a day of school."""
    return next((stop for stop in problem.calendar.no_service if stop.concerns(day, period, grade)), None)


def _moved(session: Session, day: date) -> Session:
    """On the weekday on which it really is: a make-up Saturday must not meet the day as which it runs."""
    return session.model_copy(update={"slot": Slot(day.isoweekday(), session.slot.period)})


def _week(head: DatedHead, days: tuple[TermDay, ...]) -> Week:
    problem = head.problem
    kinds = [
        SlotKindSetting(
            day=Day(day.day.isoweekday()),
            period=period.number,
            kind=_kind(problem, day, period.number, grade.id),
            grades=(grade.id,),
        )
        for day in days
        for period in problem.week.periods
        for grade in problem.grades
    ]
    return Week(periods=tuple(_period(head, days, p.number) for p in problem.week.periods), kinds=tuple(kinds))


def _kind(problem: Problem, day: TermDay, period: int, grade: str) -> SlotKind:
    if day.kind is DayKind.HOLIDAY or stop_of(problem, day.day, period, grade) is not None:
        return SlotKind.OFF
    return problem.week.kind(Slot(day.runs_as, period), grade)


def _period(head: DatedHead, days: tuple[TermDay, ...], number: int) -> Period:
    """With its clock time if it is the same on all dates of the week."""
    clocks = {head.clock(day.day, number) for day in days if day.kind is not DayKind.HOLIDAY}
    clock = next(iter(clocks)) if len(clocks) == 1 else None
    return Period(number=number) if clock is None else Period(number=number, start=clock[0], end=clock[1])
