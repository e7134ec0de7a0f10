"""Clubs and activities are led by people with the skill, from the side, or of the names that they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import (
    ClassActivity,
    Instructor,
    LeaderFrom,
    MayServe,
    Problem,
    Role,
    SchoolClass,
    Session,
    SessionKind,
    Teacher,
    Text,
    Timetable,
    Violation,
)
from models.noun import PersonId
from scheduler.open_scope import OpenScope
from scheduler.reading import (
    LedClub,
    led_club,
    listed,
    own_teachers,
    person_title,
    session_title,
    slot_title,
    who_title,
)
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class SkillFits(Requirement):
    """Every leader of a club, and the one leader of a class activity."""

    key = "skill_fits"
    title = Text("社团教师合适", "Leaders fit")
    sentence = Text(
        "带社团的人要有该社团所需的专长之一，并符合校内或外聘、指定教师的要求；"
        "每节班级活动恰好由一位本校教师负责，并符合该活动对教师的要求。",
        "Whoever leads a club has one of its skills, is a teacher or instructor as it asks, and one of the "
        "named where names are given. A class activity is led by exactly one teacher whom the "
        "activity allows.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Nobody leads a club or an activity for which he or she does not fit."""
        allowed = OpenScope(problem)
        for unit in x.units:
            fitting = {p.id for p in allowed.leaders(unit.club)}
            for person, leads in x.leads(unit.id).items():
                if person not in fitting:
                    x.forbid(leads)
        for c in problem.classes:
            for activity in problem.activities[c.id]:
                able = {t.id for t in allowed.activity_leaders(c, activity)}
                for teacher in x.activity_leaders(c.id, activity.id):
                    if teacher.id not in able:
                        for slot in x.free_slots(c):
                            x.forbid(x.activity_led(c.id, activity.id, teacher.id, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per leader who does not fit, and per activity without exactly one leader."""
        for session in timetable.sessions:
            club = led_club(problem, session)
            leaders = session.people(Role.LEADER)
            if club is not None:
                for leader in leaders:
                    reason = _club_misfit(problem, club, leader)
                    if reason is not None:
                        yield self._violation(problem, session, leader, reason)
            elif session.kind is SessionKind.CLASS_ACTIVITY and session.school_class is not None:
                if len(leaders) != 1:
                    when, what = slot_title(problem, session.slot), session_title(problem, session)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{when.zh}，{what.zh}应恰好由1位教师负责，实际{len(leaders)}位。",
                            f"{when.en}: {what.en} should have exactly one leader, but has {len(leaders)}.",
                        ),
                        slot=session.slot,
                        people=leaders,
                        classes=(session.school_class,),
                    )
                c = problem.class_by_id[session.school_class]
                activity = None if session.club is None else problem.club_by_id[session.club]
                asks = activity if isinstance(activity, ClassActivity) else None
                for leader in leaders:
                    if not _activity_fits(problem, asks, c, leader):
                        yield self._violation(problem, session, leader, _activity_wanted(problem, asks))

    def _violation(self, problem: Problem, session: Session, leader: PersonId, reason: Text) -> Violation:
        when, what, who = (
            slot_title(problem, session.slot),
            session_title(problem, session),
            person_title(problem, leader),
        )
        return Violation(
            rule=self.key,
            text=Text(
                f"{when.zh}，{what.zh}由{who.zh}负责，但应由{reason.zh}负责。",
                f"{when.en}: {what.en} is led by {who.en}, but should be by {reason.en}.",
            ),
            slot=session.slot,
            people=(leader,),
            classes=() if session.school_class is None else (session.school_class,),
            clubs=() if session.club is None else (session.club,),
        )


def _club_misfit(problem: Problem, club: LedClub, leader: PersonId) -> Text | None:
    """By whom it should be led instead; nothing if the leader fits."""
    person = problem.person_by_id[leader]
    if club.leader_from is LeaderFrom.INSIDE and not isinstance(person, Teacher):
        return Text("本校教师", "a teacher of the school")
    if club.leader_from is LeaderFrom.OUTSIDE and not isinstance(person, Instructor):
        return Text("外聘教师", "an outside instructor")
    if club.named_leaders and leader not in club.named_leaders:
        return who_title(MayServe.NAMED, None, [person_title(problem, p) for p in club.named_leaders])
    if club.skills and not set(club.skills) & set(person.skills):
        skills = listed(club.skills)
        return Text(f"有专长（{skills.zh}）的人", f"somebody with the skill ({skills.en})")
    return None


def _activity_fits(problem: Problem, activity: ClassActivity | None, c: SchoolClass, leader: PersonId) -> bool:
    person = problem.person_by_id[leader]
    if not isinstance(person, Teacher):
        return False
    if activity is None:
        return True
    match activity.who:
        case MayServe.ANYBODY:
            return True
        case MayServe.OWN:
            return leader in own_teachers(c)
        case MayServe.CLASS_TEACHER:
            return leader == c.class_teacher
        case MayServe.NAMED:
            return leader in activity.people
        case MayServe.SKILL:
            return bool(set(activity.skills) & set(person.skills))
        case MayServe.SUBJECT:  # for homework only: an activity has no subject
            return False


def _activity_wanted(problem: Problem, activity: ClassActivity | None) -> Text:
    if activity is None:
        return who_title(MayServe.ANYBODY, None, ())
    if activity.who is MayServe.SKILL:
        return who_title(activity.who, None, activity.skills)
    return who_title(activity.who, None, [person_title(problem, p) for p in activity.people])
