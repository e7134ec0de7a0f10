"""The commands of the term: term lays a timetable on dates, calendar proposes holidays."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.exit_codes import ExitCode
from commands.parameters import School
from commands.screen import Screen, screen_of
from models import Text

if TYPE_CHECKING:
    from exchange.calendar_proposal import Proposal

_ENDINGS = (".xlsx", ".csv", ".json")


def term(
    ctx: typer.Context,
    school: School,
    timetable: Annotated[Path, typer.Argument()],
    out: Annotated[Path, typer.Option("-o", "--out")],
) -> int:
    """Lay the week on the term's dates, count what is lost, and write it."""
    from commands.inputs import read_school, read_table
    from commands.outputs import check_places, saved
    from commands.refused import RefusedError
    from commands.reports import issue_lines
    from commands.term_reports import term_report
    from exchange.term import csv_of, json_of, workbook_of_term
    from scheduler.term import NoDatesError, audit_dated, counts, dated, paper_risks

    screen = screen_of(ctx)
    if out.suffix.casefold() not in _ENDINGS:
        raise RefusedError.because("unknown_ending", _ENDING)
    found = read_school(school)
    table, warnings = read_table(timetable, found)
    check_places(school, [out])
    problem = found.problem
    try:
        made = dated(problem, table)
    except NoDatesError as error:
        raise RefusedError.because("no_dates", _NO_DATES) from error
    wrong = audit_dated(problem, table, made)
    assert not wrong, wrong[0].en  # the recount disagrees: a mistake of ours is never written
    screen.notes(issue_lines(warnings))
    totals, risks = counts(problem, made), paper_risks(problem, made)
    writers: dict[str, Callable[[], bytes]] = {
        ".xlsx": lambda: workbook_of_term(problem, made, totals, risks, screen.language),
        ".csv": lambda: csv_of(problem, made, screen.language),
        ".json": lambda: json_of(made, totals, risks),
    }
    content = writers[out.suffix.casefold()]()
    files = saved("term", out, partial(_write, content))
    term_report(screen, problem, made, totals, risks)
    for path in files.values():
        screen.say(Text(str(path), str(path)))
    return ExitCode.BROKEN if any(risk.sessions for risk in risks) else ExitCode.DONE


def calendar(
    ctx: typer.Context, school: School, out: Annotated[Path | None, typer.Option("-o", "--out")] = None
) -> int:
    """Propose holidays and make-up days; write them only where asked to."""
    from commands.inputs import read_school
    from commands.outputs import check_places, saved
    from commands.refused import RefusedError
    from exchange.calendar_proposal import missing_from, proposal_fix, proposed
    from exchange.document import document_of, document_of_workbook, fixed, workbook_of
    from scheduler.rules import rule_cards

    screen = screen_of(ctx)
    if out is not None:
        if out.suffix.casefold() != ".xlsx":
            raise RefusedError.because("xlsx_is_no_workbook", _NOT_XLSX)
        check_places(school, [out])
    found = read_school(school)
    if found.problem.term.first_day is None:
        raise RefusedError.because("no_dates", _NO_DATES)
    proposal = missing_from(proposed(found.problem.term), found.problem.calendar)
    _show(screen, proposal)
    if out is None:
        return ExitCode.DONE
    cards = rule_cards()
    document = document_of_workbook(school).document if school.suffix.casefold() == ".xlsx" else None
    if document is None:
        document = document_of(found.problem, cards, screen.language, found.scenarios)
    content = workbook_of(fixed(document, proposal_fix(proposal, screen.language)), cards, screen.language)
    for path in saved("workbook", out, partial(_write, content)).values():
        screen.say(Text(str(path), str(path)))
    return ExitCode.DONE


def _write(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _show(screen: Screen, proposal: "Proposal") -> None:
    from exchange.calendar_proposal import provisional_text

    if proposal.empty:
        screen.say(Text("没有要补充的：校历上都有了，或没有资料。", "Nothing to add: all is there, or not known."))
    for h in proposal.holidays:
        until = "" if h.last == h.first else f" – {h.last}"
        screen.say(Text(f"放假　　{h.first}{until}　{h.name}", f"holiday  {h.first}{until}  {h.name}"))
    for m in proposal.make_up_days:
        as_day = m.runs_as.title
        screen.say(Text(f"调休上课 {m.day} 按{as_day.zh}上　{m.name}", f"make-up day {m.day} as {as_day.en}  {m.name}"))
    if (doubt := provisional_text(proposal)) is not None:
        screen.note(doubt, "yellow")


_ENDING = Text("-o 写的文件名应以 .xlsx、.csv 或 .json 结尾。", "The file name of -o must end in .xlsx, .csv or .json.")
_NOT_XLSX = Text("-o 写的是工作簿，文件名应以 .xlsx 结尾。", "-o writes a workbook: its name must end in .xlsx.")
_NO_DATES = Text(
    "学校数据里没有开学日期和放假日期：请先在“学校”表填好。",
    "The school has not said when its term begins and ends: fill in both dates on sheet 学校.",
)
