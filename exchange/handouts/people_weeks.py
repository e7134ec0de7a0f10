"""The facts of a person's week: every duty by day and period, and when he or she cannot come."""

from exchange.handouts.class_sheets import lines_of
from exchange.handouts.head import Data, Head
from exchange.results.load import load_of
from exchange.results.names import day_title, period_clock, period_title, person_name
from exchange.results.people_sheets import person_facts
from exchange.results.view import days, periods, person_cell
from exchange.results.wording import duty_runs, kind_of, marked, stacked
from models import Person, Slot


def person_week(head: Head, person: Person) -> Data:
    """One block, as the template reads it."""
    problem, language = head.problem, head.language
    shown = days(problem, head.timetable)
    rows = [
        {
            "title": period_title(period, language),
            "clock": period_clock(problem, period),
            "cells": [_cell(head, person, day, period) for day in shown],
        }
        for period in periods(problem, head.timetable)
    ]
    return {
        "title": person_name(problem, person.id, language),
        "beside": person_facts(head, person, load_of(problem, head.timetable, person)),
        "week": {"days": [day_title(day, language) for day in shown], "rows": rows},
    }


def _cell(head: Head, person: Person, day: int, period: int) -> Data:
    problem, language = head.problem, head.language
    found = person_cell(problem, head.timetable, person.id, day, period)
    kind = kind_of(tuple(session.kind for _, duties in found for session, _ in duties))
    if kind is None and all(Slot(day, period, week) in person.unavailable for week in problem.week.weeks):
        return {"kind": "shut", "lines": [[(head.say("不能来", "cannot come"), False)]]}
    parts = [
        marked(week, stacked([duty_runs(problem, s, person.id, role, language) for s, role in duties]), language)
        for week, duties in found
        if duties
    ]
    return {"kind": "" if kind is None else kind.value, "lines": lines_of(stacked(parts))}
