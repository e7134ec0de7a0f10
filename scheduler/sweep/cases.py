"""The questions of a sweep: the first round from the school alone, the second from the answers to the first."""

from collections.abc import Iterable, Mapping, Sequence

from models import (
    PersonLeft,
    Problem,
    PupilsGrown,
    RepairPrices,
    RoomClosed,
    Status,
    Strength,
    SweepCase,
    SweepKind,
    SweepRow,
    Text,
)
from models.changes import RuleChanged
from models.noun import RoomId
from scheduler.repair.levers import levers_of
from scheduler.rule import Preference
from scheduler.rules import RULES

AS_IT_IS = SweepCase(key="as_it_is", title=Text("现状", "as it is"))
MOST_PERCENT = 30
ALL_FOR_ONE = RepairPrices(**dict.fromkeys(RepairPrices.model_fields, 1))

UNITS: Mapping[str, Text] = {
    "more_sessions": Text("一位教师每周多一次", "one session more of one teacher"),
    "more_a_day": Text("一个人每天多一次", "one session more a day of one person"),
    "fewer_asked": Text("一个人每周少保证一次", "one session less asked of one person"),
    "one_more_visit": Text("一位外聘教师每周多来一次", "one instructor once more a week"),
    "free_at": Text("一个人腾出一个时段", "one person free in one slot more"),
    "other_room": Text("一处场地多一种用途", "one room fit for one more use"),
    "open_room": Text("一处场地多开放一个时段", "one room open in one slot more"),
    "fewer_meetings": Text("一个社团少活动一次", "one club once less a week"),
    "fewer_activities": Text("一种班级活动少一次", "one class activity once less"),
    "any_slot": Text("一个社团不限时段", "one club in any slot"),
    "more_pupils": Text("一个社团每班多收一名", "one pupil more in the groups of one club"),
    "fewer_pupils": Text("一个社团少一名也开班", "one pupil less asked by one club"),
    "fewer_walks": Text("一个走班段少走一次", "one walking slot less of one band"),
    "more_walks": Text("一个走班段多走一次", "one walking slot more of one band"),
    "quota_by_one": Text("一个班某学科辅导多或少一次", "one homework session more or less of one class"),
    "fewer_on_patrol": Text("巡查少一人", "one leader less on patrol"),
    "unaccompanied": Text("外聘不必陪同", "instructors alone"),
    "release_pin": Text("解除一处锁定", "one pin released"),
}
"""What gives way by one unit, by its name in the price list; whom it takes to hire is no unit of a rule."""


def first_cases(problem: Problem, kind: SweepKind) -> list[SweepCase]:
    """The school as it is, then every question that needs no answer first."""
    return [AS_IT_IS, *_BY_KIND[kind](problem)]


def _single_rooms(problem: Problem) -> Iterable[SweepCase]:
    for room in problem.rooms:
        change = RoomClosed(room=room.id)
        if set(room.closed) < set(problem.slots):
            title = Text(f"少 {room.id}", f"without {room.id}")
            yield SweepCase(key=f"room:{room.id}", title=title, changes=(change,))


def _single_teachers(problem: Problem) -> Iterable[SweepCase]:
    for teacher in problem.teachers:
        yield _left(teacher.id)


def _single_instructors(problem: Problem) -> Iterable[SweepCase]:
    for instructor in problem.instructors:
        yield _left(instructor.id)


def _left(person: str) -> SweepCase:
    title = Text(f"少 {person}", f"without {person}")
    return SweepCase(key=f"person:{person}", title=title, changes=(PersonLeft(person=person),))


def _more_pupils(_problem: Problem) -> Iterable[SweepCase]:
    for percent in range(1, MOST_PERCENT + 1):
        yield SweepCase(
            key=f"pupils:{percent}",
            title=Text(f"学生多 {percent}%", f"{percent} % more pupils"),
            changes=(PupilsGrown(percent=percent),),
            series="pupils",
            step=percent,
        )


def _rules(problem: Problem) -> Iterable[SweepCase]:
    for rule in RULES:
        if isinstance(rule, Preference) and rule.weight_in(problem) > 0 and rule.key != "least_change":
            yield SweepCase(
                key=f"rule:{rule.key}",
                title=Text(f"不管“{rule.title.zh}”", f"without “{rule.title.en}”"),
                changes=(RuleChanged(rule=rule.key, strength=Strength.OFF),),
            )
        elif rule.strength_in(problem) is Strength.MUST and Strength.PREFER in rule.choices:
            yield SweepCase(
                key=f"rule:{rule.key}",
                title=Text(f"“{rule.title.zh}”改为尽量", f"“{rule.title.en}” preferred, not required"),
                changes=(RuleChanged(rule=rule.key, strength=Strength.PREFER),),
            )
    there = {lever.kind for lever in levers_of(problem, ALL_FOR_ONE)}
    for name, title in ((name, title) for name, title in UNITS.items() if name in there):
        yield SweepCase(key=f"unit:{name}", title=title, gives_way=name)


_BY_KIND = {
    SweepKind.ROOMS: _single_rooms,
    SweepKind.TEACHERS: _single_teachers,
    SweepKind.INSTRUCTORS: _single_instructors,
    SweepKind.PUPILS: _more_pupils,
    SweepKind.RULES: _rules,
}


def next_cases(problem: Problem, kind: SweepKind, rows: Mapping[str, SweepRow]) -> list[SweepCase]:
    """Ever fewer rooms of each kind, the one whose loss hurts least first; nothing for the other sweeps.

    So the school sees how many it could do without at most, and which.
    A kind is a feature that at least two rooms have; kinds of the same rooms are one.
    """
    if kind is not SweepKind.ROOMS:
        return []
    kinds: dict[tuple[RoomId, ...], list[str]] = {}
    for feature in dict.fromkeys(f for room in problem.rooms for f in room.features):
        rooms = tuple(room.id for room in problem.rooms if feature in room.features and f"room:{room.id}" in rows)
        if len(rooms) > 1:
            kinds.setdefault(rooms, []).append(feature)
    return [case for rooms, features in kinds.items() for case in _fewer(rooms, features, rows)]


def _fewer(rooms: Sequence[RoomId], features: Sequence[str], rows: Mapping[str, SweepRow]) -> Iterable[SweepCase]:
    order = sorted(rooms, key=lambda room: _harm(rows[f"room:{room}"]))
    what, them = "、".join(features), ", ".join(features)
    for step in range(2, len(order) + 1):  # the first is among the single losses
        names = "、".join(order[:step])
        yield SweepCase(
            key=f"rooms:{what}:{step}",
            title=Text(f"{what}场地少 {step} 处（{names}）", f"{step} rooms for {them} fewer ({names})"),
            changes=tuple(RoomClosed(room=room) for room in order[:step]),
            series=f"rooms:{what}",
            step=step,
        )


def _harm(row: SweepRow) -> tuple[bool, int, int, int]:
    """How much worse the school is off; of what harms alike the sheet's order decides, as sorting is stable."""
    return row.status is Status.IMPOSSIBLE, len(row.gave_way), row.told or 0, row.cost or 0
