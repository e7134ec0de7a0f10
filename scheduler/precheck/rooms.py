"""Rooms for several clubs at once: in a slot in which they all must meet, and over a week."""

from collections.abc import Iterator, Sequence

from models import Room, SchoolClass, Shortage, Slot, SlotKind, Text
from scheduler.matching import hall_violators
from scheduler.precheck.clubs import club_rooms
from scheduler.precheck.reach import LedClub, Reach
from scheduler.precheck.sentences import club_names, ids, names, week_name
from scheduler.reading import slot_title


def in_own_session(reach: Reach, slot: Slot) -> list[SchoolClass]:
    """Classes that surely have a session of their own, and so a room, in the slot."""
    return [
        c
        for c in reach.problem.classes
        if reach.problem.week.kind(slot, c.grade) is SlotKind.HOMEWORK or reach.surely_stays(c, slot)
    ]


def _kind(clubs: Sequence[LedClub]) -> Text:
    """What rooms all these clubs ask for: 音乐场地, or just 场地."""
    shared = [f for f in clubs[0].features if all(f in c.features for c in clubs)] if clubs else []
    return Text(f"{'、'.join(shared)}场地", f"{', '.join(shared)} rooms") if shared else Text("场地", "rooms")


def rooms_in_slot(reach: Reach) -> Iterator[Shortage]:
    """In every slot, the groups that must meet then and the classes that sit in a room have different ones."""
    for slot in reach.problem.slots:
        clubs = {c.id: c for c in reach.forced.get(slot, ())}
        classes = {c.id: c for c in in_own_session(reach, slot)}
        demand: dict[tuple[bool, str], int] = {(True, c.id): reach.groups(c) for c in clubs.values()}
        demand |= {(False, c): 1 for c in classes}
        opened = [r for r in reach.problem.rooms if slot not in r.closed]
        edges: dict[tuple[bool, str], Sequence[str]] = {
            (True, c.id): [r.id for r in reach.fitting_rooms(c) if slot not in r.closed] for c in clubs.values()
        }
        edges |= {(False, c.id): [r.id for r in reach.class_rooms(c, slot)] for c in classes.values()}
        for found in hall_violators(demand, {r.id: r.groups_at_once for r in opened}, edges):
            mine = [clubs[name] for is_club, name in found.left if is_club]
            seated = [name for is_club, name in found.left if not is_club]
            if len(mine) == 1 and not seated:
                continue  # `club_rooms` names that better
            when, kind, rooms = slot_title(reach.problem, slot), _kind(mine), names(found.right)
            who = names([*(c.name for c in mine), *seated])
            yield Shortage(
                code="rooms_in_slot",
                text=Text(
                    f"{when.zh}需要{kind.zh}{found.demand}处，只有{found.supply}处（{rooms.zh}）；涉及：{who.zh}。",
                    f"{when.en} needs {found.demand} {kind.en}, and has {found.supply} ({rooms.en}); "
                    f"concerned: {who.en}.",
                ),
                demand=found.demand,
                supply=found.supply,
                slot=slot,
                classes=tuple(seated),
                clubs=ids(mine),
                rooms=tuple(found.right),
            )


def _left(reach: Reach, week: int) -> dict[Slot, dict[str, int]]:
    """Slot → room → groups that it can still take beside the classes that surely sit in it."""
    found: dict[Slot, dict[str, int]] = {}
    for slot in reach.slots(week):
        here = found[slot] = {r.id: r.groups_at_once for r in reach.problem.rooms if slot not in r.closed}
        for c in in_own_session(reach, slot):
            rooms = reach.class_rooms(c, slot)
            if len(rooms) == 1 and here.get(rooms[0].id, 0) > 0:
                here[rooms[0].id] -= 1
    return found


def rooms_in_week(reach: Reach) -> Iterator[Shortage]:
    """All meetings of a week find a room that fits, counting every room in every slot."""
    for week in reach.problem.week.weeks:
        clubs, left = {c.id: c for c in reach.clubs if reach.sessions(c, week)}, _left(reach, week)
        demand = {c.id: reach.groups(c) * reach.sessions(c, week) for c in clubs.values()}
        edges = {
            c.id: [
                (r.id, slot) for slot in reach.club_slots(c, week) for r in reach.fitting_rooms(c) if r.id in left[slot]
            ]
            for c in clubs.values()
        }
        supply = {(room, slot): holds for slot, here in left.items() for room, holds in here.items()}
        for found in hall_violators(demand, supply, edges):
            mine = [clubs[name] for name in found.left]
            yield from _gap(reach, "rooms_in_week", week, mine, [r for r, _ in found.right], found.demand, found.supply)


def rooms_for_all_clubs(reach: Reach) -> Iterator[Shortage]:
    """Where clubs keep their room: whole clubs fit into the weeks of the rooms that fit them."""
    if not reach.stays_the_same("club_keeps_room"):
        return
    counted = {club for gap in rooms_in_week(reach) for club in gap.clubs}
    for week in reach.problem.week.weeks:
        clubs = {c.id: c for c in reach.clubs if reach.sessions(c, week) and c.id not in counted}
        left, edges, supply = _left(reach, week), dict[str, list[str]](), dict[str, int]()
        for club in clubs.values():
            edges[club.id] = [r.id for r in reach.fitting_rooms(club) if _open_often(reach, club, r, week)]
        for room in reach.problem.rooms:
            users = [c for c in clubs.values() if room.id in edges[c.id]]
            if users:
                slots = {s for c in users for s in reach.club_slots(c, week)}
                holds = sum(left[s].get(room.id, 0) for s in slots)
                supply[room.id] = holds // min(reach.sessions(c, week) for c in users)
        demand = {c.id: reach.groups(c) for c in clubs.values()}
        for found in hall_violators(demand, supply, edges):
            mine = [clubs[name] for name in found.left]
            yield from _gap(reach, "rooms_for_all_clubs", week, mine, found.right, found.demand, found.supply)


def _open_often(reach: Reach, club: LedClub, room: Room, week: int) -> bool:
    """Whether the room is open on as many of the club's days as it has meetings."""
    days = reach.meetings(club, week)
    return sum(any(not set(m) & set(room.closed) for m in options) for options in days.values()) >= club.meetings


def _gap(
    reach: Reach, code: str, week: int, clubs: list[LedClub], rooms: Sequence[str], demand: int, supply: int
) -> Iterator[Shortage]:
    if len(clubs) == 1 and any(clubs[0].id in gap.clubs for gap in club_rooms(reach)):
        return  # it is told there, and better
    when, kind, who = week_name(reach.problem, week), _kind(clubs), club_names(clubs)
    keeps = code == "rooms_for_all_clubs"
    what = Text("个固定场地" if keeps else "场次", "rooms to keep" if keeps else "meetings")
    yield Shortage(
        code=code,
        text=Text(
            f"{when.zh}共需要{kind.zh}{demand}{what.zh}，合适的场地（{names(rooms).zh}）在社团时段只够"
            f"{supply}"
            f"{what.zh}；涉及：{who.zh}。",
            f"{kind.en} are needed for {demand} {what.en} {when.en}; those that fit ({names(rooms).en}) "
            f"hold {supply} in "
            f"club slots; concerned: {who.en}.",
        ),
        demand=demand,
        supply=supply,
        clubs=ids(clubs),
        rooms=tuple(dict.fromkeys(rooms)),
    )


CHECKS = (rooms_in_slot, rooms_in_week, rooms_for_all_clubs)
