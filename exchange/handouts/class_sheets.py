"""The facts of each class's sheet: its week, where it goes when it walks, who signs."""

from exchange.handouts.dispatch_lists import dispatch_list, longest
from exchange.handouts.head import Data, Head
from exchange.handouts.pupil_names import by_name
from exchange.results.dispatch import dispatches
from exchange.results.dispatch_table import lists
from exchange.results.names import class_heading, day_title, period_clock, period_title, person_name, slot_kinds
from exchange.results.page import Run
from exchange.results.view import class_cell, days, patrols, periods
from exchange.results.wording import class_runs, heads, kind_of, marked, stacked
from models import SchoolClass

_ROWS_OF_LANDSCAPE = 21  # longer lists stand on upright paper, where twice as many rows fit


def class_sheet(head: Head, school_class: SchoolClass) -> Data:
    """One page, as the template reads it."""
    problem, say, language = head.problem, head.say, head.language
    walks = dispatches(problem, head.timetable, school_class.id)
    named = head.names is not None and head.names.known(school_class.id)
    groups = by_name(head, school_class.id, walks) if named else lists(walks)
    upright = not named and sum(longest(group) for group in groups) + 4 * (len(groups) - 1) > _ROWS_OF_LANDSCAPE
    teacher = school_class.class_teacher
    who = "" if teacher is None else say("班主任 ", "class teacher ") + person_name(problem, teacher, language) + " · "
    signs = [say("班主任签字", "class teacher")]
    for walk in walks:
        on_duty = [person_name(problem, p, language) for p in patrols(head.timetable, walk.here.slot)]
        if on_duty:
            signs.append(f"{walk.title(language)}{say('巡查 ', ' patrol ')}{say('、', ', ').join(on_duty)}")
    together = say("本周没有走班：全班每一节都在一起。", "No walking this week: the class is together all the time.")
    return {
        "title": class_heading(problem, school_class.id, language)
        + say(" 课后服务周课表与去向单", ": week and dispatch list"),
        "beside": who + heads(school_class.pupils, language),
        "upright": upright,
        "week": _week(head, school_class),
        "lists": [dispatch_list(head, school_class.id, group, upright) for group in groups],
        "nothing": "" if walks else together,
        "signs": [*signs, say("日期", "date")],
        "note": _note(head, named),
    }


def _note(head: Head, named: bool) -> str:
    if named:
        return head.say(
            "姓名来自学校的报名名单，请勿外传；“另几人”是名单上没有写的。",
            "Names are from the school's list, and not to be passed on; “more” are those whom it does not hold.",
        )
    return head.say(
        "本页不印学生姓名；学号由班主任填写。", "No pupils' names here; the class teacher fills in numbers."
    )


def _week(head: Head, school_class: SchoolClass) -> Data:
    problem, shown = head.problem, days(head.problem, head.timetable)
    rows = []
    for period in periods(problem, head.timetable):
        kinds = {slot_kinds(problem, s.day, period, head.language, school_class.grade) for s in problem.slots} - {""}
        kind = next(iter(kinds)) if len(kinds) == 1 else ""
        title = f"{period_title(period, head.language)} {kind}".strip()
        cells = [_cell(head, school_class, day, period) for day in shown]
        rows.append({"title": title, "clock": period_clock(problem, period), "cells": cells})
    return {"days": [day_title(day, head.language) for day in shown], "rows": rows}


def _cell(head: Head, school_class: SchoolClass, day: int, period: int) -> Data:
    found = class_cell(head.problem, head.timetable, school_class.id, day, period)
    runs = [marked(w, r, head.language) for w, here in found if (r := class_runs(head.problem, here, head.language))]
    kind = kind_of(tuple(s.kind for _, here in found for s in (*here.whole, *here.walking, *here.own)))
    return {"kind": "" if kind is None else kind.value, "lines": lines_of(stacked(runs))}


def lines_of(runs: tuple[Run, ...]) -> list[list[Run]]:
    """Runs with line ends in them as lines of runs."""
    found: list[list[Run]] = [[]]
    for text, bold in runs:
        first, *others = text.split("\n")
        found[-1].append((first, bold))
        found += [[(other, bold)] for other in others]
    return [line for run in found if (line := [(text, bold) for text, bold in run if text])]
