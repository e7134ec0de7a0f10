"""Reads the words of a description: grade ranges, class names, slots."""

import re

from models import Slot, SlotKind
from sample_inputs.description import WeekPlan

_DIGITS = "一二三四五六七八九"
_DAYS = "一二三四五六日"


def numbers(words: str) -> tuple[int, ...]:
    """ "1-3,5" → 1, 2, 3, 5; nothing for an empty string."""
    found: list[int] = []
    for part in filter(None, words.split(",")):
        first, _, last = part.partition("-")
        found.extend(range(int(first), int(last or first) + 1))
    return tuple(found)


def ends(words: str) -> tuple[int, int]:
    """ "12-24" → 12 and 24; "2" → 2 and 2."""
    first, _, last = words.partition("-")
    return int(first), int(last or first)


def grade_id(number: int) -> str:
    """一年级."""
    return f"{_DIGITS[number - 1]}年级"


def grade_ids(words: str) -> tuple[str, ...]:
    """The grades of a range."""
    return tuple(grade_id(number) for number in numbers(words))


def class_id(grade: int, number: int) -> str:
    """三2: the second class of grade 3."""
    return f"{_DIGITS[grade - 1]}{number}"


def day_of(word: str) -> int:
    """周三 → 3."""
    return _DAYS.index(word[1]) + 1


def slots(words: tuple[str, ...], week: WeekPlan) -> tuple[Slot, ...]:
    """周三2 → that slot in every week of the cycle; 周三2单 → in odd weeks; 周三 → all open periods of the day."""
    found: list[Slot] = []
    for word in words:
        match = re.fullmatch(r"周([一二三四五六日])([1-9])?([单双])?", word)
        if match is None:
            raise ValueError(f"not a slot: {word}")
        day, period, parity = match.groups()
        kinds = week.plan[f"周{day}"]
        opened = [n for n, kind in enumerate(kinds, 1) if kind is not SlotKind.OFF]
        periods = [int(period)] if period else opened
        weeks = [1 if parity == "单" else 2] if parity else list(range(1, week.cycle + 1))
        found.extend(Slot(day_of(f"周{day}"), n, w) for w in weeks for n in periods)
    return tuple(sorted(found, key=lambda slot: (slot.week, slot.day, slot.period)))
