"""Every class is in exactly one place in every slot that is open for it, and nowhere when it is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import (
    Participation,
    Problem,
    SchoolClass,
    SessionKind,
    Slot,
    SlotKind,
    Text,
    Timetable,
    Violation,
    WholeSchoolClub,
)
from scheduler.reading import class_title, led_club, listed, session_title, slot_title, walking
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class ClassCovered(Requirement):
    """Homework in homework slots; one of class activity, whole-school club and walking in club slots."""

    key = "class_covered"
    title = Text("每班每时段有去处", "Every class is somewhere")
    sentence = Text(
        "每个班在每个开放时段恰好有一处去处：作业辅导时段上作业辅导，社团时段上班级活动、大社团或走班；"
        "自愿走班的年级段，留班学生仍要有去处。不开放的时段不安排。",
        "Every class is in exactly one place in each slot that is open for it: homework in a homework slot; "
        "a class activity, a whole-school club or walking in a club slot. Where walking is voluntary, those "
        "who stay still have a place. Nothing takes place in a closed slot.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """One homework session in a homework slot; one of staying, gathering and walking in a club slot."""
        for c in problem.classes:
            band = problem.band_by_grade.get(c.grade)
            for slot in problem.slots:
                gathers = x.sum(x.meets(w.id, slot) for w in problem.whole_school_clubs if c.grade in w.grades)
                walks = x.walks(band.id, slot) if band else 0
                kind = problem.week.kind(slot, c.grade)
                if kind is SlotKind.HOMEWORK:
                    model.add(x.does_homework(c.id, slot) == 1)
                if kind is not SlotKind.CLUB:
                    model.add(x.stays(c.id, slot) + gathers + walks == 0)
                elif band and band.participation is Participation.EVERYONE:
                    model.add(x.stays(c.id, slot) + gathers + walks == 1)
                else:
                    model.add(x.stays(c.id, slot) + gathers == 1)
                    model.add(walks + gathers <= 1)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class and slot that does not fit, and per session outside the service week."""
        opened = set(problem.slots)
        for session in timetable.sessions:
            if session.slot not in opened:
                when, what = slot_title(problem, session.slot), session_title(problem, session)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}没有课后服务，却安排了{what.zh}。",
                        f"{when.en} has no service, but {what.en} is there.",
                    ),
                    slot=session.slot,
                    people=session.people(),
                    classes=() if session.school_class is None else (session.school_class,),
                    clubs=() if session.club is None else (session.club,),
                )
        own = Counter((s.school_class, s.slot, s.kind) for s in timetable.sessions)
        whole = Counter(
            (grade, session.slot)
            for session in timetable.sessions
            if isinstance(club := led_club(problem, session), WholeSchoolClub)
            for grade in club.grades
        )
        walks = walking(problem, timetable)
        for slot in problem.slots:
            for c in problem.classes:
                band = problem.band_by_grade.get(c.grade)
                kind = problem.week.kind(slot, c.grade)
                everyone = band is not None and band.participation is Participation.EVERYONE
                homework = own[c.id, slot, SessionKind.HOMEWORK]
                activities = own[c.id, slot, SessionKind.CLASS_ACTIVITY]
                gathered = whole[c.grade, slot]
                walk = band is not None and (band.id, slot) in walks
                if not _is_right(kind, everyone, homework, activities, gathered, walk):
                    yield self._violation(problem, timetable, c, slot, kind, everyone, walk)

    def _violation(
        self,
        problem: Problem,
        timetable: Timetable,
        c: SchoolClass,
        slot: Slot,
        kind: SlotKind,
        everyone: bool,
        walk: bool,
    ) -> Violation:
        there: list[Text] = []
        for session in timetable.at.get(slot, ()):
            club = led_club(problem, session)
            if session.school_class == c.id or (isinstance(club, WholeSchoolClub) and c.grade in club.grades):
                there.append(session_title(problem, session))
        if walk:
            there.append(Text("走班", "walking"))
        found = listed(there) if there else Text("无安排", "nothing")
        who, when, wanted = class_title(problem, c.id), slot_title(problem, slot), _wanted(kind, everyone)
        return Violation(
            rule=self.key,
            text=Text(
                f"{who}在{when.zh}{wanted.zh}，现在是：{found.zh}。",
                f"{who} at {when.en} {wanted.en}; it has: {found.en}.",
            ),
            slot=slot,
            classes=(c.id,),
        )


def _is_right(kind: SlotKind, everyone: bool, homework: int, activities: int, gathered: int, walk: bool) -> bool:
    if kind is SlotKind.HOMEWORK:
        return homework == 1 and activities + gathered == 0 and not walk
    if kind is SlotKind.OFF:
        return homework + activities + gathered == 0 and not walk
    if everyone:
        return homework == 0 and activities + gathered + walk == 1
    return homework == 0 and activities + gathered == 1 and not (walk and gathered)


def _wanted(kind: SlotKind, everyone: bool) -> Text:
    if kind is SlotKind.HOMEWORK:
        return Text("应恰好有一节作业辅导", "should have exactly one homework session")
    if kind is SlotKind.OFF:
        return Text("不开放，不应有安排", "is closed and should have nothing")
    if everyone:
        return Text(
            "应恰好有班级活动、大社团、走班三者之一",
            "should have exactly one of class activity, whole-school club and walking",
        )
    return Text(
        "应恰好有班级活动或大社团之一（走班时留班学生上班级活动）",
        "should have exactly one class activity or whole-school club (while others walk: a class activity)",
    )
