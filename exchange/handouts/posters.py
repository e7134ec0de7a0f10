"""The facts of the 总表 for the wall: days and periods down, classes across; odd and even weeks if they differ."""

from collections.abc import Sequence

from exchange.handouts.head import Data, Head
from exchange.handouts.poster_runs import run_data, widest
from exchange.results.names import day_title, grades_text, period_clock, period_title, short_name, slot_kinds
from exchange.results.overview import alike, helpers_by_slots, pages_of
from exchange.results.view import days, patrols, periods, runs_of_classes
from models import SchoolClass, Slot, Text

_ROOM_PT = 1006.0  # what is left of A3 for the classes, beside days and periods
_LEAST_PT = 10.0
_FEW_CLASSES, _MOST_CLASSES = 6, 24  # on a page


def poster_sheets(head: Head) -> list[Data]:
    """One poster, or one for odd and one for even weeks; a poster may take several pages."""
    if head.problem.week.cycle == 1 or alike(head.timetable):
        return [_poster(head, 1, Text("", ""))]
    return [_poster(head, 1, Text("（单周）", " (odd weeks)")), _poster(head, 2, Text("（双周）", " (even weeks)"))]


def _poster(head: Head, week: int, part: Text) -> Data:
    say = head.say
    return {
        "title": say("课后服务总课表", "After-school service: the week") + part.in_language(head.language),
        "legend": [
            ["homework", say("作业辅导（在本班教室）", "homework (own class-room)")],
            ["cross_class", say("走班社团：社团 带班 · 地点 人数", "cross-class clubs: leader · room, pupils")],
            ["whole_school", say("大社团", "whole-school club")],
            ["class_activity", say("班级活动（在本班教室）", "class activity (own class-room)")],
        ],
        "outside": say("(外)＝外聘教师", "* = outside instructor") if _marks_outsiders(head) else "",
        "widest": widest(head),
        # The template takes the first of these whose pages all hold their classes in type that can be read.
        "ways": [[_page(head, week, group) for group in groups] for groups in _groupings(head)],
    }


def _groupings(head: Head) -> list[list[tuple[SchoolClass, ...]]]:
    """Classes page by page, from few pages to many; only such as leave each class room for its words."""
    room = int(_ROOM_PT / (widest(head) * (_LEAST_PT + 1) + 13))
    found: dict[int, list[tuple[SchoolClass, ...]]] = {}
    for most in range(_FEW_CLASSES, max(_FEW_CLASSES, min(room, _MOST_CLASSES)) + 1):
        groups = pages_of(head.problem, most)
        found.setdefault(len(groups), groups)  # of as many pages those that are most alike in size
    return [found[count] for count in sorted(found)]


def _page(head: Head, week: int, group: tuple[SchoolClass, ...]) -> Data:
    problem, language = head.problem, head.language
    shown: list[Data] = []
    for day in days(problem, head.timetable):
        slots = [Slot(day, period, week) for period in periods(problem, head.timetable)]
        rows = [_row(head, slot, group) for slot in slots if slot in problem.slots or slot in head.timetable.at]
        if rows:
            shown.append({"title": day_title(day, language), "slots": rows})
    helped = helpers_by_slots(problem, head.timetable, week, group, language)
    grades = grades_text(problem, tuple(dict.fromkeys(c.grade for c in group)), language)
    return {
        "grades": "" if len(group) == len(problem.classes) else grades,
        "corner": head.say("时段 · 巡查", "period · patrol"),
        "classes": [[c.title, *_under(head, c)] for c in group],
        "days": shown,
        "helpers": [
            [head.say("外聘社团的陪同教师", "Beside the instructors") + f"（{'、'.join(slots)}）", pairs]
            for pairs, slots in helped.items()
        ],
    }


def _under(head: Head, school_class: SchoolClass) -> list[str]:
    """班主任 and head count, below the name of the class."""
    teacher = school_class.class_teacher
    named = [] if teacher is None else [short_name(head.problem, teacher, head.language)]
    return [*named, head.say(f"{school_class.pupils}人", f"{school_class.pupils}")]


def _marks_outsiders(head: Head) -> bool:
    """Whether some name of an instructor is marked; such as say it themselves are not."""
    people = {p for s in head.timetable.sessions for p in s.people()}
    outside = [i for i in head.problem.instructors if i.id in people]
    return any(short_name(head.problem, i.id, head.language) != i.name for i in outside)


def _row(head: Head, slot: Slot, group: Sequence[SchoolClass]) -> Data:
    problem, language = head.problem, head.language
    on_duty = [short_name(problem, p, language) for p in patrols(head.timetable, slot)]
    title = f"{period_title(slot.period, language)} {slot_kinds(problem, slot.day, slot.period, language)}"
    lines = [title.strip(), period_clock(problem, slot.period)]
    return {
        "lines": [line for line in lines if line],
        "patrol": [head.say("巡查 ", "patrol ") if n == 0 else head.say("、", ", ") for n in range(len(on_duty))],
        "on_duty": on_duty,
        "runs": [run_data(head, run) for run in runs_of_classes(problem, head.timetable, group, slot)],
    }
