"""Those who must serve at least so often: can they come so often, and is there so much to do?"""

from collections.abc import Iterator

from models import Instructor, LeaderFrom, Person, SchoolClass, Shortage, SlotKind, Text, WholeSchoolClub
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
    """Teachers who must serve so often find as much to do that they may do and that some rule asks for."""
    problem = reach.problem
    for week in problem.week.weeks:
        work = dict(_work(reach, week))
        demand = {t.id: t.weekly_least for t in problem.teachers if t.weekly_least}
        supply = {what: amount for what, (amount, _) in work.items()}
        edges = {t: [what for what, (_, who) in work.items() if t in who] for t in demand}
        for found in hall_violators(demand, supply, edges):
            when, who = week_name(problem, week), people(problem.person_by_id[t] for t in found.left)
            yield Shortage(
                code="work_for_everybody",
                text=Text(
                    f"{who.zh}的周课时下限合计{found.demand}节，而{when.zh}他们可以承担的最多只有{found.supply}节："
                    "请降低下限。",
                    f"{who.en} are to serve {found.demand} times {when.en} at least in all, but there are at most "
                    f"{found.supply} duties for them: lower the least numbers.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.left),
            )


_Work = tuple[tuple[str, str], tuple[int, set[str]]]  # what it is; how often at most, and who of the teachers may


def _work(reach: Reach, week: int) -> Iterator[_Work]:
    """Duties of teachers that the week can ask for."""
    problem, ratio = reach.problem, reach.problem.settings.pupils_per_adult
    everybody, activities = {t.id for t in problem.teachers}, 0
    for c in problem.classes:
        homework = len(reach.slots_of(c, SlotKind.HOMEWORK, week))
        for subject, quota in problem.quotas[c.id].items():
            yield (c.id, subject), (min(quota.times, homework), {t.id for t in reach.tutors(c, subject)})
        activities += _stays_most(reach, c, week)
        if ratio:  # more adults beside the first
            beside = (-(-c.pupils // ratio) - 1) * (homework + len(reach.slots_of(c, SlotKind.CLUB, week)))
            yield (c.id, ""), (beside, everybody)
    yield ("", "activities"), (activities, everybody)
    for club in reach.clubs:
        sessions = reach.sessions(club, week)
        able = {p.id for p in reach.able(club)} & everybody
        yield ("leading", club.id), (sessions * reach.adults(club), able)
        yield ("beside", club.id), (sessions * reach.groups(club) * _beside(reach, club), everybody)
    if problem.settings.patrol.at_least:  # any number of leaders may be on patrol
        leaders = {t.id for t in problem.teachers if t.leader}
        yield ("", "patrol"), (len(leaders) * len(reach.slots(week)), leaders)


def _stays_most(reach: Reach, c: SchoolClass, week: int) -> int:
    """Club slots of the week in which the class can have an activity of its own."""
    left = len(reach.slots_of(c, SlotKind.CLUB, week))
    left -= sum(reach.sessions(w, week) for w in reach.problem.whole_school_clubs if c.grade in w.grades)
    band = reach.band_of(c)
    return max(0, left - (reach.walks_least(band, week) if band is not None and reach.leaves(c) else 0))


def _beside(reach: Reach, club: LedClub) -> int:
    """Most teachers beside the leaders whom accompaniment or the adult ratio can ask for at one meeting of a group."""
    settings = reach.problem.settings
    most = int(settings.accompany_instructors and club.leader_from is not LeaderFrom.INSIDE)
    if isinstance(club, WholeSchoolClub) and club.adult_per_class:
        most = max(most, sum(c.grade in club.grades for c in reach.problem.classes))
    if settings.pupils_per_adult:
        most = max(most, -(-reach.pupils(club) // settings.pupils_per_adult) - club.leaders)
    return most


CHECKS = (comes_often_enough, instructors_have_clubs, work_for_everybody)
