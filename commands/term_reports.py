"""What `kehou term` says on the terminal: totals, weekdays, classes, what is lost most, papers."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text as Line

from commands.screen import Screen
from exchange.term import paper_sentence, short_days, total_sentence
from exchange.term.tables import COUNTED, count_name, why
from models import Counted, DatedTimetable, PaperRisk, Problem, TermCount, Text

_SHOWN = (Counted.DAY, Counted.CLASS, Counted.SUBJECT, Counted.CLUB)
_MOST = 20  # rows of a kind; the file has all


def term_report(
    screen: Screen,
    problem: Problem,
    dated: DatedTimetable,
    counts: Sequence[TermCount],
    risks: Sequence[PaperRisk],
) -> None:
    """Totals, one table, a sentence for each weekday that is short of clubs, and the papers."""
    screen.say(total_sentence(dated))
    screen.show(_table(screen, problem, counts))
    for sentence in short_days(problem, counts):
        screen.say(sentence)
    for risk in risks:
        screen.note(paper_sentence(problem, risk), "red" if risk.sessions else "yellow")


def _table(screen: Screen, problem: Problem, counts: Sequence[TermCount]) -> Table:
    table = Table(box=None, pad_edge=False)
    for head in (Text("统计", "Of"), Text("名称", "Name")):
        table.add_column(head.in_language(screen.language))
    for head in (Text("计划", "Planned"), Text("实上", "Held"), Text("少", "Missing")):
        table.add_column(head.in_language(screen.language), justify="right")
    table.add_column(Text("原因", "Why").in_language(screen.language))
    for what in _SHOWN:
        for c in [c for c in counts if c.what is what][:_MOST]:
            kind, name = COUNTED[what].in_language(screen.language), count_name(problem, c, screen.language)
            cells = (kind, name, c.planned, c.held, c.missing, why(c, screen.language))
            table.add_row(*(Line(str(cell)) for cell in cells))
    return table
