"""Results as one printable workbook: overview, classes, people, rooms, clubs, patrol, load, cost, proof."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

from exchange.results.class_sheet import write_classes
from exchange.results.club_sheet import write_clubs
from exchange.results.conclusion_sheet import write_conclusion
from exchange.results.overview import write_overviews
from exchange.results.page import Book
from exchange.results.patrol_sheet import write_patrol
from exchange.results.people_sheets import write_instructors, write_teachers
from exchange.results.room_sheet import write_rooms
from exchange.results.sentences import warning
from exchange.results.styles import Styles
from exchange.results.unmet_sheet import write_unmet
from exchange.results.workload_sheet import write_workload
from models import Language, Outcome, Problem, RuleCard, Timetable, fingerprint

_SAME_EVERY_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant instead of the clock, so that equal inputs give equal bytes


def write_results(
    problem: Problem,
    timetable: Timetable,
    outcome: Outcome,
    cards: Sequence[RuleCard],
    path: Path | str,
    language: Language = "zh",
    printed: date | None = None,
    now: str | None = None,
) -> None:
    """Write the workbook to `path`.

    `cards` name the rules of `outcome.verdict`; `printed` is the date in the footer (none = no date, and the same
    arguments give the same bytes); `now` as for `warning`. Raises OSError where the file cannot be written.
    """
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
        # Column widths are counted in digits of this font: one that every system has, or has a copy of equal widths.
        "default_format_properties": {"font_name": "Arial", "font_size": 10},
    }
    workbook = Workbook(str(path), options)
    workbook.set_properties(
        {
            "title": f"{problem.school} {problem.term.name}",
            "subject": timetable.fingerprint,
            "created": _SAME_EVERY_TIME,
        }
    )
    book = Book(
        problem=problem,
        timetable=timetable,
        outcome=outcome,
        cards=tuple(cards),
        language=language,
        printed=printed,
        warning=warning(problem, timetable, outcome, now),
        now=fingerprint(problem) if now is None else now,
        workbook=workbook,
        styles=Styles(workbook),
    )
    write_overviews(book)
    write_classes(book)
    write_teachers(book)
    write_instructors(book)
    write_rooms(book)
    write_clubs(book)
    write_patrol(book)
    write_workload(book)
    write_unmet(book)
    write_conclusion(book)
    workbook.close()
