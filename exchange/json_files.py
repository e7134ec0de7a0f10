"""Problems and timetables as JSON files, with issues in place of exceptions; and the published schema."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from exchange.atomic import write_atomically
from exchange.file_kinds import path_issue
from exchange.findings import file_issue
from exchange.pydantic_words import path_of, words_for
from exchange.reading import Reading
from exchange.spelling import shown
from models import Issue, Problem, Text, Timetable
from models.checks import problem_issues

_M = TypeVar("_M", bound=BaseModel)
_ENCODINGS = ("utf-8-sig", "gb18030")  # what Chinese offices write, when it is not UTF-16 with its mark
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_FORMATS = {
    "kehou-problem/1": Text("学校数据", "a problem"),
    "kehou-timetable/1": Text("课表", "a timetable"),
}


@dataclass(frozen=True)
class TimetableReading:
    """The timetable, or why there is none."""

    timetable: Timetable | None
    issues: tuple[Issue, ...]


def read_problem(path: Path) -> Reading:
    """A problem from a JSON file. Never raises for what a file may hold."""
    data, issues = _data(path, "kehou-problem/1")
    if issues:
        return Reading.of(None, issues)
    problem, issues = _model(Problem, data)
    if problem is not None:
        issues = [_placed(issue) for issue in problem_issues(problem)]
    return Reading.of(problem, issues)


def read_timetable(path: Path) -> TimetableReading:
    """A timetable from a JSON file; whether it is right is for the audit to say."""
    data, issues = _data(path, "kehou-timetable/1")
    if issues:
        return TimetableReading(None, tuple(issues))
    timetable, issues = _model(Timetable, data)
    return TimetableReading(timetable, tuple(issues))


def write_json(model: Problem | Timetable, path: Path) -> None:
    """The model as UTF-8 JSON, all or nothing. Raises WriteError."""
    write_atomically(path, (model.model_dump_json(indent=1) + "\n").encode())


def problem_schema() -> dict[str, object]:
    """The JSON Schema of a problem, with the meanings and units of all fields."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Problem.model_json_schema()


def timetable_schema() -> dict[str, object]:
    """The JSON Schema of a timetable."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Timetable.model_json_schema()


def json_path(path: tuple[str | int, ...]) -> str:
    """("classes", 3, "class_teacher") → classes[3].class_teacher."""
    made = ""
    for step in path:
        made += f"[{step}]" if isinstance(step, int) else f"{'.' if made else ''}{step or '“”'}"
    return made


def _data(path: Path, wanted: str) -> tuple[dict[str, object], list[Issue]]:
    wrong = path_issue(path)
    if wrong is not None:
        return {}, [wrong]
    text = text_of(path.read_bytes())
    if text is None:
        zh = f"{path.name} 不是文本，读不出 JSON：请检查是不是选错了文件。"
        return {}, [file_issue("not_json", zh, f"{path.name} is no text and so no JSON: is it the right file?")]
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
        json.dumps(data, ensure_ascii=False).encode()  # half a character ("\\ud800") could not be shown or saved
    except json.JSONDecodeError as error:
        zh = f"{path.name} 第 {error.lineno} 行第 {error.colno} 列不是合法的 JSON：请从这里往前检查逗号、引号和括号。"
        en = f"{path.name}, line {error.lineno}, column {error.colno} is no valid JSON: look at commas and brackets."
        return {}, [file_issue("bad_json", zh, en)]
    except _DuplicateKeyError as error:
        zh = f"{path.name} 里同一个对象写了两次“{error.key}”：请只留一个。"
        return {}, [file_issue("duplicate_key", zh, f"{path.name} has “{error.key}” twice in one object: keep one.")]
    except (RecursionError, ValueError):
        zh = f"{path.name} 含有读不了的数值或过深的嵌套：请检查内容。"
        return {}, [file_issue("bad_json", zh, f"{path.name} holds numbers or nesting that cannot be read.")]
    if not isinstance(data, dict):
        zh = f"{path.name} 应为一个 JSON 对象 {{ }}，现在是“{shown(data)}”。"
        return {}, [file_issue("not_an_object", zh, f"{path.name} should be a JSON object {{ }}.")]
    return data, _format_issues(path, data, wanted)


def _format_issues(path: Path, data: dict[str, object], wanted: str) -> list[Issue]:
    given = data.get("format", wanted)
    if given == wanted:
        return []
    what, known = _FORMATS[wanted], _FORMATS.get(str(given))
    zh = f"是{known.zh}" if known is not None else f"的 format 是“{shown(given)}”"
    en = f"is {known.en}" if known is not None else f"has the format “{shown(given)}”"
    return [
        file_issue(
            "wrong_format",
            f"{path.name} {zh}，这里要的是{what.zh}（format 为 {wanted}）：请换一个文件。",
            f"{path.name} {en}, but {what.en} is needed here (format {wanted}): name another file.",
        )
    ]


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


def text_of(content: bytes) -> str | None:
    """The text in whichever encoding Chinese offices write; None if it is no text."""
    marked = _MARKS.get(content[:2])
    for encoding in (marked,) if marked is not None else _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None


def _model(model: type[_M], data: dict[str, object]) -> tuple[_M | None, list[Issue]]:
    try:
        return model.model_validate(data), []
    except ValidationError as wrong:
        found = []
        for error in wrong.errors(include_url=False):
            path, words = path_of(error), words_for(error)
            now = Text("", "")
            if error["type"] not in ("missing", "extra_forbidden") and not isinstance(error["input"], dict | list):
                now = Text(f"，现在是“{shown(error['input'])}”", f", but is “{shown(error['input'])}”")
            text = Text(f"{words.zh}{now.zh}。", f"{words.en}{now.en}.")
            found.append(_placed(Issue(code=error["type"], text=text, path=path)))
        return None, found


def _placed(issue: Issue) -> Issue:
    """The issue with its place in the JSON in front."""
    place = json_path(issue.path)
    if not place:
        return issue
    text = Text(f"{place}：{issue.text.zh}", f"{place}: {issue.text.en}")
    return issue.model_copy(update={"text": text})
