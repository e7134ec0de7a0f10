"""A school strained at random in a few places: about half of the results can still be timetabled."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import TypeVar

from models import (
    ClassActivity,
    Credential,
    CrossClassClub,
    LeaderFrom,
    MayServe,
    Parity,
    Participation,
    Patrol,
    Pin,
    Problem,
    RuleSetting,
    Slot,
    Strength,
    Teacher,
)
from models.noun import Noun
from tests.builders import changed

N = TypeVar("N", bound=Noun)


def strained(problem: Problem, seed: int, places: int) -> Problem:
    """The problem, changed at random in so many places; the same seed gives the same result."""
    rng = Random(seed)
    if rng.random() < 0.3:
        problem = _two_weeks(problem)
    for _ in range(places):
        problem = rng.choice(_STRAINS)(problem, rng)
    return problem


def _two_weeks(problem: Problem) -> Problem:
    """The same school with odd and even weeks; slots that were named are meant in both."""

    def both(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return tuple(Slot(s.day, s.period, week) for week in (1, 2) for s in slots)

    return changed(
        problem,
        week=changed(problem.week, cycle=2),
        clubs=tuple(changed(c, fixed_slots=both(c.fixed_slots)) for c in problem.clubs),
        bands=tuple(changed(b, fixed_slots=both(b.fixed_slots)) for b in problem.bands),
    )


def _one(problem: Problem, rng: Random, field: str, strain: Callable[[N], N]) -> Problem:
    """The problem with one of the nouns of this field strained."""
    nouns = list(getattr(problem, field))
    if nouns:
        place = rng.randrange(len(nouns))
        nouns[place] = strain(nouns[place])
    return changed(problem, **{field: tuple(nouns)})


def _some_slots(problem: Problem, rng: Random, most: int) -> tuple[Slot, ...]:
    return tuple(rng.sample(problem.slots, rng.randint(1, most)))


def _limits(problem: Problem, rng: Random) -> Problem:
    def strain(t: Teacher) -> Teacher:
        if rng.random() < 0.3:
            return changed(t, weekly_least=rng.randint(1, 6))
        return changed(t, weekly_most=rng.randint(0, 5), daily_most=rng.choice((1, 2, 9)))

    return _one(problem, rng, "teachers", strain)


def _least_for_all(problem: Problem, rng: Random) -> Problem:
    least = rng.randint(2, 6)
    return changed(problem, teachers=tuple(changed(t, weekly_least=least) for t in problem.teachers))


def _absence(problem: Problem, rng: Random) -> Problem:
    field = rng.choice(("teachers", "teachers", "instructors"))
    return _one(problem, rng, field, lambda p: changed(p, unavailable=_some_slots(problem, rng, 4)))


def _instructor(problem: Problem, rng: Random) -> Problem:
    odd = problem.week.cycle == 2 and rng.random() < 0.3
    fields = rng.choice(
        (
            {"visits_only": _some_slots(problem, rng, len(problem.slots))},
            {"credentials": (Credential(name="合同", valid_until=date(2027, rng.choice((5, 8)), 1)),)},
            {"weekly_least": rng.randint(1, 5)},
            {"weekly_most": rng.randint(0, 4)},
            {"weeks": Parity.ODD if odd else Parity.EVERY},
        )
    )
    return _one(problem, rng, "instructors", lambda p: changed(p, **fields))


def _room(problem: Problem, rng: Random) -> Problem:
    fields = rng.choice(
        (
            {"closed": _some_slots(problem, rng, 5)},
            {"capacity": rng.randint(15, 45)},
            {"features": ()},
            {"groups_at_once": rng.randint(1, 2)},
        )
    )
    return _one(problem, rng, "rooms", lambda r: changed(r, **fields))


def _club(problem: Problem, rng: Random) -> Problem:
    def strain(club: Noun) -> Noun:
        if isinstance(club, ClassActivity):
            who = rng.choice(list(MayServe))
            fields = rng.choice(
                (
                    {"meetings": rng.randint(1, 3)},
                    {"who": who, "people": ("王1", "王3"), "skills": ("合唱",)} if who is not MayServe.SUBJECT else {},
                )
            )
            return changed(club, **fields)
        general = (
            {"meetings": rng.randint(1, 4)},
            {"leaders": rng.randint(1, 3)},
            {"fixed_slots": _some_slots(problem, rng, 3)},
            {"leader_from": rng.choice(list(LeaderFrom))},
            {"named_leaders": tuple(p.id for p in rng.sample(problem.people, 3))},
            {"skills": ()},
            {"named_rooms": tuple(r.id for r in rng.sample(problem.rooms, 2))},
            {"features": ()},
            {"weeks": rng.choice((Parity.ODD, Parity.EVEN)) if problem.week.cycle == 2 else Parity.EVERY},
            {"grades": club.grades[:1]},  # type: ignore[attr-defined]
        )
        sizes = ({"groups": rng.randint(1, 3)}, {"most": rng.randint(10, 40)}, {"least": rng.randint(0, 30)})
        joined = {c.id: rng.randint(1, 10) for c in problem.classes if c.grade in club.grades}  # type: ignore[attr-defined]
        own = (*sizes, {"enrolment": joined}, {"periods": rng.randint(1, 2)})
        return changed(club, **rng.choice((*general, *own) if isinstance(club, CrossClassClub) else general))

    return _one(problem, rng, "clubs", strain)


def _band(problem: Problem, rng: Random) -> Problem:
    least = rng.randint(0, 5)
    fields = rng.choice(
        (
            {"walking_least": least, "walking_most": max(least, rng.randint(1, 6))},
            {"walking_least": 0, "walking_most": 6, "fixed_slots": _some_slots(problem, rng, 4)},
            {"participation": Participation.VOLUNTEERS},
            {"grades": problem.bands[0].grades[:1]},
        )
    )
    return _one(problem, rng, "bands", lambda b: changed(b, **fields))


def _class(problem: Problem, rng: Random) -> Problem:
    fields = rng.choice(({"pupils": rng.randint(10, 40)}, {"home_room": None}, {"class_teacher": "王1"}))
    return _one(problem, rng, "classes", lambda c: changed(c, **fields))


def _quota(problem: Problem, rng: Random) -> Problem:
    who = rng.choice([w for w in MayServe if w is not MayServe.SKILL])
    problem = _one(problem, rng, "homework", lambda q: changed(q, who=who, people=("王1", "李2", "冯老师")))
    if rng.random() < 0.3 and len(problem.homework) > 1:  # one more of one subject, one less of another
        first, second, *rest = problem.homework
        one_more, one_less = changed(first, times=first.times + 1), changed(second, times=max(0, second.times - 1))
        problem = changed(problem, homework=(one_more, one_less, *rest))
    if rng.random() < 0.3 and problem.week.cycle == 2:
        problem = changed(
            problem, homework=tuple(changed(q, times=q.times * 2, per_cycle=True) for q in problem.homework)
        )
    return problem


def _settings(problem: Problem, rng: Random) -> Problem:
    fields = rng.choice(
        (
            {"patrol": Patrol(at_least=rng.randint(0, 3))},
            {"accompany_instructors": rng.random() < 0.5},
            {"pupils_per_adult": rng.choice((None, 15, 25))},
            {
                "rules": tuple(
                    RuleSetting(rule=rule, strength=rng.choice((Strength.PREFER, Strength.OFF)))
                    for rule in ("club_keeps_leader", "club_keeps_room")
                )
            },
        )
    )
    return changed(problem, settings=changed(problem.settings, **fields))


def _pin(problem: Problem, rng: Random) -> Problem:
    slot, person = rng.choice(problem.slots), rng.choice([None, *(p.id for p in problem.people)])
    room = rng.choice([None, None, *(r.id for r in problem.rooms)])
    c = rng.choice(problem.classes)
    club = rng.choice(problem.clubs)
    if rng.random() < 0.5 and not isinstance(club, ClassActivity):
        pin = Pin(slot=slot, club=club.id, person=person, room=room, by="教务处", reason="约定")
    else:
        subject = rng.choice([None, *(s.id for s in problem.subjects)])
        pin = Pin(slot=slot, school_class=c.id, subject=subject, person=person, room=room, by="教务处", reason="约定")
    return changed(problem, pins=(*problem.pins, pin))


def _week(problem: Problem, rng: Random) -> Problem:
    """One slot more for a single grade is closed, so that nothing of the band can walk then."""
    setting = rng.choice(problem.week.kinds)
    other = rng.choice(problem.week.kinds)
    kinds = tuple(changed(k, kind=other.kind) if k is setting else k for k in problem.week.kinds)
    return changed(problem, week=changed(problem.week, kinds=kinds))


_STRAINS: tuple[Callable[[Problem, Random], Problem], ...] = (
    _limits, _least_for_all, _absence, _absence, _instructor, _room, _room, _club, _club, _club, _band, _class, _quota,
    _settings, _pin, _week,
)  # fmt: skip
