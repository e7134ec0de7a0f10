"""Teachers and outside instructors of a description: subjects, skills, limits, absences, wishes."""

from collections import defaultdict
from typing import Any

from models import Credential, Instructor, Slot, SlotWish, Teacher, Wish
from sample_inputs.description import Description
from sample_inputs.reading import slots
from sample_inputs.teaching import People


def teachers(description: Description, people: People) -> tuple[Teacher, ...]:
    """All teachers, in the order of their numbers."""
    skills = _skills(description, people)
    limits = _limits(description, people)
    absences = _absences(description, people)
    wishes = _wishes(description, people)
    leaders = set(people.named(description.leaders))
    return tuple(
        Teacher(
            id=person,
            name=person,
            subjects=(subject,),
            skills=tuple(skills[person]),
            unavailable=tuple(absences[person]),
            wishes=tuple(wishes[person]),
            leader=person in leaders,
            **limits[person],
        )
        for subject, group in people.teachers.items()
        for person in group
    )


def instructors(description: Description, people: People) -> tuple[Instructor, ...]:
    """All outside instructors, in the order of their numbers."""
    absences = _absences(description, people)
    return tuple(
        Instructor(
            id=person,
            name=person,
            skills=line.skills,
            institution=line.institution,
            fee=line.fee,
            weekly_most=line.weekly_most,
            visits_only=slots(line.visits, description.week),
            weeks=line.weeks,
            unavailable=tuple(absences[person]),
            credentials=tuple(
                Credential(name=paper.name, valid_from=paper.valid_from, valid_until=paper.valid_until)
                for paper in line.credentials
            ),
        )
        for person, line in zip(people.instructors, description.instructors, strict=True)
    )


def _skills(description: Description, people: People) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for skill, words in description.skills.items():
        for person in people.named(words):
            found[person].append(skill)
    return found


def _limits(description: Description, people: People) -> defaultdict[str, dict[str, Any]]:
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for line in description.limits:
        for person in people.named(line.who):
            found[person].update(line.model_dump(exclude={"who"}, exclude_none=True))
    return found


def _absences(description: Description, people: People) -> defaultdict[str, list[Slot]]:
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for line in description.absences:
        for person in people.named(line.who):
            found[person].extend(slots(line.slots, description.week))
    return found


def _wishes(description: Description, people: People) -> defaultdict[str, list[SlotWish]]:
    found: defaultdict[str, list[SlotWish]] = defaultdict(list)
    for line in description.wishes:
        for person in people.named(line.who):
            found[person].extend(
                SlotWish(slot=slot, wish=Wish(line.wish)) for slot in slots(line.slots, description.week)
            )
    return found
