"""Why somebody cannot be chosen, in the few words that stand beside a name: 没有书法专长, 同一时段带“编程”.

The rule has found that it is so; here only the words are shorter than its sentence.
"""

from models import (
    ClassActivity,
    HomeworkQuota,
    Instructor,
    LeaderFrom,
    MayServe,
    Problem,
    Session,
    Teacher,
    Text,
    Violation,
)
from models.noun import PersonId
from scheduler.alter.draft import Draft
from scheduler.alter.words import stripped
from scheduler.change_texts import duty_name
from scheduler.reading import led_club, listed, person_title, session_title, slot_title

_NOT_OF_SCHOOL = Text("不是本校教师", "no teacher of the school")


def person_reason(problem: Problem, draft: Draft, session: Session, violation: Violation, person: PersonId) -> Text:
    """Why somebody cannot serve in a session, where the rule found this violation on the draft."""
    match violation.rule:
        case "skill_fits":
            return _no_leader(problem, session, person) or _short(problem, violation, person)
        case "tutor_fits":
            return _no_tutor(problem, session, person) or _short(problem, violation, person)
        case "person_clash" if violation.slot is not None and person in violation.people:
            return _busy(problem, draft, session, violation, person)
        case "person_available" if violation.slot is not None:
            when = slot_title(problem, violation.slot)
            who = problem.person_by_id[person]
            if violation.slot not in who.unavailable and isinstance(who, Instructor):
                return Text(f"{when.zh}不来校", f"does not come at {when.en}")
            return Text(f"{when.zh}不能到岗", f"away at {when.en}")
        case "patrol" if person in violation.people and violation.slot is not None:
            teacher = isinstance(problem.person_by_id[person], Teacher)
            return Text("不是值班领导", "not on the patrol rota") if teacher else _NOT_OF_SCHOOL
        case "accompanied" if person in violation.people:
            return _NOT_OF_SCHOOL
    return _short(problem, violation, person)


def _busy(problem: Problem, draft: Draft, session: Session, violation: Violation, person: PersonId) -> Text:
    here = [s for s in draft.of_person(person) if s.slot == violation.slot]
    others = [
        s for s in here if s.kind is not session.kind or session_title(problem, s) != session_title(problem, session)
    ]
    duties = [duty_name(problem, s, d.role) for s in others or here for d in s.duties if d.person == person]
    what = listed(dict.fromkeys(duties))
    when = Text("同一时段", "at the same time")
    if violation.slot is not None and violation.slot != session.slot:
        title = slot_title(problem, violation.slot)
        when = Text(title.zh, f"at {title.en}")
    return Text(f"{when.zh}{what.zh}", f"{what.en} {when.en}")


def _no_leader(problem: Problem, session: Session, person: PersonId) -> Text | None:
    who = problem.person_by_id[person]
    club = led_club(problem, session)
    if club is not None:
        if club.leader_from is LeaderFrom.INSIDE and not isinstance(who, Teacher):
            return Text("不是本校教师，本社团由本校教师带", "no teacher of the school, as its leaders are")
        if club.leader_from is LeaderFrom.OUTSIDE and not isinstance(who, Instructor):
            return Text("不是外聘教师，本社团由外聘教师带", "no outside instructor, as its leaders are")
        if club.named_leaders and person not in club.named_leaders:
            return Text("不是指定教师", "none of the named leaders")
        return _no_skill(club.skills) if not set(club.skills) & set(who.skills) else None
    activity = problem.club_by_id.get(session.club or "")
    if not isinstance(who, Teacher):
        return _NOT_OF_SCHOOL
    if not isinstance(activity, ClassActivity):
        return None
    return _no_skill(activity.skills) if activity.who is MayServe.SKILL else _not_asked_for(activity.who, None)


def _no_tutor(problem: Problem, session: Session, person: PersonId) -> Text | None:
    if not isinstance(problem.person_by_id[person], Teacher):
        return _NOT_OF_SCHOOL
    quota: HomeworkQuota | None = problem.quotas[session.school_class or ""].get(session.subject or "")
    return None if quota is None else _not_asked_for(quota.who, quota.subject)


def _no_skill(skills: tuple[str, ...]) -> Text:
    named = Text("或".join(skills), " or ".join(skills))
    return Text(f"没有{named.zh}专长", f"without the skill {named.en}")


def _not_asked_for(who: MayServe, subject: str | None) -> Text | None:
    match who:
        case MayServe.SUBJECT:
            return Text(f"不任教{subject}", f"does not teach {subject}")
        case MayServe.OWN if subject is not None:
            return Text(f"不任教{subject}，也不教本班", f"teaches neither {subject} nor the class")
        case MayServe.OWN:
            return Text("不教本班", "does not teach the class")
        case MayServe.CLASS_TEACHER:
            return Text("不是班主任", "not the class teacher")
        case MayServe.NAMED:
            return Text("不是指定教师", "none of the named teachers")
        case _:
            return None


def _short(problem: Problem, violation: Violation, person: PersonId) -> Text:
    """The rule's own sentence, without the name that stands beside it."""
    text, who = stripped(violation.text), person_title(problem, person)
    return Text(text.zh.removeprefix(who.zh), text.en.removeprefix(who.en).strip())
