"""The facts of the patrol rota (值班巡查表): who goes round when, and how often each does."""

from collections import Counter

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, cell, sheet, table
from exchange.results.names import day_title, period_clock, period_title, person_name, week_mark
from exchange.results.view import by_week, days, patrols, periods
from models import Role, Slot


def rota(head: Head) -> list[Data]:
    """One page: weekday by period, and how often each leader is on patrol."""
    say, problem, language = head.say, head.problem, head.language
    columns = periods(problem, head.timetable)
    names = [say("星期", "day")]
    names += [f"{period_title(p, language)}\n{period_clock(problem, p)}".strip() for p in columns]
    rows: list[list[Cell]] = []
    for day in days(problem, head.timetable):
        rows.append([cell(day_title(day, language), bold=True), *(_on_duty(head, day, p) for p in columns)])
    count = Counter(p for s in head.timetable.sessions for p in s.people(Role.PATROL))
    order = {t.id: number for number, t in enumerate(problem.teachers)}
    times = [
        f"{person_name(problem, p, language)} {count[p] / problem.week.cycle:g}"
        for p in sorted(count, key=lambda p: (order.get(p, len(order)), p))
    ]
    least = problem.settings.patrol.at_least
    asked = say(f"每个时段至少 {least} 人巡查", f"at least {least} on patrol in each slot") if least else ""
    shared = say("每人每周巡查次数：", "Patrols a week: ") + say("、", ", ").join(times) if times else ""
    none = "" if times else say("本周没有安排巡查。", "Nobody is on patrol.")
    widths = (14, *(40 for _ in columns))
    tables = [table(widths, [names], rows, centred=range(len(widths)), least=22)] if times else []
    title = say("值班巡查表", "Patrol rota")
    signs = [say("值班领导签字", "leader of the day"), say("日期", "date")] if times else []
    return [sheet(title, asked, tables, upright=False, points=14, notes=[shared, none], signs=signs)]


def _on_duty(head: Head, day: int, period: int) -> str:
    found = by_week(head.problem, lambda week: patrols(head.timetable, Slot(day, period, week)), lambda people: people)
    parts = []
    for week, people in found:
        mark = week_mark(week, head.language)
        names = head.say("、", ", ").join(person_name(head.problem, p, head.language) for p in people)
        parts.append((f"{mark}：" if mark else "") + names if people else "")
    return "\n".join(part for part in parts if part)
