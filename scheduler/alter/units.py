"""Over what each rule sums: a violation comes from one unit, so a change concerns only the units that it touches.

A unit is a session, all that a person does, a class's own week, a club's meetings, a slot …; what `check` says of it
depends on its sessions alone. A rule that is not listed here is checked on the whole timetable.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from models import Problem, SessionKind
from models.noun import Noun


class Unit(StrEnum):
    """What a rule looks at in one piece."""

    SESSION = "session"
    PERSON = "person"
    CLASS = "class"
    CLUB = "club"
    CLASS_AND_CLUB = "class and club"
    ROOM = "room"  # in one slot
    SLOT = "slot"
    WALKING = "walking"  # all meetings of all cross-class clubs
    PATROL = "patrol"  # all patrols
    WHOLE = "whole"  # the timetable


UNIT_OF: Mapping[str, Unit] = {
    "class_covered": Unit.SLOT,
    "homework_quota": Unit.CLASS,
    "tutor_fits": Unit.SESSION,
    "skill_fits": Unit.SESSION,
    "person_clash": Unit.PERSON,
    "person_available": Unit.PERSON,
    "weekly_quota": Unit.PERSON,
    "room_clash": Unit.ROOM,
    "room_fits": Unit.SESSION,
    "room_available": Unit.SESSION,
    "club_meetings": Unit.CLUB,
    "activity_quota": Unit.CLASS,
    "places_enough": Unit.SLOT,
    "walking_slots": Unit.WALKING,
    "accompanied": Unit.SESSION,
    "patrol": Unit.PATROL,
    "adult_ratio": Unit.SESSION,
    "pinned_sessions": Unit.SLOT,
    "club_keeps_leader": Unit.CLUB,
    "club_keeps_room": Unit.CLUB,
    "own_teacher": Unit.SESSION,
    "same_tutor": Unit.CLASS,
    "class_teacher_present": Unit.SESSION,
    "subject_spread": Unit.CLASS,
    "fair_load": Unit.PERSON,
    "fair_late_days": Unit.PERSON,
    "slot_wishes": Unit.PERSON,
    "instructor_cost": Unit.PERSON,
    "instructor_days": Unit.PERSON,
    "club_days_apart": Unit.CLUB,
    "activity_variety": Unit.CLASS,
    "weeks_alike": Unit.CLASS_AND_CLUB,
    "preferred_leader": Unit.CLUB,
    "least_change": Unit.WHOLE,
}

Keys = Iterable[Hashable]


class Part(NamedTuple):
    """How a unit is cut out: keys of the sessions that it has, and the school with only what is gone through."""

    keys: Callable[[Keys], list[Hashable]]  # of all keys of the altered sessions, those whose sessions belong to it
    school: Callable[[Problem, Keys], Problem]


def _of(*fields: str) -> Callable[[Keys], list[Hashable]]:
    return lambda keys: [key for key in keys if isinstance(key, tuple) and key[0] in fields]


def _kinds(*kinds: SessionKind) -> Callable[[Keys], list[Hashable]]:
    """All sessions of these kinds, if one of them was altered."""
    wanted = {("kind", kind) for kind in kinds}
    return lambda keys: [key for key in keys if key in wanted]


def _named(keys: Keys, field: str) -> set[Hashable]:
    return {key[1] for key in keys if isinstance(key, tuple) and key[0] == field}


def _only(nouns: Iterable[Noun], ids: set[Hashable]) -> tuple[Noun, ...]:
    return tuple(noun for noun in nouns if getattr(noun, "id", None) in ids)


# `model_copy` keeps what the school has worked out (look-ups, shares of all): only what is gone through gets less.


def _whole(problem: Problem, _: Keys) -> Problem:
    return problem


def _with_people(problem: Problem, keys: Keys) -> Problem:
    ids = _named(keys, "person")
    teachers, instructors = _only(problem.teachers, ids), _only(problem.instructors, ids)
    people = (*teachers, *instructors)
    return problem.model_copy(update={"teachers": teachers, "instructors": instructors, "people": people})


def _with_classes(problem: Problem, keys: Keys) -> Problem:
    return problem.model_copy(update={"classes": _only(problem.classes, _named(keys, "class"))})


def _with_clubs(problem: Problem, keys: Keys) -> Problem:
    return problem.model_copy(update={"clubs": _only(problem.clubs, _named(keys, "club"))})


def _with_slots(problem: Problem, keys: Keys) -> Problem:
    slots = _named(keys, "slot")
    week = problem.week.model_copy(update={"slots": tuple(s for s in problem.slots if s in slots)})
    pins = tuple(pin for pin in problem.pins if pin.slot in slots)
    return problem.model_copy(update={"week": week, "pins": pins})


PARTS: Mapping[Unit, Part] = {
    Unit.SESSION: Part(_of(), _whole),
    Unit.PERSON: Part(_of("person"), _with_people),
    Unit.CLASS: Part(_of("class"), _with_classes),
    Unit.CLUB: Part(_of("club"), _with_clubs),
    Unit.CLASS_AND_CLUB: Part(_of("class", "club"), _whole),
    Unit.ROOM: Part(_of("room"), _whole),
    Unit.SLOT: Part(_of("slot"), _with_slots),
    Unit.WALKING: Part(_kinds(SessionKind.CROSS_CLASS), _whole),
    Unit.PATROL: Part(_kinds(SessionKind.PATROL), _whole),
}
