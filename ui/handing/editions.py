"""What a school has handed out for its dates so far: each change of the published timetable, calendar or its log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from exchange.dated import Edition
from models import DatedTimetable, Problem, TermLog, actual, calendar_mark, in_turn, lasting
from scheduler.term import NoDatesError, clock, dated
from store import SavedTimetable, TimetableId, TimetableState
from ui.desk import timetable_of, version_of
from ui.handing.dates import with_todays_calendar
from ui.view.opened import Opened

_VERSIONS = 20  # of the data, the newest: each is read to see whether it changed the calendar
_CHANGES = 40  # moments of a log, the newest: each takes a tenth of a second for a school of thirty classes


@dataclass(frozen=True)
class Changed:
    """Something was noted in the log of this timetable, or revoked."""

    table: TimetableId


Turn = tuple[datetime, SavedTimetable | Problem | Changed]  # from then on this timetable, calendar or log was in force


def editions(shown: Opened, now: datetime) -> tuple[datetime, tuple[Edition, ...]]:
    """The moment of what is handed out now, and what was handed out before, oldest first.

    What is published is an edition of the moment of its last change, so that taking the files again changes nothing;
    a draft is one of this moment.
    """
    if not shown.now.edits:  # who may not see what was before has files that replace, and cancel nothing
        return now, ()
    mine = _published(shown.saved)
    tables = _timetables(shown, mine)
    logs = _logs(shown, tables)
    turns = [*tables, *_calendars(shown, min((when for when, _ in tables), default=now))]
    turns += [(when, Changed(table)) for table, log in logs.items() for when in _moments(log)]
    found = _editions(shown, sorted(turns, key=lambda turn: turn[0]), logs)
    if mine is None or not found:
        return now, tuple(found)
    return found[-1].when, tuple(found[:-1])


def _editions(shown: Opened, turns: list[Turn], logs: dict[TimetableId, TermLog]) -> list[Edition]:
    tables: list[SavedTimetable] = []
    calendar: Problem | None = None
    found: list[Edition] = []
    for when, what in turns:
        if isinstance(what, SavedTimetable):
            tables.append(what)
            tables = [tables[n] for n in lasting([_first_day(table) for table in tables])]
        elif isinstance(what, Changed):
            if what.table not in [table.id for table in tables]:  # of a draft then, or of one that was wholly replaced
                continue
        elif calendar is not None and calendar_mark(calendar) == calendar_mark(what):
            continue
        else:
            calendar = what
        edition = _edition(shown, tables, calendar, when, logs)
        if edition is not None:
            found.append(edition)
    return found


def _edition(
    shown: Opened,
    tables: Sequence[SavedTimetable],
    calendar: Problem | None,
    when: datetime,
    logs: Mapping[TimetableId, TermLog],
) -> Edition | None:
    """Of what had been published by then, each from its first day on."""
    pieces: list[tuple[date | None, DatedTimetable]] = []
    problem: Problem | None = None
    for table in tables:
        made_from = version_of(shown.now.store, table.school, table.version).problem
        if made_from is None:
            return None
        problem, log = with_todays_calendar(made_from, calendar), logs.get(table.id)
        try:
            planned = dated(problem, table.timetable)
        except NoDatesError:
            return None
        pieces.append((_first_day(table), planned if log is None else actual(planned, log.as_of(when))))
    return None if problem is None else Edition(problem, in_turn(pieces), partial(clock, problem), when)


def _first_day(saved: SavedTimetable) -> date | None:
    published = [step for step in saved.steps if step.state is TimetableState.PUBLISHED]
    return published[-1].first_day


def _timetables(shown: Opened, mine: datetime | None) -> list[Turn]:
    """Each that was published, up to the one that is shown."""
    found: list[Turn] = []
    for head in shown.now.store.timetables(shown.saved.school):
        saved = timetable_of(shown.now.store, head)
        when = _published(saved)
        if when is not None and (mine is None or when <= mine):
            found.append((when, saved))
    return found


def _logs(shown: Opened, tables: list[Turn]) -> dict[TimetableId, TermLog]:
    """Of each of them what was changed since, where anything was."""
    ids = [table.id for _, table in tables if isinstance(table, SavedTimetable)]
    saved = {table: shown.now.store.term_log(table) for table in ids}
    return {table: found.log for table, found in saved.items() if found is not None}


def _moments(log: TermLog) -> list[datetime]:
    """When it changed. What is noted is handed out at once, whether or not those concerned were told already."""
    when = {c.when for c in log.changes} | {c.revoked.when for c in log.changes if c.revoked is not None}
    return sorted(when)[-_CHANGES:]


def _calendars(shown: Opened, first: datetime) -> list[Turn]:
    """The data that were in force at the first publication, and all since then."""
    newest = shown.now.store.versions(shown.saved.school)
    since = sum(h.when > first for h in newest)
    heads = newest[: min(since + 1, _VERSIONS)]
    problems = [(h.when, version_of(shown.now.store, shown.saved.school, h.number).problem) for h in heads]
    return [(when, problem) for when, problem in problems if problem is not None]


def _published(saved: SavedTimetable) -> datetime | None:
    """Since when it is or was in force; None for what never was."""
    return max((s.when for s in saved.steps if s.state is TimetableState.PUBLISHED), default=None)
