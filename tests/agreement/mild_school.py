"""Random schools that can often be solved: `random_school` with what mostly makes them impossible eased."""

from random import Random

from models import CrossClassClub, HomeworkQuota, MayServe, Patrol, Problem, SlotKind
from tests.agreement.random_school import random_school
from tests.builders import changed


def mild_school(seed: int) -> Problem:
    """The same seed gives the same school."""
    rng = Random(seed)
    base = random_school(seed)
    week = changed(base.week, kinds=tuple(k for k in base.week.kinds if not k.grades))
    slots = len([s for s in week.slots if s.week == 1 and week.kind(s, base.grades[0].id) is SlotKind.HOMEWORK])
    grades = tuple(g.id for g in base.grades)
    quotas = [
        HomeworkQuota(subject=subject, times=times, who=rng.choice((MayServe.ANYBODY, MayServe.OWN)), grades=grades)
        for subject, times in (("语文", slots - slots // 2), ("数学", slots // 2))
    ]
    return changed(
        base,
        week=week,
        homework=tuple(quotas),
        teachers=tuple(changed(t, weekly_least=0, weekly_most=6, daily_most=2) for t in base.teachers),
        instructors=tuple(changed(i, weekly_least=0, weekly_most=3) for i in base.instructors),
        rooms=tuple(changed(r, capacity=20, closed=r.closed[:1]) for r in base.rooms),
        bands=tuple(changed(b, walking_least=0, walking_most=5, fixed_slots=()) for b in base.bands),
        clubs=tuple(
            changed(c, least=0, most=16, leaders=1, fixed_slots=(), named_leaders=(), features=(), meetings=1)
            if isinstance(c, CrossClassClub)
            else c
            for c in base.clubs
        ),
        pins=base.pins[:1] if rng.random() < 0.2 else (),
        settings=changed(base.settings, patrol=Patrol(at_least=rng.choice((0, 0, 1)))),
    )
