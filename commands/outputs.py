"""The files that a solve will write: tried before the search, written all or nothing, and nothing lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from commands.refused import RefusedError
from exchange.atomic import WriteError, check_writable, written_beside
from exchange.json_files import write_json
from exchange.pupils import blank_list
from exchange.results.workbook import write_results
from exchange.template import write_template
from exchange.versions import keep_version
from models import Issue, Language, Outcome, Problem, Severity, Text
from scheduler.rules import rule_cards


@dataclass(frozen=True)
class Outputs:
    """Where the timetable goes, and the workbook if one is wanted."""

    timetable: Path
    workbook: Path | None

    @classmethod
    def planned(cls, school: Path, timetable: Path, workbook: Path | None) -> "Outputs":
        """Raises RefusedError now for what would only be found after the search: places that cannot be written."""
        if timetable.suffix.casefold() in (".xlsx", ".xls"):
            raise RefusedError.because("out_is_no_json", _NOT_JSON)
        if workbook is not None and workbook.suffix.casefold() != ".xlsx":
            raise RefusedError.because("xlsx_is_no_workbook", _NOT_XLSX)
        check_places(school, [timetable] if workbook is None else [timetable, workbook])
        return cls(timetable, workbook)

    def write(self, problem: Problem, outcome: Outcome, language: Language) -> Mapping[str, Path]:
        """Write the timetable of the outcome, if there is one, then the workbook.

        Brings what was written and, as `…_before`, what stood there and was kept. Raises RefusedError if a file cannot
        be written.
        """
        found = outcome.timetable
        if found is None:
            return {}
        files = saved("timetable", self.timetable, lambda path: write_json(found, path))
        if (book := self.workbook) is not None:

            def draw(path: Path) -> None:
                write_results(problem, found, outcome, rule_cards(), path, language, printed=date.today())  # noqa: DTZ011

            try:
                files |= saved("workbook", book, draw)
            except RefusedError as refused:
                raise RefusedError([*refused.issues, _is_written(self.timetable)]) from refused
        return files


def check_places(school: Path, places: Sequence[Path]) -> None:
    """Raises RefusedError now for places that cannot be written later, and for the school's own file."""
    for place in places:
        if _same(place, school):
            raise RefusedError.because("out_is_the_school", _is_school(place))
        try:
            check_writable(place)
        except WriteError as error:
            raise RefusedError.because("cannot_write", error.text) from error


def write_blank(path: Path, language: Language, *, names: bool = False) -> Text:
    """Write the blank workbook, or with `names` a blank list of pupils, and say so.

    Raises RefusedError, also where there is a file already.
    """
    if path.suffix.casefold() != ".xlsx":
        raise RefusedError.because("xlsx_is_no_workbook", _NOT_XLSX)
    if path.exists():
        raise RefusedError.because("file_exists", _exists(path))
    try:
        if names:
            with written_beside(path) as scratch:
                scratch.write_bytes(blank_list(language))
        else:
            write_template(path, rule_cards(), language)
    except WriteError as error:
        raise RefusedError.because("cannot_write", error.text) from error
    if names:
        return Text(
            f"空白报名名单已写好：{path}。填好后用 kehou export --names 印出姓名；名单只读，不保存。",
            f"The blank list of pupils is written: {path}. Fill it in and print by kehou export --names; the list is "
            "read, and kept nowhere.",
        )
    return Text(
        f"空白工作簿已写好：{path}。请照“填写说明”填写，再用 kehou check 检查。",
        f"The blank workbook is written: {path}. Fill it in as its first sheet says, then run kehou check.",
    )


def saved(name: str, path: Path, write: Callable[[Path], None]) -> dict[str, Path]:
    """Write one file; brings it and, as `…_before`, what stood there and was kept. Raises RefusedError."""
    try:
        with written_beside(path) as scratch:
            write(scratch)
            before = keep_version(path, scratch)
    except WriteError as error:
        raise RefusedError.because("cannot_write", error.text) from error
    return {name: path} if before is None else {name: path, f"{name}_before": before}


def no_folder(to: Path, error: OSError) -> Text:
    """Why a folder could not be made."""
    why = error.strerror or str(error)
    return Text(
        f"建不了文件夹 {to}（{why}）：请另选一个位置。", f"Cannot make the folder {to} ({why}): choose another."
    )


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them does not exist
        return False


def _is_written(path: Path) -> Issue:
    text = Text(
        f"课表已经写好：{path}；只有工作簿没有写成。", f"The timetable is written: {path}; only the workbook is not."
    )
    return Issue(code="timetable_is_written", text=text, severity=Severity.WARNING)


def _exists(path: Path) -> Text:
    return Text(
        f"{path} 已经有了，不会覆盖：请另给一个文件名。",
        f"{path} exists and is not overwritten: give another file name.",
    )


def _is_school(path: Path) -> Text:
    return Text(
        f"{path} 是学校文件本身，不能写成结果：请另给一个文件名。",
        f"{path} is the school's own file and is not overwritten: give another file name.",
    )


_NOT_JSON = Text(
    "-o 写的是课表（JSON），文件名不能以 .xlsx 结尾：工作簿请用 --xlsx。",
    "-o writes the timetable as JSON, so its name cannot end in .xlsx: use --xlsx for the workbook.",
)
_NOT_XLSX = Text(
    "写的是工作簿，文件名应以 .xlsx 结尾。",
    "A workbook is written: its name must end in .xlsx.",
)
