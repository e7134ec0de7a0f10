"""One change from plain data and back: unknown kinds and fields get the names that were probably meant."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exchange.json_files import json_path
from exchange.pydantic_words import path_of, words_for
from exchange.spelling import nearest, shown
from models import CHANGE_KINDS, ChangeBase, Issue, Text
from models.noun import Noun

Path = tuple[str | int, ...]
_SLOT = re.compile(r"[1-7]\.[1-9]")
_NESTED = ("club", "person")  # fields that hold one of several kinds, which pydantic names but the file does not
_KINDS = frozenset({"cross_class", "whole_school", "class_activity", "teacher", "instructor"})


def change_from(data: object, where: Text, path: Path = ()) -> tuple[ChangeBase | None, list[Issue]]:
    """The change, or everything that is wrong with it; `where` is said in front of each sentence."""
    if not isinstance(data, Mapping):
        words = Text(f"应为对象 {{ }}，现在是“{shown(data)}”。", f"must be an object {{ }}, but is “{shown(data)}”.")
        return None, [_issue("model_type", where, words, path)]
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in CHANGE_KINDS:
        return None, [_unknown_kind(kind, where, path)]
    made = CHANGE_KINDS[kind]
    fields = _typed({str(key): value for key, value in data.items()})
    try:
        return made.model_validate(fields), []
    except ValidationError as wrong:
        mended = _named_by_number(fields, wrong)
    try:
        return made.model_validate(mended), []
    except ValidationError as wrong:
        return None, [error_issue(e, where, path, made) for e in wrong.errors(include_url=False)]


def data_of(noun: Noun) -> dict[str, Any]:
    """A change as plain data, without what is as usual, but with its kind (and that of a club or person in it)."""
    made: dict[str, Any] = noun.model_dump(mode="json", exclude_defaults=True)
    for name, value in noun:
        if isinstance(value, Noun):
            made[name] = data_of(value)
    kind = getattr(noun, "kind", None)
    return made if kind is None else {"kind": str(kind), **made}


def error_issue(error: ErrorDetails, where: Text, path: Path, made: type[Noun]) -> Issue:
    """What pydantic found, in our words and with its place."""
    steps = path_of(error)
    if len(steps) > 1 and steps[0] in _NESTED and steps[1] in _KINDS:
        steps = (steps[0], *steps[2:])
    words, now = words_for(error), Text("", "")
    if error["type"] == "extra_forbidden" and len(steps) == 1:
        near = nearest(str(steps[0]), made.model_fields)
        now = now if near is None else Text(f"，是不是“{near}”？", f"; is “{near}” meant?")
    elif error["type"] not in ("missing", "extra_forbidden") and not isinstance(error["input"], dict | list):
        now = Text(f"，现在是“{shown(error['input'])}”", f", but is “{shown(error['input'])}”")
    end = ("", "") if now.zh.endswith("？") else ("。", ".")
    place = json_path(steps)
    said = Text(f" {place}：" if place else "：", f", {place}: " if place else ": ")
    text = Text(f"{where.zh}{said.zh}{words.zh}{now.zh}{end[0]}", f"{where.en}{said.en}{words.en}{now.en}{end[1]}")
    return Issue(code=error["type"], text=text, path=(*path, *steps))


def _issue(code: str, where: Text, words: Text, path: Path) -> Issue:
    return Issue(code=code, text=Text(f"{where.zh}：{words.zh}", f"{where.en}: {words.en}"), path=path)


def _unknown_kind(kind: object, where: Text, path: Path) -> Issue:
    known = Text(
        "、".join(f"{key}（{made.title.zh}）" for key, made in CHANGE_KINDS.items()),
        ", ".join(f"{key} ({made.title.en})" for key, made in CHANGE_KINDS.items()),
    )
    if kind is None:
        words = Text(f"没有写变更的类型 kind，可以是：{known.zh}。", f"has no “kind”; there are: {known.en}.")
        return _issue("missing", where, words, path)
    near = nearest(shown(kind), CHANGE_KINDS)
    guess = Text("", "") if near is None else Text(f"是不是“{near}”？", f" is “{near}” meant?")
    words = Text(
        f"没有叫“{shown(kind)}”的变更，{guess.zh}可以是：{known.zh}。",
        f"there is no change of the kind “{shown(kind)}”;{guess.en} There are: {known.en}.",
    )
    return _issue("unknown_kind", where, words, (*path, "kind"))


def _typed(value: Any) -> Any:
    """A slot written 3.2 is a number in YAML, and strength off is false there: both as they were meant."""
    if isinstance(value, dict):
        made = {key: _typed(item) for key, item in value.items()}
        return {**made, "strength": "off"} if made.get("strength") is False else made
    if isinstance(value, list):
        return [_typed(item) for item in value]
    return str(value) if isinstance(value, float) and _SLOT.fullmatch(str(value)) else value


def _named_by_number(fields: Any, wrong: ValidationError) -> Any:
    """The data with whole numbers as text where text is wanted: a room may be called 301."""
    for error in wrong.errors(include_url=False):
        if error["type"] == "string_type" and isinstance(error["input"], int) and not isinstance(error["input"], bool):
            steps, holder = error["loc"], fields
            if len(steps) > 1 and steps[0] in _NESTED and steps[1] in _KINDS:
                steps = (steps[0], *steps[2:])
            for step in steps[:-1]:
                holder = holder[step]
            holder[steps[-1]] = str(error["input"])
    return fields
