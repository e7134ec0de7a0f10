"""The commands that ask questions of a school: explain, whatif, compare, sweep."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from commands.exit_codes import ExitCode
from commands.parameters import ENDING, AsJson, School, Seconds
from commands.screen import screen_of
from models import SweepKind
from scheduler.progress import SolveOptions


def explain(
    ctx: typer.Context,
    school: School,
    seconds: Annotated[float, typer.Option(min=1, max=86_400)] = 30.0,
    prices: Annotated[Path | None, typer.Option("--prices")] = None,
    as_json: AsJson = False,
) -> int:
    """Say why there is no timetable and what would help, or what is closest to breaking."""
    from commands.answers import explained, tell
    from commands.explaining import explanation_report
    from commands.inputs import price_list, read_school
    from commands.reports import issue_lines
    from commands.searching import interruptible
    from models import fingerprint
    from scheduler.repair.explain import explain as explain_school

    screen = screen_of(ctx)
    found = read_school(school)
    price = price_list(prices)
    screen.notes(issue_lines(found.warnings))
    with interruptible(screen) as stop:
        told = explain_school(found.problem, price, seconds, stop, on_step=screen.note)
    if as_json:
        tell(explained(told, fingerprint(found.problem), found.warnings))
    else:
        explanation_report(screen, told)
    return ENDING[told.status]


def whatif(
    ctx: typer.Context,
    school: School,
    timetable: Annotated[Path, typer.Option("--timetable")],
    out: Annotated[Path, typer.Option("-o", "--out")],
    scenario: Annotated[Path | None, typer.Option("--scenario")] = None,
    name: Annotated[str | None, typer.Option("--name")] = None,
    close_room: Annotated[list[str] | None, typer.Option("--close-room")] = None,
    away: Annotated[list[str] | None, typer.Option("--away")] = None,
    leave: Annotated[list[str] | None, typer.Option("--leave")] = None,
    pupils: Annotated[int | None, typer.Option("--pupils", min=-90, max=200)] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx")] = None,
    seconds: Seconds = SolveOptions.seconds,
    workers: Annotated[int, typer.Option(min=1, max=128)] = SolveOptions.workers,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1)] = SolveOptions.seed,
    as_json: AsJson = False,
) -> int:
    """Make the nearest timetable after a change of the school, and say who must be told what."""
    from commands.answers import tell, what_if
    from commands.changing import changed_school
    from commands.comparing import whatif_report
    from commands.inputs import read_school, read_table
    from commands.outputs import Outputs
    from commands.reports import issue_lines
    from commands.searching import in_thread, interruptible
    from models import fingerprint
    from scheduler.whatif import whatif as solve_near

    screen = screen_of(ctx)
    outputs = Outputs.planned(school, out, xlsx)
    found = read_school(school)
    base, warnings = read_table(timetable, found)
    changed = changed_school(found, scenario, name, close_room or [], away or [], leave or [], pupils)
    screen.notes(issue_lines(warnings))
    screen.notes([(text, "") for text in changed.texts])
    options = SolveOptions(seconds=seconds, workers=workers, seed=seed)
    with interruptible(screen) as stop:
        near = partial(solve_near, found.problem, changed.problem, base, options, stop=stop)
        answer = in_thread(screen, near, stop, people=True)
        files = outputs.write(changed.problem, answer.outcome, screen.language)
    if as_json:
        tell(what_if(answer, fingerprint(changed.problem), changed.texts, warnings, files))
    else:
        whatif_report(screen, answer, files)
    return ENDING[answer.status]


def compare(
    ctx: typer.Context,
    school: School,
    before: Annotated[Path, typer.Argument()],
    after: Annotated[Path, typer.Argument()],
    then: Annotated[Path | None, typer.Option("--then")] = None,
    since: Annotated[str | None, typer.Option("--since")] = None,
    as_json: AsJson = False,
) -> int:
    """Two timetables side by side; what people are told says from which day on, where that is given."""
    from commands.answers import compared, tell
    from commands.comparing import comparison_report
    from commands.inputs import day_of, read_school, read_table
    from commands.reports import issue_lines
    from scheduler.compare import compare as compare_timetables

    screen = screen_of(ctx)
    old = read_school(school)
    new = old if then is None else read_school(then)
    base, base_warnings = read_table(before, old)
    table, warnings = read_table(after, new)
    warnings = tuple(dict.fromkeys((*base_warnings, *warnings)))
    first_day = None if since is None else day_of(since)
    comparison = compare_timetables(old.problem, base, new.problem, table)
    if as_json:
        tell(compared(comparison, warnings))
    else:
        screen.notes(issue_lines(warnings))
        comparison_report(screen, comparison, first_day)
    return ExitCode.DONE


def sweep(
    ctx: typer.Context,
    school: School,
    kind: Annotated[SweepKind, typer.Argument()],
    out: Annotated[Path, typer.Option("-o", "--out")],
    csv: Annotated[Path | None, typer.Option("--csv")] = None,
    timetable: Annotated[Path | None, typer.Option("--timetable")] = None,
    prices: Annotated[Path | None, typer.Option("--prices")] = None,
    seconds: Seconds = 10.0,
    processes: Annotated[int, typer.Option(min=0, max=128)] = 0,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1)] = 0,
    cluster: Annotated[str | None, typer.Option("--cluster")] = None,
    as_json: AsJson = False,
) -> int:
    """Ask the same question of many small changes, each answered by a solve of its own."""
    from commands.answers import swept, tell
    from commands.inputs import price_list, read_school, read_table
    from commands.reports import issue_lines
    from commands.searching import interruptible
    from commands.sweeping import SweepFiles, executor_of, run_sweep, sweep_report
    from scheduler.sweep.run import SweepRun

    screen = screen_of(ctx)
    found = read_school(school)
    warnings = found.warnings
    base = None
    if timetable is not None:
        base, warnings = read_table(timetable, found)
    screen.notes(issue_lines(warnings))
    run = SweepRun(found.problem, kind, base, seconds, seed, price_list(prices))
    files = SweepFiles.planned(school, out, csv, run)
    with interruptible(screen) as stop, executor_of(processes, cluster, stop) as executor:
        answers, kept = run_sweep(screen, run, files, executor, stop)
    if as_json:
        tell(swept(answers, warnings, kept))
    else:
        sweep_report(screen, answers, kept)
    return ExitCode.DONE if answers.complete else ExitCode.OUT_OF_TIME
