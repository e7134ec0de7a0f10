"""The command that writes what is handed out: export."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.exit_codes import ExitCode
from commands.parameters import School
from commands.screen import screen_of
from models import Text


class Kind(StrEnum):
    """What can be handed out."""

    CLASSES = "classes"
    ZIP = "zip"
    PEOPLE = "people"
    RESULTS = "results"


_NAMES = {
    Kind.CLASSES: Text("班级单.pdf", "classes.pdf"),
    Kind.ZIP: Text("班级单.zip", "classes.zip"),
    Kind.PEOPLE: Text("个人课表.pdf", "people.pdf"),
    Kind.RESULTS: Text("课表.xlsx", "results.xlsx"),
}


def export(
    ctx: typer.Context,
    school: School,
    timetable: Annotated[Path, typer.Argument()],
    to: Annotated[Path, typer.Option("--to")],
    what: Annotated[list[Kind] | None, typer.Option("--what")] = None,
    anyway: Annotated[bool, typer.Option("--anyway")] = False,
) -> int:
    """Write what is handed out into a folder; what is not sound only when asked for."""
    from datetime import date

    from commands.inputs import read_school, read_table
    from commands.outputs import check_places, saved
    from commands.refused import RefusedError
    from commands.reports import issue_lines
    from exchange.handouts import Head, class_pdf, class_pdfs, people_pdf, unprintable
    from exchange.results import write_results
    from exchange.results.sentences import warning
    from models import Outcome, Status
    from scheduler.audit import audit
    from scheduler.rules import rule_cards

    screen = screen_of(ctx)
    found = read_school(school)
    table, warnings = read_table(timetable, found)
    verdict = audit(found.problem, table)
    outcome = Outcome(status=Status.FEASIBLE, timetable=table, verdict=verdict, objective=verdict.cost, seconds=0)
    doubt = warning(found.problem, table, outcome)
    if doubt is not None and not anyway:
        raise RefusedError.because("not_sound", _refused(doubt))
    places = {kind: to / _NAMES[kind].in_language(screen.language) for kind in what or Kind}
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError.because("no_folder", _no_folder(to, error)) from error
    check_places(school, list(places.values()))
    screen.notes(issue_lines(warnings))
    screen.notes((lacking, "yellow") for lacking in unprintable(found.problem))
    printed = date.today()  # noqa: DTZ011  the date of this machine
    head = Head(found.problem, table, screen.language, printed=printed, warning=doubt)
    makers = {Kind.CLASSES: class_pdf, Kind.ZIP: class_pdfs, Kind.PEOPLE: people_pdf}

    def draw(kind: Kind, path: Path) -> None:
        if kind is Kind.RESULTS:
            write_results(found.problem, table, outcome, rule_cards(), path, screen.language, printed)
        else:
            path.write_bytes(makers[kind](head))

    for kind, place in places.items():
        for written in saved(kind, place, lambda path, kind=kind: draw(kind, path)).values():  # type: ignore[misc]
            screen.say(Text(str(written), str(written)))
    return ExitCode.DONE


def _refused(doubt: Text) -> Text:
    return Text(
        f"{doubt.zh.lstrip('！')}没有写出；仍要发放，请加 --anyway，每一页都会印上这句话。",
        f"{doubt.en.lstrip('! ')} Nothing was written; to hand it out all the same add --anyway: every page says so.",
    )


def _no_folder(to: Path, error: OSError) -> Text:
    why = error.strerror or str(error)
    return Text(
        f"建不了文件夹 {to}（{why}）：请另选一个位置。", f"Cannot make the folder {to} ({why}): choose another."
    )
