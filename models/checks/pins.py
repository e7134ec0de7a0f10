"""Pins: each says something that can be, and no two say the contrary."""

from collections import defaultdict
from collections.abc import Iterator

from models.checks.finding import Finding, error, slot_name
from models.club import ClassActivity, CrossClassClub
from models.problem import Problem
from models.settings import Pin
from models.week import SlotKind


def pin_is_complete(problem: Problem) -> Iterator[Finding]:
    """A pin says whose session it is: a class's, or a club's; and a subject belongs to a class's homework."""
    for i, pin in enumerate(problem.pins):
        if pin.school_class is None and pin.club is None:
            yield error(
                ("pins", i),
                f"第{i + 1}条锁定没有写班级，也没有写社团：请至少写一个。",
                f"pin {i + 1} names neither a class nor a club: name one.",
            )
        elif pin.subject is not None and pin.school_class is None:
            yield error(
                ("pins", i, "subject"),
                f"第{i + 1}条锁定写了学科“{pin.subject}”，却没有写班级：请补上班级。",
                f"pin {i + 1} gives the subject “{pin.subject}” without a class: add the class.",
            )
        elif pin.subject is not None and pin.club is not None:
            yield error(
                ("pins", i, "subject"),
                f"第{i + 1}条锁定既写了学科“{pin.subject}”又写了社团“{pin.club}”：请只留一个。",
                f"pin {i + 1} gives both the subject “{pin.subject}” and the club “{pin.club}”: keep one.",
            )


def pinned_club_fits(problem: Problem) -> Iterator[Finding]:
    """With a class stands an activity of that class; without one, a club and a group that it has."""
    for i, pin in enumerate(problem.pins):
        club = None if pin.club is None else problem.club_by_id.get(pin.club)
        if club is None:
            continue
        if isinstance(club, ClassActivity):
            if pin.school_class is None:
                yield error(
                    ("pins", i, "club"),
                    f"第{i + 1}条锁定：“{club.name}”是班级活动，请写明是哪个班。",
                    f"pin {i + 1}: “{club.name}” is a class activity; say of which class.",
                )
            elif club not in problem.activities.get(pin.school_class, (club,)):
                yield error(
                    ("pins", i, "club"),
                    f"第{i + 1}条锁定：“{pin.school_class}”没有班级活动“{club.name}”。",
                    f"pin {i + 1}: “{pin.school_class}” does not have the activity “{club.name}”.",
                )
        elif pin.school_class is not None:
            yield error(
                ("pins", i, "school_class"),
                f"第{i + 1}条锁定：“{club.name}”不是班级活动，请不要写班级。",
                f"pin {i + 1}: “{club.name}” is not a class activity; leave the class out.",
            )
        elif pin.group > (club.groups if isinstance(club, CrossClassClub) else 1):
            yield error(
                ("pins", i, "group"),
                f"第{i + 1}条锁定：社团“{club.name}”没有第{pin.group}个教学班。",
                f"pin {i + 1}: club “{club.name}” has no group {pin.group}.",
            )


def pinned_slot_fits(problem: Problem) -> Iterator[Finding]:
    """Homework is pinned into homework slots, activities and clubs into club slots."""
    for i, pin in enumerate(problem.pins):
        club = None if pin.club is None else problem.club_by_id.get(pin.club)
        c = None if pin.school_class is None else problem.class_by_id.get(pin.school_class)
        grades = [c.grade] if c is not None else list(club.grades) if club is not None else []
        kinds = {problem.week.kind(pin.slot, g) for g in grades if c is not None or problem.classes_by_grade.get(g)}
        if not kinds or pin.slot not in problem.slots:
            continue
        name = slot_name(pin.slot, problem)
        if pin.subject is not None and kinds != {SlotKind.HOMEWORK}:
            yield error(
                ("pins", i, "slot"),
                f"第{i + 1}条锁定：{name.zh}对“{pin.school_class}”不是作业辅导时段，不能锁定学科“{pin.subject}”。",
                f"pin {i + 1}: {name.en} is not a homework slot of “{pin.school_class}”, so “{pin.subject}” cannot be.",
            )
        elif club is not None and kinds != {SlotKind.CLUB}:
            yield error(
                ("pins", i, "slot"),
                f"第{i + 1}条锁定：{name.zh}不是社团时段，不能锁定“{club.name}”。",
                f"pin {i + 1}: {name.en} is not a club slot, so “{club.name}” cannot meet then.",
            )
        elif kinds == {SlotKind.OFF}:
            yield error(
                ("pins", i, "slot"),
                f"第{i + 1}条锁定：{name.zh}对“{pin.school_class}”不开放课后服务。",
                f"pin {i + 1}: {name.en} is closed for “{pin.school_class}”.",
            )


def pinned_subject_has_quota(problem: Problem) -> Iterator[Finding]:
    """A pinned subject is one that the class is tutored in."""
    for i, pin in enumerate(problem.pins):
        if pin.subject is None or pin.school_class is None or pin.school_class not in problem.class_by_id:
            continue
        quota = problem.quotas[pin.school_class].get(pin.subject)
        if any(s.id == pin.subject for s in problem.subjects) and (quota is None or quota.times == 0):
            yield error(
                ("pins", i, "subject"),
                f"第{i + 1}条锁定：“{pin.school_class}”没有“{pin.subject}”的作业辅导课时。",
                f"pin {i + 1}: “{pin.school_class}” has no homework quota in “{pin.subject}”.",
            )


def _contrary(pins: list[Pin], problem: Problem) -> bool:
    """Whether these pins of one class or one group in one slot cannot all hold."""
    club = None if pins[0].school_class is not None or pins[0].club is None else problem.club_by_id.get(pins[0].club)
    leaders = 1 if club is None or isinstance(club, ClassActivity) else club.leaders
    contents = {("subject", p.subject) for p in pins if p.subject} | {("club", p.club) for p in pins if p.club}
    people = {p.person for p in pins if p.person is not None}
    rooms = {p.room for p in pins if p.room is not None}
    return len(contents) > 1 or len(people) > leaders or len(rooms) > 1


def pins_agree(problem: Problem) -> Iterator[Finding]:
    """Two pins of one class (or one group of a club) in one slot do not contradict each other."""
    together: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, pin in enumerate(problem.pins):
        key = (pin.slot, pin.school_class) if pin.school_class is not None else (pin.slot, pin.club, pin.group)
        if pin.school_class is not None or pin.club is not None:
            together[key].append(i)
    for places in together.values():
        if len(places) > 1 and _contrary([problem.pins[i] for i in places], problem):
            pin = problem.pins[places[-1]]
            slot, whose = slot_name(pin.slot, problem), pin.school_class or pin.club
            numbers_zh, numbers_en = (
                "、".join(f"{i + 1}" for i in places),
                ", ".join(f"{i + 1}" for i in places),
            )
            yield error(
                ("pins", places[-1]),
                f"{slot.zh}对“{whose}”的锁定互相矛盾（第{numbers_zh}条）：请只留一条。",
                f"pins {numbers_en} contradict one another: “{whose}” on {slot.en}; keep one.",
            )


CHECKS = (pin_is_complete, pinned_club_fits, pinned_slot_fits, pinned_subject_has_quota, pins_agree)
