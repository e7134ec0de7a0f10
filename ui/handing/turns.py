"""Which timetables are in force on which dates of the term, laid on these dates with what has changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

import streamlit as st

from models import (
    DatedTimetable,
    Problem,
    TermLog,
    Timetable,
    actual,
    calendar_mark,
    in_force,
    in_turn,
    lasting,
    part_of,
    with_former,
)
from scheduler.term import clock, dated, term_days
from store import SavedTimetable, TimetableState, Turn
from ui.view.opened import Opened


@dataclass(frozen=True)
class Piece:
    """One timetable from its first day on (None: the term's): as planned, and with its log where it has one."""

    first_day: date | None
    problem: Problem
    timetable: Timetable
    planned: DatedTimetable
    held: DatedTimetable


@dataclass(frozen=True)
class Laid:
    """What is in force on each date: as planned, and what takes place (None: all as planned)."""

    planned: DatedTimetable
    held: DatedTimetable | None
    pieces: tuple[Piece, ...]

    def clock(self, day: date, period: int) -> tuple[time, time] | None:
        """From when to when the period lasts on the date, by the data of the timetable that is in force then."""
        number = in_force([piece.first_day for piece in self.pieces])(day)
        return clock((self.pieces[-1] if number is None else self.pieces[number]).problem, day, period)

    @property
    def everyone(self) -> Problem:
        """The school of the last one, with the people and clubs of those before who are gone."""
        return with_former(self.pieces[-1].problem, [piece.problem for piece in self.pieces])

    @property
    def key(self) -> str:
        """Changes with the dates on which each of them is in force."""
        return " ".join(f"{piece.first_day} {piece.planned.sessions_mark}" for piece in self.pieces)


def published(shown: Opened) -> tuple[tuple[Turn, ...], tuple[int, ...]]:
    """What was published in the school, in turn, and which of that is the open timetable; nothing for a draft."""
    if shown.saved.state is TimetableState.DRAFT:
        return (), ()
    turns = shown.now.store.turns(shown.saved.school)
    return turns, tuple(number for number, turn in enumerate(turns) if turn.saved.id == shown.saved.id)


def laid(shown: Opened, problem: Problem) -> Laid:
    """The open timetable on the dates of the problem; before its first day, what was published before it.

    A draft, and what was never published, has the whole term for itself. Raises NoDatesError.
    """
    turns, own = published(shown)
    where = f"{shown.now.store.location} {calendar_mark(problem)} {shown.now.edits}"
    if not own:
        log = shown.now.store.term_log(shown.saved.id)
        kept = None if log is None else log.log
        parts = [_piece(where, None, shown.saved, problem, kept, 0 if log is None else log.number)]
    else:
        parts = []
        upto = turns[: own[-1] + 1]
        for turn in (upto[n] for n in lasting([turn.first_day for turn in upto])):
            made_from = problem if turn.problem is None else on_the_dates_of(turn.problem, problem)
            kept, number = (None, 0) if turn.log is None else (turn.log.log, turn.log.number)
            parts.append(_piece(where, turn.first_day, turn.saved, made_from, kept, number))
    return joined(parts)


def joined(parts: Sequence[Piece]) -> Laid:
    """The pieces in turn."""
    planned = in_turn([(part.first_day, part.planned) for part in parts])
    if all(part.held is part.planned for part in parts):
        return Laid(planned, None, tuple(parts))
    return Laid(planned, in_turn([(part.first_day, part.held) for part in parts]), tuple(parts))


def own_dates(shown: Opened, planned: DatedTimetable) -> DatedTimetable:
    """Of the open timetable only the dates on which it is in force: elsewhere there is nothing to change."""
    turns, own = published(shown)
    if not own:
        return planned
    owner = in_force([turn.first_day for turn in turns])
    return part_of(planned, lambda day: owner(day) in own)


def other_dates(shown: Opened) -> tuple[tuple[SavedTimetable, date, date], ...]:
    """Other timetables that are in force on dates of the term, with their first and last such date."""
    turns, own = published(shown)
    if not own:
        return ()
    owner = in_force([turn.first_day for turn in turns])
    found: dict[int, list[date]] = {}
    for day in term_days(shown.now.problem or shown.problem):
        number = owner(day.day)
        if number is not None and number not in own:
            found.setdefault(number, []).append(day.day)
    return tuple((turns[number].saved, days[0], days[-1]) for number, days in found.items())


def on_the_dates_of(made_from: Problem, today: Problem) -> Problem:
    """A timetable stays what it was made from; its dates are those that the school has written down since."""
    return made_from.model_copy(update={"term": today.term, "calendar": today.calendar})


def _piece(
    where: str, first_day: date | None, saved: SavedTimetable, problem: Problem, log: TermLog | None, number: int
) -> Piece:
    key = f"{where} {saved.id}"
    planned = _planned(key, problem, saved.timetable)
    held = planned if log is None else _held(f"{key} {number}", planned, log)
    return Piece(first_day, problem, saved.timetable, planned, held)


@st.cache_resource(show_spinner=False, max_entries=12)
def _planned(key: str, _problem: Problem, _timetable: Timetable) -> DatedTimetable:  # noqa: ARG001  the key is the key
    return dated(_problem, _timetable)


@st.cache_resource(show_spinner=False, max_entries=12)
def _held(key: str, _planned: DatedTimetable, _log: TermLog) -> DatedTimetable:  # noqa: ARG001  the key is the key
    return actual(_planned, _log)
