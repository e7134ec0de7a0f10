"""Places and pupils: in walking slots a place for every pupil, and for every group its least number of pupils."""

from collections.abc import Iterator, Mapping, Sequence

from models import CrossClassClub, Participation, Shortage, Slot, Text
from scheduler.matching import hall_violators
from scheduler.precheck.reach import Reach
from scheduler.precheck.sentences import club_names, ids, names, week_name
from scheduler.reading import slot_title


def _walkers(reach: Reach, week: int) -> dict[str, int]:
    """Band → walking slots of the week that it cannot do without; bands in which everybody walks."""
    everyone = [b for b in reach.problem.bands if b.participation is Participation.EVERYONE]
    return {b.id: reach.walks_least(b, week) for b in everyone}


def _cross_class(reach: Reach, week: int) -> list[CrossClassClub]:
    return [c for c in reach.clubs if isinstance(c, CrossClassClub) and reach.sessions(c, week)]


def places_in_week(reach: Reach) -> Iterator[Shortage]:
    """Clubs have a place for every pupil who must walk, in every walking slot: counted over the week."""
    for week in reach.problem.week.weeks:
        clubs = _cross_class(reach, week)
        meets = [reach.sessions(c, week) for c in clubs]
        yield from _places(reach, _walkers(reach, week), clubs, meets, week_name(reach.problem, week), None)


def places_in_slot(reach: Reach) -> Iterator[Shortage]:
    """The same for one slot that is a fixed walking slot, with the clubs that can meet in it."""
    for slot in reach.problem.slots:
        fixed = {b.id for b in reach.problem.bands if slot in b.fixed_slots}
        walking = {band: 1 for band in _walkers(reach, slot.week) if band in fixed}
        clubs = [c for c in _cross_class(reach, slot.week) if slot in reach.club_slots(c, slot.week)]
        title = slot_title(reach.problem, slot)
        when = Text(title.zh, f"on {title.en}")
        yield from _places(reach, walking, clubs, [1 for _ in clubs], when, slot)


def _places(
    reach: Reach,
    walking: Mapping[str, int],
    clubs: Sequence[CrossClassClub],
    meets: Sequence[int],
    when: Text,
    slot: Slot | None,
) -> Iterator[Shortage]:
    demand: dict[str, int] = {}
    for c in reach.problem.classes:
        band = reach.band_of(c)
        if band is not None and walking.get(band.id):
            enrolled = sum(club.enrolment.get(c.id, 0) * often for club, often in zip(clubs, meets, strict=True))
            demand[c.id] = max(0, c.pupils * walking[band.id] - enrolled)
    grade = {c.id: c.grade for c in reach.problem.classes}
    # A club with an enrolment list has places for those on it only; they are subtracted above.
    opened = {club.id: (club, often) for club, often in zip(clubs, meets, strict=True) if not club.enrolment}
    supply = {key: club.most * club.groups * often for key, (club, often) in opened.items()}
    edges = {c: [key for key, (club, _) in opened.items() if grade[c] in club.grades] for c in demand}
    for found in hall_violators(demand, supply, edges):
        who, which = names(grade[c] for c in found.left), club_names(opened[key][0] for key in found.right)
        listed = any(club.enrolment for club in clubs)
        beside = Text("（已报名的除外）" if listed else "", " beside those enrolled" if listed else "")
        yield Shortage(
            code="places_in_week" if slot is None else "places_in_slot",
            text=Text(
                f"{who.zh}走班{when.zh}需要名额{found.demand}人次{beside.zh}，招收他们的社团（{which.zh}）"
                f"合计只有{found.supply}人次。",
                f"{who.en} need {found.demand} places {when.en}{beside.en}; clubs open to them "
                f"({which.en}) have "
                f"{found.supply}.",
            ),
            demand=found.demand,
            supply=found.supply,
            slot=slot,
            classes=tuple(found.left),
            clubs=tuple(found.right),
        )


def pupils_for_clubs(reach: Reach) -> Iterator[Shortage]:
    """Bands walk often enough to give every group its least number of pupils, and its enrolled ones."""
    problem = reach.problem
    for week in problem.week.weeks:
        supply = {}
        for c in problem.classes:
            band = reach.band_of(c)
            often = len(reach.slots(week)) if band is None else reach.walks_most(band, week)
            supply[c.id] = c.pupils * often
        demand: dict[tuple[str, str], int] = {}
        edges: dict[tuple[str, str], list[str]] = {}
        clubs = {club.id: club for club in _cross_class(reach, week)}
        for club in clubs.values():
            sessions = reach.sessions(club, week)
            for c_id, number in club.enrolment.items():
                demand[club.id, c_id], edges[club.id, c_id] = max(0, number) * sessions, [c_id]
            if not club.enrolment:
                demand[club.id, ""] = club.least * club.groups * sessions
                edges[club.id, ""] = [c.id for c in problem.classes if c.grade in club.grades]
        for found in hall_violators(demand, supply, edges):
            mine, when = [clubs[key] for key, _ in found.left], week_name(problem, week)
            which, who = club_names(mine), names(found.right)
            yield Shortage(
                code="pupils_for_clubs",
                text=Text(
                    f"社团{which.zh}{when.zh}至少要{found.demand}人次（开班人数或报名人数），"
                    f"{who.zh}走班最多只有{found.supply}人次。",
                    f"clubs {which.en} need {found.demand} pupils {when.en} (least numbers or "
                    f"enrolment); {who.en} can "
                    f"send {found.supply}.",
                ),
                demand=found.demand,
                supply=found.supply,
                classes=tuple(found.right),
                clubs=ids(mine),
            )


CHECKS = (places_in_week, places_in_slot, pupils_for_clubs)
