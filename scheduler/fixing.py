"""Fix a concrete timetable into a model, to try it, to stay near it, or to test a rule on it alone."""

from collections import Counter
from collections.abc import Collection, Iterator

from models import CrossClassClub, Problem, Role, Session, SessionKind, Slot, Timetable
from models.noun import ClassId, PersonId, Subject
from scheduler.scope import Pool
from scheduler.variables import FREE, Helped, Linear, Variables

Fixed = Iterator[tuple[Linear, int]]


def fixed(problem: Problem, x: Variables, timetable: Timetable) -> Fixed:
    """Every decision of the model with the value that it has in the timetable.

    A decision that is not open (the number 0) paired with 1 says that the timetable does what the scope rules out.
    """
    for slot in problem.slots:
        sessions = timetable.at.get(slot, ())
        yield from _classes(problem, x, slot, sessions)
        yield from _clubs(x, slot, sessions)
        yield from _people(problem, x, slot, sessions)


def fix(problem: Problem, x: Variables, timetable: Timetable) -> None:
    """Let the model have no other timetable than this one."""
    for decision, value in fixed(problem, x, timetable):
        x.model.add(decision == value)


def _classes(problem: Problem, x: Variables, slot: Slot, sessions: tuple[Session, ...]) -> Fixed:
    homework = {(s.school_class, s.subject): s for s in sessions if s.kind is SessionKind.HOMEWORK}
    activities = {s.school_class: s for s in sessions if s.kind is SessionKind.CLASS_ACTIVITY}
    for c in problem.classes:
        here = activities.get(c.id)
        for subject in problem.quotas[c.id]:
            done = homework.get((c.id, subject))
            here = done or here
            yield x.homework(c.id, subject, slot), int(done is not None)
            tutors = done.people(Role.TUTOR) if done else ()
            named = x.tutors(c.id, subject)
            for person in named:
                yield x.tutoring(c.id, subject, person, slot), int(person in tutors)
            chosen = _pools(x, c.id, subject, tutors)
            for pool in x.visiting_pools(c.id, subject):
                yield x.visited(c.id, subject, pool, slot), int(pool in chosen)
        activity = activities.get(c.id)
        yield x.stays(c.id, slot), int(activity is not None)
        for key in (*(a.id for a in problem.activities[c.id]), FREE):
            yield x.activity(c.id, key, slot), int(activity is not None and (activity.club or FREE) == key)
        yield from _activity_leaders(problem, x, slot, c.id, activity)
        yield x.extra(c.id, slot), len(here.people(Role.ACCOMPANYING)) if here else 0
        yield from _helps(x, Helped("class", c.id), slot, here)
        if (c.id, slot) in x.kept_class_rooms:
            room, stays = x.kept_class_rooms[c.id, slot]
            yield stays, int(here is not None and here.room == room)
        for kind in x.room_kinds:
            in_kind = here is not None and here.room is not None and x.kind_of_room[here.room] is kind
            if not isinstance(found := x.class_in(c.id, kind, slot), int):
                yield found, int(in_kind)


def _pools(x: Variables, class_id: ClassId, subject: Subject, tutors: tuple[PersonId, ...]) -> list[Pool]:
    """The pool, of those that the class may be visited from, that a tutor who is not named comes from: the cheapest."""
    counted = [p for p in tutors if p not in x.tutors(class_id, subject)]
    pools = sorted(x.visiting_pools(class_id, subject), key=lambda pool: (pool.tier, pool.key[0] != class_id))
    return [pool for p in counted for pool in pools if p in {t.id for t in pool.people}][:1]


def _activity_leaders(problem: Problem, x: Variables, slot: Slot, class_id: ClassId, activity: Session | None) -> Fixed:
    leaders = activity.people(Role.LEADER) if activity else ()
    restricted = activity is not None and activity.club in x.restricted(class_id)
    known = x.known_leaders(class_id, slot)
    for key in x.restricted(class_id):
        for teacher in problem.teachers:
            led = activity is not None and activity.club == key and teacher.id in leaders
            yield x.activity_led(class_id, key, teacher.id, slot), int(led)
    for person in known:
        yield x.open_led(class_id, person, slot), int(not restricted and person in leaders)
    pooled = bool(leaders) and not restricted and not set(leaders) & set(known)
    yield x.from_pool(class_id, slot), int(pooled)


def _clubs(x: Variables, slot: Slot, sessions: tuple[Session, ...]) -> Fixed:
    meetings = {(s.club, s.group): s for s in sessions if s.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)}
    for unit in x.units:
        met = meetings.get((unit.club.id, unit.number))
        yield x.meets(unit.club.id, slot), int(met is not None)
        for person in x.leads(unit.id):
            yield x.leads_at(unit.id, person, slot), int(met is not None and person in met.people(Role.LEADER))
        yield x.accompanying(unit.id, slot), len(met.people(Role.ACCOMPANYING)) if met else 0
        yield from _helps(x, Helped("unit", unit.id), slot, met)
        if (unit.id, slot) in x.kept_unit_rooms:
            room, keeps = x.kept_unit_rooms[unit.id, slot]
            yield keeps, int(met is not None and met.room == room)
        for kind in x.room_kinds:
            in_kind = met is not None and met.room is not None and x.kind_of_room[met.room] is kind
            yield x.in_kind(unit.id, kind, slot), int(in_kind)
        if isinstance(unit.club, CrossClassClub):
            for grade in unit.club.grades:
                classes = x.problem.classes_by_grade[grade]
                yield x.places(unit.id, grade, slot), sum(met.pupils.get(c.id, 0) for c in classes) if met else 0


def _helps(x: Variables, of: Helped, slot: Slot, session: Session | None) -> Fixed:
    """How often each of those who are known by name helps there."""
    present = Counter(session.people(Role.ACCOMPANYING)) if session else Counter[PersonId]()
    for person, count in x.helps(of, slot).items():
        yield count, present[person]


def _known_helpers(x: Variables, session: Session) -> Collection[PersonId]:
    if session.school_class is not None:
        return x.helps(Helped("class", session.school_class), session.slot)
    of = {(u.club.id, u.number): u.id for u in x.units}.get((session.club or "", session.group), "")
    return x.helps(Helped("unit", of), session.slot)


def _people(problem: Problem, x: Variables, slot: Slot, sessions: tuple[Session, ...]) -> Fixed:
    patrol: set[PersonId] = set()
    pooled: Counter[PersonId] = Counter()
    for session in sessions:
        patrol.update(session.people(Role.PATROL))
        known_helpers = _known_helpers(x, session)
        pooled.update(p for p in session.people(Role.ACCOMPANYING) if p not in known_helpers)
        class_id = session.school_class if session.kind is SessionKind.CLASS_ACTIVITY else None
        if class_id is not None and session.club not in x.restricted(class_id):
            known = x.known_leaders(class_id, slot)
            pooled.update(p for p in session.people(Role.LEADER) if p not in known)
    visits: set[tuple[PersonId, Pool]] = set()
    for session in sessions:
        c, subject, tutors = session.school_class, session.subject, session.people(Role.TUTOR)
        if c is not None and subject is not None and subject in problem.quotas[c]:
            visits |= {(p, pool) for p in tutors for pool in _pools(x, c, subject, (p,))}
    for pool in x.pools:
        for person in pool.people:
            yield x.visits(person.id, pool, slot), int((person.id, pool) in visits)
    for teacher in problem.teachers:
        yield x.patrols(teacher.id, slot), int(teacher.id in patrol)
        yield x.joins(teacher.id, slot), pooled[teacher.id]
