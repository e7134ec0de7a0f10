"""The facts of the sheet at each room's door: what meets in it, by day and period."""

from exchange.handouts.class_sheets import lines_of
from exchange.handouts.head import Data, Head
from exchange.results.names import class_heading, day_title, period_clock, period_title
from exchange.results.view import days, periods, room_cell
from exchange.results.wording import kind_of, marked, room_runs, stacked
from models import Slot


def door_sheets(head: Head) -> list[Data]:
    """A page for each room in which something meets, in the order of the school's list."""
    used = dict.fromkeys(s.room for s in head.timetable.sessions if s.room is not None)
    order = {room.id: number for number, room in enumerate(head.problem.rooms)}
    return [door_sheet(head, room) for room in sorted(used, key=lambda room: (order.get(room, len(order)), room))]


def door_sheet(head: Head, room: str) -> Data:
    """One page, as the template reads it."""
    problem, language = head.problem, head.language
    shown = days(problem, head.timetable)
    rows = [
        {
            "title": period_title(period, language),
            "clock": period_clock(problem, period),
            "cells": [_cell(head, room, day, period) for day in shown],
        }
        for period in periods(problem, head.timetable)
    ]
    homes = [class_heading(problem, c.id, language) for c in problem.classes if c.home_room == room]
    known = problem.room_by_id.get(room)
    facts = [head.say("、", ", ").join(homes) + head.say("教室", " home room") if homes else ""]
    if known is not None:
        facts += ["、".join(known.features), head.say(f"容量 {known.capacity} 人", f"holds {known.capacity}")]
        groups = known.groups_at_once
        facts.append(head.say(f"同时容纳 {groups} 组", f"{groups} groups at once") if groups > 1 else "")
    return {
        "title": room,
        "beside": " · ".join(fact for fact in facts if fact),
        "upright": False,
        "week": {"days": [day_title(day, language) for day in shown], "rows": rows},
    }


def _cell(head: Head, room: str, day: int, period: int) -> Data:
    problem, language = head.problem, head.language
    found = room_cell(problem, head.timetable, room, day, period)
    kind = kind_of(tuple(s.kind for _, sessions in found for s in sessions))
    known = problem.room_by_id.get(room)
    closed = () if known is None else known.closed
    if kind is None and all(Slot(day, period, week) in closed for week in problem.week.weeks):
        return {"kind": "shut", "lines": [[(head.say("不开放", "closed"), False)]]}
    parts = [
        marked(week, stacked([room_runs(problem, s, language) for s in sessions]), language)
        for week, sessions in found
        if sessions
    ]
    return {"kind": "" if kind is None else kind.value, "lines": lines_of(stacked(parts))}
