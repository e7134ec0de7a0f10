"""Clubs and bands: sizes, enrolment, skills and features that exist, double periods, fitting leaders."""

from collections.abc import Iterator

from models.checks.finding import Finding, error, listed, nearest, warning
from models.club import ClassActivity, CrossClassClub, LeaderFrom
from models.people import Teacher
from models.problem import Problem
from models.week import Slot, SlotKind


def _cross_class(problem: Problem) -> Iterator[tuple[int, CrossClassClub]]:
    for i, club in enumerate(problem.clubs):
        if isinstance(club, CrossClassClub):
            yield i, club


def club_size(problem: Problem) -> Iterator[Finding]:
    """A group's least number of pupils is not above its most."""
    for i, club in _cross_class(problem):
        if club.least > club.most:
            yield error(
                ("clubs", i, "least"),
                f"社团“{club.name}”：最少{club.least}人大于名额{club.most}人，请改其中一个。",
                f"club “{club.name}”: at least {club.least} pupils is above at most {club.most}.",
            )


def walking_range(problem: Problem) -> Iterator[Finding]:
    """A band's walking slots: at least is not above at most, and fixed slots fit between."""
    for i, band in enumerate(problem.bands):
        if band.walking_least > band.walking_most:
            yield error(
                ("bands", i, "walking_least"),
                f"走班段“{band.name}”：每周至少走班{band.walking_least}次，大于至多{band.walking_most}次。",
                f"band “{band.name}”: at least {band.walking_least} walking slots is above at "
                f"most {band.walking_most}.",
            )


def club_grade_in_band(problem: Problem) -> Iterator[Finding]:
    """A cross-class club takes grades that walk."""
    for i, club in _cross_class(problem):
        for j, grade in enumerate(club.grades):
            if grade not in problem.band_by_grade and problem.classes_by_grade.get(grade):
                yield error(
                    ("clubs", i, "grades", j),
                    f"走班社团“{club.name}”招收{grade}，但{grade}不在任何走班段：请把它加入走班段，或不招这个年级。",
                    f"cross-class club “{club.name}” takes {grade}, which is in no band: put it into one, "
                    "or leave it out.",
                )


def enrolment_fits_classes(problem: Problem) -> Iterator[Finding]:
    """Not more pupils of a class join a club than it has, and only of grades that the club takes."""
    for i, club in _cross_class(problem):
        for name, number in club.enrolment.items():
            c = problem.class_by_id.get(name)
            path = ("clubs", i, "enrolment", name)
            if number < 0:
                yield error(
                    path,
                    f"社团“{club.name}”：{name}的报名人数是{number}，不能是负数。",
                    f"club “{club.name}”: {number} pupils of {name} cannot be: give 0 or more.",
                )
            elif c is not None and number > c.pupils:
                yield error(
                    path,
                    f"社团“{club.name}”：{name}报名{number}人，超过全班{c.pupils}人。",
                    f"club “{club.name}”: {number} pupils of {name} joined, but the class has {c.pupils}.",
                )
            elif c is not None and number > 0 and c.grade not in club.grades:
                yield error(
                    path,
                    f"社团“{club.name}”不招{c.grade}，却有{name}的{number}人报名：请加上这个年级或删去报名。",
                    f"club “{club.name}” does not take {c.grade}, yet {number} pupils of {name} joined.",
                )


def enrolment_fits_places(problem: Problem) -> Iterator[Finding]:
    """Those who joined fit into the club's groups, and fill them."""
    for i, club in _cross_class(problem):
        joined = sum(club.enrolment.values())
        least, most = club.least * club.groups, club.most * club.groups
        if club.enrolment and joined > most:
            yield error(
                ("clubs", i, "enrolment"),
                f"社团“{club.name}”报名{joined}人，名额只有{most}人：请增加名额或教学班，或减少报名。",
                f"club “{club.name}”: {joined} pupils joined, but there are {most} places: add places or groups.",
            )
        elif club.enrolment and joined < least:
            yield error(
                ("clubs", i, "enrolment"),
                f"社团“{club.name}”报名{joined}人，不足开班人数{least}人：请降低下限、合并教学班或补充报名。",
                f"club “{club.name}”: {joined} pupils joined, fewer than the {least} that its groups need.",
            )


def skill_held(problem: Problem) -> Iterator[Finding]:
    """Somebody has a skill that a club asks for."""
    by_everybody = {skill for person in problem.people for skill in person.skills}
    by_teachers = {skill for teacher in problem.teachers for skill in teacher.skills}
    for i, club in enumerate(problem.clubs):
        held = by_teachers if isinstance(club, ClassActivity) else by_everybody
        unknown = [skill for skill in club.skills if skill not in held]
        every = len(unknown) == len(club.skills)
        for j, skill in enumerate(club.skills):
            if skill in held:
                continue
            near = nearest(skill, held)
            guess_zh = f"是不是“{near}”？" if near else "请在教师表里登记有这项专长的人，或改用别的专长。"
            guess_en = f"is “{near}” meant?" if near else "enter somebody who has it, or ask for another skill."
            yield (error if every else warning)(
                ("clubs", i, "skills", j),
                f"社团“{club.name}”需要专长“{skill}”，没有人登记这项专长：{guess_zh}",
                f"club “{club.name}” asks for the skill “{skill}”, which nobody has: {guess_en}",
            )


def feature_exists(problem: Problem) -> Iterator[Finding]:
    """Some room has a feature that a club asks for."""
    known = {feature for room in problem.rooms for feature in room.features}
    for i, club in enumerate(problem.clubs):
        if isinstance(club, ClassActivity):
            continue
        for j, feature in enumerate(club.features):
            if feature in known:
                continue
            near = nearest(feature, known)
            guess_zh = f"是不是“{near}”？" if near else "请在场地表里登记这项功能，或去掉要求。"
            guess_en = f"is “{near}” meant?" if near else "enter it for a room, or do not ask for it."
            yield error(
                ("clubs", i, "features", j),
                f"社团“{club.name}”需要“{feature}”场地，没有场地登记这项功能：{guess_zh}",
                f"club “{club.name}” asks for a room with “{feature}”, which no room has: {guess_en}",
            )


def double_periods_exist(problem: Problem) -> Iterator[Finding]:
    """A meeting of two periods finds two consecutive club periods on some day."""
    for i, club in _cross_class(problem):
        grades = [g for g in club.grades if problem.classes_by_grade.get(g)]
        usable = {
            s
            for s in problem.slots
            if all(problem.week.kind(s, g) is SlotKind.CLUB for g in grades)
            and (not club.fixed_slots or s in club.fixed_slots)
        }
        if club.periods == 2 and not any(Slot(s.day, s.period + 1, s.week) in usable for s in usable):
            yield error(
                ("clubs", i, "periods"),
                f"社团“{club.name}”每次连上两节，但没有哪天有连续两节社团时段可用：请改为一节，或调整时段。",
                f"club “{club.name}” meets for two periods, but no day has two consecutive club periods for it.",
            )


def named_leader_may_lead(problem: Problem) -> Iterator[Finding]:
    """People named for a club have its skill and come from where its leaders come from."""
    for i, club in enumerate(problem.clubs):
        if isinstance(club, ClassActivity):
            continue
        for field, people in (("named", club.named_leaders), ("preferred", club.preferred_leaders)):
            for j, name in enumerate(people):
                person = problem.person_by_id.get(name)
                if person is None:
                    continue
                outside = not isinstance(person, Teacher)
                path = ("clubs", i, f"{field}_leaders", j)
                if club.leader_from is (LeaderFrom.INSIDE if outside else LeaderFrom.OUTSIDE):
                    side = ("外聘", "an outside instructor") if outside else ("本校", "a teacher of the school")
                    yield warning(
                        path,
                        f"社团“{club.name}”：“{person.name}”是{side[0]}教师，与“师资来源”不符，不会被安排。",
                        f"club “{club.name}”: “{person.name}” is {side[1]}, which its leaders may not be.",
                    )
                elif club.skills and not set(club.skills) & set(person.skills):
                    skills = listed(club.skills)
                    yield warning(
                        path,
                        f"社团“{club.name}”：“{person.name}”没有登记所需专长（{skills.zh}），不会被安排。",
                        f"club “{club.name}”: “{person.name}” has none of its skills ({skills.en}), and "
                        "cannot lead it.",
                    )


CHECKS = (
    club_size, walking_range, club_grade_in_band, enrolment_fits_classes, enrolment_fits_places, skill_held,
    feature_exists, double_periods_exist, named_leader_may_lead,
)  # fmt: skip
