"""The content of a change as it is typed, “周课时上限 4；日课时上限 1”, as fields; and fields as such a text."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from exchange.columns import Column, Context, UnreadableError
from exchange.columns.change_cells import ANY, is_any
from exchange.columns.change_words import ChangeWords
from exchange.columns.simple_cells import YesNoCell
from exchange.spelling import as_text, fold, plain
from models import Text

Fields = dict[str, Any]
_HARD, _SOFT = ";；\n", ",，、"  # what parts items always, and what does so only before the name of an item
_AFTER_NAME = re.compile(r"[\s:=]*(?:改为|改成|为)?[\s:=]*")


def is_json(typed: object) -> bool:
    """Whether the content is JSON rather than words."""
    return isinstance(typed, str) and typed.lstrip().startswith("{")


def json_fields(typed: str) -> Fields:
    """The fields of a JSON content. Raises UnreadableError."""
    try:
        data = json.loads(typed)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        expected = Text(
            "合法的 JSON 对象 { }（请检查逗号、引号和括号）", "a JSON object { } (look at commas and brackets)"
        )
        raise UnreadableError("bad_json", expected)
    return data


def fields_of(words: ChangeWords, typed: object, context: Context) -> Fields:
    """The fields that the content gives. Raises UnreadableError."""
    if is_json(typed):
        return json_fields(str(typed))
    made: Fields = {}
    for column, value in _items(words, typed):
        if column is None:
            raise UnreadableError("unknown_item", content_expected(words))
        if column.field in made:
            title = column.title
            raise UnreadableError("item_twice", Text(f"每项只写一次（{title.zh}）", f"each item once ({title.en})"))
        made[column.field] = _read(column, value, context, len(words.items) == 1)
    return made


def text_of(words: ChangeWords, fields: Mapping[str, Any], context: Context) -> str | None:
    """The text that reads back as these fields; none if there is none, and then it has to be JSON."""
    parts: list[str] = []
    try:
        for column in words.items:
            if column.field in fields:
                parts.append(_written(column, fields[column.field], context))
        alone = len(parts) == 1 and words.bare is not None and words.bare in fields
        if alone and words.bare is not None:
            title = words.item(words.bare).title.in_language(context.language)
            bare = parts[0].removeprefix(title).strip()
            if _same(words, bare, fields, context):
                return bare
        text = ("；" if context.language == "zh" else "; ").join(parts)
        return text if _same(words, text, fields, context) else None
    except (StopIteration, AssertionError, KeyError):  # a value that its cell cannot write
        return None


def _same(words: ChangeWords, text: str, fields: Mapping[str, Any], context: Context) -> bool:
    try:
        return bool(_listed(fields_of(words, text, context) if text else {}) == _listed(fields))
    except UnreadableError:
        return False


def _listed(value: Any) -> Any:
    """Tuples and enums as JSON has them, so that both ways can be compared."""
    if isinstance(value, Mapping):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):  # a slot
        return str(value)
    return [_listed(item) for item in value] if isinstance(value, list | tuple) else value


def _written(column: Column, value: Any, context: Context) -> str:
    title = column.title.in_language(context.language)
    if isinstance(column.cell, YesNoCell) and column.field == "drop_ratio":
        return title
    if value in ((), []):
        return f"{title} {ANY.in_language(context.language)}"
    return f"{title} {column.cell.write(value, context)}"


def _read(column: Column, typed: object, context: Context, alone: bool) -> object:
    text = as_text(typed).strip()
    if isinstance(column.cell, YesNoCell) and not text:
        return True
    if column.cell.is_list and is_any(text):
        return []
    title = column.title
    if not text:
        expected = Text(f"“{title.zh}”加上它的值", f"“{title.en}” with a value after it")
        raise UnreadableError("missing_item", expected)
    try:
        return column.cell.read(typed, context)
    except UnreadableError as problem:
        should = problem.expected or column.cell.expected
        named = Text("", "") if alone else Text(f"（{title.zh}）", f" ({title.en})")
        raise UnreadableError(problem.code, Text(should.zh + named.zh, should.en + named.en)) from None


def _items(words: ChangeWords, typed: object) -> Iterator[tuple[Column | None, object]]:
    """Each item with its column, and what is typed as its value."""
    bare = None if words.bare is None else words.item(words.bare)
    if not isinstance(typed, str):
        yield bare, typed
        return
    for part in _parts(words, typed):
        found = _named(words, part)
        yield found if found is not None else (bare, part)


def _parts(words: ChangeWords, typed: str) -> Iterator[str]:
    start, quoted = 0, False
    for i, sign in enumerate(typed):
        quoted ^= sign == '"'
        hard = sign in _HARD and (len(words.items) > 1 or sign == "\n")
        if not quoted and (hard or (sign in _SOFT and _named(words, typed[i + 1 :]) is not None)):
            yield from _filled(typed[start:i])
            start = i + 1
    yield from _filled(typed[start:])


def _filled(part: str) -> Iterator[str]:
    if part.strip():
        yield part.strip()


def _named(words: ChangeWords, part: str) -> tuple[Column, str] | None:
    """The item whose name the part begins with, the longest name first; and what stands after the name."""
    names = [(name, column) for column in words.items for name in (column.title.zh, column.title.en, *column.synonyms)]
    text = plain(part)
    for name, column in sorted(names, key=lambda entry: -len(entry[0])):
        begin = text[: len(plain(name))]
        rest = text[len(begin) :]
        if fold(begin) == fold(name) and not (name.isascii() and rest[:1].isalpha()):
            after = _AFTER_NAME.match(rest)
            return column, rest[after.end() if after else 0 :]
    return None


def content_expected(words: ChangeWords) -> Text:
    """What may stand under 内容 for this kind of change."""
    if not words.items:
        return Text("空白（这种变更不用填内容）", "empty for this kind of change")
    if words.bare is not None and len(words.items) == 1:
        return words.items[0].cell.expected
    zh = "、".join(f"“{c.title.zh}”" for c in words.items)
    en = ", ".join(f"“{c.title.en}”" for c in words.items)
    return Text(f"写成“名称 值”，名称有：{zh}", f"“name value”, with the names {en}")
