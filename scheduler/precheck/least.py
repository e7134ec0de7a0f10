"""Those who must serve at least so often: can they come so often, and is there so much to do?"""

from collections.abc import Iterator

from models import Instructor, LeaderFrom, Person, Shortage, SlotKind, Text, WholeSchoolClub
from scheduler.matching import hall_violators
from scheduler.precheck.reach import LedClub, Reach
from scheduler.precheck.sentences import club_names, people, week_name


def _asked(person: Person, week: int) -> int:
    """Sessions that the person must have in the week; instructors only in weeks in which they come."""
    if isinstance(person, Instructor) and not person.weeks.includes(week):
        return 0
    return person.weekly_least


def comes_often_enough(reach: Reach) -> Iterator[Shortage]:
    """Nobody must serve more often than there are slots in which he or she can come."""
    problem = reach.problem
    for week in problem.week.weeks:
        for person in problem.people:
            asked, most = _asked(person, week), reach.most(person, reach.slots(week))
            if asked > most:
                when = week_name(problem, week)
                yield Shortage(
                    code="comes_often_enough",
                    text=Text(
                        f"“{person.name}”{when.zh}至少{asked}节，但能来的时段和上限只允许{most}节。",
                        f"“{person.name}” is to serve at least {asked} times {when.en}, but can come "
                        f"for {most} at most.",
                    ),
                    demand=asked,
                    supply=most,
                    people=(person.id,),
                )


def instructors_have_clubs(reach: Reach) -> Iterator[Shortage]:
    """Instructors lead clubs and do nothing else: their clubs have as many meetings as they must serve."""
    problem = reach.problem
    for week in problem.week.weeks:
        clubs = {c.id: c for c in reach.clubs if reach.sessions(c, week)}
        demand = {p.id: _asked(p, week) for p in problem.instructors}
        supply = {c.id: reach.sessions(c, week) * reach.adults(c) for c in clubs.values()}
        able = {c.id: {p.id for p in reach.able(c)} for c in clubs.values()}
        edges = {p.id: [c for c in clubs if p.id in able[c]] for p in problem.instructors}
        for found in hall_violators(demand, supply, edges):
            when, who = week_name(problem, week), people(problem.person_by_id[p] for p in found.left)
            which = club_names(clubs[c] for c in found.right)
            yield Shortage(
                code="instructors_have_clubs",
                text=Text(
                    f"外聘教师{who.zh}{when.zh}至少共{found.demand}节，"
                    f"但他们可以带的社团（{which.zh}）只有{found.supply}节。",
                    f"instructors {who.en} are to serve at least {found.demand} times {when.en}, but the "
                    "clubs that they "
                    f"may lead ({which.en}) have {found.supply} sessions.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.left),
                clubs=tuple(found.right),
            )


def work_for_everybody(reach: Reach) -> Iterator[Shortage]:
    """What all must serve at least is no more than all that any rule asks somebody to do."""
    problem = reach.problem
    for week in problem.week.weeks:
        # Patrol may be done by any number of leaders, so those who may patrol always find something to do.
        patrol = problem.settings.patrol.at_least > 0
        bound = [t for t in problem.teachers if t.weekly_least and not (patrol and t.leader)]
        asked, offered = sum(t.weekly_least for t in bound), _work(reach, week)
        if asked > offered:
            when, who = week_name(problem, week), people(bound)
            yield Shortage(
                code="work_for_everybody",
                text=Text(
                    f"{who.zh}的周课时下限合计{asked}节，而全校{when.zh}最多只有{offered}节要人：请降低下限。",
                    f"{who.en} are to serve {asked} times {when.en} at least in all, but there are at "
                    f"most {offered} "
                    "duties: lower the least numbers.",
                ),
                demand=asked,
                supply=offered,
                people=tuple(t.id for t in bound),
            )


def _work(reach: Reach, week: int) -> int:
    """Most duties of teachers, patrol aside, that the week can ask for."""
    problem, found = reach.problem, 0
    ratio = problem.settings.pupils_per_adult
    for c in problem.classes:
        slots = sum(len(reach.slots_of(c, kind, week)) for kind in (SlotKind.HOMEWORK, SlotKind.CLUB))
        found += slots * (-(-c.pupils // ratio) if ratio else 1)
    return found + sum(reach.sessions(c, week) * _adults(reach, c) for c in reach.clubs)


def _adults(reach: Reach, club: LedClub) -> int:
    """Most teachers whom one meeting of all groups can ask for."""
    accompanied = reach.problem.settings.accompany_instructors
    one = int(accompanied and club.leader_from is not LeaderFrom.INSIDE)
    if isinstance(club, WholeSchoolClub) and club.adult_per_class:
        one = max(one, sum(c.grade in club.grades for c in reach.problem.classes))
    if ratio := reach.problem.settings.pupils_per_adult:
        one = max(one, -(-reach.pupils(club) // ratio))
    leaders = 0 if club.leader_from is LeaderFrom.OUTSIDE else club.leaders
    return reach.groups(club) * (leaders + one)


CHECKS = (comes_often_enough, instructors_have_clubs, work_for_everybody)
