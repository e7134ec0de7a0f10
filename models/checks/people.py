"""Teachers and instructors: limits that contradict one another, wishes, dates of papers."""

from collections import Counter
from collections.abc import Iterator

from models.checks.finding import Finding, Path, error, nearest, slot_name, warning
from models.club import ClassActivity
from models.people import Person, Teacher
from models.problem import Problem


def _everybody(problem: Problem) -> Iterator[tuple[Path, Person]]:
    for i, teacher in enumerate(problem.teachers):
        yield ("teachers", i), teacher
    for i, instructor in enumerate(problem.instructors):
        yield ("instructors", i), instructor


def weekly_limits(problem: Problem) -> Iterator[Finding]:
    """At least so many sessions a week is not above at most so many."""
    for path, p in _everybody(problem):
        if p.weekly_least > p.weekly_most:
            yield error(
                (*path, "weekly_least"),
                f"教师“{p.name}”：周课时下限{p.weekly_least}大于上限{p.weekly_most}，请改其中一个。",
                f"“{p.name}”: at least {p.weekly_least} sessions a week is above at most {p.weekly_most}.",
            )


def target_within_limits(problem: Problem) -> Iterator[Finding]:
    """A target that the limits forbid is never reached."""
    for i, t in enumerate(problem.teachers):
        if t.target is not None and not t.weekly_least <= t.target <= max(t.weekly_least, t.weekly_most):
            yield warning(
                ("teachers", i, "target"),
                f"教师“{t.name}”：目标课时{t.target}不在周课时{t.weekly_least}–{t.weekly_most}之内，达不到。",
                f"“{t.name}”: target {t.target} lies outside {t.weekly_least}–{t.weekly_most} sessions a week.",
            )


def credential_dates(problem: Problem) -> Iterator[Finding]:
    """A paper ends after it begins."""
    for i, instructor in enumerate(problem.instructors):
        for j, paper in enumerate(instructor.credentials):
            begin, end = paper.valid_from, paper.valid_until
            if begin is not None and end is not None and end < begin:
                yield error(
                    ("instructors", i, "credentials", j, "valid_until"),
                    f"外聘教师“{instructor.name}”的“{paper.name}”从{begin}到{end}：截止日期早于生效日期。",
                    f"“{paper.name}” of “{instructor.name}” runs from {begin} to {end}: it ends before it begins.",
                )


def wish_once(problem: Problem) -> Iterator[Finding]:
    """One wish for a slot; several would be counted one by one."""
    for path, p in _everybody(problem):
        seen = set()
        for j, wish in enumerate(p.wishes):
            if wish.slot in seen:
                name = slot_name(wish.slot, problem)
                yield warning(
                    (*path, "wishes", j),
                    f"教师“{p.name}”对{name.zh}写了两次愿望，会分别计算：请只留一次。",
                    f"“{p.name}” has two wishes for {name.en}, which count separately: keep one.",
                )
            seen.add(wish.slot)


def wish_when_available(problem: Problem) -> Iterator[Finding]:
    """A wish for a slot in which the person cannot serve anyway has no effect that anybody wants."""
    for path, p in _everybody(problem):
        for j, wish in enumerate(p.wishes):
            if wish.slot in p.unavailable:
                name = slot_name(wish.slot, problem)
                yield warning(
                    (*path, "wishes", j),
                    f"教师“{p.name}”在{name.zh}已登记为不可用，这一节的愿望不起作用：请删去其一。",
                    f"“{p.name}” is unavailable on {name.en}, so a wish for it does nothing: remove one of the two.",
                )


def visits_when_available(problem: Problem) -> Iterator[Finding]:
    """An instructor who comes only in some slots can serve in one of them."""
    for i, p in enumerate(problem.instructors):
        if p.visits_only and set(p.visits_only) <= set(p.unavailable):
            yield warning(
                ("instructors", i, "visits_only"),
                f"外聘教师“{p.name}”来校的时段全部登记为不可用：等于从不来校。",
                f"“{p.name}” is unavailable in every slot of the visits: that means never coming.",
            )


def skill_is_asked_for(problem: Problem) -> Iterator[Finding]:
    """An instructor whose skills no club asks for is usually one whose skill is spelt differently."""
    led = [club for club in problem.clubs if not isinstance(club, ClassActivity)]
    asked = {skill for club in led for skill in club.skills}
    named = {person for club in led for person in (*club.named_leaders, *club.preferred_leaders)}
    if not all(club.skills for club in led):
        return  # a club that asks for no skill may have anybody
    for i, p in enumerate(problem.instructors):
        if p.skills and not asked.intersection(p.skills) and p.id not in named:
            yield warning(
                ("instructors", i, "skills"),
                f"外聘教师“{p.name}”的专长没有任何社团需要：请核对专长名称。",
                f"no club asks for a skill of “{p.name}”: check how the skills are spelt.",
            )


def skill_spelt_alike(problem: Problem) -> Iterator[Finding]:
    """A skill that no club asks for and one person alone has is in order, unless it is nearly one that is asked for."""
    asked = {skill for club in problem.clubs for skill in club.skills}
    held = Counter(skill for _, p in _everybody(problem) for skill in p.skills)
    for path, p in _everybody(problem):
        for j, skill in enumerate(p.skills):
            near = nearest(skill, asked - set(p.skills)) if skill not in asked and held[skill] == 1 else None
            if near is not None:
                yield warning(
                    (*path, "skills", j),
                    f"教师“{p.name}”的专长“{skill}”没有社团需要，是不是“{near}”？",
                    f"no club asks for the skill “{skill}” of “{p.name}”; is “{near}” meant?",
                )


def patrol_has_leaders(problem: Problem) -> Iterator[Finding]:
    """Patrol is asked for only where there are leaders."""
    leaders = sum(isinstance(p, Teacher) and p.leader for _, p in _everybody(problem))
    asked = problem.settings.patrol.at_least
    if leaders < asked:
        yield error(
            ("settings", "patrol", "at_least"),
            f"每个时段要求{asked}位值班领导巡查，教师表里只有{leaders}位值班领导：请增加领导或减少要求。",
            f"{asked} leaders are to be on patrol in each slot, but only {leaders} teachers are leaders.",
        )


CHECKS = (
    weekly_limits, target_within_limits, credential_dates, wish_once, wish_when_available,
    visits_when_available, skill_is_asked_for, skill_spelt_alike, patrol_has_leaders,
)  # fmt: skip
