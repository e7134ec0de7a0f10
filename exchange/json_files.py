"""Problems and timetables as JSON files, with issues in place of exceptions; and the published schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from exchange.atomic import write_atomically
from exchange.file_kinds import path_issue
from exchange.findings import file_issue
from exchange.json_text import parsed_json
from exchange.pydantic_words import path_of, words_for
from exchange.reading import Reading
from exchange.spelling import shown
from models import DatedTimetable, Issue, Problem, TermLog, Text, Timetable
from models.checks import problem_issues

_M = TypeVar("_M", bound=BaseModel)
_FORMATS = {
    "kehou-problem/1": Text("学校数据", "a problem"),
    "kehou-timetable/1": Text("课表", "a timetable"),
    "kehou-term/1": Text("学期课表", "a dated timetable"),
    "kehou-scenarios/1": Text("方案", "a list of scenarios"),
    "kehou-changes/1": Text("变更记录", "a log of changes"),
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


def read_dated_timetable(path: Path) -> tuple[DatedTimetable | None, list[Issue]]:
    """A timetable on its dates from a JSON file, or why there is none."""
    data, issues = _data(path, "kehou-term/1")
    return (None, issues) if issues else _model(DatedTimetable, data)


def read_log(path: Path) -> tuple[TermLog | None, tuple[Issue, ...]]:
    """A term's log of changes from a JSON file; whether they can be made is for `models.replayed` to say."""
    data, issues = _data(path, "kehou-changes/1")
    if issues:
        return None, tuple(issues)
    log, issues = _model(TermLog, data)
    return log, tuple(issues)


def read_actual(path: Path) -> tuple[DatedTimetable | TermLog | None, list[Issue]]:
    """What really takes place: a timetable on its dates, or the log from which that is worked out."""
    data, issues = _data(path, "kehou-term/1", "kehou-changes/1")
    if issues:
        return None, issues
    return _model(TermLog, data) if data.get("format") == "kehou-changes/1" else _model(DatedTimetable, data)


def write_json(model: Problem | Timetable | DatedTimetable | TermLog, path: Path) -> None:
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


def _data(path: Path, wanted: str, *also: str) -> tuple[dict[str, object], list[Issue]]:
    wrong = path_issue(path)
    if wrong is not None:
        return {}, [wrong]
    data, wrong = parsed_json(path)
    if wrong is not None:
        return {}, [wrong]
    if not isinstance(data, dict):
        zh = f"{path.name} 应为一个 JSON 对象 {{ }}，现在是“{shown(data)}”。"
        return {}, [file_issue("not_an_object", zh, f"{path.name} should be a JSON object {{ }}.")]
    return data, [] if data.get("format") in also else format_issues(path, data, wanted)


def format_issues(path: Path, data: Mapping[str, object], wanted: str) -> list[Issue]:
    """Why a file that says what it is, is not what is wanted; what says nothing may be it."""
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
