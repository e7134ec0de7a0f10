"""The service week: days, periods, clock times, and what each slot is for, per grade if need be."""

from collections.abc import Mapping
from datetime import time
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from models.noun import GradeId, Noun
from models.text import Language, Text


class Day(IntEnum):
    """A weekday, ISO numbering; a make-up Saturday runs as one of Monday–Friday."""

    MON = 1
    TUE = 2
    WED = 3
    THU = 4
    FRI = 5
    SAT = 6
    SUN = 7

    @property
    def title(self) -> Text:
        """周一 / Mon."""
        return Text("周" + "一二三四五六日"[self - 1], self.name.capitalize())


class SlotKind(StrEnum):
    """What a slot is for."""

    HOMEWORK = "homework"
    CLUB = "club"
    OFF = "off"


class Slot(NamedTuple):
    """One (day, period) of the service week; `week` is 1, or 1 = odd and 2 = even in a two-week cycle."""

    day: int
    period: int
    week: int = 1

    def __str__(self) -> str:
        return f"{self.day}.{self.period}" if self.week == 1 else f"{self.day}.{self.period}.{self.week}"

    def title(self, cycle: int = 1, language: Language = "zh") -> str:
        """周三第2节, with 单周/双周 in front where the school has a two-week cycle."""
        if language == "en":
            parity = "" if cycle == 1 else ("odd " if self.week == 1 else "even ")
            return f"{parity}{Day(self.day).title.en} period {self.period}"
        parity = "" if cycle == 1 else ("单" if self.week == 1 else "双")
        return f"{parity}{Day(self.day).title.zh}第{self.period}节"


def _slot_from(value: Any) -> Any:
    """Read the JSON form "3.2" (Wednesday, period 2) or "3.2.2" (the same in even weeks)."""
    if not isinstance(value, str):
        return value
    parts = value.split(".")
    if len(parts) not in (2, 3) or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError("slot")
    return Slot(*map(int, parts))


SlotRef = Annotated[
    Slot,
    BeforeValidator(_slot_from),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^[1-7]\.[1-9](\.[12])?$", "description": "day.period[.week]"}),
]


class Period(Noun):
    """One service period of the day and its clock time."""

    number: int = Field(ge=1, le=9, description="1 = the first period after lessons")
    start: time | None = Field(None, description="clock time, local")
    end: time | None = Field(None, description="clock time, local")


class SlotKindSetting(Noun):
    """What one (day, period) is for; for all grades, or only for the named ones (which then wins)."""

    day: Day = Field(description="1 = Monday … 7 = Sunday")
    period: int = Field(ge=1, le=9, description="number of the period")
    kind: SlotKind = Field(description="homework, club or off")
    grades: tuple[GradeId, ...] = Field((), description="empty = all grades")


class Week(Noun):
    """The service week. Slots without a setting are off."""

    periods: tuple[Period, ...] = Field(min_length=1, description="每天的节次, numbered from 1")
    kinds: tuple[SlotKindSetting, ...] = Field(min_length=1, description="what each day and period is for")
    cycle: int = Field(1, ge=1, le=2, description="1 = all weeks alike, 2 = odd and even weeks (单双周)")

    @cached_property
    def _kind(self) -> Mapping[tuple[int, int, GradeId | None], SlotKind]:
        found: dict[tuple[int, int, GradeId | None], SlotKind] = {}
        for setting in self.kinds:
            for grade in setting.grades or (None,):
                found[setting.day, setting.period, grade] = setting.kind
        return found

    def kind(self, slot: Slot, grade: GradeId) -> SlotKind:
        """What the slot is for in this grade."""
        general = self._kind.get((slot.day, slot.period, None), SlotKind.OFF)
        return self._kind.get((slot.day, slot.period, grade), general)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Days on which some grade has service, in order."""
        return tuple(sorted({s.day for s in self.kinds if s.kind is not SlotKind.OFF}))

    @cached_property
    def weeks(self) -> tuple[int, ...]:
        """(1,) or (1, 2)."""
        return tuple(range(1, self.cycle + 1))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot that is open for some grade, in order of week, day, period."""
        open_pairs = sorted({(int(s.day), s.period) for s in self.kinds if s.kind is not SlotKind.OFF})
        return tuple(Slot(day, period, week) for week in self.weeks for day, period in open_pairs)
