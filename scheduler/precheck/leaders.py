"""Clubs together: more meetings of some skills than the people who have them can lead."""

from collections.abc import Iterator

from models import Shortage, Text
from scheduler.matching import hall_violators
from scheduler.precheck.clubs import keepers
from scheduler.precheck.reach import LedClub, Reach
from scheduler.precheck.sentences import club_names, ids, names, people, week_name


def leaders_in_week(reach: Reach) -> Iterator[Shortage]:
    """All meetings of a week are led within the limits of those who may lead them."""
    problem = reach.problem
    for week in problem.week.weeks:
        clubs = {c.id: c for c in reach.clubs if reach.sessions(c, week)}
        demand = {c.id: reach.sessions(c, week) * reach.adults(c) for c in clubs.values()}
        slots = sorted({s for c in clubs.values() for s in reach.club_slots(c, week)})
        supply = {p.id: reach.most(p, slots) for p in problem.people}
        edges = {c.id: [p.id for p in reach.able(c)] for c in clubs.values()}
        for found in hall_violators(demand, supply, edges):
            mine, when = [clubs[c] for c in found.left], week_name(problem, week)
            if _alone(reach, mine):
                continue
            who = people(problem.person_by_id[p] for p in found.right)
            yield Shortage(
                code="leaders_in_week",
                text=Text(
                    f"社团{club_names(mine).zh}{_skills(mine).zh}{when.zh}共需{found.demand}人次负责，"
                    f"可以负责的人（{who.zh}）最多承担{found.supply}人次。",
                    f"clubs {club_names(mine).en}{_skills(mine).en} need {found.demand} leader "
                    f"duties {when.en}; those "
                    f"who may lead them ({who.en}) can hold {found.supply}.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.right),
                clubs=ids(mine),
            )


def leaders_for_all_clubs(reach: Reach) -> Iterator[Shortage]:
    """Where clubs keep their leaders: whole clubs fit into the weeks of those who can lead them."""
    if not reach.stays_the_same("club_keeps_leader"):
        return
    problem = reach.problem
    counted = {club for gap in leaders_in_week(reach) for club in gap.clubs}
    for week in problem.week.weeks:
        clubs = {c.id: c for c in reach.clubs if reach.sessions(c, week) and c.id not in counted}
        edges = {c.id: [p.id for p in keepers(reach, c)] for c in clubs.values()}
        shortest: dict[str, int] = {}
        slots_of: dict[str, set[tuple[int, int, int]]] = {}
        for c in clubs.values():
            for p in edges[c.id]:
                shortest[p] = min(shortest.get(p, 99), reach.sessions(c, week))
                slots_of.setdefault(p, set()).update(reach.club_slots(c, week))
        supply = {
            p: reach.most(problem.person_by_id[p], (s for s in reach.slots(week) if s in slots_of[p])) // least
            for p, least in shortest.items()
        }
        demand = {c.id: reach.adults(c) for c in clubs.values()}
        for found in hall_violators(demand, supply, edges):
            mine, when = [clubs[c] for c in found.left], week_name(problem, week)
            if _alone(reach, mine):
                continue
            who = people(problem.person_by_id[p] for p in found.right)
            yield Shortage(
                code="leaders_for_all_clubs",
                text=Text(
                    f"社团{club_names(mine).zh}{_skills(mine).zh}每次都由固定的人负责，"
                    f"{when.zh}共要{found.demand}个"
                    f"固定负责人的位置，可以负责的人（{who.zh}）合计只能带{found.supply}个。",
                    f"clubs {club_names(mine).en}{_skills(mine).en} keep their leaders and "
                    f"have {found.demand} places for "
                    f"them {when.en}; those who may lead them ({who.en}) can take {found.supply} in all.",
                ),
                demand=found.demand,
                supply=found.supply,
                people=tuple(found.right),
                clubs=ids(mine),
            )


def _alone(reach: Reach, mine: list[LedClub]) -> bool:
    """Whether one club by itself has too few people: `precheck.clubs` names that better."""
    keeps = reach.stays_the_same("club_keeps_leader")
    return keeps and len(mine) == 1 and len(keepers(reach, mine[0])) < reach.adults(mine[0])


def _skills(clubs: list[LedClub]) -> Text:
    """The skills asked for, if every one of the clubs asks for some."""
    if not all(c.skills for c in clubs):
        return Text("", "")
    found = names(skill for c in clubs for skill in c.skills)
    return Text(f"（专长{found.zh}）", f" (skills {found.en})")


CHECKS = (leaders_in_week, leaders_for_all_clubs)
