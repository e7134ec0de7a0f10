"""The log of a term's changes as `kehou cover` reads, lengthens and writes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from commands.outputs import check_places, saved
from commands.refused import RefusedError
from commands.screen import Screen
from exchange.json_files import read_log, write_json
from exchange.quick_term_changes import Noting, absence_from, event_from, room_from
from exchange.substitution_record import write_record
from models import DatedTimetable, Fact, Issue, Problem, Revoked, TermLog, Text, Timetable
from scheduler.term import NoDatesError, dated

OFFICE = "教导处"
_Reader = Callable[[str, Problem, str, Noting], Fact | Issue]


@dataclass(frozen=True)
class Typed:
    """What happened, as it was typed."""

    absent: Sequence[str]
    rooms: Sequence[str]
    events: Sequence[str]
    revoked: Sequence[str]


def read_changes(
    school: Path,
    problem: Problem,
    base: Timetable,
    typed: Typed,
    why: str,
    who: str,
    now: datetime,
    log: Path | None,
    out: Path | None,
    others: tuple[Path | None, Path | None],
    *,
    write: bool,
) -> tuple[DatedTimetable, TermLog, Path | None]:
    """The dated timetable, the log with what was typed, and where it goes. Raises RefusedError."""
    if write and log is None and out is None:
        raise RefusedError.because("apply_where", _WHERE)
    record, _ = others
    if record is not None and record.suffix.casefold() != ".xlsx":
        raise RefusedError.because("record_is_no_workbook", _NOT_XLSX)
    place = out if out is not None else (log if write else None)
    check_places(school, [path for path in (place, *others) if path is not None])
    try:
        term = dated(problem, base)
    except NoDatesError as error:
        raise RefusedError.because("no_dates", _NO_DATES) from error
    kept = _kept(log, term, fresh=write or out is not None)
    issues: list[Issue] = []
    noting = Noting(who or OFFICE, now, why)
    readers: tuple[tuple[_Reader, Sequence[str]], ...] = (
        (absence_from, typed.absent),
        (room_from, typed.rooms),
        (event_from, typed.events),
    )
    for read, words in readers:
        for word in words:
            fact = read(word, problem, kept.next_id, noting)
            if isinstance(fact, Issue):
                issues.append(fact)
            else:
                kept = kept.with_changes(fact)
    for number in typed.revoked:
        try:
            kept = kept.revoked(number, Revoked(by=noting.who, when=now, why=why))
        except KeyError:
            issues.append(Issue(code="no_such_change", text=_no_such(number, kept)))
    if issues:
        raise RefusedError(issues)
    return term, kept, place


def written(problem: Problem, log: TermLog, place: Path | None, record: Path | None, screen: Screen) -> dict[str, Path]:
    """Write the log and the record where they are wanted; what stood there is kept. Raises RefusedError."""
    files: dict[str, Path] = {}
    if place is not None:
        files |= saved("changes", place, lambda path: write_json(log, path))
    if record is not None:
        files |= saved("record", record, lambda path: write_record(problem, log, path, screen.language))
    return files


def written_actual(table: DatedTimetable, place: Path | None) -> dict[str, Path]:
    """Write what really takes place, for `kehou export --actual`. Raises RefusedError."""
    return {} if place is None else saved("actual", place, lambda path: write_json(table, path))


def _kept(log: Path | None, term: DatedTimetable, *, fresh: bool) -> TermLog:
    """The log in the file; an empty one where there is none yet and one is to be written."""
    if log is None or (fresh and not log.exists()):
        return TermLog.of(term)
    kept, issues = read_log(log)
    if kept is None:
        raise RefusedError(issues)
    return kept


def _no_such(number: str, log: TermLog) -> Text:
    zh, en = "、".join(c.id for c in log.holding) or "无", ", ".join(c.id for c in log.holding) or "none"
    return Text(
        f"没有可撤销的变更“{number}”（有效的：{zh}）。",
        f'There is no change "{number}" that holds (there are: {en}).',
    )


_WHERE = Text("--apply 要写回变更记录：请用 --log 说是哪个文件。", "--apply writes the log: name it with --log.")
_NOT_XLSX = Text(
    "--record 写的是工作簿，文件名应以 .xlsx 结尾。", "--record writes a workbook: its name must end in .xlsx."
)
_NO_DATES = Text(
    "学校没有写学期的第一天和最后一天，排不到日期上：请在工作簿里补上。",
    "The school has not said when its term begins and ends: add both to the workbook.",
)
