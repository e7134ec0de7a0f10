"""Why a room or a slot cannot be chosen, in a few words: 容量30人，不足40人; 该时段是作业辅导."""

from models import Problem, Session, SessionKind, Slot, SlotKind, Text, Violation
from models.noun import GradeId, RoomId
from scheduler.alter.draft import Draft, content
from scheduler.alter.words import stripped
from scheduler.change_texts import duty_name
from scheduler.reading import led_club, listed, person_title, session_title, slot_title

_NOT_FOR = {
    SlotKind.HOMEWORK: Text("该时段是作业辅导", "that slot is for homework"),
    SlotKind.CLUB: Text("该时段是社团时段", "that slot is for clubs"),
    SlotKind.OFF: Text("该时段不开放", "there is no service then"),
}


def room_reason(problem: Problem, draft: Draft, session: Session, violation: Violation, room: RoomId) -> Text:
    """Why a session cannot be in a room, where the rule found this violation on the draft."""
    when = Text("同一时段", "at the same time")
    if violation.slot is not None and violation.slot != session.slot:
        title = slot_title(problem, violation.slot)
        when = Text(title.zh, f"at {title.en}")
    match violation.rule:
        case "room_clash" if violation.slot is not None:
            inside = [s for s in draft.at(violation.slot) if s.room == room]
            own = session_title(problem, session)
            others = [session_title(problem, s) for s in inside if session_title(problem, s) != own]
            what = listed(others) if others else own
            return Text(f"{when.zh}是{what.zh}", f"{what.en} {when.en}")
        case "room_available" if violation.slot is not None:
            title = slot_title(problem, violation.slot)
            return Text(f"{title.zh}停用", f"closed at {title.en}")
        case "room_fits":
            # “…不合适：容量30人，不足40人。”: what comes after the colon is the reason.
            return Text(
                violation.text.zh.rpartition("不合适：")[2].rstrip("。"),
                violation.text.en.rpartition("does not fit: ")[2].rstrip("."),
            )
    return stripped(violation.text)


def slot_reason(problem: Problem, draft: Draft, session: Session, violation: Violation, slot: Slot) -> Text:
    """Why a session (as it was) cannot be in another slot, where the rule found this violation on the draft."""
    grades = _grades(problem, session)
    kinds = {problem.week.kind(slot, grade) for grade in grades}
    wanted = SlotKind.HOMEWORK if session.kind is SessionKind.HOMEWORK else SlotKind.CLUB
    if grades and kinds != {wanted}:
        return _NOT_FOR[SlotKind.OFF if SlotKind.OFF in kinds else (kinds - {wanted}).pop()]
    club = led_club(problem, session)
    if club is not None and club.fixed_slots and slot not in club.fixed_slots:
        return Text("不是本社团的固定时段", "none of the club's fixed slots")
    if any(s.slot == slot and content(s) == content(session) for s in draft.index.timetable.sessions):
        return Text("该时段已有同样的课次", "it is held in that slot already")
    when = Text("同一时段", "at the same time")
    if violation.slot is not None and violation.slot != slot:
        title = slot_title(problem, violation.slot)
        when = Text(title.zh, f"at {title.en}")
    match violation.rule:
        case "person_clash" | "person_available" if violation.people:
            person = violation.people[0]
            who = person_title(problem, person)
            if violation.rule == "person_available":
                return Text(f"{who.zh}不能到岗", f"{who.en} is away")
            duties = [
                duty_name(problem, s, d.role)
                for s in draft.of_person(person)
                for d in s.duties
                if s.slot == violation.slot and d.person == person and content(s) != content(session)
            ]
            what = listed(duties)
            return Text(f"{who.zh}{when.zh}{what.zh}", f"{who.en}: {what.en} {when.en}")
        case "class_covered" | "places_enough" | "walking_slots" if session.school_class is None:
            return Text("该时段走班的班级或人数对不上", "the classes or pupils who walk then do not fit")
        case "class_covered":
            return Text("该时段本班走班或有大社团", "the class walks then, or has a whole-school club")
        case "pinned_sessions":
            return Text(
                "有课次被锁定：" + _inside(violation.text.zh), f"a session is pinned: {_inside(violation.text.en)}"
            )
    return stripped(violation.text)


def _grades(problem: Problem, session: Session) -> tuple[GradeId, ...]:
    if session.school_class is not None:
        return (problem.class_by_id[session.school_class].grade,)
    club = led_club(problem, session)
    return () if club is None else club.grades


def _inside(text: str) -> str:
    """What stands in the last brackets: who pinned it, and why."""
    opened = max(text.rfind("（"), text.rfind("("))
    return text[opened + 1 :].split("）")[0].split(")")[0]
