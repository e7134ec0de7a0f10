"""Which part of a timetable is looked at: the whole school, one class, person, room or club, or one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from exchange.results.names import class_heading, day_title, person_name
from models import Language, Problem, Session, Text, Timetable


class What(StrEnum):
    """The sorts of views, in the order in which they are offered."""

    SCHOOL = "school"
    CLASS = "class"
    TEACHER = "teacher"
    INSTRUCTOR = "instructor"
    ROOM = "room"
    CLUB = "club"
    DAY = "day"


_TITLES = {
    What.SCHOOL: Text("全校", "School"),
    What.CLASS: Text("班级", "Class"),
    What.TEACHER: Text("教师", "Teacher"),
    What.INSTRUCTOR: Text("外聘", "Instructor"),
    What.ROOM: Text("场地", "Room"),
    What.CLUB: Text("社团", "Club"),
    What.DAY: Text("星期", "Day"),
}


def sort_title(what: What) -> Text:
    """全校, 班级 …"""
    return _TITLES[what]


@dataclass(frozen=True)
class View:
    """What is looked at. It can be hashed: pictures are kept by it."""

    what: What = What.SCHOOL
    which: str = ""
    """The id of the class, person, room or club; the number of the day."""
    grades: tuple[str, ...] = ()
    """For views of many classes: only these; none = all."""
    week: int = 1
    """Of a two-week cycle, for views of many classes."""


def sorts(problem: Problem) -> tuple[What, ...]:
    """The sorts of views that this school has anything for."""
    return tuple(what for what in What if what is What.SCHOOL or choices(problem, what))


def choices(problem: Problem, what: What, language: Language = "zh") -> Mapping[str, str]:
    """Id → name of everything that a view of this sort can show; nothing for the whole school."""
    match what:
        case What.SCHOOL:
            return {}
        case What.CLASS:
            return {c.id: class_heading(problem, c.id, language) for c in problem.classes}
        case What.TEACHER:
            return {t.id: t.name for t in problem.teachers}
        case What.INSTRUCTOR:
            return {i.id: i.name for i in problem.instructors}
        case What.ROOM:
            return {r.id: r.id for r in problem.rooms}
        case What.CLUB:
            return {c.id: c.name for c in problem.clubs}
        case What.DAY:
            return {str(int(day)): day_title(day, language) for day in problem.week.days}


def settled(problem: Problem, view: View) -> View:
    """The view with what does not exist in this school (any more) replaced: the first choice, no grades, week 1."""
    offered = choices(problem, view.what)
    what = view.what if view.what is What.SCHOOL or offered else What.SCHOOL
    which = view.which if view.which in offered else next(iter(choices(problem, what)), "")
    grades = tuple(g.id for g in problem.grades if g.id in view.grades)
    return View(what, which, grades, view.week if view.week in problem.week.weeks else 1)


def places_to_look(problem: Problem, language: Language = "zh") -> Mapping[str, str]:
    """What can be sought in a grid, "person/王老师" → 王老师: people, then rooms, then clubs."""
    found = {f"person/{p.id}": person_name(problem, p.id, language) for p in problem.people}
    found |= {f"room/{r.id}": r.id for r in problem.rooms}
    return found | {f"club/{c.id}": c.name for c in problem.clubs}


def sought(timetable: Timetable, place: str) -> tuple[Session, ...]:
    """The sessions of a person (in any role), a room or a club, named as in `places_to_look`."""
    sort, _, which = place.partition("/")
    match sort:
        case "person":
            return tuple(s for s in timetable.sessions if which in s.people())
        case "room":
            return tuple(s for s in timetable.sessions if s.room == which)
        case _:
            return tuple(s for s in timetable.sessions if s.club == which)
