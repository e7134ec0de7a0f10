"""Cell types for changes: percent of pupils, a span of walking slots, a class or a club, a slot alone."""

import re
from dataclasses import dataclass

from exchange.columns.description import Context, UnreadableError
from exchange.columns.reference_cells import SlotsCell
from exchange.columns.simple_cells import WholeCell
from exchange.directory import Kind
from exchange.spelling import as_text, fold
from models import Language, Text

_PERCENT = re.compile(r"(?:学生|人数)?(增加|增|多|减少|减|少|\+|-)?(\d+)(?:\.0+)?(?:%|个百分点)?")
_SPAN = re.compile(r"(?:每周)?(.+?)(?:-|~|至|到)(.+)")


@dataclass(frozen=True)
class PercentCell:
    """So many percent more, or fewer: 10%, +10, -5%, 减少5%, or Excel's 0.1."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("百分之几的增减，如 10% 或 -5%", "percent more or fewer, such as 10% or -5%")

    def read(self, typed: object, context: Context) -> object:
        if isinstance(typed, float) and abs(typed) < 1:  # a cell with the format 0%
            return round(typed * 100)
        match = _PERCENT.fullmatch(fold(as_text(typed)))
        if match is None:
            raise UnreadableError("not_a_number")
        return -int(match[2]) if match[1] in ("减少", "减", "少", "-") else int(match[2])

    def write(self, value: object, context: Context) -> object:
        return f"{value}%"

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class SpanCell:
    """A number of walking slots, or from so many to so many: 3, 2–4. Read as a pair."""

    number: WholeCell
    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text(
            f"{self.number.expected.zh}，或范围如 2–3", f"{self.number.expected.en}, or a span such as 2–3"
        )  # fmt: skip

    def read(self, typed: object, context: Context) -> object:
        match = _SPAN.fullmatch(fold(as_text(typed)))
        ends = match.groups() if match else (typed, typed)
        return tuple(self.number.read(end, context) for end in ends)

    def write(self, value: object, context: Context) -> object:
        assert isinstance(value, tuple)
        least, most = value
        return f"{least}" if least == most else f"{least}–{most}"

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class ClassOrClubCell:
    """A class or a club, whichever has the name. Read as (field, id)."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("班级，或社团、班级活动的名称", "a class, or a club or an activity")

    def read(self, typed: object, context: Context) -> object:
        text = as_text(typed).strip()
        for field, kind in (("club", Kind.CLUB), ("school_class", Kind.CLASS)):
            if (found := context.directory.find(kind, text)) is not None:
                return field, found
        return "club", text

    def write(self, value: object, context: Context) -> object:
        assert isinstance(value, tuple)
        return value[1]

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class OpenSlotsCell:
    """Slots that are written all the same when there are none: 不限."""

    slots: SlotsCell
    is_list: bool = True

    @property
    def expected(self) -> Text:
        return Text(f"{self.slots.expected.zh}，或“不限”", f"{self.slots.expected.en}, or “any”")

    def read(self, typed: object, context: Context) -> object:
        return [] if is_any(typed) else self.slots.read(typed, context)

    def write(self, value: object, context: Context) -> object:
        return self.slots.write(value, context) or ANY.in_language(context.language)

    def choices(self, language: Language) -> list[str]:
        return []


ANY = Text("不限", "any")


def is_any(typed: object) -> bool:
    """Whether the cell says that there is no limit."""
    return fold(as_text(typed)) in ("不限", "任意", "any")
