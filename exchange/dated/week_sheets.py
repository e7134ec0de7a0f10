"""The sheet of each class for one real week: dates, holidays, make-up days, days without service, clock times."""

from itertools import groupby
from typing import Any

from exchange.dated.head import DatedHead
from exchange.dated.one_week import OneWeek, one_week
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.documents import CLASSES
from exchange.handouts.head import Data
from exchange.handouts.typeset import pdf
from exchange.results.names import class_heading, day_title, period_title
from exchange.results.view import days, periods
from models import DayKind, SchoolClass


def week_pdf(head: DatedHead, number: int) -> bytes:
    """The sheets of all classes for the week, a page for each. Raises ValueError where the term has no such week."""
    sheets = [week_sheet(head, number, c) for c in head.problem.classes]
    return pdf(CLASSES, head.head, sheets)


def week_sheet(head: DatedHead, number: int, school_class: SchoolClass) -> Data:
    """One page, as the template reads it. Raises ValueError where the term has no such week."""
    week = one_week(head, number, school_class.id)
    if week is None:
        raise ValueError(number)
    sheet = class_sheet(week.head, school_class)
    name = class_heading(head.problem, school_class.id, head.language)
    title = head.say(f"{name} {week.title}课表与去向单", f"{name}, {week.title}: timetable and dispatch list")
    beside = " · ".join((str(sheet["beside"]), week.lasts, head.calendar_mark))
    return {**sheet, "title": title, "beside": beside, "week": _week(head, week, school_class, sheet["week"])}


def _week(head: DatedHead, week: OneWeek, school_class: SchoolClass, found: Any) -> Data:
    """The week's table with all dates, also those on which nothing is on, and why."""
    problem, table = week.head.problem, week.head.timetable
    columns = {int(day): n for n, day in enumerate(days(problem, table))}
    lines = dict(zip(periods(problem, table), found["rows"], strict=True))
    rows: list[Data] = []
    for period in periods(head.problem, head.head.timetable):
        line = lines.get(period)
        cells: list[object] = []
        for day in week.days:
            column = columns.get(day.day.isoweekday())
            stopped = week.stopped(day, period, school_class.id)
            empty = {"kind": "shut" if stopped else "", "lines": [[(stopped, False)]] if stopped else []}
            if stopped or line is None or column is None:
                cells.append(empty)
            else:
                cells.append(line["cells"][column])
        title = period_title(period, head.language) if line is None else line["title"]
        rows.append({"title": title, "clock": _clock(head, week, period), "cells": cells})
    return {"days": [week.heading(day) for day in week.days], "rows": rows}


def _clock(head: DatedHead, week: OneWeek, period: int) -> str:
    """15:40–16:30; where it changes within the week, with the days for which it holds."""
    found = [(d, head.clock(d.day, period)) for d in week.days if d.kind is not DayKind.HOLIDAY]
    runs = [(clock, [d for d, _ in run]) for clock, run in groupby(found, key=lambda pair: pair[1])]
    texts = []
    for clock, run in runs:
        if clock is None:
            continue
        first, last = (day_title(d.day.isoweekday(), head.language) for d in (run[0], run[-1]))
        when = "" if len(runs) == 1 else (first if first == last else f"{first}–{last}") + " "
        texts.append(f"{when}{clock[0]:%H:%M}–{clock[1]:%H:%M}")
    return "\n".join(texts)
