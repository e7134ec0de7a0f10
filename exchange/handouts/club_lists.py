"""The list of clubs in the columns that schools use, for the PDF and the workbook."""

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, cell, sheet, table
from exchange.results.club_facts import by_time, every_group, usual_columns
from exchange.results.names import people_names
from models import Role

WIDTHS = (30, 18, 24, 30, 24, 36, 17, 52)
"""Of the columns, in parts of the page."""


def club_heads(head: Head) -> tuple[str, ...]:
    """社团名称 … 简介."""
    if head.language == "en":
        return ("Club", "Kind", "Grades", "Teacher", "Room", "Time", "Most", "About")
    return ("社团名称", "类型", "所属年级", "授课教师", "上课地点", "上课时间", "人数上限", "简介")


def club_rows(head: Head) -> list[tuple[str | int, ...]]:
    """A row for each group of each club that is led."""
    found: list[tuple[str | int, ...]] = []
    for club_id, number in every_group(head.problem, head.timetable):
        club = head.problem.club_by_id.get(club_id)
        usual = usual_columns(head, club_id, number)
        meetings = head.timetable.of_club.get((club_id, number), ())
        # Who accompanies is no part of the usual columns, and often differs from day to day.
        leads = by_time(head, meetings, lambda s: people_names(head.problem, s.people(Role.LEADER), head.language))
        found.append((*usual[:3], leads, *usual[4:], "" if club is None else club.intro))
    return found


def club_list(head: Head) -> list[Data]:
    """The sheet of the PDF."""
    rows: list[list[Cell]] = [[cell(str(row[0]), bold=True), *map(str, row[1:])] for row in club_rows(head)]
    found = table(WIDTHS, [club_heads(head)], rows, centred=(6,))
    count = head.say(f"{len(rows)} 组", f"{len(rows)} groups")
    none = "" if rows else head.say("本校没有社团。", "This school has no clubs.")
    return [sheet(head.say("社团一览表", "Clubs"), count, [found] if rows else [], upright=False, notes=[none])]
