"""Cell types that look at nothing but the cell: text, name, whole number, yes or no, choice, date, time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isfinite

from exchange.columns.description import Context, UnreadableError
from exchange.spelling import as_text, fold, nearest, number_from, plain, shown
from models import Language, Text

_ANY_TEXT = Text("文字", "text")
_EPOCH = date(1899, 12, 30)
_UNIT = re.compile(r"(.*?)(?:人|名|位|个|次|节|元|组|班|年级|课时|岁|周|天)?(?:/|每)?(?:周|次|天|节)?")
_YES = frozenset({"是", "有", "要", "需要", "对", "√", "✓", "✔", "y", "yes", "true", "1", "on"})
_NO = frozenset({"否", "无", "不", "不是", "不要", "不需要", "×", "✗", "✘", "x", "n", "no", "false", "0", "off"})
_DATE = re.compile(r"(\d{4})(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)(\d{1,2})日?(?:00:00:00|t00:00:00)?")
_CLOCK = re.compile(r"(上午|下午|晚上|am|pm)?(\d{1,2})(?:[:.时点])(\d{1,2})?分?(?::00)?(am|pm)?")


@dataclass(frozen=True)
class TextCell:
    """Free text, kept as it is typed (a name: without spaces around it)."""

    what: Text = _ANY_TEXT
    single: bool = True
    is_list: bool = False

    @property
    def expected(self) -> Text:
        return self.what

    def read(self, typed: object, context: Context) -> object:
        text = as_text(typed)
        return text.strip() if self.single else text

    def write(self, value: object, context: Context) -> object:
        return str(value) or None

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class WholeCell:
    """A whole number between the model's limits; the limits themselves are checked by the model."""

    least: int
    most: int
    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text(f"{self.least}–{self.most} 的整数", f"a whole number {self.least}–{self.most}")

    def read(self, typed: object, context: Context) -> object:
        if isinstance(typed, int | float) and not isinstance(typed, bool):
            if isinstance(typed, float) and not isfinite(typed):
                raise UnreadableError("not_a_number")
            if isinstance(typed, float) and not typed.is_integer():
                raise UnreadableError("not_a_whole_number")
            return int(typed)
        if not isinstance(typed, str):
            raise UnreadableError("not_a_number")
        text = fold(typed)
        if text.startswith("1:"):  # 师生比 1:30
            text = text[2:]
        text = re.sub(r"\.0+$", "", text)
        match = _UNIT.fullmatch(text.removeprefix("第"))
        number = number_from(match[1] if match else text)
        if number is None:
            number = number_from(text)
        if number is None:
            raise UnreadableError("not_a_whole_number" if re.fullmatch(r"[+-]?\d+\.\d+", text) else "not_a_number")
        return number

    def write(self, value: object, context: Context) -> object:
        return value

    def choices(self, language: Language) -> list[str]:
        return []


@dataclass(frozen=True)
class YesNoCell:
    """是 or 否."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("“是”或“否”", "“yes” or “no”")

    def read(self, typed: object, context: Context) -> object:
        word = fold(shown(typed))
        if word in _YES:
            return True
        if word in _NO:
            return False
        raise UnreadableError("unknown_choice")

    def write(self, value: object, context: Context) -> object:
        return self.choices(context.language)[0 if value else 1]

    def choices(self, language: Language) -> list[str]:
        return ["是", "否"] if language == "zh" else ["yes", "no"]


@dataclass(frozen=True)
class ChoiceCell:
    """One word of a list; each has its code in the problem, its title, and what else people call it."""

    words: tuple[tuple[str, Text, tuple[str, ...]], ...]
    is_list: bool = False

    @property
    def expected(self) -> Text:
        titles = [title for _, title, _ in self.words]
        return Text("、".join(t.zh for t in titles) + " 之一", "one of: " + ", ".join(t.en for t in titles))

    def read(self, typed: object, context: Context) -> object:
        word = fold(shown(typed))
        known = {fold(name): code for code, t, more in self.words for name in (t.zh, t.en, code, *more)}
        if word in known:
            return known[word]
        near = nearest(word, known)
        title = next((t for code, t, _ in self.words if near is not None and known[near] == code), None)
        if title is None:
            raise UnreadableError("unknown_choice")
        guess = Text(f"（您是不是想写“{title.zh}”？）", f" (did you mean “{title.en}”?)")
        raise UnreadableError("unknown_choice", Text(self.expected.zh + guess.zh, self.expected.en + guess.en))

    def write(self, value: object, context: Context) -> object:
        return next(t.in_language(context.language) for code, t, _ in self.words if code == value)

    def choices(self, language: Language) -> list[str]:
        return [title.in_language(language) for _, title, _ in self.words]


def date_from(typed: object) -> date | None:
    """A date from an Excel date, a day number, or text such as 2026年9月1日; none if it is no date."""
    if isinstance(typed, datetime):
        return typed.date()
    if isinstance(typed, date):
        return typed
    if isinstance(typed, int | float) and not isinstance(typed, bool):
        if 20_000 <= typed < 80_000:
            return _EPOCH + timedelta(days=int(typed))
        typed = shown(typed)
    text = fold(str(typed))
    match = _DATE.fullmatch(text) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


OPEN_END = "open"  # what a DateCell reads from 长期
_OPEN_WORDS = {"长期", "长期有效", "永久", "无期限", "有", "√", "✓", "open", "noend", "permanent"}


@dataclass(frozen=True)
class DateCell:
    """A date; with `open_end`, also 长期 for a paper that does not expire."""

    open_end: bool = False
    is_list: bool = False

    @property
    def expected(self) -> Text:
        if self.open_end:
            return Text("日期，如 2027-07-10，或“长期”", "a date such as 2027-07-10, or “no end”")
        return Text("日期，如 2026-09-01", "a date such as 2026-09-01")

    def read(self, typed: object, context: Context) -> object:
        if self.open_end and fold(shown(typed)) in _OPEN_WORDS:
            return OPEN_END
        found = date_from(typed)
        if found is None:
            raise UnreadableError("bad_date")
        return found

    def write(self, value: object, context: Context) -> object:
        return Text("长期", "no end").in_language(context.language) if value == OPEN_END else value

    def choices(self, language: Language) -> list[str]:
        return []


def time_from(typed: object) -> time | None:
    """A clock time from an Excel time or fraction of a day, or text such as 15：40; none if it is none."""
    if isinstance(typed, datetime):
        return typed.time().replace(second=0, microsecond=0)
    if isinstance(typed, time):
        return typed.replace(second=0, microsecond=0)
    if isinstance(typed, timedelta):
        typed = typed.total_seconds() / 86_400
    if isinstance(typed, float) and 0 <= typed < 1:
        minutes = round(typed * 1440)
        return time(minutes // 60 % 24, minutes % 60)
    match = _CLOCK.fullmatch(plain(str(typed)).replace(" ", "").casefold())
    if match is None:
        return None
    before, hour, minute, after = match.groups()
    number = int(hour)
    if (before in ("下午", "晚上", "pm") or after == "pm") and number < 12:
        number += 12
    minutes = int((minute or "0").ljust(2, "0")) if "." in shown(typed) else int(minute or 0)
    return time(number, minutes) if number < 24 and minutes < 60 else None


@dataclass(frozen=True)
class TimeCell:
    """A clock time."""

    is_list: bool = False

    @property
    def expected(self) -> Text:
        return Text("时间，如 15:40", "a time such as 15:40")

    def read(self, typed: object, context: Context) -> object:
        found = time_from(typed)
        if found is None:
            raise UnreadableError("bad_time")
        return found

    def write(self, value: object, context: Context) -> object:
        return value

    def choices(self, language: Language) -> list[str]:
        return []
