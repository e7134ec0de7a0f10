"""Random schools that walk, with random places that keep every rule: the limits are drawn around the places."""

from collections import Counter
from random import Random

from models import CrossClassClub, Participation, Problem, Slot
from scheduler.dispatch import Places
from scheduler.scope import Unit
from tests.builders import changed
from tests.scheduler.walking_school import GRADES, MON, THU, TUE, meeting, walking_school

Most = dict[Slot, dict[Unit, int]]


def random_walk(seed: int) -> tuple[Problem, Most, Places]:
    """A school, the most pupils of each group in each slot, and the pupils of each grade in it."""
    rng = Random(seed)
    sizes = {f"{grade}{n}": rng.randint(3, 12) for grade in "一二" for n in range(1, rng.choice((2, 3, 4)))}
    bands = rng.choices(list(Participation), k=2)
    names = [f"社团{n}" for n in range(rng.randint(1, 5))]
    slots = [MON, TUE, THU][: rng.choice((2, 2, 3))]
    # One club without a list takes everybody who has nowhere else to go.
    meetings = {name: tuple(s for s in slots if rng.random() < 0.6) or (slots[0],) for name in names} | {
        "其他": tuple(slots)
    }
    clubs = [CrossClassClub(id="其他", name="其他", grades=GRADES, meetings=len(slots))]
    free = dict(sizes)
    for name in names:
        grades = rng.choice((GRADES, GRADES[:1], GRADES[1:]))
        club = CrossClassClub(
            id=name, name=name, grades=grades, meetings=len(meetings[name]), groups=rng.choice((1, 1, 2))
        )
        if rng.random() < 0.3:
            enrolment = {c: rng.randint(0, free[c] // 2) for c in sizes if f"{c[0]}年级" in grades}
            for c, joined in enrolment.items():
                free[c] -= joined
            club = changed(club, enrolment={c: n for c, n in enrolment.items() if n})
        clubs.append(club)
    problem = walking_school(sizes, *clubs, participation=(bands[0], bands[1]))
    counts = {slot: _sent(rng, problem, units) for slot, units in meeting(problem, meetings).items()}
    return _limited(rng, problem, counts)


def _sent(rng: Random, problem: Problem, units: list[Unit]) -> Counter[tuple[Unit, str]]:
    """Every pupil somewhere: the enrolled in a group of their club, the others (or some of them) in any other."""
    found: Counter[tuple[Unit, str]] = Counter({(u, grade): 0 for u in units for grade in u.club.grades})
    for c in problem.classes:
        waiting = c.pupils
        listed = {u.club.id: u.club for u in units if isinstance(u.club, CrossClassClub) and u.club.enrolment}
        for club in listed.values():
            for _ in range(club.enrolment.get(c.id, 0)):
                found[rng.choice([u for u in units if u.club is club]), c.grade] += 1
                waiting -= 1
        if problem.band_by_grade[c.grade].participation is Participation.VOLUNTEERS:
            waiting = rng.randint(0, waiting)
        for _ in range(waiting):
            found[rng.choice([u for u in units if u.club.id not in listed and c.grade in u.club.grades]), c.grade] += 1
    return found


def _limited(
    rng: Random, problem: Problem, counts: dict[Slot, Counter[tuple[Unit, str]]]
) -> tuple[Problem, Most, Places]:
    """The same school with a least and a most for each club that these places keep."""
    totals: dict[str, list[int]] = {}
    for taken in counts.values():
        of_unit: Counter[Unit] = Counter()
        for (unit, _), count in taken.items():
            of_unit[unit] += count
        for unit, total in of_unit.items():
            totals.setdefault(unit.club.id, []).append(total)
    clubs = tuple(
        changed(
            club,
            least=max(0, min(totals[club.id]) - rng.choice((0, 1, 5))),
            most=max(1, max(totals[club.id]) + rng.choice((0, 1, 5))),
        )
        for club in problem.clubs
    )
    limited = changed(problem, clubs=clubs)
    units = {u.id: u for slot in meeting(limited, {c.id: tuple(counts) for c in clubs}).values() for u in slot}
    places: Places = {s: {(units[u.id], g): n for (u, g), n in taken.items()} for s, taken in counts.items()}
    most: Most = {}
    for slot, pupils in places.items():
        most[slot] = {}
        for unit in dict.fromkeys(unit for unit, _ in pupils):
            here = sum(n for (u, _), n in pupils.items() if u is unit)
            assert isinstance(unit.club, CrossClassClub)
            most[slot][unit] = max(here, unit.club.most - rng.choice((0, 0, 3)))  # fewer adults than at other meetings
    return limited, most, places
