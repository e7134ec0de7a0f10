"""How the reader's half reads a timetable: what people, clubs and sessions are called, and who walks when.

Used by the `check` halves and by nothing of the solver's, so that a mistake here is not made twice alike.
Ids must resolve (`models.timetable_checks` sees to that); otherwise these functions raise KeyError.
"""

from collections.abc import Iterable, Iterator

from models import (
    CrossClassClub,
    Day,
    Instructor,
    MayServe,
    Problem,
    SchoolClass,
    Session,
    SessionKind,
    Slot,
    Text,
    Timetable,
    WholeSchoolClub,
)
from models.noun import BandId, ClassId, ClubId, PersonId, Subject

LedClub = CrossClassClub | WholeSchoolClub
"""A club with leaders and a room of its own."""


def slot_title(problem: Problem, slot: Slot) -> Text:
    """周三第2节 / Wed period 2; with the week where weeks differ, or where the school has no such week."""
    cycle = max(problem.week.cycle, slot.week)
    return Text(slot.title(cycle), slot.title(cycle, "en"))


def week_title(problem: Problem, week: int) -> Text:
    """每周, or 单周 and 双周 in a two-week cycle."""
    if problem.week.cycle == 1:
        return Text("每周", "every week")
    return Text("单周", "in odd weeks") if week == 1 else Text("双周", "in even weeks")


def day_title(problem: Problem, day: int, week: int) -> Text:
    """周五, or 单周五 and 双周五 in a two-week cycle."""
    title = Day(day).title
    if problem.week.cycle == 1:
        return title
    return Text(f"单{title.zh}", f"odd {title.en}") if week == 1 else Text(f"双{title.zh}", f"even {title.en}")


def class_title(problem: Problem, class_id: ClassId) -> str:
    """三(1)."""
    return problem.class_by_id[class_id].title


def person_title(problem: Problem, person_id: PersonId) -> Text:
    """The name, marked for outside instructors; with the id where two people share the name."""
    person = problem.person_by_id[person_id]
    name = f"{person.name}[{person.id}]" if person.name in problem.shared_person_names else person.name
    return Text(f"{name}（外聘）", f"{name} (outside)") if isinstance(person, Instructor) else Text(name, name)


def club_title(problem: Problem, club_id: ClubId, group: int | None = None) -> str:
    """The club's name; its group's number if it runs several, its id if two clubs share the name."""
    club = problem.club_by_id[club_id]
    name = f"{club.name}[{club.id}]" if club.name in problem.shared_club_names else club.name
    several = isinstance(club, CrossClassClub) and club.groups > 1
    return f"{name}·{group}" if several and group is not None else name


def session_title(problem: Problem, session: Session) -> Text:
    """三(1)数学辅导, 三(1)班级活动, 三(1)“绘本故事”, 社团“合唱·2”, 大社团“合唱节”, 巡查."""
    whose = "" if session.school_class is None else class_title(problem, session.school_class)
    club = "" if session.club is None else club_title(problem, session.club, session.group)
    match session.kind:
        case SessionKind.HOMEWORK:
            return Text(f"{whose}{session.subject}辅导", f"{session.subject} tutoring of {whose}")
        case SessionKind.CLASS_ACTIVITY if club:
            return Text(f"{whose}“{club}”", f'"{club}" of {whose}')
        case SessionKind.CLASS_ACTIVITY:
            return Text(f"{whose}班级活动", f"class activity of {whose}")
        case SessionKind.CROSS_CLASS:
            return Text(f"社团“{club}”", f'club "{club}"')
        case SessionKind.WHOLE_SCHOOL:
            return Text(f"大社团“{club}”", f'whole-school club "{club}"')
        case SessionKind.PATROL:
            return Text("巡查", "patrol")


def listed(texts: Iterable[Text | str]) -> Text:
    """甲、乙、丙 / a, b, c."""
    parts = [Text(t, t) if isinstance(t, str) else t for t in texts]
    return Text("、".join(t.zh for t in parts), ", ".join(t.en for t in parts))


def led_club(problem: Problem, session: Session) -> LedClub | None:
    """The club of a cross-class or whole-school session; none for a session of another kind."""
    if session.kind not in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL) or session.club is None:
        return None
    club = problem.club_by_id[session.club]
    return club if isinstance(club, CrossClassClub | WholeSchoolClub) else None


def led_groups(problem: Problem, timetable: Timetable) -> Iterator[tuple[LedClub, int, tuple[Session, ...]]]:
    """Every group of every cross-class club, and every whole-school club (group 1), with its sessions."""
    for club in problem.clubs:
        if isinstance(club, CrossClassClub | WholeSchoolClub):
            groups = club.groups if isinstance(club, CrossClassClub) else 1
            for number in range(1, groups + 1):
                yield club, number, timetable.of_club.get((club.id, number), ())


def walking(problem: Problem, timetable: Timetable) -> frozenset[tuple[BandId, Slot]]:
    """(band, slot) in which some cross-class club meets that takes a grade of the band."""
    bands = problem.band_by_grade
    return frozenset(
        (bands[grade].id, session.slot)
        for session in timetable.sessions
        if session.kind is SessionKind.CROSS_CLASS and (club := led_club(problem, session)) is not None
        for grade in club.grades
        if grade in bands
    )


def own_teachers(school_class: SchoolClass) -> frozenset[PersonId]:
    """Everybody who teaches the class anything by day, and its class teacher."""
    found = {person for people in school_class.teachers.values() for person in people}
    if school_class.class_teacher is not None:
        found.add(school_class.class_teacher)
    return frozenset(found)


def who_title(who: MayServe, subject: Subject | None, named: Iterable[Text | str]) -> Text:
    """任教数学的教师, 本班任课教师, 班主任 …: as a sentence says who may serve."""
    match who:
        case MayServe.SUBJECT:
            return Text(f"任教{subject}的教师", f"a teacher of {subject}")
        case MayServe.OWN if subject is not None:
            return Text(
                f"任教{subject}的教师或本班任课教师",
                f"a teacher of {subject} or one of the class's own teachers",
            )
        case MayServe.OWN:
            return Text("本班任课教师", "one of the class's own teachers")
        case MayServe.CLASS_TEACHER:
            return Text("班主任", "the class teacher")
        case MayServe.NAMED:
            names = listed(named)
            return Text(f"指定教师（{names.zh}）", f"one of the named teachers ({names.en})")
        case MayServe.SKILL:
            names = listed(named)
            return Text(f"有专长（{names.zh}）的教师", f"a teacher with the skill ({names.en})")
        case MayServe.ANYBODY:
            return Text("本校教师", "a teacher of the school")
