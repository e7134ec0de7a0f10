"""The command that writes what is handed out: export."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.exit_codes import ExitCode
from commands.parameters import School
from commands.screen import screen_of
from models import Text


class What(StrEnum):
    """What can be handed out: the keys of `exchange.handouts.KINDS`, the workbook of results and the policy report."""

    CLASSES = "classes"
    ZIP = "zip"
    PICTURES = "pictures"
    PEOPLE = "people"
    POSTER = "poster"
    ROOMS = "rooms"
    CLUBS = "clubs"
    CLUB_LIST = "club-list"
    CLUB_LIST_XLSX = "club-list-xlsx"
    ATTENDANCE = "attendance"
    ROTA = "rota"
    PATROL_FORM = "patrol-form"
    CSV = "csv"
    JSON = "json"
    RESULTS = "results"
    POLICY = "policy"
    CALENDARS = "calendars"
    WEEK = "week"
    HOURS = "hours"
    SETTLEMENT = "settlement"


_RESULTS = Text("课表.xlsx", "results.xlsx")
_POLICY = Text("政策自查报告.pdf", "policy.pdf")


def export(
    ctx: typer.Context,
    school: School,
    timetable: Annotated[Path, typer.Argument()],
    to: Annotated[Path, typer.Option("--to")],
    what: Annotated[list[What] | None, typer.Option("--what")] = None,
    anyway: Annotated[bool, typer.Option("--anyway")] = False,
    month: Annotated[list[str] | None, typer.Option("--month")] = None,
    first: Annotated[str | None, typer.Option("--from")] = None,
    last: Annotated[str | None, typer.Option("--until")] = None,
    week: Annotated[int | None, typer.Option("--week", min=1)] = None,
    plain_rate: Annotated[float | None, typer.Option("--plain-rate", min=0)] = None,
    club_rate: Annotated[float | None, typer.Option("--club-rate", min=0)] = None,
    patrol_rate: Annotated[float | None, typer.Option("--patrol-rate", min=0)] = None,
    actual: Annotated[Path | None, typer.Option("--actual")] = None,
    before: Annotated[Path | None, typer.Option("--before")] = None,
    names: Annotated[Path | None, typer.Option("--names")] = None,
    earlier: Annotated[list[Path] | None, typer.Option("--earlier")] = None,
    since: Annotated[list[str] | None, typer.Option("--since")] = None,
    earlier_actual: Annotated[list[Path] | None, typer.Option("--earlier-actual")] = None,
) -> int:
    """Write what is handed out into a folder; what is not sound only when asked for."""
    from datetime import date, datetime

    from commands.export_turns import NO_DATES, Formers, laid_on_dates
    from commands.handing_out_dates import DatedOptions, planned_dates, write_dates
    from commands.inputs import pupil_names, read_school, read_table
    from commands.outputs import check_places, no_folder, saved
    from commands.refused import RefusedError
    from commands.reports import issue_lines
    from exchange.dated import DatedKind, HoursSettings
    from exchange.handouts import KINDS, Head, unprintable
    from exchange.handouts.policy_sheet import policy_pdf
    from exchange.results import write_results
    from exchange.results.sentences import warning
    from models import Outcome, Status
    from scheduler.audit import audit
    from scheduler.policy import policy_report
    from scheduler.rules import rule_cards

    screen = screen_of(ctx)
    found = read_school(school)
    table, warnings = read_table(timetable, found)
    verdict = audit(found.problem, table)
    outcome = Outcome(status=Status.FEASIBLE, timetable=table, verdict=verdict, objective=verdict.cost, seconds=0)
    doubt = warning(found.problem, table, outcome)
    if doubt is not None and not anyway:
        raise RefusedError.because("not_sound", _refused(doubt))
    kinds = {kind.key: kind for kind in KINDS}
    titles = {key: Text(f"{k.file.zh}.{k.ending}", f"{k.file.en}.{k.ending}") for key, k in kinds.items()}
    titles |= {What.RESULTS: _RESULTS, What.POLICY: _POLICY}
    asked = list(dict.fromkeys(what or What))
    has_dates = found.problem.term.first_day is not None and found.problem.term.last_day is not None
    on_dates = [key.value for key in asked if key.value in set(DatedKind) and (has_dates or key not in titles)]
    places = {key: to / titles[key].in_language(screen.language) for key in asked if key.value not in on_dates}
    printed = date.today()  # noqa: DTZ011  the date of this machine
    pupils, differing = (None, ()) if names is None else pupil_names(names, found.problem, table)
    head = Head(found.problem, table, screen.language, printed=printed, warning=doubt, names=pupils)
    dates = None
    if on_dates and (what or has_dates):
        rates = HoursSettings(plain_rate=plain_rate, club_rate=club_rate, patrol_rate=patrol_rate)
        old = tuple(earlier or ())
        tables = tuple(read_table(path, found)[0] for path in old)
        formers = Formers(tables, old, tuple(since or ()), tuple(earlier_actual or ()))
        options = DatedOptions(first, last, tuple(month or ()), week, actual, before, rates, formers)
        dates = planned_dates(head, on_dates, options, datetime.now().astimezone())
    elif on_dates:
        screen.note(NO_DATES, "yellow")
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError.because("no_folder", no_folder(to, error)) from error
    check_places(school, list(places.values()))
    screen.notes(issue_lines((*warnings, *differing, *(dates.conflicts if dates is not None else ()))))
    screen.notes((lacking, "yellow") for lacking in unprintable(found.problem, pupils))

    def draw(what: What, path: Path) -> None:
        if what is What.RESULTS:
            write_results(found.problem, table, outcome, rule_cards(), path, screen.language, printed)
        elif what is What.POLICY:
            planned, held = (None, None) if dates is None else (dates.head.dated, dates.head.actual)
            if dates is None and actual is not None:
                planned, held, _ = laid_on_dates(found.problem, table, actual)
            report = policy_report(found.problem, table, verdict, printed, held, planned)
            path.write_bytes(policy_pdf(head, report))
        else:
            path.write_bytes(kinds[what].make(head))

    for key, place in places.items():
        for written in saved(key, place, lambda path, key=key: draw(key, path)).values():  # type: ignore[misc]
            screen.say(Text(str(written), str(written)))
    if dates is not None:
        write_dates(screen, to, dates)
    return ExitCode.DONE


def _refused(doubt: Text) -> Text:
    return Text(
        f"{doubt.zh.lstrip('！')}没有写出；仍要发放，请加 --anyway，每一页都会印上这句话。",
        f"{doubt.en.lstrip('! ')} Nothing was written; to hand it out all the same add --anyway: every page says so.",
    )
