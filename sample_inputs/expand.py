"""Makes a `Problem` of a school's description: the same one each time, there is no chance in it."""

from pathlib import Path

import yaml

from models import Problem, Room, Settings, Week
from sample_inputs.description import Description
from sample_inputs.offers import activities, bands, clubs, homework, large_clubs, pins, subjects
from sample_inputs.persons import instructors, teachers
from sample_inputs.reading import day_of, grade_id, slots
from sample_inputs.teaching import classes_of, people_of

KEYS = ("yayao", "dongjie", "wulanhada", "lianghua", "jisu", "sanxing", "chuzhong", "feiyun", "liushe")
SCHOOLS = Path(__file__).parent / "schools"


def describe(key: str) -> Description:
    """The description of one of the nine schools."""
    text = (SCHOOLS / f"{key}.yaml").read_text(encoding="utf-8")
    return Description.model_validate(yaml.safe_load(text))


def expand(key: str) -> Problem:
    """The problem of one of the nine schools."""
    return problem_of(describe(key))


def problem_of(description: Description) -> Problem:
    """The problem that a description means."""
    people = people_of(description)
    classes = classes_of(description, people)
    return Problem.model_validate(
        {
            "school": description.school,
            "term": description.term,
            "week": _week(description),
            "subjects": subjects(description),
            "grades": [{"id": grade_id(number), "number": number} for number in description.grades],
            "classes": classes,
            "bands": bands(description),
            "teachers": teachers(description, people),
            "instructors": instructors(description, people),
            "rooms": _rooms(description, tuple(c.id for c in classes)),
            "homework": homework(description),
            "clubs": (
                *clubs(description, people, classes),
                *large_clubs(description, people),
                *activities(description),
            ),
            "pins": pins(description, people),
            "settings": Settings(
                patrol=description.patrol,
                accompany_instructors=description.accompany_instructors,
                pupils_per_adult=description.pupils_per_adult,
                rules=description.rules,
            ),
            "calendar": description.calendar,
        }
    )


def _week(description: Description) -> Week:
    periods = []
    for number, times in enumerate(description.week.periods, 1):
        start, _, end = times.partition("-")
        periods.append({"number": number, "start": start, "end": end})
    kinds = [
        {"day": day_of(day), "period": period, "kind": kind}
        for day, plan in description.week.plan.items()
        for period, kind in enumerate(plan, 1)
    ]
    return Week.model_validate({"periods": periods, "kinds": kinds, "cycle": description.week.cycle})


def _rooms(description: Description, class_ids: tuple[str, ...]) -> tuple[Room, ...]:
    home = [Room(id=f"{name}教室", features=("室内",), capacity=description.home_room_capacity) for name in class_ids]
    special = [
        Room(
            id=name,
            features=line.features,
            capacity=line.capacity,
            groups_at_once=line.groups,
            closed=slots(line.closed, description.week),
        )
        for name, line in description.rooms.items()
    ]
    return (*home, *special)
