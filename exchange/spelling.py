"""How people type: full width, odd spaces, lists with any separator, Chinese numerals. And how we type lists."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time
from difflib import get_close_matches
from functools import lru_cache

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣", "-") | {"～": "~", "〜": "~"})
_SEPARATORS = "、，,；;､﹐﹔\n\r\t|｜"
_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?=$|[' + re.escape(_SEPARATORS) + "])")
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
NOTHING = frozenset({"", "无", "没有", "暂无", "/", "-", "--", "none", "n/a", "nil"})


@lru_cache(maxsize=50_000)  # a school is read again after each edit, and nearly all of its words are the same
def plain(text: str) -> str:
    """Half width, dashes alike, no invisible characters, single spaces: for reading, not for keeping."""
    text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).translate(_DASHES)
    return " ".join(text.split())


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """What two spellings of one name have in common: width, case and spaces do not count."""
    return plain(text).replace(" ", "").casefold()


def is_nothing(text: str) -> bool:
    """Whether the cell says “none” in one of the ways in which people say it."""
    return fold(text) in NOTHING


def number_from(text: str) -> int | None:
    """12, 十二 or 两 as a number (0–99 in Chinese); none if it is neither."""
    text = fold(text)
    if re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        return int(text)
    match = re.fullmatch(r"([一二两三四五六七八九])?(十)?([零〇一二两三四五六七八九])?", text)
    if not text or match is None:
        return None
    tens, ten, ones = match.groups()
    if ten is None:
        return _NUMERALS[ones or tens] if (ones is None) != (tens is None) else None
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def numeral(number: int) -> str:
    """1–99 in Chinese: 一, 十, 十二, 二十."""
    digits, tens, ones = "零一二三四五六七八九", number // 10, number % 10
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")
    return head + (digits[ones] if ones or not tens else "")


def split_list(text: str) -> list[str]:
    """Items of a list with 、 ， , ； ; or line breaks; an item in "double quotes" may hold separators."""
    items: list[str] = []
    position = 0
    while position < len(text):
        quoted = _QUOTED.match(text, position)
        if quoted:
            items.append(quoted.group(1).replace('""', '"'))
            position = quoted.end() + 1
            continue
        end = next((i for i in range(position, len(text)) if text[i] in _SEPARATORS), len(text))
        items.append(text[position:end].strip())
        position = end + 1
    return [item for item in items if item]


def join_list(items: Iterable[str]) -> str:
    """The items with 、 between them, quoted where reading would take them apart or mistake them."""
    return "、".join(quoted_if_needed(item) for item in items)


def quoted_if_needed(item: str) -> str:
    """The item as it may stand in a list."""
    needed = any(c in _SEPARATORS for c in item) or item.startswith('"') or is_nothing(item)
    return '"' + item.replace('"', '""') + '"' if needed else item


def shown(typed: object) -> str:
    """A cell's value as the person sees it, cut short: for “现在是‘…’”."""
    if isinstance(typed, bool):
        return "TRUE" if typed else "FALSE"
    if isinstance(typed, float) and typed.is_integer() and abs(typed) < 1e15:
        return str(int(typed))
    if isinstance(typed, datetime):
        return typed.strftime("%Y-%m-%d") if typed.time() == time() else typed.strftime("%Y-%m-%d %H:%M")
    if isinstance(typed, date):
        return typed.isoformat()
    if isinstance(typed, time):
        return typed.strftime("%H:%M")
    text = " ".join(str(typed).split())
    return text if len(text) <= 40 else text[:38] + "…"


def as_text(typed: object) -> str:
    """A cell's value as text, whole: numbers without .0."""
    return typed if isinstance(typed, str) else shown(typed)


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like the word, if one is alike enough to be a slip of the keyboard."""
    found = get_close_matches(word, sorted(set(names)), n=1, cutoff=0.5)
    return found[0] if found else None
