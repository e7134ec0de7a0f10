"""The command that goes through the policy: policy."""

from pathlib import Path
from typing import Annotated

import typer

from commands.exit_codes import ExitCode
from commands.parameters import AsJson, School
from commands.screen import screen_of


def policy(
    ctx: typer.Context,
    school: School,
    timetable: Annotated[Path, typer.Argument()],
    actual: Annotated[Path | None, typer.Option("--actual")] = None,
    as_json: AsJson = False,
) -> int:
    """Judge a timetable by every item of the policy, on the dates of the term where there is a calendar."""
    from datetime import date

    from commands.answers import policed, tell
    from commands.export_turns import laid_on_dates
    from commands.inputs import read_school, read_table
    from commands.reports import issue_lines
    from exchange.results.policy import policy_lines, policy_summary
    from scheduler.audit import audit
    from scheduler.policy import policy_report

    found = read_school(school)
    table, warnings = read_table(timetable, found)
    today = date.today()  # noqa: DTZ011  the date of this machine
    held = None
    if actual is not None:
        _, held, conflicts = laid_on_dates(found.problem, table, actual)
        warnings = (*warnings, *conflicts)
    report = policy_report(found.problem, table, audit(found.problem, table), today, held)
    if as_json:
        tell(policed(report, table.fingerprint, warnings))
    else:
        screen = screen_of(ctx)
        screen.notes(issue_lines(warnings))
        for text, style in policy_lines(report):
            screen.say(text, style)
        screen.say(policy_summary(report), "bold green" if report.sound else "bold red")
    return ExitCode.DONE if report.sound else ExitCode.BROKEN
