"""What `kehou term` says on the terminal: totals, weekdays, classes, what is lost most, papers."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text as Line

from commands.screen import Screen
from exchange.results.names import person_name
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
    days = len({d.day for d in dated.sessions})
    screen.say(
        Text(
            f"{len(dated.sessions)} 个课次，{days} 天有课后服务；因放假和停课减少 {len(dated.losses)} 个课次。",
            f"{len(dated.sessions)} sessions on {days} days; {len(dated.losses)} are lost to holidays and no service.",
        )
    )
    screen.show(_table(screen, problem, counts))
    for count in counts:
        if count.what is Counted.DAY and count.missing > 0:
            name = (count_name(problem, count, "zh"), count_name(problem, count, "en"))
            screen.say(Text(f"{name[0]}少 {count.missing} 次。", f"{name[1]}: {count.missing} fewer."))
    for risk in risks:
        _paper(screen, problem, risk)


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


def _paper(screen: Screen, problem: Problem, risk: PaperRisk) -> None:
    zh, en = person_name(problem, risk.person), person_name(problem, risk.person, "en")
    until = risk.paper.valid_until
    if risk.sessions:
        days = ", ".join(dict.fromkeys(str(d.day) for d in risk.sessions))
        screen.note(
            Text(
                f"错误：{zh}的“{risk.paper.name}”（有效期至 {until or '…'}）没有覆盖"
                f" {len(risk.sessions)} 个课次：{days}。"
                "请续期或换人。",
                f"Error: {en}: “{risk.paper.name}” (valid until {until or '...'}) does not cover {len(risk.sessions)} "
                f"sessions: {days}. Renew it, or choose somebody else.",
            ),
            "red",
        )
    else:
        screen.note(
            Text(
                f"提醒：{zh}的“{risk.paper.name}”{until}到期，最后一次课是 {risk.last}：请及早续期。",
                f"At risk: {en}: “{risk.paper.name}” ends on {until}; last session: {risk.last}. Renew it soon.",
            ),
            "yellow",
        )
