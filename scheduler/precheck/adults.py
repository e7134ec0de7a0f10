"""Adults: enough in every slot, enough sessions a week, and enough to do for those who must serve so often."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil

from models import CrossClassClub, LeaderFrom, Person, SchoolClass, Shortage, Slot, SlotKind, Text, WholeSchoolClub
from scheduler.matching import hall_violators
from scheduler.precheck.reach import LedClub, Reach
from scheduler.precheck.sentences import names, people, week_name
from scheduler.precheck.tutors import activity_tasks, homework_tasks
from scheduler.reading import slot_title

Ask = tuple[Text, int, Sequence[Person], tuple[str, ...], tuple[str, ...]]
"""What asks for people: its name, how many, among whom; the classes and clubs concerned."""

_HOMEWORK, _CLUBS = Text("作业辅导", "homework"), Text("社团", "clubs")


def adults_in_slot(reach: Reach) -> Iterator[Shortage]:
    """In every slot everybody who must be there at once is another person, and one who can come and may."""
    for slot in reach.problem.slots:
        asks = [*_own_sessions(reach, slot), *_fixed_clubs(reach, slot), *_walking(reach, slot), *_patrol(reach, slot)]
        demand = {i: ask[1] for i, ask in enumerate(asks)}
        edges = {i: [p.id for p in ask[2] if reach.is_free(p, slot)] for i, ask in enumerate(asks)}
        supply = {p.id: 1 for p in reach.free(slot)}
        for found in hall_violators(demand, supply, edges):
            mine = [asks[i] for i in found.left]
            when = slot_title(reach.problem, slot)
            what = Text("、".join(t.zh for t in _together(mine)), ", ".join(t.en for t in _together(mine)))
            who = people(reach.problem.person_by_id[p] for p in found.right)
            yield Shortage(
                code="adults_in_slot",
                text=Text(
                    f"{when.zh}同时需要{found.demand}位教师（{what.zh}），"
                    f"合适又能来的只有{found.supply}位（{who.zh}）。",
                    f"{when.en} needs {found.demand} people at once ({what.en}); only {found.supply} fit "
                    "and can come "
                    f"({who.en}).",
                ),
                demand=found.demand,
                supply=found.supply,
                slot=slot,
                people=tuple(found.right),
                classes=tuple(dict.fromkeys(c for ask in mine for c in ask[3])),
                clubs=tuple(dict.fromkeys(c for ask in mine for c in ask[4])),
            )


def _together(asks: Sequence[Ask]) -> list[Text]:
    """The asks in words: those of classes in one list, then each club, walking and patrol."""
    found: dict[Text, list[str]] = {}
    for what, amount, _, classes, _ in asks:
        if len(classes) == 1:
            found.setdefault(what, []).extend(classes)
        else:
            found.setdefault(Text(f"{what.zh}{amount}位", f"{what.en} {amount}"), [])
    return [Text(f"{names(c).zh}{w.zh}", f"{w.en} of {names(c).en}") if c else w for w, c in found.items()]


def _own_sessions(reach: Reach, slot: Slot) -> Iterator[Ask]:
    """One teacher with every class that has homework, or surely stays, in the slot."""
    for c in reach.problem.classes:
        if reach.problem.week.kind(slot, c.grade) is SlotKind.HOMEWORK:
            asked = [s for s, q in reach.problem.quotas[c.id].items() if q.times]
            able = {t.id: t for s in asked for t in reach.tutors(c, s)}
            if asked:  # a class without quotas is `homework_fills_slots`'s business
                yield Text("作业辅导", "homework"), 1, tuple(able.values()), (c.id,), ()
        elif reach.surely_stays(c, slot):
            yield Text("班级活动", "class activity"), 1, reach.problem.teachers, (c.id,), ()


def accompanying(reach: Reach, club: LedClub) -> int:
    """Accompanying teachers whom every session of the club needs, whoever leads it."""
    outside = reach.problem.settings.accompany_instructors and club.leader_from is LeaderFrom.OUTSIDE
    classes = 0
    if isinstance(club, WholeSchoolClub) and club.adult_per_class:
        classes = sum(c.grade in club.grades for c in reach.problem.classes)
    return reach.groups(club) * max(int(outside), classes)


def _fixed_clubs(reach: Reach, slot: Slot) -> Iterator[Ask]:
    """Leaders and accompanying teachers of the clubs that cannot but meet in the slot."""
    for club in reach.forced.get(slot, ()):
        yield Text(f"社团“{club.name}”", f"club “{club.name}”"), reach.adults(club), reach.able(club), (), (club.id,)
        if also := accompanying(reach, club):
            name = Text(f"“{club.name}”陪同", f"accompanying “{club.name}”")
            yield name, also, reach.problem.teachers, (), (club.id,)


def _walking(reach: Reach, slot: Slot) -> Iterator[Ask]:
    """Adults for the classes that walk or stay: one a class, or as few as the largest groups allow."""
    clubs = [c for c in reach.clubs if isinstance(c, CrossClassClub) and slot in reach.club_slots(c, slot.week)]
    whole = [c for c in reach.problem.whole_school_clubs if slot in reach.club_slots(c, slot.week)]
    undecided = [
        c
        for c in reach.problem.classes
        if reach.problem.week.kind(slot, c.grade) is SlotKind.CLUB
        and reach.leaves(c)
        and not reach.surely_stays(c, slot)
        and not any(c.grade in club.grades for club in whole)
    ]
    if undecided and clubs:
        pupils_an_adult = max(Fraction(c.most, c.leaders) for c in clubs)
        least = ceil(sum(min(Fraction(1), c.pupils / pupils_an_adult) for c in undecided))
        counted = sum(reach.adults(c) for c in reach.forced.get(slot, ()) if isinstance(c, CrossClassClub))
        if least > counted:
            able = {p.id: p for c in clubs for p in reach.able(c)} | {t.id: t for t in reach.problem.teachers}
            classes = tuple(c.id for c in undecided)
            yield (
                Text("走班或班级活动至少", "walking or staying at least"),
                least - counted,
                [*able.values()],
                classes,
                (),
            )


def _patrol(reach: Reach, slot: Slot) -> Iterator[Ask]:
    """As many leaders on patrol as asked, or as can come: `patrol_in_slot` says if they are too few."""
    leaders = reach.free_leaders(slot)
    if asked := min(reach.problem.settings.patrol.at_least, len(leaders)):
        yield Text("巡查", "patrol"), asked, leaders, (), ()


def stays_least(reach: Reach, c: SchoolClass, week: int) -> int:
    """Club slots of the week in which the class has an activity of its own, however often it walks."""
    left = len(reach.slots_of(c, SlotKind.CLUB, week))
    left -= sum(reach.sessions(w, week) for w in reach.problem.whole_school_clubs if c.grade in w.grades)
    band = reach.band_of(c)
    return max(0, left - (reach.walks_most(band, week) if band is not None and reach.leaves(c) else 0))


def sessions_in_week(reach: Reach) -> Iterator[Shortage]:
    """All sessions of a week together are held within everybody's limits."""
    problem = reach.problem
    for week in problem.week.weeks:
        asks = list(_week(reach, week))
        demand = {i: ask[1] for i, ask in enumerate(asks)}
        edges = {i: [p.id for p in ask[2]] for i, ask in enumerate(asks)}
        supply = {p.id: reach.most(p, reach.slots(week)) for p in problem.people}
        for found in hall_violators(demand, supply, edges):
            mine = [asks[i] for i in found.left]
            totals: dict[Text, int] = {}
            for what, amount, *_ in mine:
                totals[what] = totals.get(what, 0) + amount
            if len(totals) == 1 and (_HOMEWORK in totals or _CLUBS in totals):
                continue  # `homework_tutors` and `leaders_in_week` name these better
            when, who = week_name(problem, week), people(problem.person_by_id[p] for p in found.right)
            parts = Text(
                "、".join(f"{w.zh}{n}" for w, n in totals.items()), ", ".join(f"{w.en} {n}" for w, n in totals.items())
            )
            yield Shortage(
                code="sessions_in_week",
                text=Text(
                    f"{when.zh}至少需要{found.demand}人次（{parts.zh}），可以承担的人（{who.zh}）"
                    f"按周课时上限最多{found.supply}人次。",
                    f"at least {found.demand} duties {when.en} ({parts.en}); those who may take them "
                    f"({who.en}) can hold "
                    f"{found.supply} within their limits.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.right),
                classes=tuple(dict.fromkeys(c for ask in mine for c in ask[3])),
                clubs=tuple(dict.fromkeys(c for ask in mine for c in ask[4])),
            )


def _week(reach: Reach, week: int) -> Iterator[Ask]:
    """Every duty of the week that no timetable can do without."""
    problem = reach.problem
    for (c_id, _), (times, able) in homework_tasks(reach).items():
        yield _HOMEWORK, times, able, (c_id,), ()
    named: dict[str, int] = {}
    for (c_id, activity), (often, able) in activity_tasks(reach, week).items():
        named[c_id] = named.get(c_id, 0) + often
        yield Text("班级活动", "class activities"), often, able, (c_id,), (activity,)
    for c in problem.classes:
        if (free := stays_least(reach, c, week) - named.get(c.id, 0)) > 0:
            yield Text("班级活动", "class activities"), free, problem.teachers, (c.id,), ()
    if patrol := problem.settings.patrol.at_least * len(reach.slots(week)):
        yield Text("巡查", "patrol"), patrol, [t for t in problem.teachers if t.leader], (), ()
    for club in reach.clubs:
        if sessions := reach.sessions(club, week):
            yield _CLUBS, sessions * reach.adults(club), reach.able(club), (), (club.id,)
            if also := accompanying(reach, club):
                yield Text("陪同", "accompanying"), sessions * also, problem.teachers, (), (club.id,)


CHECKS = (adults_in_slot, sessions_in_week)
