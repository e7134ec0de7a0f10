"""Homework and class activities that the people who may take them cannot hold."""

from collections.abc import Iterable, Iterator

from models import Shortage, Slot, SlotKind, Teacher, Text
from models.checks.serving import may_lead_activity
from scheduler.matching import hall_violators
from scheduler.precheck.reach import Reach
from scheduler.precheck.sentences import names, people, week_name

Task = tuple[str, str]  # class and subject, or class and activity


def homework_tasks(reach: Reach) -> dict[Task, tuple[int, tuple[Teacher, ...]]]:
    """Homework of every class and subject each week: how often, and who may tutor it."""
    return {
        (c.id, subject): (quota.times, reach.tutors(c, subject))
        for c in reach.problem.classes
        for subject, quota in reach.problem.quotas[c.id].items()
        if quota.times and not quota.per_cycle
    }


def activity_tasks(reach: Reach, week: int) -> dict[Task, tuple[int, tuple[Teacher, ...]]]:
    """Named activities of every class in the week: how often, and who may lead them."""
    return {
        (c.id, activity.id): (
            activity.meetings,
            tuple(t for t in reach.problem.teachers if may_lead_activity(activity, c, t)),
        )
        for c in reach.problem.classes
        for activity in reach.problem.activities[c.id]
        if activity.weeks.includes(week)
    }


def homework_tutors(reach: Reach) -> Iterator[Shortage]:
    """All homework of a week is held by those who may tutor it, within their weekly and daily limits."""
    problem, tasks = reach.problem, homework_tasks(reach)
    demand = {task: times for task, (times, _) in tasks.items()}
    edges = {task: [t.id for t in who] for task, (_, who) in tasks.items()}
    for week in problem.week.weeks:
        slots = {s for c in problem.classes for s in reach.slots_of(c, SlotKind.HOMEWORK, week)}
        supply = {t.id: reach.most(t, sorted(slots)) for t in problem.teachers}
        for found in hall_violators(demand, supply, edges):
            when = week_name(problem, week)
            subjects, classes = names(s for _, s in found.left), names(c for c, _ in found.left)
            who = people(problem.person_by_id[p] for p in found.right)
            yield Shortage(
                code="homework_tutors",
                text=Text(
                    f"{classes.zh}的{subjects.zh}作业辅导{when.zh}共{found.demand}节，"
                    f"可以辅导的教师（{who.zh}）最多承担{found.supply}节。",
                    f"homework {subjects.en} of {classes.en} takes {found.demand} sessions {when.en}; "
                    "those who may "
                    f"tutor it ({who.en}) can hold {found.supply}.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.right),
                classes=tuple(dict.fromkeys(c for c, _ in found.left)),
            )


def tutors_come(reach: Reach) -> Iterator[Shortage]:
    """Each subject of a class finds enough of the class's homework slots in which a tutor of it can come."""
    problem = reach.problem
    for week in problem.week.weeks:
        for c in problem.classes:
            slots = reach.slots_of(c, SlotKind.HOMEWORK, week)
            weekly = {s: q.times for s, q in problem.quotas[c.id].items() if q.times and not q.per_cycle}
            if sum(weekly.values()) > len(slots):
                continue  # `homework_fills_slots` says so
            who = {subject: reach.tutors(c, subject) for subject in weekly}
            edges = {s: [slot for slot in slots if any(reach.is_free(t, slot) for t in who[s])] for s in weekly}
            for found in hall_violators(weekly, dict.fromkeys(slots, 1), edges):
                subjects, when = names(found.left), week_name(problem, week)
                able = list({t.id: t for s in found.left for t in who[s]}.values())
                yield Shortage(
                    code="tutors_come",
                    text=Text(
                        f"{c.title}的{subjects.zh}作业辅导{when.zh}{found.demand}节，可以辅导的教师"
                        f"（{people(able).zh}）只在{found.supply}个作业辅导时段能来。",
                        f"homework {subjects.en} of {c.title} takes {found.demand} sessions {when.en}; "
                        "those who may "
                        f"tutor it ({people(able).en}) can come in {found.supply} of its slots.",
                    ),
                    demand=found.demand,
                    supply=found.supply,
                    people=tuple(t.id for t in able),
                    classes=(c.id,),
                )


def activity_leaders(reach: Reach) -> Iterator[Shortage]:
    """Named activities are held by those who may lead them."""
    problem = reach.problem
    for week in problem.week.weeks:
        tasks = activity_tasks(reach, week)
        slots: Iterable[Slot] = sorted({s for c in problem.classes for s in reach.slots_of(c, SlotKind.CLUB, week)})
        supply = {t.id: reach.most(t, slots) for t in problem.teachers}
        demand = {task: often for task, (often, _) in tasks.items()}
        edges = {task: [t.id for t in who] for task, (_, who) in tasks.items()}
        for found in hall_violators(demand, supply, edges):
            when = week_name(problem, week)
            activities = list(dict.fromkeys(a for _, a in found.left))
            what, classes = names(problem.club_by_id[a].name for a in activities), names(c for c, _ in found.left)
            who = people(problem.person_by_id[p] for p in found.right)
            yield Shortage(
                code="activity_leaders",
                text=Text(
                    f"班级活动{what.zh}（{classes.zh}）{when.zh}共{found.demand}节，"
                    f"可以负责的教师（{who.zh}）最多承担{found.supply}节。",
                    f"class activities {what.en} ({classes.en}) take {found.demand} sessions {when.en}; "
                    "those who may "
                    f"lead them ({who.en}) can hold {found.supply}.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.right),
                classes=tuple(dict.fromkeys(c for c, _ in found.left)),
                clubs=tuple(activities),
            )


CHECKS = (homework_tutors, tutors_come, activity_leaders)
