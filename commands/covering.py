"""The command of changes during the term: cover."""

from pathlib import Path
from typing import Annotated

import typer

from commands.exit_codes import ExitCode
from commands.parameters import AsJson, School
from commands.screen import screen_of

_Many = list[str] | None


def cover(
    ctx: typer.Context,
    school: School,
    timetable: Annotated[Path, typer.Argument()],
    absent: Annotated[_Many, typer.Option("--absent")] = None,
    cancel: Annotated[_Many, typer.Option("--cancel")] = None,
    room: Annotated[_Many, typer.Option("--room")] = None,
    event: Annotated[_Many, typer.Option("--event")] = None,
    revoke: Annotated[_Many, typer.Option("--revoke")] = None,
    show_swaps: Annotated[bool, typer.Option("--swaps")] = False,
    swap: Annotated[_Many, typer.Option("--swap")] = None,
    show_ways: Annotated[bool, typer.Option("--ways")] = False,
    way: Annotated[_Many, typer.Option("--way")] = None,
    why: Annotated[str, typer.Option("--why")] = "",
    who: Annotated[str, typer.Option("--who")] = "",
    log: Annotated[Path | None, typer.Option("--log")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out")] = None,
    apply: Annotated[bool, typer.Option("--apply")] = False,
    told: Annotated[bool, typer.Option("--told")] = False,
    record: Annotated[Path | None, typer.Option("--record")] = None,
    actual: Annotated[Path | None, typer.Option("--actual")] = None,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1)] = 0,
    as_json: AsJson = False,
) -> int:
    """Find who and what closes the gaps of some dates, write the changes into a log, and say whom to tell what."""
    from datetime import UTC, datetime

    from commands.answers import covered, tell
    from commands.changes_log import OFFICE, Typed, read_changes, written, written_actual
    from commands.cover_proposals import swap_proposals, way_proposals
    from commands.cover_report import cover_report
    from commands.inputs import read_school, read_table
    from commands.reports import issue_lines
    from models import actual as held
    from scheduler.cover import Standing, best_cover, best_rooms, measures_of, notices

    screen = screen_of(ctx)
    found = read_school(school)
    base, warnings = read_table(timetable, found)
    now = datetime.now(UTC)
    typed = Typed((*(absent or ()), *(cancel or ())), tuple(room or ()), tuple(event or ()), tuple(revoke or ()))
    term, kept, place = read_changes(
        school, found.problem, base, typed, why, who, now, log, out, (record, actual), write=apply
    )
    standing = Standing(found.problem, term, kept)
    to_swap, to_do = swap_proposals(who or OFFICE, now), way_proposals(who or OFFICE, now)
    if swap or way:
        kept = to_do.taken(standing, to_swap.taken(standing, kept, swap or ()), way or ())
        standing = Standing(found.problem, term, kept)
    people, rooms = best_cover(standing, seed=seed), best_rooms(standing, seed=seed)
    still_open = [line.gap for line in (*people.unfilled, *rooms.unfilled)]
    exchanges = to_swap.numbered(standing, None if show_swaps else still_open)
    ways = to_do.numbered(standing, None if show_ways else still_open)
    made = kept.with_changes(*measures_of(kept, people, rooms, who=who or OFFICE, when=now))
    before, after = held(term, made.as_of(made.told)), held(term, made)
    to_tell = notices(found.problem, before, after, made)
    files = written(found.problem, made.model_copy(update={"told": now}) if told else made, place, record, screen)
    files |= written_actual(after, actual)
    issues = (*warnings, *standing.conflicts)
    if as_json:
        tell(covered(made, people, rooms, to_tell, issues, files, exchanges, ways))
    else:
        screen.notes(issue_lines(issues))
        cover_report(screen, standing, people, rooms, to_tell, files, exchanges, ways)
    return ExitCode.IMPOSSIBLE if people.unfilled or rooms.unfilled else ExitCode.DONE
