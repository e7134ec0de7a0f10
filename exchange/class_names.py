"""Grades and classes as people write them: 一⑴, 一（1）班, 一年级1班, 101, 初一(2)班 are all read."""

import re
from collections.abc import Sequence
from datetime import datetime

from exchange.spelling import fold, number_from, numeral

_STAGES = {"小": 0, "初": 6, "高": 9}
_GRADE = re.compile(r"(?:(小|初|高)([一二三四五六1-6])|(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]))(?:年级|年)?")
_ENGLISH_GRADE = re.compile(r"(?:grade|g|year)\.?([0-9]{1,2})")
_CLASS = re.compile(
    r"(?P<stage>[小初高]?)(?P<grade>[一二三四五六七八九1-9])(?P<word>年级|年)?"
    r"(?P<mark>[(.\-·])?第?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<close>\))?(?P<end>班)?"
)
_RANGE = re.compile(r"(.+?)(?:年级)?(?:-|~|至|到)(.+?)年级")
_ALL = frozenset({"全校", "所有年级", "全部年级", "各年级", "全部", "全体", "all", "allgrades", "wholeschool"})


def grade_number(text: str) -> int | None:
    """The year of school that is meant (一年级, 1, 一 → 1; 七年级, 初一 → 7); none if it is no grade."""
    text = fold(text)
    if match := _ENGLISH_GRADE.fullmatch(text):
        return int(match[1])
    match = _GRADE.fullmatch(text)
    if match is None:
        return None
    stage, within, whole = match.groups()
    number = number_from(within or whole)
    return None if number is None else number + _STAGES.get(stage, 0)


def grade_name(typed: str) -> str:
    """The grade's id: 1 and 一 become 一年级; any other name stays as the school wrote it."""
    number = grade_number(typed)
    if number is None or fold(typed).startswith(("初", "高", "小")):
        return typed.strip()
    return f"{numeral(number)}年级"


def class_key(text: str) -> tuple[int, int] | None:
    """(grade, number) of a class, however it is written; none if it is not of that kind."""
    text = fold(text)
    if re.fullmatch(r"[1-9][0-9]{2}班?", text):  # 101 or 302班: grade, then two digits
        return int(text[0]), int(text[1:3])
    match = _CLASS.fullmatch(text)
    if match is None or (match["close"] is not None and match["mark"] != "("):
        return None
    number = number_from(match["number"])
    bare = match["mark"] is None and match["word"] is None
    if not number or (bare and match["grade"].isdigit() and match["number"].isdigit()):
        return None
    grade = number_from(match["grade"])
    return None if grade is None else (grade + _STAGES.get(match["stage"], 0), number)


def class_name(typed: str) -> str:
    """The class's id: 一⑴, 一年级1班 and 1.1 become 一1; 初一(2)班 becomes 初一2; other names stay."""
    key = class_key(typed)
    if key is None:
        return typed.strip()
    stage = fold(typed)[:1]
    grade = numeral(key[0]) if stage not in _STAGES else stage + numeral(key[0] - _STAGES[stage])
    return f"{grade}{key[1]}"


def class_from_date(typed: datetime) -> str:
    """1-2 typed into a cell becomes 2 January: read it back as class 2 of grade 1."""
    return class_name(f"{typed.month}.{typed.day}")


def grades_meant(typed: str, grades: Sequence[tuple[str, int]]) -> list[str] | None:
    """Ids of a range (三至六年级) or of 全校, from the school's (id, number) list; none if it is neither."""
    text = fold(typed)
    if text in _ALL:
        return [grade for grade, _ in grades]
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    first, last = grade_number(match[1]), grade_number(match[2])
    if first is None or last is None or first > last:
        return None
    return [grade for grade, number in grades if first <= number <= last] or None


def written_grades(ids: Sequence[str], grades: Sequence[tuple[str, int]]) -> list[str]:
    """The shortest list that reads back as these ids: runs of three and more become 三至六年级."""
    order = [grade for grade, _ in grades]
    if len(order) > 1 and list(ids) == order:
        return ["全校"]
    numbers = dict(grades)
    written: list[str] = []
    position = 0
    while position < len(ids):
        end = position + 1
        while end < len(ids) and grades_meant(_span(ids[position], ids[end]), grades) == list(ids[position : end + 1]):
            end += 1
        run = ids[position:end]
        if len(run) >= 3 and all(grade_number(g) == numbers.get(g) for g in run):
            written.append(_span(run[0], run[-1]))
        else:
            written.extend(run)
        position = end
    return written


def _span(first: str, last: str) -> str:
    return f"{first.removesuffix('年级')}至{last}"
