"""The store as a reader sees it: published timetables and the data that they were made from, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from sqlalchemy.orm import Session

from models import Absence, Calendar, EventDay, Leave, RoomChange, RoomShut, Term, TermChange, TermLog
from store.access_errors import NotAllowedError
from store.errors import NotFoundError
from store.store import Store
from store.values import (
    Job,
    SavedSchool,
    SavedSetting,
    SavedTermLog,
    SavedTimetable,
    SavedTimetableHead,
    SchoolId,
    TimetableId,
    TimetableState,
    Turn,
    Version,
    VersionHead,
)


class PublishedOnly(Store):
    """Everything that is not answered below is refused: what the store learns later is the office's until it is here.

    A school's newest version is here the one from which its published timetable was made.
    """

    @classmethod
    def of(cls, store: Store) -> "PublishedOnly":
        """What a reader may see of this store."""
        seen = cls(store._engine, store.location, None, store._clock)
        seen._office = store
        return seen

    _office: Store

    def schools(self, *, removed: bool = False) -> tuple[SavedSchool, ...]:
        """The schools that have a published timetable."""
        if removed:
            return ()
        heads = ((school, self._published(school.id)) for school in self._office.schools())
        return tuple(replace(school, newest=head.version) for school, head in heads if head is not None)

    def school(self, school_id: SchoolId) -> SavedSchool:
        """One of them. Raises NotFoundError."""
        found = next((school for school in self.schools() if school.id == school_id), None)
        if found is None:
            raise NotFoundError("这所学校", "such school")
        return found

    def versions(self, school_id: SchoolId) -> tuple[VersionHead, ...]:
        """The version from which the published timetable was made. Raises NotFoundError."""
        newest = self.school(school_id).newest
        return tuple(head for head in self._office.versions(school_id) if head.number == newest)

    def version(self, school_id: SchoolId, number: int | None = None) -> Version:
        """That version with its data. Raises NotFoundError for any other."""
        newest = self.school(school_id).newest
        if number not in (None, newest):
            raise NotFoundError(f"第 {number} 版数据", f"version {number} of the data")
        return self._office.version(school_id, newest)

    def dates(self, school_id: SchoolId) -> tuple[Term, Calendar] | None:
        """Those of today: a holiday that was written down after publication is no secret. Raises NotFoundError."""
        self.school(school_id)
        return self._office.dates(school_id)

    def timetables(self, school_id: SchoolId) -> tuple[SavedTimetableHead, ...]:
        """The published timetable. Raises NotFoundError."""
        self.school(school_id)
        head = self._published(school_id)
        return () if head is None else (head,)

    def timetable(self, timetable_id: TimetableId) -> SavedTimetable:
        """It with its sessions. Raises NotFoundError for a draft and an archived one."""
        found = self._office.timetable(timetable_id)
        if found.state is not TimetableState.PUBLISHED:
            raise NotFoundError("这份课表", "such timetable")
        self.school(found.school)
        return found

    def term_log(self, timetable_id: TimetableId) -> SavedTermLog | None:
        """What holds of its log, without why anybody is away. Raises NotFoundError for a draft and an archived one."""
        self.timetable(timetable_id)
        saved = self._office.term_log(timetable_id)
        return None if saved is None else replace(saved, log=_for_readers(saved.log))

    def turns(self, school_id: SchoolId) -> tuple[Turn, ...]:
        """All that were published once, with their logs as a reader sees them. Raises NotFoundError."""
        self.school(school_id)
        found = self._office.turns(school_id)
        return tuple(
            turn if turn.log is None else replace(turn, log=replace(turn.log, log=_for_readers(turn.log.log)))
            for turn in found
        )

    def jobs(self, school_id: SchoolId) -> tuple[Job, ...]:
        """None: what the office works on is not shown."""
        return ()

    def settings(self, school_id: SchoolId, key: str) -> SavedSetting | None:
        """None: a reader sets nothing."""
        return None

    def backup(self, path: Path) -> NoReturn:
        """Refused: a backup holds the drafts."""
        raise NotAllowedError

    def restore(self, path: Path) -> NoReturn:
        """Refused."""
        raise NotAllowedError

    def close(self) -> None:
        """Nothing: the connections are the office's."""

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        raise NotAllowedError
        yield  # type: ignore[unreachable]  # pragma: no cover

    def _write(self, work: object) -> NoReturn:
        raise NotAllowedError

    def _published(self, school_id: SchoolId) -> SavedTimetableHead | None:
        heads = self._office.timetables(school_id)
        return next((head for head in heads if head.state is TimetableState.PUBLISHED), None)


def _for_readers(log: TermLog) -> TermLog:
    """Who is ill is between that person and the office; that somebody else comes, everybody may know."""
    return log.model_copy(update={"changes": tuple(map(_without_reasons, log.holding))})


def _without_reasons(change: TermChange) -> TermChange:
    if isinstance(change, EventDay | RoomShut | RoomChange):
        return change
    leave = {"leave": Leave.OTHER} if isinstance(change, Absence) else {}
    return change.model_copy(update={"why": "", **leave})
