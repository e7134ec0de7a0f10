"""The log of a term's changes (变更记录): the base stays as it is, the actual timetable is worked out from both."""

from datetime import date, datetime
from typing import Literal, Self

from pydantic import Field, model_validator

from models.dated import DatedTimetable
from models.noun import Noun
from models.term_change import ChangeId, Measure, Revoked, Swap, TermChange, _Fact, _Measure


class TermLog(Noun):
    """Everything that was changed after publication, in the order in which it was entered."""

    format: Literal["kehou-changes/1"] = Field("kehou-changes/1", description="version of this form")
    school: str = Field(description="学校名称")
    term: str = Field(description="学期")
    sessions_mark: str = Field(description="of the weekly timetable that it changes")
    calendar_mark: str = Field(description="of the calendar on which that was laid")
    changes: tuple[TermChange, ...] = Field((), description="facts and measures")
    told: datetime | None = Field(None, description="when those concerned were last told; none = never")

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        if len({c.id for c in self.changes}) != len(self.changes):
            raise ValueError("two changes with one id")
        return self

    @classmethod
    def of(cls, dated: DatedTimetable) -> "TermLog":
        """An empty log for this timetable."""
        return cls(
            school=dated.school,
            term=dated.term,
            sessions_mark=dated.sessions_mark,
            calendar_mark=dated.calendar_mark,
        )

    def fits(self, dated: DatedTimetable) -> bool:
        """Whether it was kept for the same weekly timetable; a calendar that was corrected since does no harm."""
        return self.sessions_mark == dated.sessions_mark

    @property
    def holding(self) -> tuple[TermChange, ...]:
        """The changes that were not revoked."""
        return tuple(c for c in self.changes if c.holds)

    @property
    def next_id(self) -> ChangeId:
        """An id that no change has yet."""
        return str(max((int(c.id) for c in self.changes if c.id.isdigit()), default=0) + 1)

    def with_changes(self, *more: TermChange) -> "TermLog":
        """With more of them at the end. Raises ValueError if an id is there already."""
        return TermLog.model_validate({**dict(self), "changes": (*self.changes, *more)})

    def revoked(self, change: ChangeId, revoked: Revoked) -> "TermLog":
        """Without this change; a fact takes along what was done about it. Raises KeyError if none such holds."""
        if not any(c.id == change and c.holds for c in self.changes):
            raise KeyError(change)
        changes = tuple(
            c.model_copy(update={"revoked": revoked})
            if c.holds and (c.id == change or (isinstance(c, _Measure) and c.because == change))
            else c
            for c in self.changes
        )
        return self.model_copy(update={"changes": changes})

    def as_of(self, moment: datetime | None) -> "TermLog":
        """The log as it was then, as far as changes go; none = before any of them."""
        known = [] if moment is None else [c for c in self.changes if c.when <= moment]
        return self.model_copy(
            update={
                "changes": tuple(
                    c.model_copy(update={"revoked": None})
                    if c.revoked is not None and moment is not None and c.revoked.when > moment
                    else c
                    for c in known
                )
            }
        )

    def carried_to(self, dated: DatedTimetable, first_day: date | None, into: "TermLog | None" = None) -> "TermLog":
        """The log with which another timetable begins that is in force from this day on (None: the whole term).

        Facts that still hold then are true of it as well; what was done about them was done with the old sessions.
        `into` is its own log where it has one, as it was in force before: that gets what it does not know yet.
        """
        facts = [c for c in self.holding if isinstance(c, _Fact) and (first_day is None or c.last >= first_day)]
        if into is None:
            return TermLog.of(dated).with_changes(*facts)
        for fact in facts:
            if all(_apart_from_id(fact) != _apart_from_id(c) for c in into.changes):
                into = into.with_changes(fact.model_copy(update={"id": into.next_id}))
        return into

    def left_behind(self, first_day: date | None) -> tuple[TermChange, ...]:
        """What was done about dates from this day on (None: any), and is not carried to another timetable."""

        def last(change: Measure) -> date:
            return max(change.day, change.other_day) if isinstance(change, Swap) else change.day

        return tuple(c for c in self.holding if isinstance(c, Measure) and (first_day is None or last(c) >= first_day))

    def facts_of(self, *kinds: str) -> tuple[TermChange, ...]:
        """The facts of these kinds (of all, if none is named) that hold."""
        return tuple(c for c in self.holding if isinstance(c, _Fact) and (not kinds or c.kind in kinds))


def _apart_from_id(change: TermChange) -> dict[str, object]:
    return change.model_dump(exclude={"id"})
