"""The assembled JSON as a Problem: pydantic's and the checks' findings, each at the cell that it comes from."""

import copy
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exchange.findings import cell_issue, sheet_issue, should_be
from exchange.pydantic_words import path_of, words_for
from exchange.source_map import Path, Source, SourceMap
from exchange.spelling import shown
from models import Issue, Problem, Severity, Text
from models.checks import problem_issues

_ID_CHECKS = {
    "person_once": ("teachers", "instructors"), "room_once": ("rooms",), "class_once": ("classes",),
    "club_once": ("clubs",), "grade_once": ("grades",), "band_once": ("bands",), "subject_once": ("subjects",),
}  # fmt: skip


def validated(
    data: Mapping[str, object], sources: SourceMap, before: Sequence[Issue], whole: bool = True
) -> tuple[Problem | None, list[Issue]]:
    """The problem if nothing is wrong with it, and what is; places that have an error already stay as they are.

    Values out of range are put right in a copy, so that the checks of the whole problem speak up as well; unless
    parts are missing, because then they would only repeat that.
    """
    reported = {(i.sheet, i.cell) for i in before if i.severity is Severity.ERROR}
    issues: list[Issue] = []
    try:
        problem = Problem.model_validate(data)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        known = (error for error in errors if whole or _has_cell(error, sources))
        issues = _at_cells((_pydantic_issue(error, sources) for error in known), reported)
        mended = _mended(copy.deepcopy(dict(data)), errors)
        if mended is None:
            return None, issues
        problem = mended
    if not whole:
        return None, issues
    found = [_located(issue, problem, sources) for issue in problem_issues(problem)]
    wrong_rows = {_row(i) for i in (*before, *issues, *found) if i.severity is Severity.ERROR and len(i.path) != 2}
    found = [issue for issue in found if len(issue.path) != 2 or _row(issue) not in wrong_rows]
    return problem, issues + _at_cells(found, reported)


def _has_cell(error: ErrorDetails, sources: SourceMap) -> bool:
    source = sources.find(path_of(error))
    return source is not None and source.place is not None


def _row(issue: Issue) -> tuple[str | None, str]:
    """Sheet and row: what is said of a whole row follows from its wrong cells, if it has some."""
    return issue.sheet, (issue.cell or "").lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _at_cells(found: Iterable[Issue], reported: set[tuple[str | None, str | None]]) -> list[Issue]:
    """Issues at places that had no error before this round; several of one round may share a cell."""
    kept: dict[str, Issue] = {}
    for issue in found:
        if issue.sheet is None or (issue.sheet, issue.cell) not in reported:
            kept.setdefault(issue.text.zh, issue)
    reported |= {(i.sheet, i.cell) for i in kept.values() if i.severity is Severity.ERROR}
    return list(kept.values())


def _pydantic_issue(error: ErrorDetails, sources: SourceMap) -> Issue:
    path = path_of(error)
    source, words = sources.find(path), words_for(error)
    if source is None:
        return Issue(code=error["type"], text=Text(f"{path}{words.zh}。", f"{path} {words.en}."), path=path)
    if source.place is None and error["type"] == "too_short":
        zh, en = "一行也没有填：这张表至少要有一行。", "has no row filled in: it needs at least one."
        return sheet_issue("no_rows", source.sheet, zh, en).model_copy(update={"path": path})
    if source.place is None or source.column is None:
        return sheet_issue(error["type"], source.sheet, f"{words.zh}。", f"{words.en}.").model_copy(
            update={"path": path}
        )
    title, should = source.column.title, should_be(source.column.cell.expected)
    text = Text(
        f"“{title.zh}”{words.zh}：{should.zh}，现在是“{shown(source.typed)}”。",
        f"“{title.en}” {words.en}: it {should.en}, but is “{shown(source.typed)}”.",
    )
    return cell_issue(error["type"], source.sheet, source.place, text, path=path)


def _located(issue: Issue, problem: Problem, sources: SourceMap) -> Issue:
    source = sources.find(issue.path)
    if source is None:
        return issue
    text = issue.text
    if issue.code in _ID_CHECKS and (first := _first(issue.path, _ID_CHECKS[issue.code], problem, sources)) is not None:
        other = f"'{first.sheet}'!{first.cell}"
        text = Text(f"{text.zh}（另一处：{other}）", f"{text.en} (The other one: {other}.)")
    if source.place is None:
        made = sheet_issue(issue.code, source.sheet, text.zh, text.en, issue.severity)
        return made.model_copy(update={"path": issue.path})
    return cell_issue(issue.code, source.sheet, source.place, text, issue.severity, issue.path)


def _first(path: Path, keys: tuple[str, ...], problem: Problem, sources: SourceMap) -> Source | None:
    """Where the thing that is entered twice stands first."""
    places = [((key, i, "id"), noun.id) for key in keys for i, noun in enumerate(getattr(problem, key))]
    word = next((name for place, name in places if place == path), None)
    return next((sources.find(place) for place, name in places if name == word), None)


def _mended(data: dict[str, Any], errors: list[ErrorDetails]) -> Problem | None:
    """The data with every wrong value put right or left out, as a problem; none if that does not do."""
    for error in errors:
        _mend(data, path_of(error), error)
    try:
        return Problem.model_validate(data)
    except ValidationError:
        return None


def _mend(data: Any, path: Path, error: ErrorDetails) -> None:
    holder = data
    for step in path[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return
    context, last = error.get("ctx", {}), path[-1]
    right = context.get("ge", context.get("le"))
    if "max_length" in context and isinstance(error["input"], str):
        right = error["input"][: context["max_length"]]
    if right is not None:
        holder[last] = right
    elif isinstance(holder, dict):
        holder.pop(last, None)
