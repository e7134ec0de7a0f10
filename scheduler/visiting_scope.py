"""Which tutors of a class are decided by name, and which are counted in pools of equal price (visiting tutors)."""

from models import HomeworkQuota, MayServe, Problem, Role, SchoolClass, Teacher
from models.noun import GradeId, PersonId
from scheduler.scope import Pool, Scope, Split, own_teachers


class VisitingScope(Scope):
    """A scope that counts tutors alike, except for the classes and subjects in `split`."""

    def __init__(self, problem: Problem, split: Split) -> None:
        super().__init__(problem)
        self.split = split
        self.own = {c.id: own_teachers(c) for c in problem.classes}
        self._pools: dict[tuple[str, ...], tuple[Pool, ...]] = {}

    def named_tutors(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Teacher, ...]:
        counted = {t.id for pool in self.visiting_pools(school_class, quota) for t in pool.people}
        kept = self._kept(school_class, quota)
        return tuple(t for t in self.tutors(school_class, quota) if t.id in kept or t.id not in counted)

    def _kept(self, school_class: SchoolClass, quota: HomeworkQuota) -> set[PersonId | None]:
        """Who is decided by name in any case: the class's own for the subject, and whom a pin or the published
        timetable names, because it matters whether it is the same person."""
        own = set(school_class.teachers.get(quota.subject, ())) or self.own[school_class.id]
        if quota.who is not MayServe.OWN:
            own = self.own[school_class.id]
        pinned = (p.person for p in self.problem.pins if p.school_class == school_class.id)
        published = self.problem.published
        before = published.of_class.get(school_class.id, ()) if published else ()
        return {*own, *pinned, *(p for s in before if s.subject == quota.subject for p in s.people(Role.TUTOR))}

    def visiting_pools(self, school_class: SchoolClass, quota: HomeworkQuota) -> tuple[Pool, ...]:
        counts = quota.who in (MayServe.SUBJECT, MayServe.OWN, MayServe.ANYBODY)
        if not counts or (school_class.id, quota.subject) in self.split.tutors:
            return ()
        found = list(self._grade_pools(school_class.grade, quota))
        if quota.who is MayServe.OWN:
            found.append(self._class_pool(school_class))
        return tuple(pool for pool in found if pool.people)

    def _grade_pools(self, grade: GradeId, quota: HomeworkQuota) -> tuple[Pool, ...]:
        """Strangers to the class: any may visit any class of the grade in this subject."""
        anybody = quota.who is MayServe.ANYBODY
        key = (grade, quota.subject, "anybody" if anybody else "subject")
        if key not in self._pools:
            near = {person for c in self.problem.classes_by_grade[grade] for person in self.own[c.id]}
            able = [t for t in self.problem.teachers if anybody or quota.subject in t.subjects]
            self._pools[key] = (
                Pool((*key, "near"), 1, tuple(t for t in able if t.id in near)),
                Pool((*key, "far"), 2, tuple(t for t in able if t.id not in near)),
            )
        return self._pools[key]

    def _class_pool(self, school_class: SchoolClass) -> Pool:
        """The class's own teachers in a subject that they do not teach it: any may take any such subject."""
        key = (school_class.id, "own")
        if key not in self._pools:
            own = self.own[school_class.id]
            self._pools[key] = (Pool(key, 1, tuple(t for t in self.problem.teachers if t.id in own)),)
        return self._pools[key][0]
