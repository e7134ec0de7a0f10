"""The calendar of a term by weeks: what each date is, and whether its service takes place, in part or not at all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models import DatedTimetable, Loss, MakeUpDay, Problem, week_number
from scheduler.term.days import parity


class DateKind(StrEnum):
    """What becomes of the service on a date."""

    OUTSIDE = "outside"  # before the term's first or after its last day
    FREE = "free"  # nothing is planned, such as on a Sunday
    HOLIDAY = "holiday"
    SERVICE = "service"  # all that is planned takes place
    PART = "part"  # some of it does not
    NONE = "none"  # school, but no service


@dataclass(frozen=True)
class TermDate:
    """One date of the picture."""

    day: date
    kind: DateKind
    names: tuple[str, ...] = ()  # of the holiday, or why there is no service; as printed
    make_up: MakeUpDay | None = None  # the date runs as another weekday
    sessions: int = 0  # that take place
    lost: int = 0  # that do not, or not for all of their classes


@dataclass(frozen=True)
class TermWeek:
    """One week of the term, Monday to Sunday."""

    number: int  # from 1
    parities: tuple[int, ...]  # 1 = odd, 2 = even; both where it changes within the week; none in a one-week cycle
    dates: tuple[TermDate, ...]  # seven


def term_weeks(problem: Problem, dated: DatedTimetable) -> tuple[TermWeek, ...]:
    """Every week of the term. None without its first and last day."""
    first, last = problem.term.first_day, problem.term.last_day
    if first is None or last is None:
        return ()
    losses: defaultdict[date, list[Loss]] = defaultdict(list)
    for loss in dated.losses:
        losses[loss.day].append(loss)
    return tuple(_weeks(problem, dated, losses, first, last))


def _weeks(
    problem: Problem, dated: DatedTimetable, losses: Mapping[date, list[Loss]], first: date, last: date
) -> Iterator[TermWeek]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        days = [monday + timedelta(days=n) for n in range(7)]
        inside = [day for day in days if first <= day <= last]
        odd_even = {parity(problem, day) for day in inside} if problem.week.cycle == 2 else set()
        dates = tuple(
            _date(problem, dated, losses.get(day, []), day) if day in inside else TermDate(day, DateKind.OUTSIDE)
            for day in days
        )
        yield TermWeek(week_number(first, inside[0]), tuple(sorted(odd_even)), dates)
        monday += timedelta(days=7)


def _date(problem: Problem, dated: DatedTimetable, losses: list[Loss], day: date) -> TermDate:
    calendar = problem.calendar
    make_up = next((m for m in reversed(calendar.make_up_days) if m.day == day), None)
    holiday = next((h for h in calendar.holidays if h.includes(day)), None)
    if holiday is not None and make_up is None:
        return TermDate(day, DateKind.HOLIDAY, (holiday.name,), lost=len(losses))
    held = len(dated.on.get(day, ()))
    whole, short = (DateKind.SERVICE, DateKind.PART) if held else (DateKind.FREE, DateKind.NONE)
    kind = short if losses else whole
    return TermDate(day, kind, tuple(dict.fromkeys(loss.reason for loss in losses)), make_up, held, len(losses))
