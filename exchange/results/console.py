"""The same answers for a terminal: a class's week, the score by rule, and how good the timetable is."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Line

from exchange.results.dispatch import Dispatch, alike, dispatches, same_helpers
from exchange.results.names import (
    class_heading,
    content_name,
    day_title,
    people_names,
    period_clock,
    period_title,
    person_name,
    room_name,
)
from exchange.results.sentences import outcome_sentence
from exchange.results.view import class_cell, days, periods
from exchange.results.wording import class_runs, heads, marked, stacked
from models import Language, Problem, Role, RuleCard, SessionKind, Strength, Text, Timetable, Verdict

__all__ = ["outcome_sentence", "score_table", "week_of_class"]

_COLOUR = {
    SessionKind.CROSS_CLASS: "bold blue",
    SessionKind.WHOLE_SCHOOL: "bold magenta",
    SessionKind.CLASS_ACTIVITY: "yellow",
}


def week_of_class(problem: Problem, timetable: Timetable, class_id: str, language: Language = "zh") -> RenderableType:
    """The week of one class as a table, and below it where its pupils walk. An unknown class is a KeyError."""
    school_class = problem.class_by_id[class_id]
    teacher = "" if school_class.class_teacher is None else person_name(problem, school_class.class_teacher, language)
    led = Text("班主任 ", "class teacher ").in_language(language) + teacher if teacher else ""
    facts = " · ".join(part for part in (led, heads(school_class.pupils, language)) if part)
    table = Table(
        title=Line(f"{class_heading(problem, class_id, language)}　{facts}", style="bold"),
        box=box.SQUARE,
        show_lines=True,
        title_justify="left",
    )
    table.add_column("")
    shown = days(problem, timetable)
    for day in shown:
        table.add_column(day_title(day, language))
    for period in periods(problem, timetable):
        clock = period_clock(problem, period)
        label = period_title(period, language) + (f"\n{clock}" if clock else "")
        table.add_row(Line(label), *(_cell(problem, timetable, class_id, day, period, language) for day in shown))
    found = dispatches(problem, timetable, class_id)
    walks = [_walk(problem, class_id, some, language) for some in alike(found)]
    return Group(table, *walks)


def _cell(problem: Problem, timetable: Timetable, class_id: str, day: int, period: int, language: Language) -> Line:
    found = class_cell(problem, timetable, class_id, day, period)
    parts = [marked(week, runs, language) for week, here in found if (runs := class_runs(problem, here, language))]
    kinds = [s.kind for _, here in found for s in (*here.whole, *here.walking, *here.own)]
    colour = next((_COLOUR[k] for k in _COLOUR if k in kinds), "")
    line = Line()
    for text, bold in stacked(parts):
        line.append(text, style=colour if bold and colour else "bold" if bold else "")
    return line


def _walk(problem: Problem, class_id: str, walks: Sequence[Dispatch], language: Language) -> Table:
    """Walks to the same places as one table; who accompanies is named with its day where it differs."""
    walk, joint = walks[0], "、" if language == "zh" else ", "
    several, same = len(walks) > 1, same_helpers(walks)
    title = joint.join(w.title(language) for w in walks) + Text(" 去哪里；送的人 ", ": brought by ").in_language(
        language
    )
    title += joint.join(
        (w.title(language) + " " if several else "") + people_names(problem, w.senders, language) for w in walks
    )
    table = Table(
        title=Line(title, style="bold"),
        box=box.SIMPLE_HEAD,
        title_justify="left",
    )
    for head in Text("社团|地点|带班|陪同", "club|room|leader|with").in_language(language).split("|"):
        table.add_column(head)
    table.add_column(Text("人数", "pupils").in_language(language), justify="right")
    for number, session in enumerate(walk.here.walking):
        helpers = [(w, w.here.walking[number].people(Role.ACCOMPANYING)) for w in walks[: 1 if same else len(walks)]]
        beside = joint.join(
            ("" if same else day_title(w.here.slot.day, language) + " ") + people_names(problem, p, language)
            for w, p in helpers
            if p
        )
        table.add_row(
            Line(content_name(problem, session, language)),
            Line(room_name(session, language)),
            Line(people_names(problem, session.people(Role.LEADER), language)),
            Line(beside),
            str(session.pupils[class_id]),
        )
    if walk.here.staying or walk.stays:
        stay, staff = walk.stays, tuple(p for s in walk.stays for p in s.people())
        room = room_name(stay[0], language) if stay else ""
        label = Text("留在本班", "stay in class").in_language(language)
        table.add_row(label, Line(room), Line(people_names(problem, staff, language)), "", str(walk.here.staying))
    total = walk.here.walkers + walk.here.staying
    table.add_row(Text("合计", "in all").in_language(language), "", "", "", str(total), style="bold")
    return table


def score_table(verdict: Verdict, cards: Sequence[RuleCard], language: Language = "zh") -> Table:
    """What each rule says: requirements broken or kept in one line, preferences with price, amount and cost."""
    card = {c.key: c for c in cards}
    table = Table(box=box.SIMPLE_HEAD, title_justify="left")
    table.add_column(Text("规则", "rule").in_language(language))
    for head in Text("单价|数量|代价", "price|amount|cost").in_language(language).split("|"):
        table.add_column(head, justify="right")
    wanted = [s for s in verdict.scores if s.strength is Strength.PREFER]
    must = [s for s in verdict.scores if s.strength is Strength.MUST]
    kept = Text(f"{len(must)} 条硬性规则", f"{len(must)} requirements").in_language(language)
    broken = [s for s in must if s.amount]
    state = Text("全部满足", "all kept") if verdict.clean else Text("有违反", "broken")
    table.add_row(kept, "", "", state.in_language(language), style="green" if verdict.clean else "bold red")
    for score in [*broken, *sorted(wanted, key=lambda s: (-s.cost, s.rule))]:
        title = card[score.rule].title.in_language(language) if score.rule in card else score.rule
        price = str(score.weight) if score.strength is Strength.PREFER else "✕"
        cost = str(score.cost) if score.strength is Strength.PREFER else ""
        style = "red" if score.strength is Strength.MUST else "" if score.cost else "dim"
        table.add_row(Line(title), price, str(score.amount), cost, style=style)
    total = Text("偏好代价合计", "cost of preferences").in_language(language)
    table.add_row(total, "", "", str(verdict.cost), style="bold")
    return table
