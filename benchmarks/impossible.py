"""Takes from a school just so much that no timetable is left: overall, in one slot, or over the pattern of the week."""

from typing import TypeVar

from models import CrossClassClub, Problem, Slot
from models.noun import Noun

MEETING_DAY = Slot(3, 1)
N = TypeVar("N", bound=Noun)


def impossible(problem: Problem, seed: int) -> Problem:
    """By turns of the seed. The problem must be a tight one."""
    return (_too_few_people, _too_few_in_a_slot, _too_few_days_for_a_room)[(seed - 1) % 3](problem)


def demand(problem: Problem) -> int:
    """Sessions a week that teachers must serve: the same in every timetable, because nothing here is optional."""
    slots, classes = len(problem.slots), len(problem.classes)
    walking = [c for c in problem.clubs if isinstance(c, CrossClassClub)]
    band_classes = [sum(c.grade in b.grades for c in problem.classes) for b in problem.bands]
    dissolved = sum(n * band.walking_least for n, band in zip(band_classes, problem.bands, strict=True))
    led = sum(c.meetings * c.groups * c.leaders for c in walking)  # or accompanied, if the leader comes from outside
    large = sum(w.leaders for w in problem.whole_school_clubs)  # its accompanying teachers stand for its classes
    return slots * classes - dissolved + led + large + slots * problem.settings.patrol.at_least


def _too_few_people(problem: Problem) -> Problem:
    """Overall one session less than is needed, spread over all: no slot and no skill lacks anybody."""
    spare = sum(t.weekly_most for t in problem.teachers) - demand(problem) + 1
    teachers = []
    for number, teacher in enumerate(problem.teachers):
        less = min(1, max(0, spare)) if number % 2 == 0 and teacher.weekly_most > teacher.weekly_least else 0
        spare -= less
        teachers.append(_changed(teacher, weekly_most=teacher.weekly_most - less))
    assert spare == 0
    return _changed(problem, teachers=tuple(teachers))


def _too_few_in_a_slot(problem: Problem) -> Problem:
    """A meeting takes away so many on Wednesday that one homework tutor is missing."""
    wanted = len(problem.classes) + problem.settings.patrol.at_least - 1
    free = [t for t in problem.teachers if MEETING_DAY not in t.unavailable]
    tutored = {p for c in problem.classes for people in c.teachers.values() for p in people}
    # Those who teach no homework subject go first, so that the class's own stay.
    free.sort(key=lambda t: (t.leader, t.subjects[0] in ("语文", "数学", "英语"), t.id in tutored))
    called = {t.id for t in free[: len(free) - wanted]}
    teachers = tuple(
        _changed(t, unavailable=tuple(sorted({*t.unavailable, MEETING_DAY}))) if t.id in called else t
        for t in problem.teachers
    )
    return _changed(problem, teachers=teachers)


def _too_few_days_for_a_room(problem: Problem) -> Problem:
    """One steps platform for five meetings of three bands that never coincide: five club slots, but the whole-school
    club takes one of them."""
    clubs = list(problem.clubs)
    for number, band in enumerate(problem.bands):
        at, club = next(
            (at, c)
            for at, c in enumerate(clubs)
            if isinstance(c, CrossClassClub)
            and c.groups == 1
            and c.meetings == 2
            and not c.features
            and c.grades[0] in band.grades
        )
        if number < 2:
            clubs[at] = _changed(club, features=("阶梯座位",))
        else:  # its two meetings become two clubs, so that there are as many places as before
            clubs[at] = _changed(club, features=("阶梯座位",), meetings=1)
            clubs.append(_changed(club, id=f"{club.id}乙", name=f"{club.name}乙", meetings=1))
    room = next(r for r in problem.rooms if r.groups_at_once == 1)
    platform = _changed(room, id="阶梯教室", features=("阶梯座位",), closed=())
    return _changed(problem, clubs=tuple(clubs), rooms=(*problem.rooms, platform))


def _changed(noun: N, **fields: object) -> N:
    return type(noun).model_validate({**noun.model_dump(), **fields})
