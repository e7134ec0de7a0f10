"""Slots as people write them: 周一第2节, 星期一2, 周一 (the whole day), 单周周三第1节, 周一、三第2节."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exchange.spelling import number_from, plain, split_list
from models import Day, Language, Slot, Week

_DAYS = "一二三四五六日"
_ENGLISH = {day.title.en.casefold(): int(day) for day in Day}
_DAY = r"(?:(?:周|星期|礼拜)([一二三四五六日天1-7])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)"
_PARITY = r"(单周|双周|单|双|odd|even)?(?:weeks?)?的?"
_PERIOD = r"(?:[,.]?(?:第|period|p)?([1-9一二三四五六七八九])(?:节课?|课时)?)"
_TOKEN = re.compile(f"{_PARITY}(?:{_DAY}|(每天|每日|everyday|daily)){_PERIOD}?")
_ONLY_PERIOD = re.compile(r"第?([1-9一二三四五六七八九])(?:节课?|课时)")
_SPAN = re.compile(f"{_PARITY}{_DAY}(?:至|到|-|~){_DAY}{_PERIOD}?")
_CODE = re.compile(r"([1-7])\.([1-9])(?:\.([12]))?")
# 周一、三、五第2节: the days share one 周 and one period.
_SHARED = re.compile(
    r"(周|星期)([一二三四五六日天](?:[、,和及][一二三四五六日天])+)((?:第?[1-9一二三四五六七八九](?:节课?|课时)?)?)"
)


class SlotError(Exception):
    """`word` is not a slot; `code` is why: bad_slot, closed_day or no_odd_and_even_weeks."""

    def __init__(self, word: str, code: str = "bad_slot") -> None:
        super().__init__(word)
        self.word = word
        self.code = code


@dataclass(frozen=True)
class SlotBook:
    """What must be known of the week to read and write slots: its open (day, period) pairs and its cycle."""

    opened: tuple[tuple[int, int], ...]
    cycle: int = 1

    @classmethod
    def of(cls, week: Week) -> "SlotBook":
        """The book of a problem's week."""
        return cls(tuple((s.day, s.period) for s in week.slots if s.week == 1), week.cycle)

    def slots(self, day: int | None, period: int | None, week: int | None) -> list[Slot]:
        """All slots meant; none as a day = each day, as a period = each open one, as a week = each week."""
        weeks = (week,) if week else tuple(range(1, self.cycle + 1))
        if day is not None and period is not None:
            return [Slot(day, period, w) for w in weeks]
        pairs = [p for p in self.opened if day in (None, p[0]) and period in (None, p[1])]
        return [Slot(*pair, w) for w in weeks for pair in pairs]

    def read(self, text: str, closed_allowed: bool) -> list[Slot]:
        """The slots of a list; raises SlotError. `closed_allowed`: a day without service just adds nothing."""
        found: list[Slot] = []
        before: tuple[int | None, int | None] = (None, None)
        text = _SHARED.sub(_spelt_out, plain("、".join(text.splitlines())))
        for word in self._parted(split_list(text)):
            code = _CODE.fullmatch(word)
            if code:
                before = (int(code[1]), int(code[3]) if code[3] else None)
                found += self.slots(before[0], int(code[2]), before[1])
            elif (match := _ONLY_PERIOD.fullmatch(word.replace(" ", ""))) and before[0] is not None:
                found += self.slots(before[0], number_from(match[1]), before[1])
            else:
                slots, before = self._word(word, closed_allowed)
                found += slots
        if self.cycle == 1 and any(slot.week == 2 for slot in found):
            raise SlotError(text, "no_odd_and_even_weeks")
        return list(dict.fromkeys(found))

    def _parted(self, words: Iterable[str]) -> Iterable[str]:
        """Words with spaces between several slots are taken apart: 周一 周二第2节, but not 周 一 第 2 节."""
        for word in words:
            parts = word.split()
            apart = len(parts) > 1 and all(_TOKEN.fullmatch(part.casefold()) for part in parts)
            yield from parts if apart else [word]

    def _word(self, word: str, closed_allowed: bool) -> tuple[list[Slot], tuple[int | None, int | None]]:
        text = word.replace(" ", "").casefold()
        if match := _SPAN.fullmatch(text):
            parity, first, first_en, last, last_en, period = match.groups()
            days = range(_day(first, first_en), _day(last, last_en) + 1)
        elif match := _TOKEN.fullmatch(text):
            parity, name, english, every, period = match.groups()
            days = range(1, 8) if every else range(_day(name, english), _day(name, english) + 1)
        else:
            raise SlotError(word)
        week = None if parity is None else (1 if parity in ("单周", "单", "odd") else 2)
        if week is not None and self.cycle == 1:
            raise SlotError(word, "no_odd_and_even_weeks")
        number = number_from(period) if period else None
        several = len(days) > 1
        slots = [
            slot
            for day in days
            for slot in self.slots(day, number, week)
            if not several or (slot.day, slot.period) in self.opened
        ]
        if not slots and self.opened and not closed_allowed:
            raise SlotError(word, "closed_day")
        return slots, (days[0] if len(days) == 1 else None, week)

    def write(self, slots: Sequence[Slot], language: Language = "zh") -> list[str]:
        """The shortest words that read back as exactly these slots, in this order."""
        words: list[str] = []
        position = 0
        while position < len(slots):
            for word, meant in self._ways(slots[position], language):
                if list(slots[position : position + len(meant)]) == meant:
                    words.append(word)
                    position += len(meant)
                    break
        return words

    def _ways(self, slot: Slot, language: Language) -> Iterable[tuple[str, list[Slot]]]:
        """Words that begin with this slot, the widest first; the last one is the slot alone."""
        day = Day(slot.day).title.in_language(language)
        for week in (None, slot.week) if self.cycle == 2 else (None,):
            parity = "" if week is None else (("单周", "双周"), ("odd ", "even "))[language == "en"][week - 1]
            whole = self.slots(slot.day, None, week)
            if len({s.period for s in whole}) > 1:
                yield parity + day, whole
        if self.cycle == 2:
            yield slot.title(1, language), self.slots(slot.day, slot.period, None)
        if self.cycle == 2 or slot.week == 2:
            parity = (("单周", "双周"), ("odd ", "even "))[language == "en"][slot.week - 1]
            yield parity + slot.title(1, language), [slot]
        else:
            yield slot.title(1, language), [slot]


def _day(name: str | None, english: str | None) -> int:
    if english is not None:
        return _ENGLISH[english[:3]]
    assert name is not None
    return int(name) if name.isdigit() else _DAYS.index(name.replace("天", "日")) + 1


def _spelt_out(match: re.Match[str]) -> str:
    days = [c for c in match[2] if c in _DAYS + "天"]
    return "、".join(f"{match[1]}{day}{match[3]}" for day in days)
