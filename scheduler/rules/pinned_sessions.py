"""What a person has locked stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Pin, Problem, Role, Session, SessionKind, Text, Timetable, Violation
from models.noun import ClassId
from scheduler.reading import class_title, club_title, listed, person_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class PinnedSessions(Requirement):
    """Each pin finds a session at its slot that has everything the pin gives."""

    key = "pinned_sessions"
    title = Text("锁定的不变", "Pinned sessions stay")
    sentence = Text(
        "人工锁定的安排（班级、学科或社团、教师、场地中已写明的部分）保持不变。",
        "What a person has pinned stays: the class, subject or club, person and room, as far as the pin names them.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Each thing that a pin gives is so."""
        for number, pin in enumerate(problem.pins):
            stays = 1 - x.waived(self.key, str(number))
            if pin.school_class is not None:
                self._require_class(model, x, problem, pin, pin.school_class, stays)
            elif pin.club is not None:
                unit = next(u for u in x.units if u.club.id == pin.club and u.number == pin.group)
                model.add(x.meets(pin.club, pin.slot) >= stays)
                if pin.person is not None:
                    model.add(x.leads_at(unit.id, pin.person, pin.slot) >= stays)
                if pin.room is not None:
                    model.add(x.in_kind(unit.id, x.kind_of_room[pin.room], pin.slot) >= stays)

    @staticmethod
    def _require_class(
        model: CpModel, x: Variables, problem: Problem, pin: Pin, class_id: ClassId, stays: Linear
    ) -> None:
        slot = pin.slot
        subjects = [pin.subject] if pin.subject else list(problem.quotas[class_id])
        activities = [pin.club] if pin.club else [*(a.id for a in problem.activities[class_id]), ""]
        homework = [] if pin.club else [x.homework(class_id, subject, slot) for subject in subjects]
        own = [] if pin.subject else [x.activity(class_id, activity, slot) for activity in activities]
        model.add(x.sum([*homework, *own]) >= stays)
        if pin.person is not None:
            model.add(x.serves_class(class_id, pin.person, slot) >= stays)
        if pin.room is not None:
            model.add(x.class_in_room(class_id, pin.room, slot) >= stays)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per pin that is not kept, with who pinned it and why."""
        for pin in problem.pins:
            if any(_keeps(session, pin) for session in timetable.at.get(pin.slot, ())):
                continue
            when, what = slot_title(problem, pin.slot), _pinned(problem, pin)
            yield Violation(
                rule=self.key,
                text=Text(
                    f"{when.zh}锁定了{what.zh}（{pin.by}：{pin.reason}），课表没有保留。",
                    f"{when.en}: {what.en} is pinned ({pin.by}: {pin.reason}), but the timetable does not keep it.",
                ),
                slot=pin.slot,
                people=() if pin.person is None else (pin.person,),
                classes=() if pin.school_class is None else (pin.school_class,),
                clubs=() if pin.club is None else (pin.club,),
                rooms=() if pin.room is None else (pin.room,),
            )


def _keeps(session: Session, pin: Pin) -> bool:
    if pin.school_class is not None:
        placed = (
            session.school_class == pin.school_class
            and pin.club in (None, session.club)
            and pin.subject in (None, session.subject)
        )
    else:
        placed = (
            session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
            and session.club == pin.club
            and session.group == pin.group
        )
    led = pin.person is None or pin.person in session.people(Role.TUTOR, Role.LEADER)
    return placed and led and pin.room in (None, session.room)


def _pinned(problem: Problem, pin: Pin) -> Text:
    parts: list[Text | str] = []
    if pin.school_class is not None:
        parts.append(class_title(problem, pin.school_class))
    if pin.subject is not None:
        parts.append(Text(f"{pin.subject}辅导", f"{pin.subject} tutoring"))
    if pin.club is not None:
        name = club_title(problem, pin.club, pin.group)
        parts.append(Text(f"“{name}”", f'"{name}"'))
    if pin.person is not None:
        parts.append(person_title(problem, pin.person))
    if pin.room is not None:
        parts.append(Text(f"“{pin.room}”", f'"{pin.room}"'))
    return listed(parts)
