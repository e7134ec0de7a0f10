"""What is closest to breaking in a school that has a timetable: counts that come out, the tightest first."""

from collections import defaultdict
from collections.abc import Iterator

from models import CrossClassClub, Margin, Problem, SlotKind, Teacher, Text
from scheduler.precheck.adults import accompanying, stays_least
from scheduler.precheck.reach import LedClub, Reach
from scheduler.precheck.sentences import names, week_name
from scheduler.reading import slot_title

TIGHTEST = 10


def tightest(problem: Problem, most: int = TIGHTEST) -> tuple[Margin, ...]:
    """The counts with the smallest share to spare; a count in which nothing is asked for says nothing."""
    reach = Reach(problem)
    found = [
        margin
        for count in (_sessions, _homework_slots, _skills, _rooms, _places, _patrol)
        for margin in count(reach)
        if margin.demand > 0
    ]
    return tuple(sorted(found, key=lambda m: (m.spare / m.supply if m.supply else 0, m.spare, m.code))[:most])


def _sessions(reach: Reach) -> Iterator[Margin]:
    """All sessions of teachers in a week."""
    problem = reach.problem
    for week in problem.week.weeks:
        slots = reach.slots(week)
        demand = len(slots) * problem.settings.patrol.at_least
        for c in problem.classes:
            demand += len(reach.slots_of(c, SlotKind.HOMEWORK, week)) + stays_least(reach, c, week)
        for club in reach.clubs:
            inside = any(isinstance(p, Teacher) for p in reach.able(club))
            demand += reach.sessions(club, week) * (reach.adults(club) * inside + accompanying(reach, club))
        supply = sum(reach.most(t, slots) for t in problem.teachers)
        when = week_name(problem, week)
        yield Margin(
            code="sessions_in_week",
            text=Text(
                f"教师{when.zh}至少要承担{demand}次，上限合计{supply}次。",
                f"teachers serve at least {demand} times {when.en}; their limits add up to {supply}.",
            ),
            demand=demand,
            supply=supply,
        )


def _homework_slots(reach: Reach) -> Iterator[Margin]:
    """One teacher for each class, and the patrol, in every homework slot."""
    problem = reach.problem
    for slot in problem.slots:
        classes = sum(problem.week.kind(slot, c.grade) is SlotKind.HOMEWORK for c in problem.classes)
        if not classes:
            continue
        demand = classes + problem.settings.patrol.at_least
        free = [p for p in reach.free(slot) if isinstance(p, Teacher)]
        when = slot_title(problem, slot)
        yield Margin(
            code="adults_in_slot",
            text=Text(
                f"{when.zh}要{demand}位教师，能到岗的有{len(free)}位。",
                f"{when.en} needs {demand} teachers; {len(free)} can come.",
            ),
            demand=demand,
            supply=len(free),
        )


def _skills(reach: Reach) -> Iterator[Margin]:
    """Leading, by the people who may: clubs that the same people may lead are counted together."""
    problem = reach.problem
    for week in problem.week.weeks:
        together: defaultdict[tuple[str, ...], list[LedClub]] = defaultdict(list)
        for club in reach.clubs:
            together[tuple(p.id for p in reach.able(club))].append(club)
        for people, clubs in together.items():
            slots = {s for c in clubs for s in reach.club_slots(c, week)}
            demand = sum(reach.sessions(c, week) * reach.adults(c) for c in clubs)
            supply = sum(reach.most(problem.person_by_id[p], sorted(slots)) for p in people)
            which, who = names(c.name for c in clubs), names(people, "人")
            yield Margin(
                code="leaders_in_week",
                text=Text(
                    f"{which.zh}{week_name(problem, week).zh}要带{demand}次，能带的人（{who.zh}）最多{supply}次。",
                    f"{which.en} are led {demand} times {week_name(problem, week).en}; "
                    f"those who may ({who.en}) can {supply} times.",
                ),
                demand=demand,
                supply=supply,
            )


def _rooms(reach: Reach) -> Iterator[Margin]:
    """Function rooms, by what clubs ask of them."""
    problem = reach.problem
    for week in problem.week.weeks:
        together: defaultdict[tuple[str, ...], list[LedClub]] = defaultdict(list)
        for club in reach.clubs:
            if club.features:
                together[tuple(r.id for r in reach.fitting_rooms(club))].append(club)
        for rooms, clubs in together.items():
            slots = {s for c in clubs for s in reach.club_slots(c, week)}
            demand = sum(reach.sessions(c, week) * reach.groups(c) for c in clubs)
            fitting = [problem.room_by_id[r] for r in rooms]
            supply = sum(r.groups_at_once for r in fitting for s in slots if s not in r.closed)
            which, where = names(c.name for c in clubs), names(rooms)
            yield Margin(
                code="rooms_in_week",
                text=Text(
                    f"{which.zh}{week_name(problem, week).zh}要{demand}场次，合适的场地（{where.zh}）有{supply}场次。",
                    f"{which.en} need rooms {demand} times {week_name(problem, week).en}; "
                    f"those that fit ({where.en}) hold {supply}.",
                ),
                demand=demand,
                supply=supply,
            )


def _places(reach: Reach) -> Iterator[Margin]:
    """Places of a band's clubs against its pupils, as often as it walks."""
    problem = reach.problem
    for week in problem.week.weeks:
        for band in problem.bands:
            pupils = sum(c.pupils for c in problem.classes if c.grade in band.grades and reach.leaves(c))
            clubs = [c for c in reach.cross_class(band) if isinstance(c, CrossClassClub)]
            demand = pupils * reach.walks_least(band, week)
            supply = sum(reach.sessions(c, week) * c.groups * c.most for c in clubs)
            yield Margin(
                code="places_in_week",
                text=Text(
                    f"{band.name}走班{week_name(problem, week).zh}要{demand}人次的名额，社团有{supply}人次。",
                    f"{band.name} needs {demand} places {week_name(problem, week).en}; its clubs have {supply}.",
                ),
                demand=demand,
                supply=supply,
            )


def _patrol(reach: Reach) -> Iterator[Margin]:
    """Leaders who could be on patrol."""
    problem = reach.problem
    for slot in problem.slots:
        leaders, when = reach.free_leaders(slot), slot_title(problem, slot)
        asked = problem.settings.patrol.at_least
        yield Margin(
            code="patrol_in_slot",
            text=Text(
                f"{when.zh}要{asked}人巡查，能到岗的值班领导有{len(leaders)}人。",
                f"{when.en} needs {asked} on patrol; {len(leaders)} leaders can come.",
            ),
            demand=asked,
            supply=len(leaders),
        )
