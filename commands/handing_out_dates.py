"""What `kehou export` writes for dates: for which days and weeks, what came before, and where it lies."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from commands.outputs import no_folder, saved
from commands.refused import RefusedError
from commands.screen import Screen
from exchange.archive import zipped
from exchange.atomic import WriteError, write_atomically
from exchange.dated import (
    Clock,
    DatedFile,
    DatedHead,
    DatedKind,
    Edition,
    HoursSettings,
    Wanted,
    calendar_files,
    dated_files,
    month_of,
    months,
    week_of,
    weeks,
    whole_term,
)
from exchange.handouts import Head
from exchange.json_files import read_actual, read_dated_timetable
from models import DatedTimetable, Issue, Span, TermLog, Text, Timetable, in_turn, replayed
from scheduler.term import NoDatesError, clock, dated


@dataclass(frozen=True)
class Former:
    """The timetable that was in force before, until the day before `since`."""

    table: Timetable
    since: str | None
    actual: Path | None = None  # what took place of it


@dataclass(frozen=True)
class DatedOptions:
    """The options of the command that concern dates."""

    first: str | None = None
    last: str | None = None
    months: tuple[str, ...] = ()
    week: int | None = None
    actual: Path | None = None
    before: Path | None = None
    rates: HoursSettings = field(default_factory=HoursSettings)
    former: Former | None = None


@dataclass(frozen=True)
class DatedPlan:
    """What will be written for dates, found to be possible."""

    head: DatedHead
    kinds: tuple[DatedKind, ...]
    wanted: Wanted
    conflicts: tuple[Issue, ...] = ()  # changes of the log that could not be made


NO_DATES = Text(
    "学校文件的“学校”表里还没有写学期的第一天和最后一天，所以没有按日期的日历、每周班级单、巡课记录表、考勤表、课时统计和结算单；"
    "填好这两格，再写一次。",
    "The school's file does not say when the term begins and ends, so there are no calendars, sheets of a week, patrol "
    "records, attendance forms, hours and settlements; fill in both cells and export again.",
)


def planned_dates(head: Head, kinds: Sequence[str], options: DatedOptions, now: datetime) -> DatedPlan:
    """What the options ask for, before anything is written. Raises RefusedError, also where the term has no dates."""
    on_dates, conflicts = _dated_head(head, options)
    return DatedPlan(on_dates, tuple(map(DatedKind, kinds)), _wanted(on_dates, options, now), conflicts)


def write_dates(screen: Screen, to: Path, plan: DatedPlan) -> None:
    """Write the files into the folder, calendars also one by one, and say which. Raises RefusedError."""
    for kind in plan.kinds:
        if kind is DatedKind.CALENDARS:
            _write_calendars(screen, to, plan)
            continue
        for file in dated_files(plan.head, kind, plan.wanted):
            _say(screen, saved(file.name, to / file.name, lambda path, file=file: _put(path, file)).values())  # type: ignore[misc]


def _put(path: Path, file: DatedFile) -> None:
    path.write_bytes(file.make())


def _write_calendars(screen: Screen, to: Path, plan: DatedPlan) -> None:
    """One archive, and the same files in a folder: those are replaced, for a calendar reads in the newest one only."""
    found = list(calendar_files(plan.head, plan.wanted.when, plan.wanted.earlier))
    folder = to / plan.head.say("日历", "calendars")
    archive = folder.with_suffix(".zip")
    try:
        write_atomically(archive, zipped(found, pack=True))
        for name, content in found:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / name, content)
    except WriteError as error:
        raise RefusedError.because("cannot_write", error.text) from error
    except OSError as error:
        raise RefusedError.because("cannot_write", no_folder(folder, error)) from error
    _say(screen, [archive, folder])


def _say(screen: Screen, places: Iterable[Path]) -> None:
    for place in places:
        screen.say(Text(str(place), str(place)))


def _dated_head(head: Head, times: DatedOptions) -> tuple[DatedHead, tuple[Issue, ...]]:
    planned, actual, conflicts = _laid(head, head.timetable, times.actual)
    if times.former is not None:
        if times.former.since is None:
            raise RefusedError.because("no_since", _NO_SINCE)
        since = _day(times.former.since)
        before, held, more = _laid(head, times.former.table, times.former.actual)
        if actual is not None or held is not None:
            actual = in_turn([(None, held or before), (since, actual or planned)])
        planned, conflicts = in_turn([(None, before), (since, planned)]), (*more, *conflicts)
    return DatedHead(head, planned, partial(clock, head.problem), actual), conflicts


_NO_SINCE = Text(
    "写了 --earlier（原来的课表），还要用 --since 写新课表从哪天起执行，如 2026-10-19。",
    "With --earlier (the timetable before) say from which day the new one is in force, as --since 2026-10-19.",
)


def _laid(
    head: Head, table: Timetable, log: Path | None
) -> tuple[DatedTimetable, DatedTimetable | None, tuple[Issue, ...]]:
    """A weekly timetable as planned, as it took place, and the changes that could not be made."""
    try:
        planned = dated(head.problem, table)
    except NoDatesError as error:
        raise RefusedError.because("no_dates", NO_DATES) from error
    return (planned, None, ()) if log is None else (planned, *_actual(log, planned))


def _actual(path: Path, planned: DatedTimetable) -> tuple[DatedTimetable, tuple[Issue, ...]]:
    """What really takes place, from a log or as `kehou cover --actual` wrote it."""
    found, issues = read_actual(path)
    if found is None:
        raise RefusedError(issues)
    if found.sessions_mark != planned.sessions_mark:
        raise RefusedError.because("other_timetable", _other(path, found))
    if isinstance(found, DatedTimetable):
        return found, ()
    made = replayed(planned, found)
    return made.timetable, made.conflicts


def _wanted(head: DatedHead, times: DatedOptions, now: datetime) -> Wanted:
    today, known = now.date(), weeks(head)
    week = times.week if times.week is not None else week_of(head.dated, today) or 1
    if times.week is not None and times.week not in known:
        raise RefusedError.because("no_such_week", _no_week(times.week, known))
    earlier = () if times.before is None else (_edition(head, times.before),)
    return Wanted(now, _spans(head, times), week, times.rates, earlier)


def _spans(head: DatedHead, times: DatedOptions) -> tuple[Span, ...]:
    """The months that are named; else from the first to the last day that is named; else every month of the term."""
    if times.months:
        return tuple(_month(text) for text in times.months)
    if times.first is None and times.last is None:
        return months(head.held)
    term = whole_term(head.held)
    first = _day(times.first) if times.first is not None else (term.first if term else date.min)
    last = _day(times.last) if times.last is not None else (term.last if term else date.max)
    if last < first:
        raise RefusedError.because("last_before_first", _order(first, last))
    return (Span(first=first, last=last),)


def _month(text: str) -> Span:
    found = re.fullmatch(r"(\d{4})[-./年](\d{1,2})月?", text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        raise RefusedError.because("no_month", _no_month(text))
    return month_of(int(found[1]), int(found[2]))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise RefusedError.because("no_date", _no_date(text)) from error


def _read(path: Path) -> DatedTimetable:
    found, issues = read_dated_timetable(path)
    if found is None:
        raise RefusedError(issues)
    return found


def _edition(head: DatedHead, path: Path) -> Edition:
    """As handed out when the file was written.

    Its clock times are known only where neither week nor calendar have changed; else every event counts as changed.
    """
    before = _read(path)
    same = (before.fingerprint, before.calendar_mark) == (head.dated.fingerprint, head.dated.calendar_mark)
    times: Clock = head.clock if same else _unknown
    return Edition(head.problem, before, times, datetime.fromtimestamp(path.stat().st_mtime, UTC))


def _unknown(day: date, period: int) -> None:  # noqa: ARG001  a clock that knows nothing
    return None


def _no_week(week: int, known: Sequence[int]) -> Text:
    first, last = (known[0], known[-1]) if known else (0, 0)
    en = f"The term has weeks {first} to {last}, no {week}."
    return Text(f"本学期没有第 {week} 周：只有第 {first}–{last} 周。", en)


def _no_month(text: str) -> Text:
    return Text(f"--month 应写作 2027-03，现在是“{text}”。", f"--month is written 2027-03, but is “{text}”.")


def _no_date(text: str) -> Text:
    return Text(f"日期应写作 2027-03-01，现在是“{text}”。", f"A date is written 2027-03-01, but is “{text}”.")


def _order(first: date, last: date) -> Text:
    return Text(f"--until {last} 在 --from {first} 之前。", f"--until {last} is before --from {first}.")


def _other(path: Path, found: DatedTimetable | TermLog) -> Text:
    if isinstance(found, TermLog):
        return Text(
            f"{path} 是另一张课表的变更记录：--actual 要的是这张课表的。",
            f"{path} is the log of another timetable: --actual takes the one of this timetable.",
        )
    return Text(
        f"{path} 是另一张课表的学期课表：--actual 要的是这张课表排到日期上、再记了变更的。",
        f"{path} is of another timetable: --actual takes this timetable on its dates, with what has changed.",
    )
