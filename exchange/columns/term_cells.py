"""Cell types of the calendar: dates of the term, with or without a year, one or from–to; numbers of periods."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from exchange.columns.description import Context, UnreadableError
from exchange.columns.simple_cells import DateCell, date_from
from exchange.spelling import fold, is_nothing, number_from, shown, split_list
from models import Language, Text

_SHORT = re.compile(r"(\d{1,2})(月|-|/|\.)(\d{1,2})[日号]?")
_WEEKDAY = re.compile(r"\((?:周|星期|礼拜)[一二三四五六日天]\)")
_DAY = re.compile(r"(\d{1,2})[日号]?")
_SEPARATORS = re.compile(r"-+|—+|–|―|至|到|~")
_PERIODS = re.compile(r"第?([^\-~至到第节]+?)节?(?:(?:-|~|至|到)第?(.+?)节?)?")
_WHOLE_DAY = frozenset({"全部", "整天", "全天", "所有", "all", "allday"})


@dataclass(frozen=True)
class TermDateCell(DateCell):
    """A date, whose year may be left out; with `spans` also 10月1日至10月7日, which is read as a pair."""

    spans: bool = False

    @property
    def expected(self) -> Text:
        return Text("日期，如 2026-10-01 或 10月1日", "a date such as 2026-10-01")

    def read(self, typed: object, context: Context) -> object:
        single = _one(typed, context)
        if single is not None:
            return single
        text = fold(shown(typed))
        for cut in _SEPARATORS.finditer(text) if self.spans else ():
            first = _one(text[: cut.start()], context, certain=True)
            if first is None:
                continue
            after = text[cut.end() :]
            last = _one(after, context, certain=True)
            if last is None and (day := _DAY.fullmatch(after)) is not None:
                last = _date(first.year, first.month, int(day[1]))
            if last is not None:
                return first, last
        raise UnreadableError("bad_date", _advice(text, context))


def _one(typed: object, context: Context, certain: bool = False) -> date | None:
    """A single date; `certain`: 10.1 is the first of October, as it cannot be Excel's 10.10 cut short."""
    found = date_from(typed)
    if found is not None:
        return found
    text = _WEEKDAY.sub("", fold(shown(typed)))
    if re.fullmatch(r"[2-7]\d{4}", text):  # an Excel date that lost its format
        return date_from(int(text))
    match = _SHORT.fullmatch(text)
    if match is None:
        return date_from(text)
    if match[2] == "." and match[3] in ("1", "2", "3") and not certain:
        return None
    return _of_term(int(match[1]), int(match[3]), context)


def _of_term(month: int, day: int, context: Context) -> date | None:
    """The date of this month and day that lies in the term; else the one after its first day."""
    first, last = context.term
    if first is None or last is None:
        return None
    found = [d for year in range(first.year, last.year + 1) if (d := _date(year, month, day)) is not None]
    within = [d for d in found if first <= d <= last]
    return next(iter(within or found), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _advice(text: str, context: Context) -> Text | None:
    match = _SHORT.fullmatch(text)
    if match is None:
        return None
    if match[2] == "." and match[3] in ("1", "2", "3"):  # Excel shows 10.10 as 10.1
        zh = f"写明几月几日的日期，如 {match[1]}月{match[3]}日（Excel 会把 {match[1]}.{match[3]}0 存成同一个数）"
        return Text(zh, f"a date such as 2026-{int(match[1]):02}-{int(match[3]):02} (Excel cuts 10.10 down to 10.1)")
    if None in context.term:
        return Text(
            "带年份的日期，如 2026-10-01（或先在“学校”表填开学日期和放假日期）",
            "a date with its year such as 2026-10-01 (or give the term's first and last day on sheet 学校)",
        )
    return None


@dataclass(frozen=True)
class PeriodsCell:
    """Numbers of periods: 2, 第1节、第2节, 1-2; 全部 as an empty cell."""

    is_list: bool = True

    @property
    def expected(self) -> Text:
        return Text("节次，如 2 或 1、2；不填为整天", "periods such as 2 or 1, 2; empty: all of the day")

    def read(self, typed: object, context: Context) -> object:
        text = shown(typed)
        if is_nothing(text) or fold(text) in _WHOLE_DAY:
            return []
        found: list[int] = []
        for item in split_list(text):
            match = _PERIODS.fullmatch(fold(item))
            first = None if match is None else number_from(match[1])
            last = first if match is None or match[2] is None else number_from(match[2])
            if first is None or last is None or not 1 <= first <= last <= 9:
                raise UnreadableError("bad_period")
            found += range(first, last + 1)
        return list(dict.fromkeys(found))

    def write(self, value: object, context: Context) -> object:
        assert isinstance(value, Iterable)
        return ("、" if context.language == "zh" else ", ").join(map(str, value)) or None

    def choices(self, language: Language) -> list[str]:
        return []
