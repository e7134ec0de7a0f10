"""What `kehou export` writes for dates: for which days and weeks, what came before, and where it lies."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from commands.export_turns import Formers, laid_in_turn, stages_of
from commands.inputs import day_of
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
from exchange.json_files import read_dated_timetable
from models import DatedTimetable, Issue, Span, Text
from scheduler.term import clock


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
    formers: Formers = field(default_factory=Formers)


@dataclass(frozen=True)
class DatedPlan:
    """What will be written for dates, found to be possible."""

    head: DatedHead
    kinds: tuple[DatedKind, ...]
    wanted: Wanted
    conflicts: tuple[Issue, ...] = ()  # changes of the log that could not be made


def planned_dates(head: Head, kinds: Sequence[str], options: DatedOptions, now: datetime) -> DatedPlan:
    """What the options ask for, before anything is written. Raises RefusedError, also where the term has no dates."""
    stages, conflicts = stages_of(head, options.formers, options.actual)
    last = stages[-1]
    planned, held = laid_in_turn(stages)
    turns = tuple((stage.first_day, stage.fingerprint) for stage in stages)
    on_dates = DatedHead(head, planned, partial(clock, head.problem), held, turns)
    earlier = [] if options.before is None else [_edition(on_dates, options.before)]
    when = datetime.min.replace(tzinfo=UTC)
    for number, stage in enumerate(stages[:-1], start=1):
        when = max(stage.when, when + timedelta(minutes=1))  # a copied file may be younger than its successor
        before, actual = laid_in_turn(stages[:number])
        earlier.append(Edition(head.problem, actual or before, on_dates.clock, min(when, last.when)))
    return DatedPlan(on_dates, tuple(map(DatedKind, kinds)), _wanted(on_dates, options, now, earlier), conflicts)


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


def _wanted(head: DatedHead, times: DatedOptions, now: datetime, earlier: Sequence[Edition]) -> Wanted:
    today, known = now.date(), weeks(head)
    week = times.week if times.week is not None else week_of(head.dated, today) or 1
    if times.week is not None and times.week not in known:
        raise RefusedError.because("no_such_week", _no_week(times.week, known))
    return Wanted(now, _spans(head, times), week, times.rates, earlier)


def _spans(head: DatedHead, times: DatedOptions) -> tuple[Span, ...]:
    """The months that are named; else from the first to the last day that is named; else every month of the term."""
    if times.months:
        return tuple(_month(text) for text in times.months)
    if times.first is None and times.last is None:
        return months(head.held)
    term = whole_term(head.held)
    first = day_of(times.first) if times.first is not None else (term.first if term else date.min)
    last = day_of(times.last) if times.last is not None else (term.last if term else date.max)
    if last < first:
        raise RefusedError.because("last_before_first", _order(first, last))
    return (Span(first=first, last=last),)


def _month(text: str) -> Span:
    found = re.fullmatch(r"(\d{4})[-./年](\d{1,2})月?", text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        raise RefusedError.because("no_month", _no_month(text))
    return month_of(int(found[1]), int(found[2]))


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


def _order(first: date, last: date) -> Text:
    return Text(f"--until {last} 在 --from {first} 之前。", f"--until {last} is before --from {first}.")
