"""Homework quotas and class activities: somebody must be allowed to take each."""

from collections.abc import Iterator

from models.checks.finding import Finding, Path, error, listed, warning
from models.club import ClassActivity
from models.homework import HomeworkQuota, MayServe
from models.people import Teacher
from models.problem import Problem
from models.school import SchoolClass
from models.text import Text


def own_teachers(school_class: SchoolClass) -> set[str]:
    """Ids of everybody who teaches the class anything, and of its class teacher."""
    found = {person for people in school_class.teachers.values() for person in people}
    return found | ({school_class.class_teacher} if school_class.class_teacher is not None else set())


def may_tutor(quota: HomeworkQuota, school_class: SchoolClass, teacher: Teacher) -> bool:
    """Whether the school's choice for this quota lets the teacher tutor this class."""
    taught = teacher.id in school_class.teachers.get(quota.subject, ())
    of_subject = taught or quota.subject in teacher.subjects
    match quota.who:
        case MayServe.SUBJECT:
            return of_subject
        case MayServe.OWN:
            return of_subject or teacher.id in own_teachers(school_class)
        case MayServe.CLASS_TEACHER:
            return teacher.id == school_class.class_teacher
        case MayServe.NAMED:
            return teacher.id in quota.people
        case MayServe.ANYBODY:
            return True
        case MayServe.SKILL:
            return False


def may_lead_activity(activity: ClassActivity, school_class: SchoolClass, teacher: Teacher) -> bool:
    """Whether the school's choice for this activity lets the teacher lead it in this class."""
    match activity.who:
        case MayServe.ANYBODY:
            return True
        case MayServe.OWN:
            return teacher.id in own_teachers(school_class)
        case MayServe.CLASS_TEACHER:
            return teacher.id == school_class.class_teacher
        case MayServe.NAMED:
            return teacher.id in activity.people
        case MayServe.SKILL:
            return bool(set(activity.skills) & set(teacher.skills))
        case MayServe.SUBJECT:
            return False


def _activities(problem: Problem) -> Iterator[tuple[int, ClassActivity]]:
    for i, club in enumerate(problem.clubs):
        if isinstance(club, ClassActivity):
            yield i, club


def who_fits_kind(problem: Problem) -> Iterator[Finding]:
    """Skills choose people for activities, subjects choose them for homework; not the other way round."""
    for i, quota in enumerate(problem.homework):
        if quota.who is MayServe.SKILL:
            yield error(
                ("homework", i, "who"),
                f"作业辅导“{quota.subject}”不能按专长派人：请选任教本学科、本班任课、班主任、指定教师或全体教师。",
                f"homework quota “{quota.subject}” cannot choose people by skill: choose subject, own, "
                "class teacher, "
                "named or anybody.",
            )
    for i, activity in _activities(problem):
        if activity.who is MayServe.SUBJECT:
            yield error(
                ("clubs", i, "who"),
                f"班级活动“{activity.name}”不能按学科派人：请选本班任课、班主任、指定教师、专长或全体教师。",
                f"class activity “{activity.name}” cannot choose people by subject: choose own, class "
                "teacher, named, "
                "skill or anybody.",
            )


def who_is_given(problem: Problem) -> Iterator[Finding]:
    """Where named people or skills decide, there are some; where they do not, none are given in vain."""

    def judge(path: Path, who: MayServe, people: tuple[str, ...], where: Text) -> Iterator[Finding]:
        if who is MayServe.NAMED and not people:
            yield error(
                (*path, "people"),
                f"{where.zh}选了“指定教师”，却没有写教师姓名：请补上姓名。",
                f"{where.en} is for named people, but nobody is named: add names.",
            )
        elif people and who is not MayServe.NAMED:
            yield warning(
                (*path, "people"),
                f"{where.zh}写了教师姓名，但没有选“指定教师”，姓名不起作用。",
                f"{where.en} names people, but is not for named people: the names do nothing.",
            )

    for i, quota in enumerate(problem.homework):
        where = Text(f"作业辅导“{quota.subject}”", f"homework quota “{quota.subject}”")
        yield from judge(("homework", i), quota.who, quota.people, where)
    for i, activity in _activities(problem):
        where = Text(f"班级活动“{activity.name}”", f"class activity “{activity.name}”")
        yield from judge(("clubs", i), activity.who, activity.people, where)
        if activity.who is MayServe.SKILL and not activity.skills:
            yield error(
                ("clubs", i, "skills"),
                f"{where.zh}按专长派人，却没有写需要的专长：请补上专长。",
                f"{where.en} chooses people by skill, but gives none: add skills.",
            )


def somebody_may_tutor(problem: Problem) -> Iterator[Finding]:
    """Every quota has, for each of its classes, a teacher who may take it."""
    for i, quota in enumerate(problem.homework):
        if quota.times == 0 or quota.who is MayServe.SKILL or (quota.who is MayServe.NAMED and not quota.people):
            continue
        without = [
            c.id
            for c in problem.classes
            if problem.quotas[c.id].get(quota.subject) is quota
            and not any(may_tutor(quota, c, t) for t in problem.teachers)
        ]
        if without:
            names = listed(without)
            yield error(
                ("homework", i),
                f"作业辅导“{quota.subject}”：{names.zh}没有可以辅导的教师，请填任课教师或放宽派人范围。",
                f"homework quota “{quota.subject}”: nobody may tutor {names.en}; say who teaches it, or "
                "widen the choice.",
            )


def somebody_may_lead_activity(problem: Problem) -> Iterator[Finding]:
    """Every class activity has, in each of its classes, a teacher who may take it."""
    for i, activity in _activities(problem):
        having = [c for c in problem.classes if activity in problem.activities[c.id]]
        if not having:
            yield warning(
                ("clubs", i, "grades"),
                f"班级活动“{activity.name}”没有任何班级：请填年级或班级。",
                f"class activity “{activity.name}” has no class: give grades or classes.",
            )
        given = {MayServe.NAMED: activity.people, MayServe.SKILL: activity.skills}.get(activity.who, ("any",))
        if activity.who is MayServe.SUBJECT or not given:
            continue
        without = [c.id for c in having if not any(may_lead_activity(activity, c, t) for t in problem.teachers)]
        if without:
            names = listed(without)
            yield error(
                ("clubs", i, "who"),
                f"班级活动“{activity.name}”：{names.zh}没有可以负责的教师，请填班主任、任课教师或放宽派人范围。",
                f"class activity “{activity.name}”: nobody may lead it in {names.en}; widen the choice.",
            )


CHECKS = (who_fits_kind, who_is_given, somebody_may_tutor, somebody_may_lead_activity)
