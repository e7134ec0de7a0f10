"""What still fits when the week has fewer slots: meetings of clubs, walking slots, homework sessions."""

from models.changes.altering import altered
from models.changes.quotas import with_class_quotas
from models.club import ClassActivity, Club, CrossClassClub, WholeSchoolClub
from models.homework import HomeworkQuota
from models.noun import ClassId, GradeId, Subject
from models.problem import Problem
from models.school import Band, SchoolClass
from models.week import Day, Slot, SlotKind


def clubs_left(before: Problem, after: Problem, day: Day) -> tuple[Club, ...]:
    """The clubs that can still meet, each at most as often as it can; those that lose nothing stay as they are."""
    made: list[Club] = []
    for club in before.clubs:
        chances = _chances(after, club, day)
        if chances == _chances(before, club, None):
            made.append(club)
        elif chances:
            slots = tuple(slot for slot in club.fixed_slots if slot.day != day)
            made.append(altered(club, fixed_slots=slots, meetings=min(club.meetings, len(chances))))
    return tuple(made)


def _chances(problem: Problem, club: Club, lost: Day | None) -> set[tuple[int, int]]:
    """Days on which the club could meet (it meets once a day); of a class activity, the (day, period)."""
    grades = _grades(problem, club)
    double = isinstance(club, CrossClassClub) and club.periods == 2
    wanted = all if double or isinstance(club, WholeSchoolClub) else any
    usable = {
        slot
        for slot in problem.slots
        if slot.day != lost
        and wanted(problem.week.kind(slot, grade) is SlotKind.CLUB for grade in grades)
        and (not club.fixed_slots or slot in club.fixed_slots)
    }
    if double:
        usable = {slot for slot in usable if Slot(slot.day, slot.period + 1, slot.week) in usable}
    return {(slot.day, slot.period if isinstance(club, ClassActivity) else 0) for slot in usable}


def _grades(problem: Problem, club: Club) -> list[GradeId]:
    """Grades that have the club and have classes."""
    grades = [g for g in club.grades if problem.classes_by_grade.get(g)]
    if isinstance(club, ClassActivity):
        grades += [problem.class_by_id[c].grade for c in club.classes if c in problem.class_by_id]
    return list(dict.fromkeys(grades))


def fewer_walks(after: Problem, band: Band, day: Day) -> Band:
    """The band without this day: fixed slots that are lost are not made up for; else what is left is the limit."""
    slots = tuple(slot for slot in band.fixed_slots if slot.day != day)
    lost = len({(s.day, s.period) for s in band.fixed_slots}) - len({(s.day, s.period) for s in slots})
    if lost:
        most = max(0, band.walking_most - lost) if slots else 0
        least = min(max(0, band.walking_least - lost), most)
        return altered(band, fixed_slots=slots, walking_least=least, walking_most=most)
    grades = [g for g in band.grades if after.classes_by_grade.get(g)]
    left = {
        (s.day, s.period) for s in after.slots if all(after.week.kind(s, grade) is SlotKind.CLUB for grade in grades)
    }
    return altered(band, walking_least=min(band.walking_least, len(left)))


def quotas_that_fit(before: Problem, after: Problem) -> tuple[HomeworkQuota, ...]:
    """The quotas with fewer sessions for each class that lost homework slots and has more sessions than are left."""
    wanted: dict[Subject, dict[ClassId, HomeworkQuota]] = {}
    for c in after.classes:
        left = len(after.slots_of(c, SlotKind.HOMEWORK))
        if left < len(before.slots_of(c, SlotKind.HOMEWORK)):
            for quota in _lowered(after, c, left):
                wanted.setdefault(quota.subject, {})[c.id] = quota
    homework = after.homework
    for subject, quotas in wanted.items():
        homework = with_class_quotas(homework, subject, quotas)
    return homework


def _lowered(problem: Problem, school_class: SchoolClass, left: int) -> list[HomeworkQuota]:
    """The class's quotas that have to shrink, so that all of them together need `left` slots in the whole cycle."""
    cycle = problem.week.cycle
    order = [subject.id for subject in problem.subjects]
    quotas = dict(problem.quotas[school_class.id])
    times = {subject: quota.times for subject, quota in quotas.items()}
    # A quota by the week takes a session out of each week; one by the cycle takes a single one.
    step = {subject: 1 if quota.per_cycle else cycle for subject, quota in quotas.items()}

    def weight(subject: Subject) -> tuple[int, int]:
        return times[subject] * step[subject], order.index(subject) if subject in order else len(order)

    while (excess := sum(times[s] * step[s] for s in times) - left) > 0:
        # An odd excess of a two-week cycle comes from a quota by the cycle, and only that one can end it exactly.
        able = [s for s in times if times[s] > 0 and (step[s] == 1 or excess % cycle == 0)]
        times[max(able, key=weight)] -= 1
    return [altered(quota, times=times[s]) for s, quota in quotas.items() if times[s] < quota.times]
