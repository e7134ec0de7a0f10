"""What pydantic finds wrong, in our own words: a table keyed by its error types."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from models import Text

_Words = Callable[[Mapping[str, Any]], Text]


def _fixed(zh: str, en: str) -> _Words:
    return lambda _: Text(zh, en)


def _among(zh: str, en: str, key: str = "expected") -> _Words:
    """pydantic lists choices as 'a', 'b' or 'c'."""

    def words(context: Mapping[str, Any]) -> Text:
        choices = str(context[key]).replace("'", "").replace(" or ", ", ")
        return Text(zh.format(choices.replace(", ", "、")), en.format(choices))

    return words


def _limit(key: str, zh: str, en: str) -> _Words:
    return lambda context: Text(zh.format(context[key]), en.format(context[key]))


_SLOT = _fixed('应为时段，如 "3.2"（周三第2节），双周写 "3.2.2"', 'must be a slot such as "3.2" (Wednesday, period 2)')

WORDS: Mapping[str, _Words] = {
    "missing": _fixed("没有填", "is missing"),
    "extra_forbidden": _fixed("是多余的，没有这一项", "is not a field: remove it or check its spelling"),
    "greater_than_equal": _limit("ge", "不能小于 {}", "must be at least {}"),
    "less_than_equal": _limit("le", "不能大于 {}", "must be at most {}"),
    "string_too_short": _fixed("不能为空", "must not be empty"),
    "string_too_long": _limit("max_length", "太长，最多 {} 个字", "is too long: at most {} characters"),
    "string_unicode": _fixed("含有不能显示的字符", "holds characters that cannot be shown"),
    "string_type": _fixed("应为文字", "must be text"),
    "too_short": _limit("min_length", "至少要有 {} 项", "must have {} or more entries"),
    "int_type": _fixed("应为整数", "must be a whole number"),
    "int_parsing": _fixed("应为整数", "must be a whole number"),
    "int_from_float": _fixed("应为整数，不能带小数", "must be a whole number, without a fraction"),
    "int_parsing_size": _fixed("数字过大", "is too large a number"),
    "bool_type": _fixed("应为 true 或 false", "must be true or false"),
    "bool_parsing": _fixed("应为 true 或 false", "must be true or false"),
    "enum": _among("应为其中之一：{}", "must be one of: {}"),
    "literal_error": _among("应为 {}", "must be {}"),
    "union_tag_invalid": _among("类型 kind 应为其中之一：{}", "must have a kind among: {}", "expected_tags"),
    "union_tag_not_found": _fixed("没有写类型 kind", "has no “kind”"),
    "date_type": _fixed("应为日期，如 2026-09-01", "must be a date such as 2026-09-01"),
    "date_parsing": _fixed("应为日期，如 2026-09-01", "must be a date such as 2026-09-01"),
    "date_from_datetime_parsing": _fixed("应为日期，如 2026-09-01", "must be a date such as 2026-09-01"),
    "date_from_datetime_inexact": _fixed("应为日期，不带时间", "must be a date without a time"),
    "time_type": _fixed("应为时间，如 15:40", "must be a time such as 15:40"),
    "time_parsing": _fixed("应为时间，如 15:40", "must be a time such as 15:40"),
    "value_error": _SLOT,
    "tuple_type": _fixed("应为列表 [ ]", "must be a list [ ]"),
    "dict_type": _fixed("应为对象 { }", "must be an object { }"),
    "model_type": _fixed("应为对象 { }", "must be an object { }"),
    "model_attributes_type": _fixed("应为对象 { }", "must be an object { }"),
    "finite_number": _fixed("应为普通的数", "must be a finite number"),
    "named_tuple_type": _SLOT,
    "arguments_type": _SLOT,
    "missing_argument": _SLOT,
    "unexpected_positional_argument": _SLOT,
    "unexpected_keyword_argument": _SLOT,
    "missing_positional_only_argument": _SLOT,
    "recursion_loop": _fixed("引用了自己", "refers to itself"),
}  # fmt: skip


def words_for(error: ErrorDetails) -> Text:
    """“不能大于 30”: what is wrong, without where; an unknown type says so without pydantic's English."""
    known = WORDS.get(error["type"])
    if known is None:
        return Text(f"格式不对（{error['type']}）", f"is not valid ({error['type']})")
    return known(error.get("ctx", {}))


def path_of(error: ErrorDetails) -> tuple[str | int, ...]:
    """Where in the JSON; pydantic also names the kind of a club and [key] of an object, which are no places."""
    steps = error["loc"]
    if len(steps) > 2 and steps[0] == "clubs" and isinstance(steps[2], str) and steps[2] in _KINDS:
        steps = (*steps[:2], *steps[3:])
    return tuple(step for step in steps if step != "[key]")


_KINDS = frozenset({"cross_class", "whole_school", "class_activity"})
