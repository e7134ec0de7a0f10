"""Dates that no month has, clock times in words, slots that are not open, odd weeks where weeks are alike."""

import re
from calendar import monthrange
from collections.abc import Iterator

from exchange.columns.reference_cells import SlotsCell
from exchange.columns.school_form import CYCLE
from exchange.columns.shared_columns import PARITY
from exchange.columns.simple_cells import YesNoCell
from exchange.document.cures.spot import Spot
from exchange.document.fix import FieldSet, Fix
from exchange.slot_names import SlotError
from exchange.spelling import fold, number_from, split_list
from models import Parity, Text

_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_CLOCK = re.compile(
    r"(早上|上午|下午|傍晚|晚上)?(\d{1,2}|[一二两三四五六七八九十]{1,3})[点时:.]"
    r"(半|一刻|三刻|整|[零〇一二三四五六七八九十\d]{1,3})?分?"
)
_PARTS = {"半": 30, "一刻": 15, "三刻": 45, "整": 0, None: 0}
_PARITY = re.compile(r"(?:单周|双周|单|双|odd|even)\s*(?:weeks?)?\s*的?\s*", re.IGNORECASE)


def last_day_of_month(spot: Spot) -> Iterator[Fix]:
    """2月30日: the last day of that month."""
    match = _DAY.fullmatch(fold(spot.text))
    if match is None:
        return
    year, month, day = (int(part) for part in match.groups())
    if 1 <= month <= 12 and 1900 < year < 2200:
        last = monthrange(year, month)[1]
        if day > last:
            why = Text(f"{year} 年 {month} 月只有 {last} 天。", f"Month {month} of {year} has {last} days.")
            yield from spot.put(f"{year}-{month:02}-{last:02}", why)


def clock_in_words(spot: Spot) -> Iterator[Fix]:
    """五点半: 17:30, for the service is in the afternoon."""
    match = _CLOCK.fullmatch(fold(spot.text))
    if match is None:
        return
    half, hour, part = _afternoon_below(match[1]), number_from(match[2]), match[3]
    minute = _PARTS[part] if part in _PARTS else number_from(part.lstrip("零〇"))
    if hour is None or minute is None or hour > 23 or minute > 59:
        return
    yield from spot.put(f"{hour + 12 if hour < half else hour:02}:{minute:02}")


def _afternoon_below(word: str | None) -> int:
    """Below which hour the afternoon is meant."""
    return 0 if word in ("早上", "上午") else 9 if word is None else 12


def only_open_slots(spot: Spot) -> Iterator[Fix]:
    """The slots of the cell without those in which there is no service; else an empty cell."""
    cell = None if spot.column is None else spot.column.cell
    if not isinstance(cell, SlotsCell) or spot.column is None:
        return
    words = split_list(spot.text)
    kept: list[str] = []
    gone: list[str] = []
    for word in words:
        (kept if _is_open(spot, word) else gone).append(word)
    if kept and gone:
        away = "、".join(gone)
        for fix in spot.put_items(kept):
            yield Fix(Text(f"去掉 {away}", f"Leave out {away}"), fix.edits)
    elif not spot.column.required:
        yield from spot.clear()


def _is_open(spot: Spot, word: str) -> bool:
    try:
        slots = spot.context.slots.read(word, closed_allowed=False)
    except SlotError:
        return False
    return all((slot.day, slot.period) in spot.context.slots.opened for slot in slots)


def without_parity(spot: Spot) -> Iterator[Fix]:
    """Weeks are alike: the word odd or even goes; or the school tells odd from even weeks after all."""
    cell = None if spot.column is None else spot.column.cell
    language = spot.context.language
    if cell is PARITY:
        yield from spot.put(str(PARITY.write(Parity.EVERY, spot.context)))
    elif isinstance(cell, YesNoCell):
        yield from spot.put(cell.choices(language)[1])
    elif isinstance(cell, SlotsCell):
        yield from spot.put(_PARITY.sub("", spot.text))
    yield from two_weeks(spot, likely=False)


def two_weeks(spot: Spot, likely: bool = True) -> Iterator[Fix]:
    """The school tells odd from even weeks after all."""
    two = str(CYCLE.write("2", spot.context))
    label = Text("把学校的周期改为单双周", "Tell odd from even weeks")
    yield Fix(label, (FieldSet("school", "cycle", two),), likely=likely)
