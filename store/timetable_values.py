"""Rows of timetables as values."""

from collections.abc import Sequence
from dataclasses import fields

from pydantic import ValidationError

from models import Outcome, Status, Text, Timetable, Verdict
from store.errors import StoreError
from store.tables import TimetableRow, TimetableStepRow
from store.values import SavedTimetable, SavedTimetableHead, SchoolId, TimetableId, TimetableState, TimetableStep


class UnreadableError(StoreError):
    """What was saved by another release of the program cannot be read by this one; it stays as it is."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(
            Text(
                f"{zh}是另一个版本的程序保存的，现在的程序读不了：请更新程序。内容没有改动。",
                f"{en} was saved by another release of the program and cannot be read: update it. Nothing is lost.",
            )
        )


def timetable_head(row: TimetableRow, since: TimetableStepRow) -> SavedTimetableHead:
    """The row as a value without its sessions; `since` is its last step."""
    return SavedTimetableHead(
        id=TimetableId(row.id),
        school=SchoolId(row.school_id),
        number=row.number,
        state=TimetableState(row.state),
        since=_step(since),
        version=row.version,
        parent=None if row.parent is None else TimetableId(row.parent),
        name=row.name,
        note=row.note,
        status=None if row.status is None else Status(row.status),
        cost=row.cost,
        bound=row.bound,
        broken=row.broken,
        fingerprint=row.fingerprint,
        when=row.saved_at,
        who=row.saved_by,
    )


def saved_timetable(row: TimetableRow, steps: Sequence[TimetableStepRow]) -> SavedTimetable:
    """The whole row as a value. Raises UnreadableError."""
    head = timetable_head(row, steps[-1])
    try:
        timetable = Timetable.model_validate_json(row.timetable)
        verdict = None if row.verdict is None else Verdict.model_validate_json(row.verdict)
        outcome = None
        if row.outcome is not None:
            found = Outcome.model_validate_json(row.outcome)
            outcome = found.model_copy(update={"timetable": timetable, "verdict": verdict})
    except ValidationError as error:
        raise UnreadableError(f"第 {row.number} 份课表", f"Timetable {row.number}") from error
    return SavedTimetable(
        **{field.name: getattr(head, field.name) for field in fields(head)},
        timetable=timetable,
        verdict=verdict,
        outcome=outcome,
        steps=tuple(_step(step) for step in steps),
    )


def _step(row: TimetableStepRow) -> TimetableStep:
    return TimetableStep(TimetableState(row.state), row.at, row.who, row.note, row.first_day)
