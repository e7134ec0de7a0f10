"""Dates as they are printed, the months of a term, and the sessions of one date as a timetable of its own."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from exchange.results.names import day_title
from models import DatedTimetable, DayKind, Language, Span, TermDay, Text, Timetable


def date_title(day: date, language: Language = "zh", between: str = "") -> str:
    """3.9周二, as schools write it; `between` goes between date and weekday."""
    number = Text(f"{day.month}.{day.day}", f"{day:%d %b} ").in_language(language)
    return number + between + day_title(day.isoweekday(), language)


def run_as(day: TermDay, language: Language = "zh") -> str:
    """按周五 on a make-up day; nothing on any other."""
    if day.kind is not DayKind.MAKE_UP:
        return ""
    return Text("按", "as ").in_language(language) + day_title(day.runs_as, language)


def month_of(year: int, month: int) -> Span:
    """All days of a month. Raises ValueError for a month that does not exist."""
    first = date(year, month, 1)
    return Span(first=first, last=first.replace(day=monthrange(year, month)[1]))


def months(dated: DatedTimetable) -> tuple[Span, ...]:
    """The months in which there is service, in order."""
    found = sorted({(s.day.year, s.day.month) for s in dated.sessions})
    return tuple(month_of(year, month) for year, month in found)


def whole_term(dated: DatedTimetable) -> Span | None:
    """From the first to the last session; none if there is none."""
    if not dated.sessions:
        return None
    return Span(first=dated.sessions[0].day, last=dated.sessions[-1].day)


def span_title(span: Span, language: Language = "zh") -> str:
    """2027年3月 for a whole month, else from when to when."""
    first, last = span.first, span.last
    if span == month_of(first.year, first.month):
        return Text(f"{first.year}年{first.month}月", f"{first:%B %Y}").in_language(language)
    return f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d} – {last:%Y-%m-%d}"


def span_mark(span: Span) -> str:
    """2027-03 for a whole month, else from when to when: for the name of a file."""
    first, last = span.first, span.last
    return f"{first:%Y-%m}" if span == month_of(first.year, first.month) else f"{first:%Y%m%d}-{last:%Y%m%d}"


def served_days(dated: DatedTimetable, span: Span) -> tuple[TermDay, ...]:
    """The dates of the span with at least one session."""
    return tuple(d for d in dated.days if span.includes(d.day) and dated.on.get(d.day))


def on_date(timetable: Timetable, dated: DatedTimetable, day: date, class_id: str | None = None) -> Timetable:
    """The sessions of one date, as they run; of a class only those that it takes part in."""
    here = dated.on.get(day, ())
    return timetable.with_sessions(d.session for d in here if class_id is None or class_id not in d.without)


def closed_on(dated: DatedTimetable, span: Span) -> Iterator[tuple[str, Span]]:
    """Why and when nothing at all is on in the span, holidays and days without service, runs of days together."""
    reasons = {loss.day: loss.reason for loss in reversed(dated.losses)}
    closed = [d for d in dated.days if span.includes(d.day) and not dated.on.get(d.day)]
    for name, run in groupby(closed, key=lambda d: d.name if d.kind is DayKind.HOLIDAY else reasons.get(d.day)):
        days = list(run)
        if name:
            yield name, Span(first=days[0].day, last=days[-1].day)


def week_of(dated: DatedTimetable, day: date) -> int | None:
    """The number of the week in which the day lies; of the first or last one for a day outside the term.

    None where the term has no day of service.
    """
    later = next((d.number for d in dated.days if d.day >= day), None)
    if later is not None:
        same = next((d.number for d in reversed(dated.days) if d.day <= day and _monday(d.day) == _monday(day)), None)
        return later if same is None else same
    return dated.days[-1].number if dated.days else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
