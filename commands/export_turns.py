"""Of `kehou export`: the timetables that follow one another in a term, each on its dates and with its own log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from commands.inputs import day_of
from commands.refused import RefusedError
from exchange.handouts import Head
from exchange.json_files import read_actual
from models import DatedTimetable, Issue, Problem, TermLog, Text, Timetable, in_turn, replayed
from scheduler.term import NoDatesError, dated


@dataclass(frozen=True)
class Formers:
    """The timetables that were in force before, oldest first, each until the day before its successor's first."""

    tables: tuple[Timetable, ...] = ()
    files: tuple[Path, ...] = ()  # where they lie: of as many
    since: tuple[str, ...] = ()  # first days of their successors: of as many
    actual: tuple[Path, ...] = ()  # what took place of them: each the log of one


NO_DATES = Text(
    "学校文件的“学校”表里还没有写学期的第一天和最后一天，所以没有按日期的日历、每周班级单、巡课记录表、考勤表、课时统计和结算单；"
    "填好这两格，再写一次。",
    "The school's file does not say when the term begins and ends, so there are no calendars, sheets of a week, patrol "
    "records, attendance forms, hours and settlements; fill in both cells and export again.",
)


@dataclass(frozen=True)
class Stage:
    """One timetable on the dates of the whole term."""

    first_day: date | None
    fingerprint: str
    planned: DatedTimetable
    held: DatedTimetable | None  # none = as planned
    when: datetime  # it was written


def stages_of(head: Head, formers: Formers, actual: Path | None) -> tuple[list[Stage], tuple[Issue, ...]]:
    """The timetables of the term, oldest first, and the changes that could not be made. Raises RefusedError."""
    firsts: list[date | None] = [None, *map(day_of, formers.since)]
    if len(formers.since) != len(formers.tables):
        raise RefusedError.because("no_since", _NO_SINCE)
    if firsts[1:] != sorted({day for day in firsts if day is not None}):
        raise RefusedError.because("since_not_in_order", _NOT_IN_ORDER)
    now = datetime.now(UTC)
    times = [*(datetime.fromtimestamp(file.stat().st_mtime, UTC) for file in formers.files), now]
    tables = (*formers.tables, head.timetable)
    laid = [_planned(head.problem, table) for table in tables]
    logs: dict[int, Path] = {} if actual is None else {len(laid) - 1: actual}
    for path in formers.actual:
        logs[_whose(path, laid[:-1])] = path
    found, conflicts = [], list[Issue]()
    for number, planned in enumerate(laid):
        held, more = _actual(logs[number], planned) if number in logs else (None, ())
        conflicts += more
        found.append(Stage(firsts[number], tables[number].fingerprint, planned, held, times[number]))
    return found, tuple(conflicts)


def laid_in_turn(stages: Sequence[Stage]) -> tuple[DatedTimetable, DatedTimetable | None]:
    """As planned, and what takes place where that is known of any of them."""
    planned = in_turn([(stage.first_day, stage.planned) for stage in stages])
    if all(stage.held is None for stage in stages):
        return planned, None
    return planned, in_turn([(stage.first_day, stage.held or stage.planned) for stage in stages])


_NO_SINCE = Text(
    "每写一个 --earlier（原来的课表），还要用一个 --since 写接替它的课表从哪天起执行，如 2026-10-19。",
    "With each --earlier (a timetable before) say from which day its successor is in force, as --since 2026-10-19.",
)
_NOT_IN_ORDER = Text(
    "--earlier 和 --since 要从早到晚写，日期不能重复。", "--earlier and --since go from the oldest on, no day twice."
)


def laid_on_dates(
    problem: Problem, table: Timetable, log: Path
) -> tuple[DatedTimetable, DatedTimetable, tuple[Issue, ...]]:
    """One timetable in the whole term: planned, as it takes place, and what could not be done. Raises RefusedError."""
    planned = _planned(problem, table)
    return (planned, *_actual(log, planned))


def _planned(problem: Problem, table: Timetable) -> DatedTimetable:
    try:
        return dated(problem, table)
    except NoDatesError as error:
        raise RefusedError.because("no_dates", NO_DATES) from error


def _whose(path: Path, laid: Sequence[DatedTimetable]) -> int:
    """Number of the timetable of which this is the log, or what took place."""
    found, issues = read_actual(path)
    if found is None:
        raise RefusedError(issues)
    number = next((n for n, planned in enumerate(laid) if planned.sessions_mark == found.sessions_mark), None)
    if number is None:
        raise RefusedError.because("other_timetable", _other(path, found, "--earlier-actual"))
    return number


def _actual(path: Path, planned: DatedTimetable) -> tuple[DatedTimetable, tuple[Issue, ...]]:
    """What really takes place, from a log or as `kehou cover --actual` wrote it."""
    found, issues = read_actual(path)
    if found is None:
        raise RefusedError(issues)
    if found.sessions_mark != planned.sessions_mark:
        raise RefusedError.because("other_timetable", _other(path, found, "--actual"))
    if isinstance(found, DatedTimetable):
        return found, ()
    made = replayed(planned, found)
    return made.timetable, made.conflicts


def _other(path: Path, found: DatedTimetable | TermLog, option: str) -> Text:
    if isinstance(found, TermLog):
        return Text(
            f"{path} 是另一张课表的变更记录：{option} 要的是这张课表的。",
            f"{path} is the log of another timetable: {option} takes the one of this timetable.",
        )
    return Text(
        f"{path} 是另一张课表的学期课表：{option} 要的是这张课表排到日期上、再记了变更的。",
        f"{path} is of another timetable: {option} takes this timetable on its dates, with what has changed.",
    )
