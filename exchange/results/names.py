"""How people, classes, clubs, rooms, periods and weeks are called on sheets and on the console, in both languages."""

from collections.abc import Sequence

from models import (
    ClassActivity,
    CrossClassClub,
    Day,
    Instructor,
    Language,
    Parity,
    Problem,
    Role,
    Session,
    SessionKind,
    Slot,
    SlotKind,
    Teacher,
    Text,
    Wish,
)

FREE_ACTIVITY = Text("自主活动", "free activity")
NOBODY = Text("（未定教师）", "(nobody)")
NOWHERE = Text("（未定场地）", "(no room)")

KIND = {
    SessionKind.HOMEWORK: Text("作业辅导", "homework"),
    SessionKind.CROSS_CLASS: Text("走班社团", "cross-class club"),
    SessionKind.WHOLE_SCHOOL: Text("大社团", "whole-school club"),
    SessionKind.CLASS_ACTIVITY: Text("班级活动", "class activity"),
    SessionKind.PATROL: Text("巡查", "patrol"),
}
SLOT_KIND = {
    SlotKind.HOMEWORK: Text("作业辅导", "homework"),
    SlotKind.CLUB: Text("社团", "clubs"),
    SlotKind.OFF: Text("不安排", "off"),
}
ROLE = {
    Role.TUTOR: Text("辅导", "tutors"),
    Role.LEADER: Text("带班", "leads"),
    Role.ACCOMPANYING: Text("陪同", "accompanies"),
    Role.PATROL: Text("巡查", "on patrol"),
}
WISH = {
    Wish.STRONGLY_UNWISHED: Text("很不愿", "strongly unwished"),
    Wish.UNWISHED: Text("不愿", "unwished"),
    Wish.NEUTRAL: Text("都可以", "neutral"),
    Wish.WISHED: Text("愿意", "wished"),
    Wish.STRONGLY_WISHED: Text("很愿意", "strongly wished"),
}


def person_name(problem: Problem, person: str, language: Language = "zh") -> str:
    """The full name, an outside instructor marked（外聘）unless the name says so already."""
    found = problem.person_by_id.get(person)
    if found is None:
        return person
    if isinstance(found, Teacher) or "外聘" in found.name:
        return found.name
    return found.name + Text("（外聘）", " (outside)").in_language(language)


def short_name(problem: Problem, person: str, language: Language = "zh") -> str:
    """The name for a crowded cell: the mark of an instructor is one sign."""
    found = problem.person_by_id.get(person)
    if found is None or isinstance(found, Teacher) or "外聘" in found.name:
        return person if found is None else found.name
    return found.name + Text("(外)", "*").in_language(language)


def debt_text(teacher: Teacher) -> Text:
    """What last term adds to the target, or takes off it; nothing where it does neither."""
    if not teacher.debt:
        return Text("", "")
    if teacher.debt > 0:
        return Text(f"含上学期欠 {teacher.debt}", f"{teacher.debt} owed from last term")
    return Text(f"已减上学期多排 {-teacher.debt}", f"{-teacher.debt} less for last term")


def people_names(problem: Problem, people: tuple[str, ...], language: Language = "zh") -> str:
    """Several full names in one line, or that there is nobody."""
    joint = "、" if language == "zh" else ", "
    return joint.join(person_name(problem, p, language) for p in people) or NOBODY.in_language(language)


def short_names(problem: Problem, people: tuple[str, ...], language: Language = "zh") -> str:
    """Several short names in one line, or that there is nobody."""
    joint = "、" if language == "zh" else ", "
    return joint.join(short_name(problem, p, language) for p in people) or NOBODY.in_language(language)


def is_instructor(problem: Problem, person: str) -> bool:
    """Whether the person comes from outside."""
    return isinstance(problem.person_by_id.get(person), Instructor)


def class_title(problem: Problem, school_class: str) -> str:
    """三(1), as printed."""
    found = problem.class_by_id.get(school_class)
    return school_class if found is None else found.title


def class_heading(problem: Problem, school_class: str, language: Language = "zh") -> str:
    """三(1)班 as a heading; a name that says 班 already is left alone."""
    title = class_title(problem, school_class)
    if language == "en":
        return f"Class {title}"
    return title if title.endswith("班") else title + "班"


def room_name(session: Session, language: Language = "zh") -> str:
    """Where the session is, or that it is nowhere."""
    return session.room or NOWHERE.in_language(language)


def content_name(problem: Problem, session: Session, language: Language = "zh") -> str:
    """What a session is about: the subject, the club with the number of its group, or the class's activity."""
    if session.kind is SessionKind.HOMEWORK:
        return session.subject or KIND[session.kind].in_language(language)
    if session.club is None:
        free = session.kind is SessionKind.CLASS_ACTIVITY
        return (FREE_ACTIVITY if free else KIND[session.kind]).in_language(language)
    club = problem.club_by_id.get(session.club)
    if club is None:
        return session.club
    if isinstance(club, CrossClassClub) and club.groups > 1:
        return club.name + (f"{session.group}组" if language == "zh" else f" {session.group}")
    return club.name


def club_kind(problem: Problem, club: str, language: Language = "zh") -> str:
    """走班社团, 大社团 or 班级活动."""
    found = problem.club_by_id[club]
    if isinstance(found, ClassActivity):
        return KIND[SessionKind.CLASS_ACTIVITY].in_language(language)
    kind = SessionKind.CROSS_CLASS if isinstance(found, CrossClassClub) else SessionKind.WHOLE_SCHOOL
    return KIND[kind].in_language(language)


def period_title(period: int, language: Language = "zh") -> str:
    """第一节."""
    return f"第{'一二三四五六七八九'[period - 1]}节" if language == "zh" else f"Period {period}"


def period_clock(problem: Problem, period: int) -> str:
    """15:40–16:30, or nothing where the school has not said."""
    for found in problem.week.periods:
        if found.number == period and found.start is not None and found.end is not None:
            return f"{found.start:%H:%M}–{found.end:%H:%M}"
    return ""


def slot_kinds(problem: Problem, day: int, period: int, language: Language = "zh", grade: str | None = None) -> str:
    """What the slot is for, in one grade or in all; both words where grades differ; nothing where it is off."""
    grades = [g.id for g in problem.grades] if grade is None else [grade]
    kinds = {problem.week.kind(Slot(day, period), g) for g in grades} - {SlotKind.OFF}
    return "/".join(SLOT_KIND[k].in_language(language) for k in SlotKind if k in kinds)


def day_title(day: int, language: Language = "zh") -> str:
    """周三."""
    return Day(day).title.in_language(language)


def week_mark(week: Parity, language: Language = "zh") -> str:
    """单 or 双 before what happens in only one week of the cycle; nothing for every week."""
    marks = {Parity.ODD: Text("单", "odd"), Parity.EVEN: Text("双", "even")}
    return marks[week].in_language(language) if week in marks else ""


def grades_text(problem: Problem, grades: Sequence[str], language: Language = "zh") -> str:
    """一至三年级 for neighbouring grades; otherwise each by its name."""
    known = [g for g in problem.grades if g.id in grades]
    joint = "、" if language == "zh" else ", "
    row = len(known) > 2 and len(known) == len(grades) and known[-1].number - known[0].number == len(known) - 1
    if not row:
        return joint.join(grades)
    if language == "zh" and all(g.id.endswith("年级") for g in known):
        return f"{known[0].id.removesuffix('年级')}至{known[-1].id}"
    return f"{known[0].id}–{known[-1].id}"
