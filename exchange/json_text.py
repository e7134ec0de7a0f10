"""The text of a file in whichever encoding it is, and JSON text as data, with an issue in place of an exception."""

import json
from pathlib import Path

from exchange.findings import file_issue
from models import Issue

_ENCODINGS = ("utf-8-sig", "gb18030")  # what Chinese offices write, when it is not UTF-16 with its mark
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decoded(content: bytes) -> str | None:
    """The text in whichever encoding it is; none if it is no text."""
    marked = _MARKS.get(content[:2])
    for encoding in (marked,) if marked is not None else _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def parsed_json(path: Path) -> tuple[object, Issue | None]:
    """What a JSON file holds, or why it holds nothing. The path has passed `path_issue`."""
    text = decoded(path.read_bytes())
    if text is None:
        zh = f"{path.name} 不是文本，读不出 JSON：请检查是不是选错了文件。"
        return None, file_issue("not_json", zh, f"{path.name} is no text and so no JSON: is it the right file?")
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
        json.dumps(data, ensure_ascii=False).encode()  # half a character ("\\ud800") could not be shown or saved
    except json.JSONDecodeError as error:
        zh = f"{path.name} 第 {error.lineno} 行第 {error.colno} 列不是合法的 JSON：请从这里往前检查逗号、引号和括号。"
        en = f"{path.name}, line {error.lineno}, column {error.colno} is no valid JSON: look at commas and brackets."
        return None, file_issue("bad_json", zh, en)
    except _DuplicateKeyError as error:
        zh = f"{path.name} 里同一个对象写了两次“{error.key}”：请只留一个。"
        return None, file_issue("duplicate_key", zh, f"{path.name} has “{error.key}” twice in one object: keep one.")
    except (RecursionError, ValueError):
        zh = f"{path.name} 含有读不了的数值或过深的嵌套：请检查内容。"
        return None, file_issue("bad_json", zh, f"{path.name} holds numbers or nesting that cannot be read.")
    return data, None


class _DuplicateKeyError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, value in pairs:
        if key in made:
            raise _DuplicateKeyError(key)
        made[key] = value
    return made


def _constant(name: str) -> object:
    raise ValueError(name)
