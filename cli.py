"""`kehou …`: the jobs of the project on the command line. Each command is one function that reads like its help.

The workbook libraries and the solver take a second to load, so each command loads what it needs itself.
"""

import io
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from commands.covering import cover
from commands.exit_codes import ExitCode
from commands.handing_out import export
from commands.parameters import ENDING, AsJson, School, Seconds
from commands.policy import policy
from commands.questions import compare, explain, sweep, whatif
from commands.screen import screen_of
from commands.serving import password, serve
from commands.shell import Command, Program
from commands.terms import calendar, term
from scheduler.progress import SolveOptions

app = typer.Typer(
    cls=Program,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.command(cls=Command)
def demo(ctx: typer.Context, seconds: Seconds = SolveOptions.seconds) -> int:
    """Solve a sample school; show one class's week, the score by rule and where the files lie."""
    from commands.inputs import read_school
    from commands.outputs import Outputs
    from commands.reports import outcome_report, size_text
    from commands.samples import class_to_show, demo_folder, home, sample_school
    from commands.searching import interruptible, search
    from exchange.results.console import week_of_class

    screen = screen_of(ctx)
    folder = demo_folder(Path.cwd(), home())
    school = sample_school()
    outputs = Outputs.planned(school, folder / "timetable.json", folder / "timetable.xlsx")
    problem = read_school(school).problem
    screen.note(size_text(problem))
    with interruptible(screen) as stop:
        outcome = search(screen, problem, SolveOptions(seconds=seconds), stop)
        files = outputs.write(problem, outcome, screen.language)
    if outcome.timetable is not None:
        shown = class_to_show(problem, outcome.timetable)
        screen.show(week_of_class(problem, outcome.timetable, shown, screen.language))
    outcome_report(screen, outcome, {"sample": school, **files})
    return ENDING[outcome.status]


@app.command(cls=Command)
def template(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument()],
    names: Annotated[bool, typer.Option("--names")] = False,
) -> int:
    """Write the blank workbook, or a blank list of pupils, but never over a file."""
    from commands.outputs import write_blank

    screen = screen_of(ctx)
    screen.say(write_blank(file, screen.language, names=names))
    return ExitCode.DONE


@app.command(cls=Command)
def check(ctx: typer.Context, school: School, as_json: AsJson = False) -> int:
    """List what is wrong with a school's file; where nothing is, count whether a timetable can exist."""
    from commands.answers import checked, tell
    from commands.reports import check_report
    from exchange.load import load_problem
    from scheduler.precheck import precheck
    from scheduler.rules import rule_cards

    reading = load_problem(school, rule_cards())
    shortages = () if reading.problem is None else precheck(reading.problem)
    if as_json:
        tell(checked(reading, shortages))
    else:
        check_report(screen_of(ctx), reading, shortages)
    if reading.problem is None:
        return ExitCode.ISSUES
    return ExitCode.IMPOSSIBLE if shortages else ExitCode.DONE


@app.command(cls=Command)
def solve(
    ctx: typer.Context,
    school: School,
    out: Annotated[Path, typer.Option("-o", "--out")],
    xlsx: Annotated[Path | None, typer.Option("--xlsx")] = None,
    seconds: Seconds = SolveOptions.seconds,
    gap: Annotated[float, typer.Option(min=0, max=1)] = SolveOptions.gap,
    workers: Annotated[int, typer.Option(min=1, max=128)] = SolveOptions.workers,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1)] = SolveOptions.seed,
    as_json: AsJson = False,
) -> int:
    """Make the week's timetable and write it, together with the score by rule."""
    from commands.answers import solved, tell
    from commands.inputs import read_school
    from commands.outputs import Outputs
    from commands.reports import issue_lines, outcome_report, size_text
    from commands.searching import interruptible, search
    from models import fingerprint

    screen = screen_of(ctx)
    outputs = Outputs.planned(school, out, xlsx)
    found = read_school(school)
    screen.notes(issue_lines(found.warnings))
    screen.note(size_text(found.problem))
    with interruptible(screen) as stop:
        outcome = search(screen, found.problem, SolveOptions(seconds, gap, workers, seed), stop)
        files = outputs.write(found.problem, outcome, screen.language)
    if as_json:
        tell(solved(outcome, fingerprint(found.problem), found.warnings, files))
    else:
        outcome_report(screen, outcome, files)
    return ENDING[outcome.status]


for question in (explain, whatif, compare, sweep):
    app.command(cls=Command)(question)


@app.command(cls=Command)
def audit(
    ctx: typer.Context, school: School, timetable: Annotated[Path, typer.Argument()], as_json: AsJson = False
) -> int:
    """Judge a timetable by every rule."""
    from commands.answers import audited, tell
    from commands.inputs import read_school, read_table
    from commands.reports import verdict_report
    from scheduler.audit import audit as judge

    found = read_school(school)
    table, warnings = read_table(timetable, found)
    verdict = judge(found.problem, table)
    if as_json:
        tell(audited(verdict, table.fingerprint, warnings))
    else:
        verdict_report(screen_of(ctx), verdict, warnings)
    return ExitCode.DONE if verdict.clean else ExitCode.BROKEN


for command in (policy, cover, export, term, calendar):
    app.command(cls=Command)(command)


@app.command(cls=Command)
def schema(timetable: Annotated[bool, typer.Option("--timetable")] = False) -> int:
    """Print the JSON Schema of a school's data, or of a timetable."""
    from exchange.json_files import problem_schema, timetable_schema

    print(json.dumps(timetable_schema() if timetable else problem_schema(), ensure_ascii=False, indent=1))
    return ExitCode.DONE


for around_the_app in (serve, password):
    app.command(cls=Command)(around_the_app)


def main() -> None:
    """Run `kehou` with the words of the command line, and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever the code page: Chinese goes out as UTF-8, and nothing that cannot be shown stops the work.
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


if __name__ == "__main__":
    main()
