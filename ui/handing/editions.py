"""What a school has handed out for its dates so far: each change of the published timetable, calendar or its log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exchange.dated import Edition
from models import Problem, TermLog, actual, calendar_mark, lasting
from scheduler.term import NoDatesError, dated
from store import TimetableId, Turn
from ui.desk import version_of
from ui.handing.dates import with_todays_calendar
from ui.handing.turns import Piece, joined
from ui.view.opened import Opened

_VERSIONS = 20  # of the data, the newest: each is read to see whether it changed the calendar
_CHANGES = 40  # moments of a log, the newest: each takes a tenth of a second for a school of thirty classes


@dataclass(frozen=True)
class Changed:
    """Something was noted in the log of this timetable, or revoked."""

    table: TimetableId


Happened = tuple[datetime, Turn | Problem | Changed]  # then this was published, this calendar was saved, a log changed


def editions(shown: Opened, now: datetime) -> tuple[datetime, tuple[Edition, ...]]:
    """The moment of what is handed out now, and what was handed out before, oldest first.

    What is published is an edition of the moment of its last change, so that taking the files again changes nothing;
    a draft is one of this moment.
    """
    if not shown.now.edits:  # who may not see what was before has files that replace, and cancel nothing
        return now, ()
    turns = shown.now.store.turns(shown.saved.school)
    mine = max((n for n, turn in enumerate(turns) if turn.saved.id == shown.saved.id), default=None)
    turns = turns if mine is None else turns[: mine + 1]
    happened: list[Happened] = [(turn.when, turn) for turn in turns]
    happened += _calendars(shown, min((turn.when for turn in turns), default=now))
    logs = {turn.saved.id: turn.log.log for turn in turns if turn.log is not None}
    happened += [(when, Changed(table)) for table, log in logs.items() for when in _moments(log)]
    found = _editions(sorted(happened, key=lambda one: one[0]))
    if mine is None or not found:
        return now, tuple(found)
    return found[-1].when, tuple(found[:-1])


def _editions(happened: list[Happened]) -> list[Edition]:
    turns: list[Turn] = []
    calendar: Problem | None = None
    found: list[Edition] = []
    for when, what in happened:
        if isinstance(what, Turn):
            turns.append(what)
            turns = [turns[n] for n in lasting([turn.first_day for turn in turns])]
        elif isinstance(what, Changed):
            if what.table not in [turn.saved.id for turn in turns]:  # of a draft then, or of one wholly replaced
                continue
        elif calendar is not None and calendar_mark(calendar) == calendar_mark(what):
            continue
        else:
            calendar = what
        edition = _edition(turns, calendar, when)
        if edition is not None:
            found.append(edition)
    return found


def _edition(turns: Sequence[Turn], calendar: Problem | None, when: datetime) -> Edition | None:
    """Of what had been published by then, each from its first day on."""
    pieces: list[Piece] = []
    for turn in turns:
        if turn.problem is None:
            return None
        problem, table = with_todays_calendar(turn.problem, calendar), turn.saved.timetable
        try:
            planned = dated(problem, table)
        except NoDatesError:
            return None
        held = planned if turn.log is None else actual(planned, turn.log.log.as_of(when))
        pieces.append(Piece(turn.first_day, problem, table, planned, held))
    if not pieces:
        return None
    laid = joined(pieces)
    return Edition(laid.everyone, laid.held or laid.planned, laid.clock, when)


def _moments(log: TermLog) -> list[datetime]:
    """When it changed. What is noted is handed out at once, whether or not those concerned were told already."""
    when = {c.when for c in log.changes} | {c.revoked.when for c in log.changes if c.revoked is not None}
    return sorted(when)[-_CHANGES:]


def _calendars(shown: Opened, first: datetime) -> list[Happened]:
    """The data that were in force at the first publication, and all since then."""
    newest = shown.now.store.versions(shown.saved.school)
    since = sum(h.when > first for h in newest)
    heads = newest[: min(since + 1, _VERSIONS)]
    problems = [(h.when, version_of(shown.now.store, shown.saved.school, h.number).problem) for h in heads]
    return [(when, problem) for when, problem in problems if problem is not None]
